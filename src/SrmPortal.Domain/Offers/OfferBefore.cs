using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Offers;

/// <summary>What a supplier offered in the round before, as it was opened: where its form begins, what its prices may not exceed, and what stands where nothing new comes.</summary>
/// <param name="Round"><c>20067776/0</c>.</param>
/// <param name="Content">Lines that were offered, terms and answers.</param>
/// <param name="Items">What was asked for there.</param>
public sealed record OfferBefore(string Round, OfferContent Content, IReadOnlyCollection<RoundItem> Items)
{
    private readonly Dictionary<string, (RoundItem Item, OfferEntry Line)> _offered = Content.Lines.Where(line => line.IsOffered)
        .Join(Items, line => line.ItemNumber, item => item.Number, (line, item) => (item, line)).ToDictionary(one => one.item.Number);

    /// <summary>The earlier price, for the item's price unit now; null where it was not offered, or in another unit.</summary>
    public decimal? PriceOf(RoundItem item) => _offered.TryGetValue(item.Number, out var there) && there.Item.Unit == item.Unit
        ? there.Line.UnitPrice!.Value * item.PriceUnit / there.Item.PriceUnit : null;

    /// <summary>The form of the further round before anything was saved: what was offered, for what is asked now. Documents are sealed to their round and stay there.</summary>
    /// <param name="round">The further one.</param>
    /// <param name="blank">Without the earlier offer.</param>
    public OfferContent Begin(Round round, OfferContent blank) => blank with
    {
        Currency = round.Currencies.Contains(Content.Currency) ? Content.Currency : blank.Currency,
        Vat = Content.Vat ?? blank.Vat,
        Incoterms = Content.Incoterms,
        PaymentTerms = Content.PaymentTerms,
        Comment = Content.Comment,
        ValidUntil = Content.ValidUntil is { } day && day >= Submission.ValidUntilAtLeast(round) ? day : null,
        Answers = [.. Content.Answers.Where(answer => round.Questions.FirstOrDefault(question => question.No == answer.Question) is { Type: not QuestionType.File } question && answer.Fits(question))],
        Lines = [.. blank.Lines.Select(line => Begin(round.Items.First(item => item.Number == line.ItemNumber), line, round))],
    };

    /// <summary>What of it takes part where nothing new comes: the lines that are asked for as before. Null: none is, or its currency isn't allowed any more.</summary>
    public OfferContent? StandingIn(Round round)
    {
        var asked = round.Items.ToDictionary(item => item.Number);
        bool IsAsBefore(RoundItem was) => asked.TryGetValue(was.Number, out var now) && (now.Unit, now.PriceUnit, now.Quantity) == (was.Unit, was.PriceUnit, was.Quantity);
        OfferEntry[] lines = [.. _offered.Values.Where(one => IsAsBefore(one.Item)).Select(one => one.Line)];
        return lines.Length == 0 || !round.Currencies.Contains(Content.Currency) ? null
            : Content with { Lines = lines, Answers = [.. Content.Answers.Where(answer => round.Questions.Any(question => question.No == answer.Question))] };
    }

    /// <summary>What is dearer than before, each at its field; in the currency of the earlier offer, as nobody could tell otherwise.</summary>
    public IEnumerable<BrokenRule> WhatRises(OfferContent content, Round round)
    {
        if (content.Currency != Content.Currency)
        {
            yield return new(OfferRules.CurrencyOfEarlier, nameof(OfferContent.Currency), Content.Currency, Round);
            yield break;
        }

        var items = round.Items.ToDictionary(item => item.Number);
        foreach (var line in content.Lines)
        {
            if (items.TryGetValue(line.ItemNumber, out var item) && WhyTooHigh(item, line.UnitPrice) is { } rule)
            {
                yield return rule with { Field = OfferContent.FieldOf(line.ItemNumber, nameof(OfferEntry.UnitPrice)) };
            }
        }
    }

    /// <summary>Null where the price is not above the earlier one.</summary>
    public BrokenRule? WhyTooHigh(RoundItem item, decimal? price) => PriceOf(item) is { } earlier && price > earlier
        ? new(OfferRules.PriceAboveEarlier, null, item.Number, earlier, Content.Currency, Round) : null;

    private OfferEntry Begin(RoundItem item, OfferEntry blank, Round round)
    {
        if (PriceOf(item) is not { } price || !HumanNumber.Fits(price, OfferEntry.PriceScale, OfferEntry.MaxPrice))
        {
            return blank;
        }

        var there = _offered[item.Number].Line;
        var quantity = round.AllowsPartialQuantities ? Math.Min(there.Quantity!.Value, item.Quantity) : item.Quantity;
        return new OfferEntry(item.Number, quantity, price)
        {
            Vat = there.Vat,
            DeliveryDate = there.DeliveryDate,
            Substitute = round.AllowsSubstitutes ? there.Substitute : "",
            Comment = there.Comment,
        };
    }
}
