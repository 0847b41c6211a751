using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>The draft, until it is published.</summary>
public sealed partial class Round
{
    /// <summary>Forms and pages are made for so many.</summary>
    public const int MostQuestions = 200;

    private static readonly DateTime NoDeadlineYet = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public bool HasDeadline => IsSet(Deadline);

    /// <summary>The day of the deadline in the event's zone.</summary>
    public DateOnly DeadlineDay => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Deadline, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)));

    /// <summary>Whether a stored deadline is one: a draft without one is kept with a moment that never comes.</summary>
    public static bool IsSet(DateTime deadline) => deadline != NoDeadlineYet;

    public void Revise(RoundTerms terms)
    {
        RefuseUnlessDraft();
        RuleViolation.ThrowIfAny(EventKinds.Offered.Contains(terms.Kind) ? [] : [new(RoundRules.KindNotOffered, nameof(Kind))]);
        // How many rounds there are at most was announced with the first, and is true for all that follow it.
        Take(IsFurther ? terms with { AnnouncedRounds = AnnouncedRounds } : terms);
        Changed(new RoundRevised(Name));
    }

    /// <summary>A line keeps its number for ever; a new one takes the next.</summary>
    public void ReplaceItems(IEnumerable<RoundItem> items)
    {
        RefuseUnlessDraft();
        TakeItems([.. items]);
        Changed(new RoundRevised(Name));
    }

    /// <summary>Items together with the lots that they name.</summary>
    public void ReplaceItems(IEnumerable<RoundItem> items, IEnumerable<RoundLot> lots)
    {
        RefuseUnlessDraft();
        TakeLots(lots);
        TakeItems([.. items]);
        Changed(new RoundRevised(Name));
    }

    private void TakeItems(RoundItem[] all)
    {
        RefuseTooMany(all.Length, HighestLine(all));
        RuleViolation.ThrowIfAny(all.GroupBy(item => item.Number).Where(same => same.Count() > 1)
            .Select(same => new BrokenRule(RoundRules.SameNumberTwice, null, same.Key)));
        RuleViolation.ThrowIfAny(all.Where(item => !RoundItem.PriceUnits.Contains(item.PriceUnit))
            .Select(item => new BrokenRule(RoundRules.PriceUnitUnknown, nameof(RoundItem.PriceUnit), item.Number)));
        RuleViolation.ThrowIfAny(all.Where(item => item.Lot is { } lot && _lots.All(one => one.No != lot))
            .Select(item => new BrokenRule(RoundRules.NoSuchLot, nameof(RoundItem.Lot), item.Lot!)));
        Replace(_items, all);
    }

    public void ReplaceQuestions(IEnumerable<RoundQuestion> questions)
    {
        RefuseUnlessDraft();
        RoundQuestion[] all = [.. questions];
        RuleViolation.ThrowIf(all.Length > MostQuestions, RoundRules.TooManyQuestions, MostQuestions);
        Replace(_questions, all);
        Changed(new RoundRevised(Name));
    }

    public void ChooseSuppliers(IEnumerable<long> suppliers)
    {
        RefuseUnlessDraft();
        Replace(_chosenSuppliers, suppliers.Distinct());
        Changed(new RoundRevised(Name));
    }

    /// <summary>Until the round is decided. The responsible buyer always belongs to it; who approves never does.</summary>
    public void ChangeTeam(IEnumerable<long> accounts)
    {
        long[] members = [.. accounts];
        RuleViolation.ThrowIf(State.IsFinal(), TeamRules.Decided);
        RuleViolation.ThrowIfAny(Decides(members) ? [new BrokenRule(TeamRules.WouldApproveOwn, "Members")] : []);
        Event.Take(members);
        Changed(new TeamChanged(Name, [.. Event.Team.Select(member => member.AccountId)]));
    }

    /// <summary>Whether one of them has to decide on this round just now, which nobody of its team may.</summary>
    public bool Decides(IReadOnlyCollection<long> accounts) =>
        (State is RoundState.PendingApproval or RoundState.AwardProposed && ApproverId is { } approver && accounts.Contains(approver))
        || (CancellationApproverId is { } other && accounts.Contains(other));

    private void RefuseUnlessDraft() => RuleViolation.ThrowIf(State is not RoundState.Draft, RoundRules.NotADraft);

    /// <summary>As they stand: whatever <see cref="Take(RoundTerms)"/> takes.</summary>
    private RoundTerms Terms() => new()
    {
        Kind = Kind,
        Title = Title,
        Description = Description,
        Deadline = IsSet(Deadline) ? Deadline : null,
        TimeZone = TimeZone,
        ClarificationsUntil = ClarificationsUntil,
        ComparisonCurrency = ComparisonCurrency,
        Rates = [.. _rates.Select(rate => rate with { })],
        RequiresIncoterms = RequiresIncoterms,
        DesiredDelivery = DesiredDelivery,
        PaymentTerms = PaymentTerms,
        DeliveryTerms = DeliveryTerms,
        AllowsPartialQuantities = AllowsPartialQuantities,
        RequiresAllItems = RequiresAllItems,
        AllowsSubstitutes = AllowsSubstitutes,
        OfferValidityDays = OfferValidityDays,
        OpeningRule = OpeningRule,
        OpenerId = OpenerId,
        SecondOpenerId = SecondOpenerId,
        ShowsOfferCount = ShowsOfferCount,
        Debrief = Debrief,
        Audience = Audience,
        Categories = [.. _categories],
        EstimatedValue = EstimatedValue,
        AnnouncedRounds = AnnouncedRounds,
        PricesOnlyFall = PricesOnlyFall,
        EarlierOffersStand = EarlierOffersStand,
    };

    private void Take(RoundTerms terms)
    {
        RuleViolation.ThrowIf(terms.Deadline?.Ticks % TimeSpan.TicksPerMinute > 0, RoundRules.DeadlineNotWholeMinute);
        (Kind, Title, SearchTitle, Description) = (terms.Kind, terms.Title, Search.Folded(terms.Title), terms.Description);
        (Deadline, TimeZone, ClarificationsUntil) = (terms.Deadline ?? NoDeadlineYet, terms.TimeZone, terms.ClarificationsUntil);
        (RequiresIncoterms, DesiredDelivery) = (terms.RequiresIncoterms, terms.DesiredDelivery);
        (PaymentTerms, DeliveryTerms, OfferValidityDays) = (terms.PaymentTerms, terms.DeliveryTerms, terms.OfferValidityDays);
        (AllowsPartialQuantities, RequiresAllItems, AllowsSubstitutes) = (terms.AllowsPartialQuantities, terms.RequiresAllItems, terms.AllowsSubstitutes);
        (OpeningRule, OpenerId, SecondOpenerId, ShowsOfferCount) = (terms.OpeningRule, terms.OpenerId, terms.SecondOpenerId, terms.ShowsOfferCount);
        (Audience, Debrief, EstimatedValue, ComparisonCurrency) = (terms.Audience, terms.Debrief, terms.EstimatedValue, terms.ComparisonCurrency);
        (PricesOnlyFall, EarlierOffersStand) = (IsFurther && terms.PricesOnlyFall, IsFurther && terms.EarlierOffersStand);
        AnnouncedRounds = terms.AnnouncedRounds;
        Replace(_rates, terms.Rates.Select(rate => rate with { }));
        Replace(_categories, terms.Categories);
    }

    private static void Replace<T>(List<T> list, IEnumerable<T> by)
    {
        T[] all = [.. by];
        list.Clear();
        list.AddRange(all);
    }
}

public sealed record RoundRevised(string Subject) : DomainEvent(Subject);

public sealed record TeamChanged(string Subject, IReadOnlyList<long> Accounts) : DomainEvent(Subject);
