using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Events;

/// <summary>The list of events: suppliers see those they are invited to, staff those that concern them.</summary>
public sealed class EventList
{
    private const int Few = 4_000;

    public required EventFilter Filter { get; init; }

    public required bool ForSupplier { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>Counted up to <see cref="PagerTagHelper.Most"/> + 1.</summary>
    public required int Count { get; init; }

    public required IReadOnlyList<Row> Rows { get; init; }

    public required IReadOnlyList<CategoryChoice> Categories { get; init; }

    /// <summary>How many there are by the other filters alone, where the list is empty by that on the status.</summary>
    public int OfOtherStatus { get; init; }

    public bool HasMore => Count > PagerTagHelper.Most;

    public sealed record CategoryChoice(string Code, string Name);

    public sealed class Row
    {
        public required string Number { get; init; }

        public required int No { get; init; }

        public required EventKind Kind { get; init; }

        public required string Title { get; init; }

        public required string Place { get; init; }

        public required string PlaceEn { get; init; }

        public required RoundState StoredState { get; init; }

        public required DateTime Deadline { get; init; }

        public required bool WasOpened { get; init; }

        public required string? Buyer { get; init; }

        public required InvitationState? Invitation { get; init; }

        public required EventCard.OwnOffer? Offer { get; init; }

        /// <summary>An approver gave back the draft, or the decision.</summary>
        public bool IsReturned { get; init; }

        /// <summary>A supplier asks, and nobody has answered; for staff.</summary>
        public bool HasOpenQuestion { get; init; }

        public bool IsFoundEmpty { get; init; }

        public string Name => $"{Number}/{No}";

        public string Path => $"/events/{Number}/{No}";

        public bool HasDeadline => Round.IsSet(Deadline);

        public RoundState StateAt(DateTime now) => StoredState.At(Deadline, now);
    }

    public static async Task<EventList> Read(PortalDbContext db, Scope reader, EventFilter filter, DateTime now)
    {
        var forSupplier = reader.SupplierId is not null;
        var theirs = await Narrowed(db, Theirs(db, reader, filter.Mine), filter.LookedForInside);
        var categories = await Covered(db, filter.Category);
        var ofAnyStatus = OfAnyStatus(db, theirs, filter, categories, now, forSupplier);
        var mine = filter.OfStatus(ofAnyStatus, now, forSupplier);
        var count = await mine.Take(PagerTagHelper.Most + 1).CountAsync();
        if (forSupplier && count > PagerTagHelper.Most && filter.Order.By == "number")
        {
            // Where there are so many, a page is soon met in the order of the list; all of them would have to be gathered to be sorted.
            mine = filter.OfStatus(OfAnyStatus(db, TheirsInOrder(db, reader, filter.Mine), filter, categories, now, forSupplier), now, forSupplier);
        }

        var rows = count == 0 ? [] : await Project(db,
            filter.Sorted(mine, db.Sites).Skip((filter.PageNo - 1) * EventFilter.PageSize).Take(EventFilter.PageSize), reader.SupplierId).ToListAsync();
        return new EventList
        {
            Filter = filter,
            ForSupplier = forSupplier,
            Now = now,
            Count = count,
            Rows = rows,
            Categories = await Choices(db, reader),
            OfOtherStatus = count > 0 || filter.State is null ? 0 : await ofAnyStatus.Take(PagerTagHelper.Most + 1).CountAsync(),
        };
    }

    /// <summary>The applied filters; each can be taken off by itself.</summary>
    public IReadOnlyList<Token> Tokens(IStringLocalizer<Texts> texts)
    {
        List<Token> tokens = [];
        if (Filter.Typed is { } typed)
        {
            tokens.Add(new(texts["Number or words: {0}", typed], "q", "number", "text"));
        }

        if (Filter.State is { } state)
        {
            tokens.Add(new(texts["Status: {0}", EventWords.State(ForSupplier ? state.ForSuppliers() : state)], "status"));
        }

        if (Categories.FirstOrDefault(one => one.Code == Filter.Category) is { } category)
        {
            tokens.Add(new(texts["Category: {0}", category.Name], "category"));
        }

        if (DeadlineWords(texts).FirstOrDefault(one => Filter.IsOf(one.Value)) is { Text: { } deadline })
        {
            tokens.Add(new(texts["Deadline: {0}", deadline], "deadline"));
        }

        tokens.AddRange(ForSupplier ? [] : MonthTokens(texts));
        if (Filter.Mine)
        {
            tokens.Add(new(MineWords(texts), "mine"));
        }

        return tokens;
    }

    private IEnumerable<Token> MonthTokens(IStringLocalizer<Texts> texts)
    {
        (string? Typed, string Name, Func<string, LocalizedString> Words)[] months =
        [
            (Filter.Deadline, "deadline", month => texts["Deadline: {0}", month]),
            (Filter.Published, "published", month => texts["Published: {0}", month]),
            (Filter.Opened, "opened", month => texts["Opened: {0}", month]),
            (Filter.Decided, "decided", month => texts["Decided: {0}", month]),
        ];
        foreach (var (typed, name, words) in months)
        {
            if (CalendarMonth.Parse(typed) is { } month)
            {
                yield return new(words(month.Shown), name);
            }
        }

        if (Filter.HasOneOffer)
        {
            yield return new(texts["With one offer"], "offers");
        }
    }

    public string MineWords(IStringLocalizer<Texts> texts) => ForSupplier ? texts["Only those we take part in"] : texts["Only those I run"];

    public static IReadOnlyList<(string Value, string Text)> DeadlineWords(IStringLocalizer<Texts> texts) =>
        [("today", texts["today"]), ("3days", texts["within 3 days"]), ("week", texts["this week"])];

    // Where many may have it, enough are soon met in the order of the list.
    private static async Task<IQueryable<Round>> Narrowed(PortalDbContext db, IQueryable<Round> rounds, string? typed) =>
        typed is null || db.RoundsWith(typed) is not { } some || await some.Take(Few + 1).CountAsync() > Few ? rounds : rounds.Where(r => some.Contains(r.Id));

    private static IQueryable<Round> OfAnyStatus(PortalDbContext db, IQueryable<Round> rounds, EventFilter filter, long[]? categories, DateTime now, bool forSupplier)
    {
        rounds = filter.OfAnyStatus(rounds, now, forSupplier);
        rounds = categories is null ? rounds : rounds.Where(r => r.Categories.Any(category => categories.Contains(category)));
        return forSupplier || !filter.HasOneOffer ? rounds
            : rounds.Where(r => r.OpenedAt != null && db.Offers.Count(o => o.Round.Id == r.Id && o.OpenedIntact == true) == 1);
    }

    /// <summary>From the end that is smaller: a supplier's list begins with its invitations.</summary>
    internal static IQueryable<Round> Theirs(PortalDbContext db, Scope reader, bool onlyMine)
    {
        var (person, supplier) = (reader.PersonId, reader.SupplierId);
        return supplier is not null ? db.Invitations.AsNoTracking()
                .Where(i => i.SupplierId == supplier && (!onlyMine || i.State == InvitationState.WillTakePart)).Select(i => i.Round)
            : onlyMine ? db.Rounds.AsNoTracking().Where(r => db.RunnersOfEvents.Where(e => e.AccountId == person).Select(e => e.EventId).Contains(EF.Property<long>(r, "EventId")))
            : db.Rounds.AsNoTracking();
    }

    // From the other end: the wall asks of each round whether the company is invited.
    private static IQueryable<Round> TheirsInOrder(PortalDbContext db, Scope reader, bool onlyMine) => db.Rounds.AsNoTracking()
        .Where(r => !onlyMine || r.Invitations.Any(i => i.SupplierId == reader.SupplierId && i.State == InvitationState.WillTakePart));

    /// <summary>Of rounds that are few already: a page is cut before, not after. A supplier has one invitation and one offer a round, so that they are joined.</summary>
    internal static IQueryable<Row> Project(PortalDbContext db, IQueryable<Round> rounds, long? supplier) =>
        from r in rounds
        from site in db.Sites.Where(s => s.Id == r.SiteId)
        from o in db.Offers.Where(o => o.Round.Id == r.Id && o.SupplierId == supplier).DefaultIfEmpty()
        select new Row
        {
            Number = r.Number,
            No = r.No,
            Kind = r.Kind,
            Title = r.Title,
            Place = r.PracticeOfId == null ? site.Name : EventCard.Place.None.Name,
            PlaceEn = r.PracticeOfId == null ? site.NameEn : EventCard.Place.None.NameEn,
            StoredState = r.State,
            Deadline = r.Deadline,
            WasOpened = r.OpenedAt != null,
            Buyer = supplier == null ? db.Accounts.Where(a => a.Id == r.Event.BuyerId).Select(a => a.FullName).FirstOrDefault() : null,
            Invitation = r.Invitations.Where(i => i.SupplierId == supplier).Select(i => (InvitationState?)i.State).FirstOrDefault(),
            IsReturned = supplier == null && (r.State == RoundState.Draft ? r.ReturnComment != null : db.Awards.Any(a => a.RoundId == r.Id && a.State == AwardState.Returned)),
            HasOpenQuestion = supplier == null && r.State == RoundState.Published && db.Clarifications.Any(c => c.RoundId == r.Id && c.Answer == null),
            IsFoundEmpty = r.FoundEmptyAt != null,
            Offer = o == null ? null : new EventCard.OwnOffer(o.State, o.VersionNo, o.WorkingCopyNo, o.SubmittedCopyNo),
        };

    private static async Task<long[]?> Covered(PortalDbContext db, string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return null;
        }

        return [.. await db.Categories.Where(c => db.Categories.Any(above => above.Code == code && c.Path.StartsWith(above.Path))).Select(c => c.Id).ToListAsync()];
    }

    // A supplier chooses among what it is approved for, staff among the upper levels of the tree.
    private static async Task<IReadOnlyList<CategoryChoice>> Choices(PortalDbContext db, Scope reader)
    {
        var categories = reader.SupplierId is { } supplier
            ? db.Categories.Where(c => db.Suppliers.Any(s => s.Id == supplier && s.Categories.Any(one => one.CategoryId == c.Id)))
            : db.Categories.Where(c => c.ParentId == null || c.Parent!.ParentId == null);
        var found = await categories.OrderBy(c => c.Code).Select(c => new { c.Code, c.Name, c.NameEn }).Take(300).ToListAsync();
        return [.. found.Select(c => new CategoryChoice(c.Code, EventWords.Say(c.NameEn, c.Name)))];
    }

    /// <summary>The buyer's name in short.</summary>
    public static string Initials(string? name) => name is null ? Shown.None : UserAccount.ShortNameOf(name);
}
