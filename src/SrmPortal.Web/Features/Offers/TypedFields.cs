using System.Globalization;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Offers;

/// <summary>What was typed, between the form and the vault.</summary>
internal static class TypedFields
{
    public const string From = "From", All = "all";

    /// <summary>The language in which it was typed: a comma is not the same in both.</summary>
    private const string In = "culture";

    private static readonly string[] OfWhole =
    [
        nameof(OfferForm.Currency), nameof(OfferForm.Vat), nameof(OfferForm.ValidUntil), nameof(OfferForm.Incoterms), nameof(OfferForm.IncotermsPlace),
        nameof(OfferForm.PaymentTerms), nameof(OfferForm.Comment), From, All,
    ];

    /// <summary>The form's own fields of all that was sent.</summary>
    public static Dictionary<string, string> Of(IFormCollection sent) => sent
        .Where(field => OfWhole.Contains(field.Key) || field.Key.StartsWith("Lines[", StringComparison.Ordinal) || field.Key.StartsWith("Answers[", StringComparison.Ordinal))
        .Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())).Append(new(In, Language.Current)).ToDictionary();

    /// <summary>As the reader's language types it. A box that isn't ticked is not sent, but was typed all the same.</summary>
    public static IEnumerable<(string Name, string Value)> Shown(TypedOffer typed, Round round)
    {
        var separator = SeparatorIn(typed.Fields.GetValueOrDefault(In) ?? Language.Current);
        var numbers = round.Questions.Where(question => question.Type is QuestionType.Number).Select(question => OfferContent.FieldOf(question.No)).ToHashSet();
        foreach (var (name, value) in typed.Fields.Where(field => field.Key is not (From or All or In)))
        {
            yield return (name, ScaleOf(name, numbers) is var (scale, max) ? Translated(value, separator, scale, max) : value);
            if (name.EndsWith(".UnitPrice", StringComparison.Ordinal) && name[..^"UnitPrice".Length] + nameof(OfferForm.Line.NotOffered) is var box && !typed.Fields.ContainsKey(box))
            {
                yield return (box, "");
            }
        }
    }

    private static (int Scale, decimal Max)? ScaleOf(string name, HashSet<string> numbers) =>
        name.EndsWith(".UnitPrice", StringComparison.Ordinal) ? (OfferEntry.PriceScale, OfferEntry.MaxPrice)
        : name.EndsWith(".Quantity", StringComparison.Ordinal) ? (OfferEntry.QuantityScale, OfferEntry.MaxQuantity)
        : numbers.Contains(name) ? (OfferAnswer.NumberScale, OfferAnswer.MaxNumber)
        : null;

    /// <summary>What isn't understood stays as it was typed, to be mended; with a mark where this language would understand it, but otherwise than it was meant.</summary>
    private static string Translated(string text, char separator, int scale, decimal max)
    {
        var own = SeparatorIn(Language.Current);
        if (separator == own || text.Length == 0)
        {
            return text;
        }

        var number = HumanNumber.Read(text, separator, scale, max, out var refusal);
        if (refusal is not null)
        {
            _ = HumanNumber.Read(text, own, scale, max, out var here);
            return here is null ? $"{text} ?" : text;
        }

        return number.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', own);
    }

    private static char SeparatorIn(string language) => CultureInfo.GetCultureInfo(language).NumberFormat.NumberDecimalSeparator[0];
}
