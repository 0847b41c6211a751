using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Domain.Offers;

/// <summary>
/// A content on its way to become binding, with all that decides whether it may. The page of the form asks it for the check-list,
/// the offer asks it again when it is submitted.
/// </summary>
/// <param name="Content">As it was reviewed.</param>
/// <param name="Supplier">Whose offer it is.</param>
/// <param name="MaySubmit">Whether the person may submit for the supplier.</param>
/// <param name="Instant">When the server had read the request, in UTC; it decides whether the offer is in time.</param>
public sealed record Submission(OfferContent Content, Supplier Supplier, bool MaySubmit, DateTime Instant)
{
    /// <summary>The number of the latest amendment when the person saw the round.</summary>
    public required int AmendmentSeen { get; init; }

    /// <summary>The table of VAT.</summary>
    public required IReadOnlyList<VatCategory> VatCategories { get; init; }

    /// <summary>The person was asked about blank lines and has said that they are meant.</summary>
    public bool BlanksAreMeant { get; init; }

    /// <summary>Until then the person does not submit, since access was restored a short while ago; in UTC. Null: no such time.</summary>
    public DateTime? HeldUntil { get; init; }

    /// <summary>Files of the content whose bytes are not all there.</summary>
    public IReadOnlyList<OfferAttachment> MissingFiles { get; init; } = [];

    /// <summary>The own offer of the round before; null in the first.</summary>
    public OfferBefore? Before { get; init; }

    /// <summary>What stands between the content and a binding offer: all of it at once, each at its field.</summary>
    public IEnumerable<BrokenRule> WhatBlocks(Round round) =>
        [.. Person(round), .. Terms(round), .. Lines(round), .. Questions(round), .. Files()];

    /// <summary>The first day that is not long enough is the day before this one.</summary>
    public static DateOnly ValidUntilAtLeast(Round round) => round.DeadlineDay.AddDays(round.OfferValidityDays);

    private IEnumerable<BrokenRule> Person(Round round)
    {
        if (Supplier.StateAt(Instant) is SupplierState.Suspended)
        {
            yield return new(SupplierRules.Suspended);
        }

        if (!MaySubmit)
        {
            yield return Offer.MayNot(HeldUntil);
        }

        if (AmendmentSeen != round.AmendmentNo)
        {
            yield return new(OfferRules.AmendmentNotSeen, nameof(round.AmendmentNo), round.AmendmentNo);
        }
    }

    private IEnumerable<BrokenRule> Terms(Round round)
    {
        if (!round.Currencies.Contains(Content.Currency))
        {
            yield return new(OfferRules.CurrencyNotAllowed, nameof(OfferContent.Currency), string.Join(", ", round.Currencies));
        }

        if (Content.Vat is null)
        {
            yield return new(OfferRules.VatMissing, nameof(OfferContent.Vat));
        }
        else if (!IsValid(Content.Vat))
        {
            yield return new(OfferRules.VatNotValid, nameof(OfferContent.Vat));
        }

        if (IncotermsRule(round) is { } rule)
        {
            yield return rule;
        }

        var atLeast = ValidUntilAtLeast(round);
        if (Content.ValidUntil is null)
        {
            yield return new(OfferRules.ValidityMissing, nameof(OfferContent.ValidUntil), atLeast);
        }
        else if (Content.ValidUntil < atLeast)
        {
            yield return new(OfferRules.ValidityTooShort, nameof(OfferContent.ValidUntil), atLeast);
        }
    }

    private BrokenRule? IncotermsRule(Round round) => Content.Incoterms switch
    {
        null or { Rule: "", Place: "" } => round.RequiresIncoterms ? new(OfferRules.IncotermsMissing, nameof(OfferContent.Incoterms)) : null,
        { Rule: "" } => new(OfferRules.IncotermsMissing, nameof(OfferContent.Incoterms)),
        { IsKnown: false } => new(OfferRules.IncotermsUnknown, nameof(OfferContent.Incoterms)),
        { Place: "" } => new(OfferRules.PlaceMissing, "IncotermsPlace"),
        _ => null,
    };

    private IEnumerable<BrokenRule> Lines(Round round)
    {
        var lines = Content.Lines.ToDictionary(line => line.ItemNumber);
        if (Content.LinesOffered == 0)
        {
            yield return new(OfferRules.NothingOffered, OfferContent.ItemsInOrder(round).FirstOrDefault() is { } first ? PriceOf(first) : null);
        }

        List<RoundItem> blank = [];
        // Where there are lots, each is offered whole or not at all.
        var offeredLots = Content.Lines.Where(line => line.IsOffered).Join(round.Items, line => line.ItemNumber, item => item.Number, (_, item) => item.Lot).ToHashSet();
        foreach (var item in OfferContent.ItemsInOrder(round))
        {
            var line = lines.GetValueOrDefault(item.Number) ?? new OfferEntry(item.Number, null, null);
            if (round.RequiresAllItems && !line.IsOffered && (!round.HasLots || offeredLots.Contains(item.Lot)))
            {
                yield return round.HasLots && round.LotOf(item) is { } lot ? new(OfferRules.WholeLotRequired, PriceOf(item), item.Number, lot.No)
                    : new(OfferRules.AllItemsRequired, PriceOf(item), item.Number);
            }
            else if (line.IsBlank)
            {
                blank.Add(item);
            }

            foreach (var rule in line.IsOffered ? Offered(round, item, line) : [])
            {
                yield return rule;
            }
        }

        if (blank.Count > 0 && !BlanksAreMeant)
        {
            yield return new(OfferRules.LinesBlank, PriceOf(blank[0]), blank.Count, string.Join(", ", blank.Take(20).Select(item => item.Number)));
        }
    }

    private IEnumerable<BrokenRule> Offered(Round round, RoundItem item, OfferEntry line)
    {
        string Field(string name) => OfferContent.FieldOf(item.Number, name);
        if (line.Quantity > item.Quantity)
        {
            yield return new(OfferRules.QuantityTooLarge, Field(nameof(line.Quantity)), item.Number, item.Quantity);
        }
        else if (!round.AllowsPartialQuantities && line.Quantity != item.Quantity)
        {
            yield return new(OfferRules.QuantityNotAsAsked, Field(nameof(line.Quantity)), item.Number, item.Quantity);
        }

        if (!round.AllowsSubstitutes && line.Substitute.Length > 0)
        {
            yield return new(OfferRules.SubstituteNotAllowed, Field(nameof(line.Substitute)), item.Number);
        }

        if (line.Vat is { } vat && !IsValid(vat))
        {
            yield return new(OfferRules.VatNotValid, Field(nameof(line.Vat)));
        }
    }

    private IEnumerable<BrokenRule> Questions(Round round)
    {
        var answered = Content.Answers.Select(answer => answer.Question).Concat(Content.Attachments.Select(file => file.Question ?? 0)).ToHashSet();
        var offered = Content.Lines.Where(line => line.IsOffered).Select(line => line.ItemNumber).ToHashSet();
        return round.Questions.Where(question => question.IsMandatoryFor(offered) && !answered.Contains(question.No)).OrderBy(question => question.No)
            .Select(question => new BrokenRule(OfferRules.QuestionUnanswered, OfferContent.FieldOf(question.No), question.No, question.Text));
    }

    private IEnumerable<BrokenRule> Files() =>
        MissingFiles.Select(file => new BrokenRule(OfferRules.FileMissing, nameof(OfferContent.Attachments), file.Name));

    private bool IsValid(Vat vat) => VatCategories.Any(category =>
        category.Code == vat.Category && category.Percent == vat.Percent && category.IsValidOn(WorkingDays.DayOf(Instant)));

    private static string PriceOf(RoundItem item) => OfferContent.FieldOf(item.Number, nameof(OfferEntry.UnitPrice));
}
