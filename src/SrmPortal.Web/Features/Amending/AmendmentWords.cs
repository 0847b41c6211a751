using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Amending;

/// <summary>A comparison that is shown: its changes, and both contents, by which units are known.</summary>
/// <param name="Comparison">What the reader may see of it.</param>
/// <param name="Was">Before.</param>
/// <param name="Becomes">After.</param>
/// <param name="ForStaff">Whether the portal's judgement stands at each change.</param>
public sealed record ShownComparison(RoundComparison Comparison, RoundContent Was, RoundContent Becomes, bool ForStaff)
{
    /// <summary>It has come to pass.</summary>
    public bool IsPublished { get; init; }

    /// <summary>So many changes are listed.</summary>
    public const int Listed = 400;

    public static ShownComparison Of(Amendment amendment, bool forStaff) =>
        new(forStaff ? amendment.Comparison : amendment.Comparison.ForSuppliers(), amendment.Was, amendment.Becomes, forStaff) { IsPublished = amendment.State is AmendmentState.Published };
}

/// <summary>Parts, fields and values of a comparison in the reader's words.</summary>
public sealed class AmendmentWords(IStringLocalizer<Texts> texts) : IDeed
{
    public string Of(ContentPart part) => part switch
    {
        ContentPart.Terms => texts["Terms"],
        ContentPart.Currencies => texts["Currencies and rates"],
        ContentPart.Items => texts["Items"],
        ContentPart.Questions => texts["Questions"],
        _ => texts["Documents"],
    };

    public string Of(ChangeWeight weight) => weight switch
    {
        ChangeWeight.Material => texts["material"],
        ChangeWeight.Clarifying => texts["clarifying"],
        _ => texts["internal, suppliers don’t see it"],
    };

    public string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => texts["added"],
        ChangeKind.Removed => texts["removed"],
        _ => texts["changed"],
    };

    /// <summary>What was changed: <c>0003 Pipe 108×6</c>.</summary>
    public string Of(ContentChange change) => change.Part switch
    {
        ContentPart.Terms => texts["Terms"],
        ContentPart.Items => $"{change.Key} {change.Title}",
        ContentPart.Questions => $"{change.Key.TrimStart('0')}. {Shown.Beginning(change.Title, 120)}",
        _ => change.Title,
    };

    /// <summary>Why it is material: of the terms, which of them.</summary>
    public string Reason(ContentChange change) => change.Part is ContentPart.Terms
        ? string.Join(", ", change.Fields.Where(field => field.Weight is ChangeWeight.Material).Select(field => Field(field.Name))) : $"{Of(change)} ({Of(change.Kind)})";

    public string Field(string name) => name switch
    {
        nameof(RoundContent.Title) => texts["What is bought"],
        nameof(RoundContent.Description) => texts["Description"],
        nameof(RoundContent.ComparisonCurrency) => texts["Currency of comparison"],
        nameof(RoundContent.RequiresIncoterms) => texts["Incoterms and place are required"],
        nameof(RoundContent.DesiredDelivery) => texts["Buyer’s basis"],
        nameof(RoundContent.PaymentTerms) => texts["Payment"],
        nameof(RoundContent.DeliveryTerms) => texts["Delivery"],
        nameof(RoundContent.OfferValidityDays) => texts["Validity of offers, days"],
        nameof(RoundContent.RequiresAllItems) => texts["All items must be offered"],
        nameof(RoundContent.AllowsPartialQuantities) => texts["A part of a quantity may be offered"],
        nameof(RoundContent.AllowsSubstitutes) => texts["Substitutes may be offered"],
        nameof(RoundContent.EstimatedValue) => texts["Estimated value without VAT"],
        nameof(RoundItem.Name) => texts["Short name"],
        nameof(RoundItem.MaterialNumber) => texts["Material number"],
        nameof(RoundItem.FullName) => texts["Full name"],
        nameof(RoundItem.Quantity) => texts["Quantity"],
        nameof(RoundItem.Unit) => texts["Unit"],
        nameof(RoundItem.PriceUnit) => texts["Price is for"],
        nameof(RoundItem.DeliveryDate) => texts["Needed by"],
        nameof(RoundItem.DeliveryPlace) => texts["Place of delivery"],
        nameof(RoundItem.Lot) => texts["Lot"],
        nameof(RoundItem.Comment) => texts["Comment for suppliers"],
        nameof(RoundItem.CategoryId) => texts["Category"],
        nameof(RoundItem.TargetPrice) => texts["Target price without VAT"],
        nameof(RoundQuestion.Text) => texts["Question"],
        nameof(RoundQuestion.Type) => texts["Kind of answer"],
        nameof(RoundQuestion.IsMandatory) => texts["Mandatory answer"],
        nameof(RoundQuestion.ItemNumber) => texts["Item"],
        nameof(RoundQuestion.Options) => texts["Answers to choose from"],
        nameof(CurrencyRate.Rate) => texts["Rate"],
        nameof(CurrencyRate.Nominal) => texts["Units"],
        nameof(CurrencyRate.Source) => texts["Source"],
        nameof(CurrencyRate.Date) => texts["Of (date)"],
        _ => name,
    };

    /// <param name="change">Of what.</param>
    /// <param name="field">Which field of it.</param>
    /// <param name="value">As it was, or is.</param>
    /// <param name="content">The content that says so.</param>
    public string Value(ContentChange change, ChangedField field, object? value, RoundContent content) => value switch
    {
        null => Shown.None,
        bool yes => EventWords.Of(yes),
        decimal quantity when field.Name is nameof(RoundItem.Quantity) => EventWords.Quantity(quantity, content.Items.FirstOrDefault(item => item.Number == change.Key)?.Unit ?? ""),
        decimal rate when field.Name is nameof(CurrencyRate.Rate) => Shown.Number(rate, Math.Max(4, (int)rate.Scale)),
        decimal money => Shown.UnitPrice(money, content.ComparisonCurrency),
        DateOnly day => Shown.Date(day),
        QuestionType type => EventWords.Of(type),
        string unit when field.Name is nameof(RoundItem.Unit) => Units.Of(unit).Symbol(Language.Current),
        int number => Shown.Number(number),
        long => texts["another of the event’s categories"],
        _ => value.ToString()!,
    };

    /// <summary>All that a thing says that comes or goes, in one line.</summary>
    public string Summary(ContentChange change, RoundContent content) => string.Join(" · ", change.Fields
        .Select(field => (field, Value: field.Is ?? field.Was)).Where(one => one.Value is not (null or false) && !IsInTitle(change, one.field.Name))
        .Select(one => one.field.Name is nameof(RoundItem.FullName) or nameof(RoundItem.Comment) or nameof(RoundItem.Quantity)
            ? Value(change, one.field, one.Value, content) : $"{Field(one.field.Name)}: {Value(change, one.field, one.Value, content)}"));

    /// <summary>One line of a mail: <c>0003 Труба 108×6: количество 12 т → 20 т</c>.</summary>
    public string Line(ContentChange change, RoundContent was, RoundContent becomes) => change.Kind is not ChangeKind.Changed
        ? $"{Of(change)}: {Of(change.Kind)}"
        : $"{Of(change)}: " + string.Join("; ", change.Fields.Select(field => field.Was is string { Length: > 60 } || field.Is is string { Length: > 60 } ? Field(field.Name)
            : $"{Field(field.Name)} {Value(change, field, field.Was, was)} → {Value(change, field, field.Is, becomes)}"));

    // A price for one, a unit that stands with its quantity, and a category that only the buyer sees, say nothing of their own.
    private static bool IsInTitle(ContentChange change, string name) =>
        name is nameof(RoundItem.Unit) or nameof(RoundItem.CategoryId) || (change.Part is ContentPart.Items && name is nameof(RoundItem.Name)) || (change.Part is ContentPart.Questions && name is nameof(RoundQuestion.Text))
        || (name is nameof(RoundItem.PriceUnit) && change.Fields.First(field => field.Name == name) is { Was: null or 1, Is: null or 1 });
}
