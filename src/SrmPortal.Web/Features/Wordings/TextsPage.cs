using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Wordings;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Wordings;

/// <param name="Groups">In the order of the list.</param>
public sealed record TextsPage(IReadOnlyList<TextsPage.Group> Groups)
{
    public static async Task<TextsPage> Read(PortalDbContext db, TextsInForce texts)
    {
        // A new edition is there at once, whatever this instance still keeps in memory.
        var changed = await db.PortalTexts.AsNoTracking().Select(t => new
        {
            t.Key,
            t.DraftAt,
            Last = t.Editions.OrderByDescending(e => e.Edition).Select(e => new { e.Edition, e.PublishedAt }).FirstOrDefault(),
        }).ToDictionaryAsync(t => t.Key);
        return new TextsPage([.. texts.Groups.Select(group => new Group(group.Group, [.. group.Texts.DistinctBy(text => text.Key).Select(one =>
        {
            var (shipped, stored) = (texts.Shipped(one.Key)!, changed.GetValueOrDefault(one.Key));
            var isChanged = stored?.Last is { } last && last.Edition >= shipped.Edition;
            return new Row(one.Key, texts.Of(one.Key)!.Title, isChanged ? stored!.Last!.Edition : shipped.Edition, isChanged ? stored!.Last!.PublishedAt : shipped.Since, isChanged, stored?.DraftAt);
        })]))]);
    }

    public sealed record Group(string Title, IReadOnlyList<Row> Rows);

    /// <param name="Key">Of the text.</param>
    /// <param name="Title">In the reader's language.</param>
    /// <param name="Edition">In force.</param>
    /// <param name="Since">Published when, in UTC.</param>
    /// <param name="IsChanged">By the administrator.</param>
    /// <param name="DraftAt">When a draft was saved that waits; null: there is none.</param>
    public sealed record Row(string Key, string Title, int Edition, DateTime Since, bool IsChanged, DateTime? DraftAt)
    {
        public string Address => WriteTextPage.AddressOf(Key);
    }
}

/// <summary>Its fields are named like those of <see cref="TextForm"/>.</summary>
public sealed class WriteTextPage
{
    public required ShippedText Shipped { get; init; }

    public required TextStanding InForce { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime Since { get; init; }

    public required TextWords? Draft { get; init; }

    public required string? DraftBy { get; init; }

    public required DateTime? DraftAt { get; init; }

    public required int Revision { get; init; }

    /// <summary>The newest first; without the one that comes with the portal.</summary>
    public required IReadOnlyList<Published> Editions { get; init; }

    public string Key => Shipped.Key;

    public string Address => AddressOf(Key);

    public string Title => InForce.Words.In(Language.Current).Title;

    private TextWords Words => Draft ?? InForce.Words;

    public string RussianTitle => Words.Russian.Title;

    public string RussianBody => Words.Russian.Body;

    public string EnglishTitle => Words.English.Title;

    public string EnglishBody => Words.English.Body;

    public static string AddressOf(string key) => $"/administration/texts/{key.Replace('/', '.')}";

    public static async Task<WriteTextPage?> Read(PortalDbContext db, TextsInForce texts, string key)
    {
        if (texts.Shipped(key) is not { } shipped)
        {
            return null;
        }

        var text = await db.PortalTexts.AsNoTracking().Include(t => t.Editions).SingleOrDefaultAsync(t => t.Key == key);
        long[] people = [.. text?.Editions.Select(e => e.PublishedById).Append(text.DraftById ?? 0).Distinct() ?? []];
        var names = people.Length == 0 ? [] : await db.Accounts.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => UserAccount.ShortNameOf(a.FullName));
        var standing = text?.InForce(shipped.Standing) ?? shipped.Standing;
        return new WriteTextPage
        {
            Shipped = shipped,
            InForce = standing,
            Since = text?.Editions.FirstOrDefault(e => e.Edition == standing.Edition)?.PublishedAt ?? shipped.Since,
            Draft = text?.Draft,
            DraftBy = names.GetValueOrDefault(text?.DraftById ?? 0),
            DraftAt = text?.DraftAt,
            Revision = text?.Revision ?? 0,
            Editions = [.. text?.Editions.OrderByDescending(e => e.Edition).Select(e => new Published(e.Edition, e.PublishedAt, names.GetValueOrDefault(e.PublishedById, Shown.None), e.Reason, e.MustBeAccepted)) ?? []],
        };
    }

    public sealed record Published(int Edition, DateTime At, string By, string Reason, bool MustBeAccepted);
}

/// <summary>The last look before everybody reads it. Its fields are named like those of <see cref="PublishForm"/>.</summary>
public sealed class ReviewTextPage(WriteTextPage page)
{
    public WriteTextPage Page => page;

    public int Revision => page.Revision;

    public string? Reason { get; init; }

    public bool? MustBeAccepted { get; init; }

    /// <summary>How the draft looks in a language, and what has changed in it.</summary>
    public IEnumerable<(string Language, TextWording Draft, TextDifference Difference)> InLanguages(TextsInForce texts)
    {
        var (draft, inForce) = (texts.Filled(page.Shipped, page.Draft!), texts.Filled(page.Shipped, page.InForce.Words));
        return Language.All.Select(language => (language, draft.In(language), TextDifference.Between(inForce.In(language), draft.In(language))));
    }
}

/// <summary>One edition as it is kept, in both languages, also of a text that stands on other pages only.</summary>
public sealed record EditionPage(WriteTextPage Page, int Edition, TextWords Words)
{
    public static async Task<EditionPage?> Read(PortalDbContext db, TextsInForce texts, string key, int edition)
    {
        if (await WriteTextPage.Read(db, texts, key) is not { } page)
        {
            return null;
        }

        var words = (await db.TextEditions.AsNoTracking().SingleOrDefaultAsync(e => e.Key == key && e.Edition == edition))?.Standing.Words
            ?? (page.Shipped.Edition == edition ? page.Shipped.Words : null);
        return words is null ? null : new EditionPage(page, edition, texts.Filled(page.Shipped, words));
    }
}
