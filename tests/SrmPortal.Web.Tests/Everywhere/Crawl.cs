using System.Linq.Expressions;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Tests.Registration;
using SrmPortal.Web.Tests.SqlServer;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>One page, as one reader got it.</summary>
/// <param name="Reader">In whose name.</param>
/// <param name="Address">What was asked for.</param>
/// <param name="Pattern">The route that answered; null: none.</param>
/// <param name="Status">Of the answer.</param>
/// <param name="IsLinked">Whether a page that the reader got leads there.</param>
/// <param name="Commands">All SQL of the request, the frame of the page included.</param>
/// <param name="HasNamelessIcon">Whether a picture of the page is without a name, and so is not there.</param>
public sealed record Visit(string Reader, string Address, string? Pattern, HttpStatusCode Status, bool IsLinked, IReadOnlyList<string> Commands, bool HasNamelessIcon)
{
    /// <summary>What other programs open as a table, comma-separated text as well; null: it is something else.</summary>
    public byte[]? Table { get; init; }

    /// <summary>Whether the number of a practice event stands on it.</summary>
    public bool NamesPractice { get; init; }
}

/// <summary>
/// Goes through the whole portal as every kind of reader: from the pages without parameters, and those named in <see cref="Entrances"/>,
/// wherever links lead. What it finds is judged by several tests; it goes once for all of them.
/// </summary>
public sealed partial class Crawl : IAsyncLifetime, IDisposable
{
    // Pages of one kind differ by the state of what they show; so many of a kind show every state.
    private const int OfAKind = 8, OfAKindWithQuery = 2;

    private readonly CommandLog _log = new();
    private readonly ErrorLines _errors = new();
    private readonly QueriesOfTheApplication _asked = new();
    private readonly List<Visit> _visits = [];

    public IReadOnlyList<Visit> Visits => _visits;

    internal QueriesOfTheApplication Queries => _asked;

    /// <summary>What became of the forms that were found.</summary>
    internal HostileForms Hostile { get; private set; } = null!;

    /// <summary>Every form with everything that could be wrong, which takes long.</summary>
    public bool IsDeep { get; init; }

    /// <summary>All routes that answer to GET with something of the portal's own.</summary>
    public IReadOnlyList<string> Routes { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var (portal, drafting, waiting) = await LivedInPortal.Of(services => services
            .Intercept(_log, _asked).AddSingleton<IStartupFilter, SaysItsRoute>().AddSingleton<ILoggerFactory>(new LoggerFactory([_errors])), ("Portal:AnonymousFormsPerMinute", "100000"));
        await using var _ = portal;
        Hostile = new(await portal.Seen(Scope.System, db => Task.FromResult(HostileForms.ColumnsOf(db))), IsDeep);
        var pages = GetEndpoints(portal).ToArray();
        Routes = [.. pages.Select(page => page.RoutePattern.RawText!.Trim('/')).Distinct()];
        foreach (var reader in await Readers(portal, drafting, waiting))
        {
            var plain = pages.Where(page => page.RoutePattern.Parameters.Count == 0 && reader.MayAskFor(page)).Select(page => "/" + page.RoutePattern.RawText!.Trim('/'));
            await Go(reader, plain.Concat(Entrances(reader)));
        }

        await Hostile.Attack(portal, _errors);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _errors.Dispose();

    private static IEnumerable<RouteEndpoint> GetEndpoints(Portal portal) => portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
            && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) is true);

    private static async Task<IReadOnlyList<Reader>> Readers(Portal portal, HttpClient drafting, HttpClient waiting)
    {
        async Task<Reader> Of(string email, params string[] roles) => new(email, portal.SignedIn(await portal.Person(email)), [Roles.Person, .. roles], await portal.WaysWithoutLink(email));

        return
        [
            await Of(LivedInPortal.Contact, Roles.Supplier), await Of(LivedInPortal.Bidder, Roles.Supplier, Roles.MasterUser), await Of(LivedInPortal.Master, Roles.Supplier, Roles.MasterUser),
            await Of(LivedInPortal.Buyer, Roles.Buyer), await Of(LivedInPortal.OtherBuyer, Roles.Buyer), await Of(LivedInPortal.Approver, Roles.Approver),
            await Of(LivedInPortal.Reviewer, Roles.Reviewer), await Of(LivedInPortal.Head, Roles.HeadOfDesk), await Of(LivedInPortal.Support, Roles.Support),
            await Of(LivedInPortal.Auditor, Roles.Auditor), await Of(LivedInPortal.Administrator, Roles.Administrator),
            new("somebody drafting", drafting, [], await portal.FilesOfRegistrations()), new("somebody waiting", waiting, [], await portal.FilesOfRegistrations()), new("a visitor", portal.Applicant(), [], await portal.MailedLinks()),
        ];
    }

    /// <summary>What no link leads to, or only a form: searches and filters, and pages whose occasion the portal does not yet make by itself.</summary>
    private static IEnumerable<string> Entrances(Reader reader) => reader.Named.Concat(
    [
        .. Where(reader.Is(Roles.Supplier), "/events?q=677&status=open&category=24&deadline=week&sort=place", "/events?number=*6*/0&status=closed&sort=-place", "/events?text=трубы&sort=-title",
            "/events?deadline=today&sort=deadline", "/events?sort=number&page=2"),
        .. Where(reader.Is(Roles.MasterUser), "/company/people?q=а&state=Active&role=MasterUser"),
        .. Where(reader.Is(Roles.Buyer), "/events?mine=true&category=24", "/events?text=тр&status=draft"),
        .. Where(reader.Is(Roles.Reviewer) || reader.Is(Roles.HeadOfDesk), "/accreditation?view=Mine", "/accreditation?view=Waiting", "/accreditation?view=Decided", "/accreditation?view=Open&check=finance&text=ура*", "/accreditation?view=Open&overdue=true", "/accreditation/commission?past=true"),
        .. Where(reader.Roles.Contains(Roles.Support), "/support?q=урал", "/support?q=урал&companies=true", "/support?q=никого", "/support/cases?closed=true", "/support/cases?text=магнезит"),
        .. Where(reader.Roles.Any(role => role is not (Roles.Person or Roles.Supplier or Roles.MasterUser)), "/suppliers?text=урал&state=Accredited", "/suppliers?state=Expired", "/suppliers?state=Suspended&page=2"),
        .. Where(reader.Is(Roles.Person), "/notifications?q=а&topic=Invitation&unread=true", "/notifications?page=2"),
        .. Where(reader.Is(Roles.Administrator), "/administration/outbox?view=Waiting&kind=Invitation&text=а", "/administration/outbox?view=NotMailed&page=2",
            "/administration/personal-data?text=лебедев", "/administration/personal-data?text=никого&page=2", "/administration/retention?before=2026-01-01",
            "/administration/incident?what=Portal", "/administration/incident?what=Company&name=о", "/administration/incident?what=Event&name=ничего", "/administration/incident/report.xlsx?what=Portal"),
        .. Where(reader.Is(Roles.Auditor), "/audit?what=Offers&person=а&company=урал", "/audit?event=20060001&from=01.01.2026&to=вчера", "/audit?page=3"),
        .. Where(!reader.Is(Roles.Person), "/registration/products?q=труб", "/registration/blank/declaration", "/registration/details/bank/044525225", "/registration/products/found?q=труб", "/language/ru?back=/"),
        "/error/404",
    ]);

    private static string[] Where(bool holds, params string[] addresses) => holds ? addresses : [];

    private async Task Go(Reader reader, IEnumerable<string> from)
    {
        var (waiting, seen, linked, ofAKind) = (new Queue<string>(), new HashSet<string>(), new HashSet<string>(), new Dictionary<string, int>());
        void Note(string address)
        {
            linked.Add(address);
            var kind = Kind(address);
            var most = address.Contains('?', StringComparison.Ordinal) ? OfAKindWithQuery : OfAKind;
            if (seen.Add(address) && (ofAKind[kind] = ofAKind.GetValueOrDefault(kind) + 1) <= most)
            {
                waiting.Enqueue(address);
            }
        }

        foreach (var address in from)
        {
            seen.Add(address);
            waiting.Enqueue(address);
        }

        while (waiting.TryDequeue(out var address))
        {
            _log.Begin();
            using var answer = await reader.Browser.GetAsync(address);
            var commands = _log.Texts;
            var route = answer.Headers.TryGetValues(SaysItsRoute.Header, out var patterns) ? Uri.UnescapeDataString(patterns.Single()) : null;
            _visits.Add(new Visit(reader.Name, address, route, answer.StatusCode, linked.Contains(address), commands, await HasNamelessIcon(answer))
            {
                NamesPractice = answer.Content.Headers.ContentType?.MediaType is { } media && (media.StartsWith("text/", StringComparison.Ordinal) || media.EndsWith("json", StringComparison.Ordinal))
                    && PracticeNumber().IsMatch(await answer.Content.ReadAsStringAsync()),
                Table = answer.Content.Headers.ContentType?.MediaType is { } kind && (kind.Contains("sheet", StringComparison.Ordinal) || kind.Contains("excel", StringComparison.Ordinal) || kind.Contains("csv", StringComparison.Ordinal))
                    ? await answer.Content.ReadAsByteArrayAsync() : null,
            });
            if (answer.Content.Headers.ContentType?.MediaType is "text/html" && answer.IsSuccessStatusCode)
            {
                await Hostile.Note(reader.Name, reader.Browser, address, answer);
            }

            foreach (var link in await LinksOf(answer, address))
            {
                Note(link);
            }
        }
    }

    // An attribute that came out empty: a gap where a picture should be.
    private static async Task<bool> HasNamelessIcon(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType is "text/html"
        && (await answer.Content.ReadAsStringAsync()).Contains("#\"></use>", StringComparison.Ordinal);

    private static async Task<IEnumerable<string>> LinksOf(HttpResponseMessage answer, string address)
    {
        var page = new Uri(new Uri("http://localhost"), address);
        var links = answer.Headers.Location is { } location ? [location.ToString()]
            : answer is { StatusCode: HttpStatusCode.OK, Content.Headers.ContentType.MediaType: "text/html" }
            ? Link().Matches(await answer.Content.ReadAsStringAsync()).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)) : [];
        return links.Where(link => !link.StartsWith('#') && Uri.TryCreate(page, link, out _)).Select(link => new Uri(page, link))
            .Where(link => link.Host == page.Host && link.Scheme == page.Scheme && !link.AbsolutePath.StartsWith("/language", StringComparison.Ordinal)).Select(link => link.PathAndQuery);
    }

    // Numbers, codes and tokens make no other kind of page; nor does the value of a filter.
    internal static string Kind(string address) => Value().Replace(Name().Replace(address, "*"), "=*");

    [GeneratedRegex(@"\bP[0-9]{7}\b")]
    private static partial Regex PracticeNumber();

    [GeneratedRegex("""<a [^>]*?href="([^"]+)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=/)(?=[^/?]*\d)[^/?]+")]
    private static partial Regex Name();

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Value();

    private sealed record Reader(string Name, HttpClient Browser, string[] Roles, string[] Named)
    {
        public bool Is(string role) => Roles.Contains(role);

        public bool MayAskFor(Endpoint page) => page.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || page.Metadata.GetOrderedMetadata<IAuthorizeData>().All(asked => asked.Roles is null || asked.Roles.Split(',').Any(Roles.Contains));
    }

    /// <summary>Which route has answered, for the one who asks.</summary>
    private sealed class SaysItsRoute : IStartupFilter
    {
        public const string Header = "X-Route";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, then) =>
            {
                http.Response.OnStarting(() =>
                {
                    if (http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern })
                    {
                        http.Response.Headers[Header] = Uri.EscapeDataString(pattern.Trim('/'));
                    }

                    return Task.CompletedTask;
                });
                return then(http);
            });
            next(app);
        };
    }
}
