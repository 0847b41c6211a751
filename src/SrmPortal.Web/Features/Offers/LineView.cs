using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Features.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Offers;

/// <summary>One line of the grid, with what was typed and what is wrong with it. Two thousand of them are a page, so nothing is compiled for each.</summary>
public sealed class LineView(OfferPage.Line line, OfferPage page, ModelStateDictionary state)
{
    public OfferPage.Line Line { get; } = line;

    public OfferPage Page { get; } = page;

    /// <summary>What an amendment has changed in what is asked, in the reader's words; null: nothing.</summary>
    public string? Amended { get; init; }

    public string Number => Line.ItemNumber;

    public string Name(string field) => OfferContent.FieldOf(Number, field);

    public string Id(string field) => FieldValue.IdOf(Name(field));

    public string? Error(string field) => state.TryGetValue(Name(field), out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public IEnumerable<(string Field, string Message)> Errors => Fields.SelectMany(name => Error(name) is { } message ? [(name, message)] : Array.Empty<(string, string)>());

    /// <summary>The own price of the round before; null where there was none.</summary>
    public string? Earlier => Page.Submission.Before?.PriceOf(Line.Item) is { } price ? Shown.UnitPrice(decimal.Round(price, OfferEntry.PriceScale)) : null;

    public string Quantity => Typed(nameof(Line.Quantity), Line.Quantity?.ToString(QuantityFormat, CultureInfo.CurrentCulture));

    public string UnitPrice => Typed(nameof(Line.UnitPrice), Line.UnitPrice?.ToString("#,##0.00##", CultureInfo.CurrentCulture));

    public string Vat => Typed(nameof(Line.Vat), Line.Vat);

    public string DeliveryDate => Typed(nameof(Line.DeliveryDate), Line.DeliveryDate is { } day ? Day(day) : null);

    public string Substitute => Typed(nameof(Line.Substitute), Line.Substitute);

    public string Comment => Typed(nameof(Line.Comment), Line.Comment);

    public bool NotOffered => Typed(nameof(Line.NotOffered), Line.NotOffered ? "true" : "").Contains("true", StringComparison.OrdinalIgnoreCase);

    public bool HasMore => Line.Substitute.Length + Line.Comment.Length > 0 || Error(nameof(Line.Substitute)) is not null || Error(nameof(Line.Comment)) is not null;

    /// <summary>What the item says below its name.</summary>
    public string Details(string material, string by) => string.Join(" · ", new[]
    {
        Line.Item.FullName, Line.Item.MaterialNumber.Length > 0 ? $"{material} {Line.Item.MaterialNumber}" : "",
        Line.Item.DeliveryDate is { } day ? $"{by} {Shown.Date(day)}" : "",
    }.Where(part => part.Length > 0));

    /// <summary>The buyer's comment, and the place that differs from the event's; on a page without room for long texts only their beginnings.</summary>
    public string FromBuyer => string.Join(" · ", new[] { Line.Item.DeliveryPlace, Line.Item.Comment }.Where(part => part.Length > 0)
        .Select(part => Page.IsOnOnePage ? part : Shown.Beginning(part)));

    public string Asked => OfferWords.Quantity(Line.Item.Quantity, Line.Unit);

    private static readonly string[] Fields =
        [nameof(Line.Quantity), nameof(Line.UnitPrice), nameof(Line.Vat), nameof(Line.DeliveryDate), nameof(Line.Substitute), nameof(Line.Comment)];

    // Without groups: 1,234 pieces would be ambiguous in English.
    private string QuantityFormat => Line.Unit.Scale == 0 ? "0.###" : "0." + new string('0', Line.Unit.Scale) + new string('#', 3 - Line.Unit.Scale);

    private static string Day(DateOnly day) => day.ToString(Language.IsRussian ? "dd.MM.yyyy" : "d MMM yyyy", CultureInfo.InvariantCulture);

    private string Typed(string field, string? stored) =>
        state.TryGetValue(Name(field), out var entry) && entry.RawValue is not null ? entry.AttemptedValue ?? "" : stored ?? "";
}
