using System.Globalization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Offers;

/// <summary>What can be kept as a working copy at all. Unfinished is always kept; what makes no sense for this round is not.</summary>
public sealed partial record OfferContent
{
    /// <summary>What a form shows before anything was saved: every item, the quantity that is asked, the round's first currency.</summary>
    public static OfferContent Blank(Round round, IEnumerable<VatCategory> categories)
    {
        var general = categories.FirstOrDefault(category => category.Code == VatCategory.General);
        return new(round.Currencies.FirstOrDefault() ?? "RUB", "", [.. ItemsInOrder(round).Select(item => new OfferEntry(item.Number, item.Quantity, null))])
        {
            Vat = general is null ? null : new Vat(general.Code, general.Percent),
        };
    }

    /// <summary>The same, where there is one, with what the supplier offered in the round before.</summary>
    public static OfferContent Beginning(Round round, IEnumerable<VatCategory> categories, OfferBefore? before)
    {
        var blank = Blank(round, categories);
        return before is null ? blank : before.Begin(round, blank);
    }

    public static IEnumerable<RoundItem> ItemsInOrder(Round round) => round.ItemsInOrder();

    /// <summary>The field of the form that says this of a line.</summary>
    public static string FieldOf(string itemNumber, string name) => $"{nameof(Lines)}[{itemNumber}].{name}";

    /// <summary>The field of the form that answers this question.</summary>
    public static string FieldOf(int question) => FormattableString.Invariant($"{nameof(Answers)}[{question}].Value");

    /// <summary>What cannot even be kept: it speaks of things that this round doesn't have, or isn't a price.</summary>
    public IEnumerable<BrokenRule> WhatCannotBeKept(Round round) =>
        [.. LinesThatCannotBeKept(round), .. TermsThatCannotBeKept(), .. AnswersThatCannotBeKept(round)];

    private IEnumerable<BrokenRule> LinesThatCannotBeKept(Round round)
    {
        var items = round.Items.ToDictionary(item => item.Number);
        HashSet<string> seen = [];
        foreach (var line in Lines)
        {
            string Field(string name) => FieldOf(line.ItemNumber, name);
            if (!items.TryGetValue(line.ItemNumber, out var item) || !seen.Add(line.ItemNumber))
            {
                yield return new(OfferRules.NoSuchItem, null, line.ItemNumber);
                continue;
            }

            var isPrice = line.UnitPrice is null || HumanNumber.Fits(line.UnitPrice.Value, OfferEntry.PriceScale, OfferEntry.MaxPrice);
            var isQuantity = line.Quantity is null || HumanNumber.Fits(line.Quantity.Value, OfferEntry.QuantityScale, OfferEntry.MaxQuantity);
            if (!isPrice)
            {
                yield return new(OfferRules.NotAPrice, Field(nameof(OfferEntry.UnitPrice)));
            }

            if (!isQuantity)
            {
                yield return new(OfferRules.NotAQuantity, Field(nameof(OfferEntry.Quantity)));
            }

            if (isPrice && isQuantity && line.Amount(item.PriceUnit, Currency) > Money.MaxAmount)
            {
                yield return new(OfferRules.AmountTooLarge, Field(nameof(OfferEntry.UnitPrice)), line.ItemNumber);
            }

            foreach (var rule in TooLong(Field(nameof(OfferEntry.Substitute)), line.Substitute, OfferEntry.TextLength)
                .Concat(TooLong(Field(nameof(OfferEntry.Comment)), line.Comment, OfferEntry.TextLength)))
            {
                yield return rule;
            }
        }
    }

    private IEnumerable<BrokenRule> TermsThatCannotBeKept()
    {
        if (Currency.Length != 3 || !Currency.All(char.IsAsciiLetterUpper))
        {
            yield return new(OfferRules.NotACurrency, nameof(Currency));
        }

        if (Attachments.Count > OfferAttachment.MaxCount)
        {
            yield return new(OfferRules.TooManyFiles, nameof(Attachments), OfferAttachment.MaxCount);
        }

        foreach (var rule in TooLong(nameof(Comment), Comment, TextLength)
            .Concat(TooLong(nameof(PaymentTerms), PaymentTerms, TextLength))
            .Concat(TooLong("IncotermsPlace", Incoterms?.Place ?? "", Offers.Incoterms.PlaceLength)))
        {
            yield return rule;
        }
    }

    private IEnumerable<BrokenRule> AnswersThatCannotBeKept(Round round)
    {
        var questions = round.Questions.ToDictionary(question => question.No);
        HashSet<int> seen = [];
        foreach (var answer in Answers)
        {
            if (!questions.TryGetValue(answer.Question, out var question) || question.Type is QuestionType.File || !seen.Add(answer.Question))
            {
                yield return new(OfferRules.NoSuchQuestion, null, answer.Question);
            }
            else if (!answer.Fits(question))
            {
                yield return new(question.Type is QuestionType.OneOfList ? OfferRules.NotAnOption : OfferRules.NotAnAnswer, FieldOf(answer.Question), answer.Question);
            }
        }

        foreach (var attachment in Attachments)
        {
            if (attachment.Question is { } no && questions.GetValueOrDefault(no)?.Type is not QuestionType.File)
            {
                yield return new(OfferRules.NoSuchQuestion, null, no);
            }
        }
    }

    private static IEnumerable<BrokenRule> TooLong(string field, string text, int length) =>
        text.Length <= length ? [] : [new(OfferRules.TextTooLong, field, length)];
}

/// <summary>A reply to one question of the round.</summary>
/// <param name="Question">The question's number.</param>
/// <param name="Value">Text as typed; a number with a point and four decimals; <c>yes</c> or <c>no</c>; an option's text; a day as <c>2027-01-15</c>.</param>
public sealed record OfferAnswer(int Question, string Value)
{
    public const string Yes = "yes", No = "no";
    public const int NumberScale = 4;
    public const decimal MaxNumber = 999_999_999_999_999.9999m;
    public const int ValueLength = 2000;
    public const string Day = "yyyy-MM-dd";

    public static OfferAnswer Of(int question, decimal number) => new(question, number.ToString($"F{NumberScale}", CultureInfo.InvariantCulture));

    public static OfferAnswer Of(int question, DateOnly day) => new(question, day.ToString(Day, CultureInfo.InvariantCulture));

    public decimal Number => decimal.Parse(Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public DateOnly Date => DateOnly.ParseExact(Value, Day, CultureInfo.InvariantCulture);

    public bool Fits(RoundQuestion question) => Value.Length is > 0 and <= ValueLength && question.Type switch
    {
        QuestionType.Text => true,
        QuestionType.Number => decimal.TryParse(Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && HumanNumber.Fits(number, NumberScale, MaxNumber),
        QuestionType.YesNo => Value is Yes or No,
        QuestionType.OneOfList => question.Options.Contains(Value),
        QuestionType.Date => DateOnly.TryParseExact(Value, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => false,
    };
}
