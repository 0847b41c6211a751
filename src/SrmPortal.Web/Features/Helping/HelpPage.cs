using System.Security.Claims;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Helping;

/// <summary>The list of the help: the articles of one kind of reader, or what was found.</summary>
public sealed class HelpPage
{
    public const int LongestSearch = 200;

    /// <summary>Where a reader of several kinds begins.</summary>
    private static readonly (HelpReader Reader, string[] Roles)[] Kinds =
    [
        (HelpReader.Buyer, [Roles.Buyer]), (HelpReader.Approver, [Roles.Approver]), (HelpReader.Desk, [Roles.Reviewer, Roles.HeadOfDesk]), (HelpReader.Support, [Roles.Support]),
        (HelpReader.Auditor, [Roles.Auditor]), (HelpReader.Administrator, [Roles.Administrator]),
    ];

    public required string? Q { get; init; }

    /// <summary>Whose articles are shown.</summary>
    public required HelpReader Reader { get; init; }

    /// <summary>Each with the number of its articles, the reader's own first.</summary>
    public required IReadOnlyList<(HelpReader Reader, int Count)> Tabs { get; init; }

    /// <summary>Null: nothing is looked for.</summary>
    public required HelpFound? Found { get; init; }

    public required IReadOnlyList<HelpArticle> Articles { get; init; }

    public static HelpPage Read(HelpLibrary library, ClaimsPrincipal user, string? q, string? @for)
    {
        var own = Own(user);
        HelpReader[] tabs = [.. own, .. new[] { HelpReader.Supplier, HelpReader.MasterUser, HelpReader.Applicant }.Except(own)];
        var reader = Enum.TryParse<HelpReader>(@for?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var chosen) && tabs.Contains(chosen) ? chosen : tabs[0];
        var typed = string.IsNullOrWhiteSpace(q) ? null : q.Trim()[..Math.Min(q.Trim().Length, LongestSearch)];
        return new HelpPage
        {
            Q = typed,
            Reader = reader,
            Tabs = [.. tabs.Select(tab => (tab, HelpTopics.All.Count(topic => topic.For.Contains(tab))))],
            Found = typed is null ? null : library.Find(typed, HelpTopics.All.Where(topic => !topic.IsForStaff || IsStaff(user))),
            Articles = typed is null ? [.. HelpTopics.All.Where(topic => topic.For.Contains(reader)).Select(library.Of)] : [],
        };
    }

    /// <summary>As it stands in an address: <c>master-user</c>.</summary>
    public static string NameOf(HelpReader reader) => reader is HelpReader.MasterUser ? "master-user" : reader.ToString().ToLowerInvariant();

    /// <summary>Whose articles concern this person; a visitor is asked to register first.</summary>
    public static HelpReader[] Own(ClaimsPrincipal user) => user switch
    {
        _ when IsStaff(user) => [.. Kinds.Where(kind => kind.Roles.Any(user.IsInRole)).Select(kind => kind.Reader)],
        _ when user.IsInRole(Roles.MasterUser) => [HelpReader.Supplier, HelpReader.MasterUser],
        _ when user.IsInRole(Roles.Supplier) => [HelpReader.Supplier],
        _ => [HelpReader.Applicant],
    };

    public static bool IsStaff(ClaimsPrincipal user) => Kinds.SelectMany(kind => kind.Roles).Any(user.IsInRole);
}

/// <summary>One article.</summary>
/// <param name="Article">What it says.</param>
/// <param name="Related">Titles and addresses of others.</param>
/// <param name="Pages">The entries of the reader's own menu that it explains.</param>
public sealed record ArticlePage(HelpArticle Article, IReadOnlyList<HelpArticle> Related, IReadOnlyList<Navigation.Entry> Pages)
{
    public static ArticlePage Read(HelpLibrary library, HttpContext http, HelpTopic topic) => new(
        library.Of(topic),
        [.. topic.Related.Select(key => HelpTopics.Of(key)!).Where(other => !other.IsForStaff || HelpPage.IsStaff(http.User)).Select(library.Of)],
        [.. Navigation.Of(http).Where(entry => topic.Pages.Contains(entry.Address))]);
}
