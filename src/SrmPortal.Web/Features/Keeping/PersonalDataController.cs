using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>The administrator's part: whose data are to be erased and until when, what is held about a person, and the erasing.</summary>
[Route("administration/personal-data"), Authorize(Roles = Roles.Administrator)]
public sealed class PersonalDataController(PortalDbContext db, CurrentScope scope, ErasePerson erase, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> People(string? text, int page = 1) => View(await PersonalDataPage.Read(db, text, page, HttpContext.Instant()));

    [HttpGet("{userName}")]
    public async Task<IActionResult> Person(string userName) => await Held(userName) is { } held ? View(new PersonHeldPage(held)) : NotFound();

    [HttpGet("{userName}/data.json")]
    public async Task<IActionResult> Json(string userName)
    {
        if (await Held(userName) is not { } held)
        {
            return NotFound();
        }

        db.Record(new HeldDataTaken(held.Account.UserName, held.Account.Id));
        await db.SaveChangesAsync();
        return File(held.ToJson(), "application/json", $"data-{held.Account.UserName}.json");
    }

    [HttpPost("{userName}/erase"), ShowAgain(nameof(Person))]
    public async Task<IActionResult> Erase(string userName, EraseForm form)
    {
        if (!await erase.Erase(userName, form.Typed, HttpContext.Instant()))
        {
            return NotFound();
        }

        this.Say(texts["Erased."], texts["What the person did is read as done by a number; signed receipts and protocols stay until their time is over."]);
        return RedirectToAction(nameof(People));
    }

    private async Task<HeldData?> Held(string userName)
    {
        var reader = scope.Is.PersonId;
        // What is held about a person lies behind many walls; what is sealed is left out by the reading itself.
        using var house = scope.As(Scope.System);
        var id = await db.Accounts.Where(a => a.UserName == userName).Select(a => (long?)a.Id).SingleOrDefaultAsync();
        return id is { } key ? await HeldData.Read(db, key, isOneself: key == reader) : null;
    }
}

/// <summary>What is held about somebody, with the field that confirms the erasing.</summary>
public sealed record PersonHeldPage(HeldData Held)
{
    public string? Typed { get; init; }
}

/// <summary>People whose consent was taken back, and whoever is looked for.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Page">From 1.</param>
/// <param name="Waiting">To be erased, the soonest first.</param>
/// <param name="Found">Of this page.</param>
/// <param name="Count">Counted up to one more than the pager names.</param>
/// <param name="Now">In UTC.</param>
public sealed record PersonalDataPage(string? Text, int Page, IReadOnlyList<PersonalDataPage.Row> Waiting, IReadOnlyList<PersonalDataPage.Row> Found, int Count, DateTime Now)
{
    public const int Size = 25;

    private const int MostWaiting = 100;

    public static async Task<PersonalDataPage> Read(PortalDbContext db, string? text, int page, DateTime now)
    {
        page = PagerTagHelper.PageOf(page, Size);
        var waiting = await Rows(db.Accounts.Where(a => a.ConsentRevokedAt != null && a.ErasedAt == null).OrderBy(a => a.ConsentRevokedAt).Take(MostWaiting));
        if (string.IsNullOrWhiteSpace(text))
        {
            return new PersonalDataPage(text, page, waiting, [], 0, now);
        }

        var people = db.Accounts.Named(text);
        return new PersonalDataPage(text, page, waiting, await Rows(people.OrderBy(a => a.FullName).ThenBy(a => a.Id).Skip((page - 1) * Size).Take(Size)), await people.Take(PagerTagHelper.Most + 1).CountAsync(), now);
    }

    private static Task<List<Row>> Rows(IQueryable<UserAccount> people) =>
        people.AsNoTracking().Select(a => new Row(a.UserName, a.FullName, a.Email, a.IsStaff, a.State, a.ConsentRevokedAt, a.ErasedAt)).ToListAsync();

    /// <param name="UserName">Names the person in the address.</param>
    /// <param name="FullName">A number, once the person is erased.</param>
    /// <param name="Email">Likewise.</param>
    /// <param name="IsStaff">Of the group.</param>
    /// <param name="State">Of the account.</param>
    /// <param name="RevokedAt">When the consent was taken back.</param>
    /// <param name="ErasedAt">When the person was erased.</param>
    public sealed record Row(string UserName, string FullName, string Email, bool IsStaff, AccountState State, DateTime? RevokedAt, DateTime? ErasedAt)
    {
        public DateTime? EraseBy => RevokedAt?.AddDays(UserAccount.DaysToErase);
    }
}
