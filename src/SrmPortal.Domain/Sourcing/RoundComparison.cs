using System.Globalization;

namespace SrmPortal.Domain.Sourcing;

/// <summary>What a change does to offers that are there already.</summary>
public enum ChangeWeight
{
    /// <summary>Suppliers never see it: target prices, the estimate, an item's category.</summary>
    Internal,

    /// <summary>It says better what was asked already; offers stay in force.</summary>
    Clarifying,

    /// <summary>Something else is asked for: offers were made for what was.</summary>
    Material,
}

public enum ChangeKind { Added, Removed, Changed }

public enum ContentPart { Terms, Currencies, Items, Questions, Documents }

/// <summary>One field that is not what it was.</summary>
/// <param name="Name">As the record calls it: <c>Quantity</c>.</param>
/// <param name="Was">Null where there was none.</param>
/// <param name="Is">Null where there is none.</param>
/// <param name="Weight">What it does to offers.</param>
public sealed record ChangedField(string Name, object? Was, object? Is, ChangeWeight Weight);

/// <summary>One thing that was added, removed or changed: a line, a question, a currency, a document, or the terms as a whole.</summary>
/// <param name="Part">Of the content.</param>
/// <param name="Key">The line number, the question's number, the currency's code, the document's token; empty for the terms.</param>
/// <param name="Title">What it is called now, or was.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Fields">What differs; of what was added or removed, all that it says.</param>
public sealed record ContentChange(ContentPart Part, string Key, string Title, ChangeKind Kind, IReadOnlyList<ChangedField> Fields)
{
    /// <summary>
    /// The portal's judgement. A line, a question or a currency that comes or goes is material, and so is a document that goes: offers
    /// were made on it. A document that comes is clarifying until the buyer says otherwise, since only the buyer knows what is in it.
    /// </summary>
    public ChangeWeight Weight => (Part, Kind) switch
    {
        (ContentPart.Documents, ChangeKind.Added) => ChangeWeight.Clarifying,
        (_, ChangeKind.Added or ChangeKind.Removed) => ChangeWeight.Material,
        _ => Fields.Select(one => one.Weight).DefaultIfEmpty(ChangeWeight.Internal).Max(),
    };
}

/// <summary>
/// Two contents of a round side by side, as data: what was, what is, field by field. Each field has its weight in one table, so that a
/// new field of an item is compared, weighed and shown by adding one line here.
/// </summary>
public sealed record RoundComparison(IReadOnlyList<ContentChange> Changes)
{
    private static readonly Field<RoundContent>[] OfTerms =
    [
        new(nameof(RoundContent.Title), terms => terms.Title, ChangeWeight.Clarifying),
        new(nameof(RoundContent.Description), terms => terms.Description, ChangeWeight.Clarifying),
        new(nameof(RoundContent.ComparisonCurrency), terms => terms.ComparisonCurrency, ChangeWeight.Material),
        new(nameof(RoundContent.RequiresIncoterms), terms => terms.RequiresIncoterms, ChangeWeight.Material),
        new(nameof(RoundContent.DesiredDelivery), terms => terms.DesiredDelivery, ChangeWeight.Material),
        // A price hangs on when it is paid and on who delivers.
        new(nameof(RoundContent.PaymentTerms), terms => terms.PaymentTerms, ChangeWeight.Material),
        new(nameof(RoundContent.DeliveryTerms), terms => terms.DeliveryTerms, ChangeWeight.Material),
        new(nameof(RoundContent.OfferValidityDays), terms => terms.OfferValidityDays, ChangeWeight.Material),
        new(nameof(RoundContent.RequiresAllItems), terms => terms.RequiresAllItems, ChangeWeight.Material),
        new(nameof(RoundContent.AllowsPartialQuantities), terms => terms.AllowsPartialQuantities, ChangeWeight.Material),
        new(nameof(RoundContent.AllowsSubstitutes), terms => terms.AllowsSubstitutes, ChangeWeight.Material),
        new(nameof(RoundContent.EstimatedValue), terms => terms.EstimatedValue, ChangeWeight.Internal),
    ];

    private static readonly Field<RoundItem>[] OfItem =
    [
        new(nameof(RoundItem.Name), item => item.Name, ChangeWeight.Material),
        new(nameof(RoundItem.MaterialNumber), item => item.MaterialNumber, ChangeWeight.Material),
        new(nameof(RoundItem.FullName), item => item.FullName, ChangeWeight.Material),
        new(nameof(RoundItem.Quantity), item => item.Quantity, ChangeWeight.Material),
        new(nameof(RoundItem.Unit), item => item.Unit, ChangeWeight.Material),
        new(nameof(RoundItem.PriceUnit), item => item.PriceUnit, ChangeWeight.Material),
        new(nameof(RoundItem.DeliveryDate), item => item.DeliveryDate, ChangeWeight.Material),
        new(nameof(RoundItem.DeliveryPlace), item => item.DeliveryPlace, ChangeWeight.Material),
        // A lot is offered, and decided on, as one.
        new(nameof(RoundItem.Lot), item => item.Lot, ChangeWeight.Material),
        new(nameof(RoundItem.Comment), item => item.Comment, ChangeWeight.Clarifying),
        new(nameof(RoundItem.CategoryId), item => item.CategoryId, ChangeWeight.Internal),
        new(nameof(RoundItem.TargetPrice), item => item.TargetPrice, ChangeWeight.Internal),
    ];

    private static readonly Field<RoundQuestion>[] OfQuestion =
    [
        new(nameof(RoundQuestion.Text), question => question.Text, ChangeWeight.Material),
        new(nameof(RoundQuestion.Type), question => question.Type, ChangeWeight.Material),
        new(nameof(RoundQuestion.IsMandatory), question => question.IsMandatory, ChangeWeight.Material),
        new(nameof(RoundQuestion.ItemNumber), question => question.ItemNumber, ChangeWeight.Material),
        new(nameof(RoundQuestion.Options), question => string.Join("; ", question.Options), ChangeWeight.Material),
    ];

    private static readonly Field<CurrencyRate>[] OfRate =
    [
        new(nameof(CurrencyRate.Rate), rate => rate.Rate, ChangeWeight.Material),
        new(nameof(CurrencyRate.Nominal), rate => rate.Nominal, ChangeWeight.Material),
        new(nameof(CurrencyRate.Source), rate => rate.Source ?? "", ChangeWeight.Material),
        new(nameof(CurrencyRate.Date), rate => rate.Date, ChangeWeight.Material),
    ];

    public bool IsEmpty => Changes.Count == 0;

    public bool IsMaterial => Changes.Any(change => change.Weight is ChangeWeight.Material);

    /// <summary>What makes it material.</summary>
    public IEnumerable<ContentChange> Reasons => Changes.Where(change => change.Weight is ChangeWeight.Material);

    /// <summary>Without what suppliers never see.</summary>
    public RoundComparison ForSuppliers() => new([.. Changes.Where(change => change.Weight is not ChangeWeight.Internal)
        .Select(change => change with { Fields = [.. change.Fields.Where(field => field.Weight is not ChangeWeight.Internal)] })]);

    public IEnumerable<ContentChange> Of(ContentPart part) => Changes.Where(change => change.Part == part);

    public static RoundComparison Between(RoundContent was, RoundContent becomes) => new(
    [
        .. OfTerms.Where(field => field.Differs(was, becomes)).Select(field => field.Of(was, becomes)).ToArray() is { Length: > 0 } terms
            ? [new ContentChange(ContentPart.Terms, "", becomes.Title, ChangeKind.Changed, terms)] : Array.Empty<ContentChange>(),
        .. Compared(ContentPart.Currencies, was.Rates, becomes.Rates, rate => rate.Code, rate => rate.Code, OfRate),
        .. Compared(ContentPart.Items, was.Items, becomes.Items, item => item.Number, item => item.Name, OfItem),
        .. Compared(ContentPart.Questions, was.Questions, becomes.Questions, KeyOf, question => question.Text, OfQuestion),
        .. Compared(ContentPart.Documents, was.Documents, becomes.Documents, paper => paper.Token, paper => paper.Title, []),
    ]);

    private static string KeyOf(RoundQuestion question) => question.No.ToString("000", CultureInfo.InvariantCulture);

    private static IEnumerable<ContentChange> Compared<T>(
        ContentPart part, IReadOnlyList<T> was, IReadOnlyList<T> becomes, Func<T, string> key, Func<T, string> title, Field<T>[] fields) where T : class
    {
        var (old, young) = (was.ToDictionary(key), becomes.ToDictionary(key));
        foreach (var name in old.Keys.Union(young.Keys).Order(StringComparer.Ordinal))
        {
            var (before, after) = (old.GetValueOrDefault(name), young.GetValueOrDefault(name));
            var kind = before is null ? ChangeKind.Added : after is null ? ChangeKind.Removed : ChangeKind.Changed;
            ChangedField[] differing = [.. fields.Where(field => field.Differs(before, after)).Select(field => field.Of(before, after))];
            if (kind is not ChangeKind.Changed || differing.Length > 0)
            {
                yield return new ContentChange(part, name, title((after ?? before)!), kind, differing);
            }
        }
    }

    private sealed record Field<T>(string Name, Func<T, object?> Read, ChangeWeight Weight) where T : class
    {
        public bool Differs(T? was, T? becomes) => !Equals(ValueOf(was), ValueOf(becomes));

        public ChangedField Of(T? was, T? becomes) => new(Name, ValueOf(was), ValueOf(becomes), Weight);

        // An empty text says as little as none.
        private object? ValueOf(T? of) => of is null || Read(of) is "" ? null : Read(of);
    }
}
