using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Offers;

/// <summary>Fields, values and states of an offer in the reader's words.</summary>
public sealed partial class OfferWords(IStringLocalizer<Texts> texts) : IDeed
{
    /// <summary>The place of a field on the page.</summary>
    public static string Anchor(string field) => Common.FieldValue.IdOf(field);

    /// <summary>The colour of a state.</summary>
    public static string KindOf(OfferState state) => state switch
    {
        OfferState.Submitted or OfferState.Accepted or OfferState.PartlyAccepted => "ok",
        OfferState.Saved or OfferState.NeedsConfirmation => "warn",
        OfferState.UnderEvaluation => "info",
        _ => "mute",
    };

    public static string Of(VatCategory category) => Language.IsRussian ? category.LabelRu : category.Label;

    public string Of(Vat? vat, IEnumerable<VatCategory> categories) => vat is null ? texts["nothing chosen yet"]
        : categories.FirstOrDefault(category => category.Code == vat.Category) is { } known && known.Percent == vat.Percent ? Of(known)
        : vat.Percent is { } percent ? Shown.Percent(percent) : vat.Category;

    public string Of(Incoterms? terms) => terms is null or { Rule: "" } ? texts["nothing chosen yet"]
        : FormattableString.Invariant($"{terms.Rule} {terms.Place} (Incoterms {terms.Edition})");

    public string Of(OfferAnswer? answer, RoundQuestion question) => answer is null ? Shown.None : question.Type switch
    {
        QuestionType.Number => answer.Number.ToString("#,##0.####", System.Globalization.CultureInfo.CurrentCulture),
        QuestionType.Date => Shown.Date(answer.Date),
        QuestionType.YesNo => answer.Value == OfferAnswer.Yes ? texts["Yes"] : texts["No"],
        _ => answer.Value,
    };

    /// <summary>What a field of the form is called: <c>0004 Pipe 108×6: price without VAT</c>.</summary>
    public string Field(string field, Round round)
    {
        if (LineField().Match(field) is { Success: true } line)
        {
            var item = round.Items.FirstOrDefault(item => item.Number == line.Groups[1].Value);
            return $"{line.Groups[1].Value} {item?.Name}: {OfLine(line.Groups[2].Value)}";
        }

        return AnswerField().Match(field) is { Success: true } answer ? texts["Answer to question {0}", answer.Groups[1].Value]
            : field.StartsWith(nameof(OfferContent.Attachments), StringComparison.Ordinal) ? texts["Attachments"]
            : field switch
            {
                nameof(OfferContent.Currency) => texts["Currency"],
                nameof(OfferContent.Vat) => texts["VAT rate"],
                nameof(OfferContent.ValidUntil) => texts["Offer valid until"],
                nameof(OfferContent.Incoterms) => "Incoterms",
                "IncotermsPlace" => texts["Place"],
                nameof(OfferContent.PaymentTerms) => texts["Payment terms"],
                _ => texts["Comment"],
            };
    }

    /// <summary>A value of such a field.</summary>
    public string Value(string field, object? value, OfferPage page) => Value(field, value, page.Round, page.Currency, page.Submission.VatCategories);

    public string Value(string field, object? value, Round round, string currency, IReadOnlyList<VatCategory> categories)
    {
        var item = LineField().Match(field) is { Success: true } line ? round.Items.FirstOrDefault(one => one.Number == line.Groups[1].Value) : null;
        return value switch
        {
            null or "" => Shown.None,
            decimal quantity when field.EndsWith(nameof(OfferEntry.Quantity), StringComparison.Ordinal) => Quantity(quantity, Units.Of(item?.Unit ?? "")),
            decimal price => Shown.UnitPrice(price, currency),
            DateOnly day => Shown.Date(day),
            Vat vat => Of(vat, categories),
            ValueTuple<string, int> rule => FormattableString.Invariant($"{rule.Item1} {rule.Item2}"),
            OfferAttachment file => file.Name,
            string text when AnswerField().Match(field) is { Success: true } answer && round.Questions.FirstOrDefault(
                question => question.No.ToString(System.Globalization.CultureInfo.InvariantCulture) == answer.Groups[1].Value) is { } question => Of(new OfferAnswer(question.No, text), question),
            _ => value.ToString()!,
        };
    }

    public static string Quantity(decimal quantity, Unit unit) => Shown.Quantity(quantity, unit.Scale, unit.Symbol(Language.Current));

    /// <summary>A field of a line: <c>price without VAT</c>.</summary>
    public string OfLine(string name) => name switch
    {
        nameof(OfferEntry.Quantity) => texts["quantity of the line"],
        nameof(OfferEntry.UnitPrice) => texts["price without VAT"],
        nameof(OfferEntry.Vat) => texts["VAT"],
        nameof(OfferEntry.DeliveryDate) => texts["delivery date of the line"],
        nameof(OfferEntry.Substitute) => texts["substitute of the line"],
        _ => texts["comment of the line"],
    };

    [GeneratedRegex(@"^Lines\[([^\]]*)\]\.([A-Za-z]+)$")]
    private static partial Regex LineField();

    [GeneratedRegex(@"^Answers\[([0-9]+)\]")]
    private static partial Regex AnswerField();
}
