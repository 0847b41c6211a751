using System.Globalization;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>Before the deadline the buyer may change what is asked: by numbered amendments, each with its reason and its comparison.</summary>
public sealed partial class Round
{
    /// <summary>The highest line number that was ever published; none up to it is given again. 0 before the first amendment.</summary>
    public int LastLine { get; private set; }

    /// <summary>The same of questions.</summary>
    public int LastQuestion { get; private set; }

    public bool CanBeAmendedAt(DateTime now) => StateAt(now) is RoundState.Published;

    /// <summary>Whether a line of this number was asked for once and is no more.</summary>
    public bool WasRemoved(string itemNumber) => itemNumber.Length == 4
        && int.TryParse(itemNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line <= LastLine && _items.All(item => item.Number != itemNumber);

    /// <summary>Whether a question of this number was asked once and is no more.</summary>
    public bool WasRemoved(int question) => question <= LastQuestion && _questions.All(one => one.No != question);

    /// <summary>As it stands.</summary>
    /// <param name="documents">Of the customer's documentation, which lie elsewhere.</param>
    public RoundContent Content(IEnumerable<RoundPaper> documents) => new()
    {
        Title = Title,
        Description = Description,
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
        EstimatedValue = EstimatedValue,
        Items = [.. _items.OrderBy(item => item.Number, StringComparer.Ordinal).Select(item => item with { })],
        Questions = [.. _questions.OrderBy(question => question.No).Select(question => question with { })],
        Documents = [.. documents],
    };

    /// <summary>A copy as it would be, or as it once was, with this content: to be judged and to be shown, never to be stored.</summary>
    /// <param name="content">All of it.</param>
    /// <param name="deadline">In UTC; null: as it stands.</param>
    public Round With(RoundContent content, DateTime? deadline = null)
    {
        var copy = new Round
        {
            Event = Event,
            No = No,
            SiteId = SiteId,
            Kind = Kind,
            State = State,
            TimeZone = TimeZone,
            Deadline = deadline ?? Deadline,
            ClarificationsUntil = ClarificationsUntil,
            AmendmentNo = AmendmentNo,
            LastLine = LastLine,
            LastQuestion = LastQuestion,
        };
        Replace(copy._lots, _lots.Select(lot => lot with { }));
        copy.Take(content);
        return copy;
    }

    /// <summary>What the content itself lacks, by the same rules as a draft's.</summary>
    internal IEnumerable<BrokenRule> WhatContentLacks() =>
    [
        .. WhatTitleLacks(), .. WhatCurrenciesLack(),
        .. WorthFor(null) is null ? [new(PublishingRules.EstimateMissing, nameof(EstimatedValue))] : Array.Empty<BrokenRule>(),
        .. WhatItemsLack(), .. WhatLotsLack(), .. Questions.SelectMany(WhatQuestionLacks),
    ];

    /// <summary>Part of an amendment's publishing, which has judged it.</summary>
    /// <param name="amendment">With what it makes of the round.</param>
    /// <param name="isMaterial">Whether offers must be confirmed.</param>
    /// <param name="deadline">The later one, in UTC; null: it stays.</param>
    /// <param name="now">In UTC.</param>
    /// <returns>The amendment's number, and from when to when the deadline goes.</returns>
    internal (int No, ChangedDeadline? Deadline) Amend(Amendment amendment, bool isMaterial, DateTime? deadline, DateTime now)
    {
        RefuseUnlessAcceptingAt(now);
        ChangedDeadline? moved = deadline is { } later ? new(Deadline, later) : null;
        AmendmentNo++;
        LastLine = Math.Max(LastLine, HighestLine(amendment.Was.Items));
        LastQuestion = Math.Max(LastQuestion, amendment.Was.Questions.Select(question => question.No).DefaultIfEmpty(0).Max());
        var was = amendment.Was.Items.ToDictionary(item => item.Number);
        Take(amendment.Becomes with
        {
            Items = [.. amendment.Becomes.Items.Select(item => item with
            {
                AmendmentNo = was.GetValueOrDefault(item.Number) is { } before && IsAskedAlike(before, item) ? before.AmendmentNo : AmendmentNo,
            })],
        });
        LastLine = Math.Max(LastLine, HighestLine(_items));
        LastQuestion = Math.Max(LastQuestion, _questions.Select(question => question.No).DefaultIfEmpty(0).Max());
        if (moved is not null)
        {
            // Time for questions goes on with the time for offers.
            (Deadline, ClarificationsUntil) = (moved.To, ClarificationsUntil + (moved.To - moved.From));
        }

        Changed(new RoundAmended(Name, AmendmentNo, isMaterial, moved));
        return (AmendmentNo, moved);
    }

    internal void PutAmendmentTo(long approverId)
    {
        PutTo(approverId);
        Changed(new AmendmentPutToApprover(Name, approverId));
    }

    internal static int HighestLine(IEnumerable<RoundItem> items) =>
        items.Select(item => int.Parse(item.Number, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();

    // An offer for it still says what it said.
    private static bool IsAskedAlike(RoundItem was, RoundItem item) =>
        (was.Quantity, was.Unit, was.PriceUnit) == (item.Quantity, item.Unit, item.PriceUnit);

    private void Take(RoundContent content)
    {
        (Title, SearchTitle, Description) = (content.Title, Search.Folded(content.Title), content.Description);
        (ComparisonCurrency, EstimatedValue, OfferValidityDays) = (content.ComparisonCurrency, content.EstimatedValue, content.OfferValidityDays);
        (RequiresIncoterms, DesiredDelivery) = (content.RequiresIncoterms, content.DesiredDelivery);
        (PaymentTerms, DeliveryTerms) = (content.PaymentTerms, content.DeliveryTerms);
        (AllowsPartialQuantities, RequiresAllItems, AllowsSubstitutes) = (content.AllowsPartialQuantities, content.RequiresAllItems, content.AllowsSubstitutes);
        Replace(_rates, content.Rates.Select(rate => rate with { }));
        // What stays as it is stays the very line that is stored.
        var there = _items.ToDictionary(item => item.Number);
        Replace(_items, content.Items.Select(item => there.GetValueOrDefault(item.Number) is { } same && same == item ? same : item with { }));
        Replace(_questions, content.Questions.Select(question => question with { }));
    }
}

/// <summary>Everybody who is invited is told what changed.</summary>
/// <param name="Subject">The round.</param>
/// <param name="No">The amendment's number.</param>
/// <param name="IsMaterial">Whether offers have to be confirmed.</param>
/// <param name="Deadline">Where it moved in the same act.</param>
public sealed record RoundAmended(string Subject, int No, bool IsMaterial, ChangedDeadline? Deadline) : Announcement(Subject);

/// <summary>The approver is told.</summary>
public sealed record AmendmentPutToApprover(string Subject, long ApproverId) : Announcement(Subject);
