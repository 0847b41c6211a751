using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>The draft, until it is published.</summary>
public sealed partial class Round
{
    private static readonly DateTime NoDeadlineYet = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public bool HasDeadline => Deadline != NoDeadlineYet;

    public void Revise(RoundTerms terms)
    {
        RefuseUnlessDraft();
        Take(terms);
        Changed(new RoundRevised(Name));
    }

    public void ReplaceItems(IEnumerable<RoundItem> items)
    {
        RefuseUnlessDraft();
        _items.Clear();
        _items.AddRange(items);
        Changed(new RoundRevised(Name));
    }

    public void ReplaceQuestions(IEnumerable<RoundQuestion> questions)
    {
        RefuseUnlessDraft();
        _questions.Clear();
        _questions.AddRange(questions);
        Changed(new RoundRevised(Name));
    }

    public void ChooseSuppliers(IEnumerable<long> suppliers)
    {
        RefuseUnlessDraft();
        _chosenSuppliers.Clear();
        _chosenSuppliers.AddRange(suppliers.Distinct());
        Changed(new RoundRevised(Name));
    }

    /// <summary>Submission starts, and the suppliers are invited.</summary>
    /// <param name="invitedSuppliers">By key.</param>
    /// <param name="now">In UTC.</param>
    public void Publish(IEnumerable<long> invitedSuppliers, DateTime now)
    {
        RefuseUnlessDraft();
        (State, PublishedAt) = (RoundState.Published, now);
        _invitations.AddRange(invitedSuppliers.Distinct().Select(supplier => new Invitation(this, supplier, now)));
        Changed(new RoundPublished(Name, Deadline));
    }

    private void RefuseUnlessDraft() => RuleViolation.ThrowIf(State is not RoundState.Draft, RoundRules.NotADraft);

    private void Take(RoundTerms terms)
    {
        RuleViolation.ThrowIf(terms.Deadline?.Ticks % TimeSpan.TicksPerMinute > 0, RoundRules.DeadlineNotWholeMinute);
        (Kind, Title, SearchTitle, Description) = (terms.Kind, terms.Title, Search.Folded(terms.Title), terms.Description);
        (Deadline, TimeZone, ClarificationsUntil) = (terms.Deadline ?? NoDeadlineYet, terms.TimeZone, terms.ClarificationsUntil);
        (RequiresIncoterms, DesiredDelivery) = (terms.RequiresIncoterms, terms.DesiredDelivery);
        (PaymentTerms, DeliveryTerms, OfferValidityDays) = (terms.PaymentTerms, terms.DeliveryTerms, terms.OfferValidityDays);
        (AllowsPartialQuantities, RequiresAllItems, AllowsSubstitutes) = (terms.AllowsPartialQuantities, terms.RequiresAllItems, terms.AllowsSubstitutes);
        (OpeningRule, OpenerId, SecondOpenerId, ShowsOfferCount) = (terms.OpeningRule, terms.OpenerId, terms.SecondOpenerId, terms.ShowsOfferCount);
        (Audience, EstimatedValue, ComparisonCurrency) = (terms.Audience, terms.EstimatedValue, terms.ComparisonCurrency);
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
