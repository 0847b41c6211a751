using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Amending;

/// <summary>The terms that an amendment may change; the others were fixed by publishing.</summary>
public class AmendTermsForm : IDraftForm
{
    public string? BasedOn { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string ComparisonCurrency { get; init; } = "RUB";

    public List<BasicsForm.RateRow> Rates { get; init; } = [];

    [Amount]
    public decimal? EstimatedValue { get; init; }

    public bool RequiresIncoterms { get; init; }

    public string? DesiredDelivery { get; init; }

    public string? PaymentTerms { get; init; }

    public string? DeliveryTerms { get; init; }

    public int? OfferValidityDays { get; init; }

    public bool AllowsPartOfItems { get; init; }

    public bool AllowsPartialQuantities { get; init; }

    public bool AllowsSubstitutes { get; init; }

    public RoundContent Changing(RoundContent content) => content with
    {
        Title = PlainText.Of(Title),
        Description = PlainText.Of(Description),
        ComparisonCurrency = ComparisonCurrency,
        Rates = [.. Rates.Where(row => row.Code is not null).DistinctBy(row => row.Code).Select(BasicsForm.RateOf)],
        EstimatedValue = EstimatedValue,
        RequiresIncoterms = RequiresIncoterms,
        DesiredDelivery = PlainText.Of(DesiredDelivery),
        PaymentTerms = PlainText.Of(PaymentTerms),
        DeliveryTerms = PlainText.Of(DeliveryTerms),
        OfferValidityDays = OfferValidityDays ?? 0,
        RequiresAllItems = !AllowsPartOfItems,
        AllowsPartialQuantities = AllowsPartialQuantities,
        AllowsSubstitutes = AllowsSubstitutes,
    };

    public IEnumerable<FormField> Fields() =>
    [
        new(nameof(Title), PlainText.Of(Title)),
        new(nameof(Description), PlainText.Of(Description)),
        new(nameof(ComparisonCurrency), ComparisonCurrency),
        .. Rates.Where(row => row.Code is not null).SelectMany(BasicsForm.RateFields),
        new(nameof(EstimatedValue), EstimatedValue?.ToString("0.00", CultureInfo.CurrentCulture) ?? ""),
        new(nameof(RequiresIncoterms), EventWords.Of(RequiresIncoterms)),
        new(nameof(DesiredDelivery), PlainText.Of(DesiredDelivery)),
        new(nameof(PaymentTerms), PlainText.Of(PaymentTerms)),
        new(nameof(DeliveryTerms), PlainText.Of(DeliveryTerms)),
        new(nameof(OfferValidityDays), Shown.Number(OfferValidityDays ?? 0)),
        new(nameof(AllowsPartOfItems), EventWords.Of(AllowsPartOfItems)),
        new(nameof(AllowsPartialQuantities), EventWords.Of(AllowsPartialQuantities)),
        new(nameof(AllowsSubstitutes), EventWords.Of(AllowsSubstitutes)),
    ];

    public static AmendTermsForm Of(RoundContent content) => new()
    {
        Title = content.Title,
        Description = content.Description,
        ComparisonCurrency = content.ComparisonCurrency,
        Rates = [.. content.Rates.Select(rate => new BasicsForm.RateRow { Code = rate.Code, Nominal = rate.Nominal, Rate = rate.Rate, Source = rate.Source, Date = rate.Date })],
        EstimatedValue = content.EstimatedValue,
        RequiresIncoterms = content.RequiresIncoterms,
        DesiredDelivery = content.DesiredDelivery,
        PaymentTerms = content.PaymentTerms,
        DeliveryTerms = content.DeliveryTerms,
        OfferValidityDays = content.OfferValidityDays,
        AllowsPartOfItems = !content.RequiresAllItems,
        AllowsPartialQuantities = content.AllowsPartialQuantities,
        AllowsSubstitutes = content.AllowsSubstitutes,
    };

    public sealed class Validator : AbstractValidator<AmendTermsForm>
    {
        public Validator(IStringLocalizer<Publishing.Texts> common)
        {
            RuleFor(form => form.Title).MaximumLength(400).WithMessage(_ => common["At most {0} characters.", 400]);
            RuleFor(form => form.Description).MaximumLength(4000).WithMessage(_ => common["At most {0} characters.", 4000]);
            RuleFor(form => form.ComparisonCurrency).Must(Currencies.Knows).WithMessage(_ => common["Choose a currency of the list."]);
            RuleFor(form => form.DesiredDelivery).MaximumLength(200).WithMessage(_ => common["At most {0} characters.", 200]);
            RuleFor(form => form.PaymentTerms).MaximumLength(2000).WithMessage(_ => common["At most {0} characters.", 2000]);
            RuleFor(form => form.DeliveryTerms).MaximumLength(2000).WithMessage(_ => common["At most {0} characters.", 2000]);
            RuleFor(form => form.OfferValidityDays).InclusiveBetween(0, 3650).WithMessage(_ => common["A whole number of days, at most 3650."]);
            RuleForEach(form => form.Rates).ChildRules(row => BasicsForm.Validator.OfRate(row, common));
        }
    }
}

public sealed class AmendTermsPage : AmendTermsForm, IAmendmentPage
{
    public required AmendmentDraft Draft { get; init; }

    public EventFrame Frame => Draft.Frame;

    public IEnumerable<SelectListItem> CurrencyItems => Currencies.All.Select(code => new SelectListItem(code, code));

    public static AmendTermsPage Of(AmendmentDraft draft)
    {
        var now = Of(draft.Amendment.Becomes);
        return new AmendTermsPage
        {
            Draft = draft,
            BasedOn = StaleForm.Mark(now),
            Title = now.Title,
            Description = now.Description,
            ComparisonCurrency = now.ComparisonCurrency,
            Rates = [.. now.Rates, .. Enumerable.Range(0, BasicsForm.BlankRates).Select(_ => new BasicsForm.RateRow())],
            EstimatedValue = now.EstimatedValue,
            RequiresIncoterms = now.RequiresIncoterms,
            DesiredDelivery = now.DesiredDelivery,
            PaymentTerms = now.PaymentTerms,
            DeliveryTerms = now.DeliveryTerms,
            OfferValidityDays = now.OfferValidityDays,
            AllowsPartOfItems = now.AllowsPartOfItems,
            AllowsPartialQuantities = now.AllowsPartialQuantities,
            AllowsSubstitutes = now.AllowsSubstitutes,
        };
    }
}
