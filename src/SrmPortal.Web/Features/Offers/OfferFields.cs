using System.Globalization;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Offers;

/// <summary>A content as the fields of <see cref="OfferForm"/>, written as the reader's language types them: what is shown is taken back.</summary>
internal static class OfferFields
{
    public static IEnumerable<(string Name, string Value)> Of(OfferContent content, Round round)
    {
        yield return (nameof(OfferForm.Currency), content.Currency);
        yield return (nameof(OfferForm.Vat), content.Vat?.Category ?? "");
        yield return (nameof(OfferForm.ValidUntil), Day(content.ValidUntil));
        yield return (nameof(OfferForm.Incoterms), content.Incoterms is { Rule.Length: > 0 } terms ? FormattableString.Invariant($"{terms.Rule} {terms.Edition}") : "");
        yield return (nameof(OfferForm.IncotermsPlace), content.Incoterms?.Place ?? "");
        yield return (nameof(OfferForm.PaymentTerms), content.PaymentTerms);
        yield return (nameof(OfferForm.Comment), content.Comment);
        foreach (var question in round.Questions.Where(question => question.Type is not QuestionType.File))
        {
            yield return (OfferContent.FieldOf(question.No),
                new OfferPage.Answer(question, content.Answers.FirstOrDefault(answer => answer.Question == question.No)).Value);
        }

        foreach (var line in content.Lines)
        {
            string Field(string name) => OfferContent.FieldOf(line.ItemNumber, name);
            yield return (Field(nameof(line.Quantity)), Number(line.Quantity, "0.000"));
            yield return (Field(nameof(line.UnitPrice)), Number(line.UnitPrice, "0.00##"));
            yield return (Field(nameof(line.Vat)), line.Vat?.Category ?? "");
            yield return (Field(nameof(line.DeliveryDate)), Day(line.DeliveryDate));
            yield return (Field(nameof(line.Substitute)), line.Substitute);
            yield return (Field(nameof(line.Comment)), line.Comment);
        }
    }

    private static string Number(decimal? number, string format) => number?.ToString(format, CultureInfo.CurrentCulture) ?? "";

    private static string Day(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "";
}
