using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.WebEncoders;

namespace SrmPortal.Benchmarks.Bare;

/// <summary>
/// What the same four pages cost with the framework alone and everything that pays: projections, a row's partial, letters left as they are,
/// a cached menu, a count to a cap, writers in a queue. The portal's own cost is what is above it.
/// </summary>
internal static class BareApplication
{
    public static async Task<WebApplication> Start(string file)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(BareApplication).Assembly.GetName().Name, EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddDbContext<BareDatabase>(options => options.UseSqlite($"Data Source={file}").AddInterceptors(new BareDatabase.Pragmas()));
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorization();
        builder.Services.AddControllersWithViews(mvc => mvc.Filters.Add<AutoValidateAntiforgeryTokenAttribute>()).ConfigureApplicationPartManager(parts =>
        {
            // Only these pages: the portal's, which is in the same process, stay out.
            foreach (var part in parts.ApplicationParts.Where(part => part.Name != typeof(BareApplication).Assembly.GetName().Name).ToArray())
            {
                parts.ApplicationParts.Remove(part);
            }
        });
        var app = builder.Build();
        app.UseAuthentication();
        app.Use(AskForTheAccount);
        app.UseAuthorization();
        app.MapControllers();
        app.MapGet("/enter/{account:long}", (HttpContext http, long account) => http.SignInAsync(new ClaimsPrincipal(
            new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.ToString(CultureInfo.InvariantCulture))], CookieAuthenticationDefaults.AuthenticationScheme))));
        await app.StartAsync();
        return app;
    }

    // With each request, as the portal does.
    private static async Task AskForTheAccount(HttpContext http, RequestDelegate next)
    {
        if (long.TryParse(http.User.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id))
        {
            var db = http.RequestServices.GetRequiredService<BareDatabase>();
            http.Items["name"] = await db.Accounts.Where(a => a.Id == id).Select(a => a.Name).SingleOrDefaultAsync();
        }

        await next(http);
    }
}

public sealed record BareRow(long Id, string Number, string Title, string Kind, string Place, string State, DateTime Deadline, string Buyer);

public sealed record BareItem(int No, string Name, string FullName, decimal Quantity, string Unit, decimal? Offered, decimal? Price);

public sealed record BareList(int Count, IReadOnlyList<BareRow> Rows);

public sealed record BareEvent(BareRow Row, string Description, IReadOnlyList<BareItem> Items);

/// <summary>What the form of the bare application sends.</summary>
public sealed class BareForm
{
    public Dictionary<int, BareLine> Lines { get; init; } = [];

    public sealed class BareLine
    {
        public decimal Quantity { get; init; }

        public decimal Price { get; init; }
    }
}

/// <summary>The list, an event, the form of an offer, its save.</summary>
[Authorize, Route("events")]
public sealed class BareController(IServiceProvider services) : Controller
{
    private const int Cap = 1_000, First = 5;

    private static readonly SemaphoreSlim OneWriter = new(1, 1);

    private readonly BareDatabase _db = services.GetRequiredService<BareDatabase>();

    private long Me => long.Parse(User.FindFirst(ClaimTypes.NameIdentifier)!.Value, CultureInfo.InvariantCulture);

    [HttpGet]
    public async Task<IActionResult> List()
    {
        var count = await _db.Events.Take(Cap + 1).CountAsync();
        return View("/Views/List.cshtml", new BareList(count, await Rows(_db.Events.OrderByDescending(e => e.Number).Take(25)).ToListAsync()));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Event(long id) => await Read(id, First) is { } page ? View("/Views/Event.cshtml", page) : NotFound();

    [HttpGet("{id:long}/offer")]
    public async Task<IActionResult> Offer(long id) => await Read(id, int.MaxValue) is { } page ? View("/Views/Offer.cshtml", page) : NotFound();

    [HttpPost("{id:long}/offer")]
    public async Task<IActionResult> Save(long id, BareForm form)
    {
        await OneWriter.WaitAsync();
        try
        {
            await using var transaction = await _db.Database.BeginTransactionAsync();
            var lines = await _db.OfferLines.Where(l => l.EventId == id && l.AccountId == Me).ToDictionaryAsync(l => l.No);
            foreach (var (no, typed) in form.Lines)
            {
                var line = lines.GetValueOrDefault(no) ?? _db.Add(new BareDatabase.OfferLine { EventId = id, AccountId = Me, No = no }).Entity;
                (line.Quantity, line.Price) = (typed.Quantity, typed.Price);
            }

            await _db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        finally
        {
            OneWriter.Release();
        }

        return RedirectToAction(nameof(Offer), new { id });
    }

    private async Task<BareEvent?> Read(long id, int items)
    {
        var row = await Rows(_db.Events.Where(e => e.Id == id)).SingleOrDefaultAsync();
        return row is null ? null : new BareEvent(row, await _db.Events.Where(e => e.Id == id).Select(e => e.Description).SingleAsync(),
            await _db.Items.Where(i => i.EventId == id).OrderBy(i => i.No).Take(items).Select(i => new BareItem(i.No, i.Name, i.FullName, i.Quantity, i.Unit,
                _db.OfferLines.Where(l => l.EventId == id && l.AccountId == Me && l.No == i.No).Select(l => (decimal?)l.Quantity).FirstOrDefault(),
                _db.OfferLines.Where(l => l.EventId == id && l.AccountId == Me && l.No == i.No).Select(l => (decimal?)l.Price).FirstOrDefault())).ToListAsync());
    }

    private static IQueryable<BareRow> Rows(IQueryable<BareDatabase.Event> events) =>
        events.Select(e => new BareRow(e.Id, e.Number, e.Title, e.Kind, e.Place, e.State, e.Deadline, e.Buyer));
}
