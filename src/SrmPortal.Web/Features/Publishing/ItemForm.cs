using System.Globalization;
using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>One item of a draft.</summary>
public class ItemForm : IDraftForm
{
    public ItemForm()
    {
    }

    /// <summary>The form as it is shown, with the mark of what it was filled from.</summary>
    protected ItemForm(ItemForm now)
    {
        BasedOn = StaleForm.Mark(now);
        MaterialNumber = now.MaterialNumber;
        Name = now.Name;
        FullName = now.FullName;
        Comment = now.Comment;
        CategoryId = now.CategoryId;
        Lot = now.Lot;
        Quantity = now.Quantity;
        Unit = now.Unit;
        PriceUnit = now.PriceUnit;
        DeliveryDate = now.DeliveryDate;
        DeliveryPlace = now.DeliveryPlace;
        TargetPrice = now.TargetPrice;
    }

    public string? BasedOn { get; init; }

    public string? MaterialNumber { get; init; }

    public string? Name { get; init; }

    public string? FullName { get; init; }

    public string? Comment { get; init; }

    public long? CategoryId { get; init; }

    public int? Lot { get; init; }

    [Quantity]
    public decimal? Quantity { get; init; }

    public string Unit { get; init; } = "pcs";

    public int PriceUnit { get; init; } = 1;

    public DateOnly? DeliveryDate { get; init; }

    public string? DeliveryPlace { get; init; }

    [UnitPrice]
    public decimal? TargetPrice { get; init; }

    public RoundItem Item(string number) => new(number, PlainText.Of(Name), Quantity ?? 0, Unit)
    {
        MaterialNumber = PlainText.Of(MaterialNumber),
        FullName = PlainText.Of(FullName),
        Comment = PlainText.Of(Comment),
        CategoryId = CategoryId,
        Lot = Lot,
        PriceUnit = PriceUnit,
        DeliveryDate = DeliveryDate,
        DeliveryPlace = PlainText.Of(DeliveryPlace),
        TargetPrice = TargetPrice,
    };

    public IEnumerable<FormField> Fields() =>
    [
        new(nameof(MaterialNumber), PlainText.Of(MaterialNumber)),
        new(nameof(Name), PlainText.Of(Name)),
        new(nameof(FullName), PlainText.Of(FullName)),
        new(nameof(Comment), PlainText.Of(Comment)),
        new(nameof(CategoryId), CategoryId?.ToString(CultureInfo.InvariantCulture) ?? "") { IsKey = true },
        new(nameof(Lot), Lot is null ? "" : Shown.Number(Lot)),
        new(nameof(Quantity), (Quantity ?? 0).ToString("0.###", CultureInfo.CurrentCulture)),
        new(nameof(Unit), Units.Of(Unit).Symbol(Language.Current)),
        new(nameof(PriceUnit), Shown.Number(PriceUnit)),
        new(nameof(DeliveryDate), DeliveryDate is null ? "" : Shown.Date(DeliveryDate)),
        new(nameof(DeliveryPlace), PlainText.Of(DeliveryPlace)),
        new(nameof(TargetPrice), TargetPrice is null ? "" : Shown.UnitPrice(TargetPrice)),
    ];

    public sealed class Validator : AbstractValidator<ItemForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.Name).MaximumLength(400).WithMessage(_ => texts["At most {0} characters.", 400]);
            RuleFor(form => form.MaterialNumber).MaximumLength(40).WithMessage(_ => texts["At most {0} characters.", 40]);
            RuleFor(form => form.FullName).MaximumLength(2000).WithMessage(_ => texts["At most {0} characters.", 2000]);
            RuleFor(form => form.Comment).MaximumLength(2000).WithMessage(_ => texts["At most {0} characters.", 2000]);
            RuleFor(form => form.DeliveryPlace).MaximumLength(400).WithMessage(_ => texts["At most {0} characters.", 400]);
            RuleFor(form => form.Unit).Must(Units.Knows).WithMessage(_ => texts["Choose a unit of the list."]);
            RuleFor(form => form.PriceUnit).Must(RoundItem.PriceUnits.Contains).WithMessage(_ => texts["Choose 1, 100 or 1000."]);
        }
    }
}

/// <summary>The quantities of a draft, or of an amendment, as they stand in its list.</summary>
public class QuantitiesForm : IDraftForm
{
    public string? BasedOn { get; init; }

    public Dictionary<string, Row> Items { get; init; } = [];

    /// <summary>By line number.</summary>
    public IEnumerable<FormField> Fields() => Items.OrderBy(row => row.Key, StringComparer.Ordinal)
        .Select(row => new FormField($"Items[{row.Key}].Quantity", (row.Value.Quantity ?? 0).ToString("0.###", CultureInfo.CurrentCulture)));

    public static QuantitiesForm Of(IEnumerable<RoundItem> items) =>
        new() { Items = items.ToDictionary(item => item.Number, item => new Row { Quantity = item.Quantity > 0 ? item.Quantity : null }) };

    /// <summary>The items with what was typed; one that isn't in the form stays as it is.</summary>
    public IEnumerable<RoundItem> Changing(IEnumerable<RoundItem> items) =>
        items.Select(item => Items.TryGetValue(item.Number, out var row) ? item with { Quantity = row.Quantity ?? 0 } : item);

    public sealed class Row
    {
        [Quantity]
        public decimal? Quantity { get; init; }
    }
}
