using System.Globalization;
using FluentValidation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>What the buyer decides about a round, besides items, questions, documents and suppliers.</summary>
public class BasicsForm : IDraftForm
{
    public const int BlankRates = 2;

    public string? BasedOn { get; init; }

    public EventKind Kind { get; init; } = EventKind.RequestForProposals;

    public string? Title { get; init; }

    public string? Description { get; init; }

    public List<long> CategoryIds { get; init; } = [];

    public Audience Audience { get; init; }

    public DateOnly? DeadlineDate { get; init; }

    public TimeOnly? DeadlineTime { get; init; }

    public string TimeZone { get; init; } = Zones.Moscow;

    public DateOnly? ClarificationsDate { get; init; }

    public TimeOnly? ClarificationsTime { get; init; }

    public string ComparisonCurrency { get; init; } = "RUB";

    public List<RateRow> Rates { get; init; } = [];

    [Amount]
    public decimal? EstimatedValue { get; init; }

    public bool RequiresIncoterms { get; init; } = true;

    public string? DesiredDelivery { get; init; }

    public string? PaymentTerms { get; init; }

    public string? DeliveryTerms { get; init; }

    public int? OfferValidityDays { get; init; }

    public bool AllowsPartOfItems { get; init; } = true;

    public bool AllowsPartialQuantities { get; init; }

    public bool AllowsSubstitutes { get; init; }

    public OpeningRule OpeningRule { get; init; } = OpeningRule.OneOpener;

    public long? OpenerId { get; init; }

    public long? SecondOpenerId { get; init; }

    public bool ShowsOfferCount { get; init; }

    public int? AnnouncedRounds { get; init; }

    public bool PricesOnlyFall { get; init; }

    public bool EarlierOffersStand { get; init; }

    public Debrief Debrief { get; init; }

    public List<long> Team { get; init; } = [];

    /// <summary>A currency that offers may be in; a row without one counts for nothing.</summary>
    public sealed class RateRow
    {
        public string? Code { get; init; }

        public int? Nominal { get; init; }

        [Rate]
        public decimal? Rate { get; init; }

        public string? Source { get; init; }

        public DateOnly? Date { get; init; }
    }

    public RoundTerms Terms()
    {
        List<BrokenRule> broken = [];
        var deadline = TypedInstant.Utc(DeadlineDate, DeadlineTime, TimeZone, nameof(DeadlineTime), broken);
        var clarifications = TypedInstant.Utc(ClarificationsDate, ClarificationsTime, TimeZone, nameof(ClarificationsTime), broken);
        RuleViolation.ThrowIfAny(broken);
        return new RoundTerms
        {
            Kind = Kind,
            Title = PlainText.Of(Title),
            Description = PlainText.Of(Description),
            Deadline = deadline,
            TimeZone = TimeZone,
            ClarificationsUntil = clarifications,
            ComparisonCurrency = ComparisonCurrency,
            Rates = [.. Rates.Where(row => row.Code is not null).DistinctBy(row => row.Code).Select(RateOf)],
            RequiresIncoterms = RequiresIncoterms,
            DesiredDelivery = PlainText.Of(DesiredDelivery),
            PaymentTerms = PlainText.Of(PaymentTerms),
            DeliveryTerms = PlainText.Of(DeliveryTerms),
            AllowsPartialQuantities = AllowsPartialQuantities,
            RequiresAllItems = !AllowsPartOfItems,
            AllowsSubstitutes = AllowsSubstitutes,
            OfferValidityDays = OfferValidityDays ?? 0,
            OpeningRule = OpeningRule,
            OpenerId = OpeningRule is OpeningRule.Automatic ? null : OpenerId,
            SecondOpenerId = OpeningRule is OpeningRule.TwoOpeners ? SecondOpenerId : null,
            ShowsOfferCount = ShowsOfferCount,
            Debrief = Debrief,
            Audience = Audience,
            Categories = [.. CategoryIds.Distinct()],
            EstimatedValue = EstimatedValue,
            AnnouncedRounds = AnnouncedRounds,
            PricesOnlyFall = PricesOnlyFall,
            EarlierOffersStand = EarlierOffersStand,
        };
    }

    /// <summary>As it is told to a colleague who changed the same.</summary>
    public IEnumerable<FormField> Fields() =>
    [
        new(nameof(Kind), EventWords.Kind(Kind)),
        new(nameof(Title), PlainText.Of(Title)),
        new(nameof(Description), PlainText.Of(Description)),
        new(nameof(CategoryIds), string.Join(' ', CategoryIds.Order())) { IsKey = true },
        new(nameof(Audience), EventWords.Of(Audience)),
        new(nameof(DeadlineDate), Date(DeadlineDate)),
        new(nameof(DeadlineTime), Time(DeadlineTime)),
        new(nameof(TimeZone), TimeZone),
        new(nameof(ClarificationsDate), Date(ClarificationsDate)),
        new(nameof(ClarificationsTime), Time(ClarificationsTime)),
        new(nameof(ComparisonCurrency), ComparisonCurrency),
        .. Rates.Where(row => row.Code is not null).SelectMany(RateFields),
        new(nameof(EstimatedValue), EstimatedValue?.ToString("0.00", CultureInfo.CurrentCulture) ?? ""),
        new(nameof(RequiresIncoterms), EventWords.Of(RequiresIncoterms)),
        new(nameof(DesiredDelivery), PlainText.Of(DesiredDelivery)),
        new(nameof(PaymentTerms), PlainText.Of(PaymentTerms)),
        new(nameof(DeliveryTerms), PlainText.Of(DeliveryTerms)),
        new(nameof(OfferValidityDays), Shown.Number(OfferValidityDays ?? 0)),
        new(nameof(AllowsPartOfItems), EventWords.Of(AllowsPartOfItems)),
        new(nameof(AllowsPartialQuantities), EventWords.Of(AllowsPartialQuantities)),
        new(nameof(AllowsSubstitutes), EventWords.Of(AllowsSubstitutes)),
        new(nameof(OpeningRule), EventWords.Of(OpeningRule)),
        new(nameof(OpenerId), Shown.Number(OpeningRule is OpeningRule.Automatic ? 0 : OpenerId ?? 0)) { IsKey = true },
        new(nameof(SecondOpenerId), Shown.Number(OpeningRule is OpeningRule.TwoOpeners ? SecondOpenerId ?? 0 : 0)) { IsKey = true },
        new(nameof(ShowsOfferCount), EventWords.Of(ShowsOfferCount)),
        new(nameof(AnnouncedRounds), AnnouncedRounds is { } rounds ? Shown.Number(rounds) : ""),
        new(nameof(PricesOnlyFall), EventWords.Of(PricesOnlyFall)),
        new(nameof(EarlierOffersStand), EventWords.Of(EarlierOffersStand)),
        new(nameof(Debrief), EventWords.Of(Debrief)),
        new(nameof(Team), string.Join(' ', Team.Order())) { IsKey = true },
    ];

    internal static CurrencyRate RateOf(RateRow row) =>
        new(row.Code!) { Nominal = row.Nominal ?? 1, Rate = row.Rate, Source = row.Source is null ? null : PlainText.Of(row.Source), Date = row.Date };

    internal static IEnumerable<FormField> RateFields(RateRow row, int i) =>
    [
        new($"Rates[{i}].Code", row.Code!),
        new($"Rates[{i}].Nominal", Shown.Number(row.Nominal ?? 1)),
        new($"Rates[{i}].Rate", row.Rate?.ToString("0.0000####", CultureInfo.CurrentCulture) ?? ""),
        new($"Rates[{i}].Source", PlainText.Of(row.Source)),
        new($"Rates[{i}].Date", Date(row.Date)),
    ];

    private static string Date(DateOnly? date) => date is null ? "" : Shown.Date(date);

    private static string Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Whether it can be understood and kept. Whether it suffices, the check-list says.</summary>
    public sealed class Validator : AbstractValidator<BasicsForm>
    {
        public Validator(Microsoft.Extensions.Localization.IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.Kind).Must(EventKinds.Offered.Contains).WithMessage(_ => texts["Choose one of the kinds."]);
            RuleFor(form => form.Title).MaximumLength(400).WithMessage(_ => texts["At most {0} characters.", 400]);
            RuleFor(form => form.Description).MaximumLength(4000).WithMessage(_ => texts["At most {0} characters.", 4000]);
            RuleFor(form => form.TimeZone).Must(Zones.Exists).WithMessage(_ => texts["Choose a time zone of the list."]);
            RuleFor(form => form.DeadlineTime).NotNull().When(form => form.DeadlineDate is not null).WithMessage(_ => texts["Give the time too, for example 14:00."]);
            RuleFor(form => form.DeadlineDate).NotNull().When(form => form.DeadlineTime is not null).WithMessage(_ => texts["Give the date too."]);
            RuleFor(form => form.ClarificationsTime).NotNull().When(form => form.ClarificationsDate is not null).WithMessage(_ => texts["Give the time too, for example 14:00."]);
            RuleFor(form => form.ClarificationsDate).NotNull().When(form => form.ClarificationsTime is not null).WithMessage(_ => texts["Give the date too."]);
            RuleFor(form => form.ComparisonCurrency).Must(Currencies.Knows).WithMessage(_ => texts["Choose a currency of the list."]);
            RuleFor(form => form.DesiredDelivery).MaximumLength(200).WithMessage(_ => texts["At most {0} characters.", 200]);
            RuleFor(form => form.PaymentTerms).MaximumLength(2000).WithMessage(_ => texts["At most {0} characters.", 2000]);
            RuleFor(form => form.DeliveryTerms).MaximumLength(2000).WithMessage(_ => texts["At most {0} characters.", 2000]);
            RuleFor(form => form.OfferValidityDays).InclusiveBetween(0, 3650).WithMessage(_ => texts["A whole number of days, at most 3650."]);
            RuleFor(form => form.AnnouncedRounds).InclusiveBetween(1, Round.MostRounds).WithMessage(_ => texts["A whole number from 1 to {0}.", Round.MostRounds]);
            RuleForEach(form => form.Rates).ChildRules(row => OfRate(row, texts));
        }

        internal static void OfRate(InlineValidator<RateRow> row, Microsoft.Extensions.Localization.IStringLocalizer<Texts> texts)
        {
            row.RuleFor(rate => rate.Code).Must(code => code is null || Currencies.Knows(code)).WithMessage(_ => texts["Choose a currency of the list."]);
            row.RuleFor(rate => rate.Nominal).InclusiveBetween(1, 1_000_000).WithMessage(_ => texts["A whole number from 1."]);
            row.RuleFor(rate => rate.Source).MaximumLength(200).WithMessage(_ => texts["At most {0} characters.", 200]);
            row.RuleFor(rate => rate.Code).NotNull().When(rate => rate.Rate is not null).WithMessage(_ => texts["Choose a currency of the list."]);
        }
    }
}
