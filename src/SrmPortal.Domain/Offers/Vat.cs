namespace SrmPortal.Domain.Offers;

/// <summary>
/// One row of the table of VAT categories: what may be chosen, at which rate, and when. A change of the law is a new row, not a new
/// release; an offer keeps the rate that it was made with.
/// </summary>
/// <param name="code">For example <c>GENERAL</c>; stays the same when the rate changes.</param>
/// <param name="percent">22 for 22 %; null where no VAT is charged, which is not 0 %.</param>
/// <param name="validFrom">The first day, in Moscow.</param>
/// <param name="validTo">The last day, or null.</param>
/// <param name="place">Its place in the list.</param>
/// <param name="label">In English.</param>
/// <param name="labelRu">In Russian.</param>
public sealed class VatCategory(string code, decimal? percent, DateOnly validFrom, DateOnly? validTo, int place, string label, string labelRu)
{
    public const string General = "GENERAL";
    public const int PercentScale = 2;
    public const int CodeLength = 20;

    public string Code { get; private set; } = code;

    public decimal? Percent { get; private set; } = percent;

    public DateOnly ValidFrom { get; private set; } = validFrom;

    public DateOnly? ValidTo { get; private set; } = validTo;

    public int Place { get; private set; } = place;

    public string Label { get; private set; } = label;

    public string LabelRu { get; private set; } = labelRu;

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}

/// <summary>What an offer or a line says of VAT: the category and the rate it had when it was chosen.</summary>
/// <param name="Category">A code of the table.</param>
/// <param name="Percent">22 for 22 %; null where no VAT is charged.</param>
public sealed record Vat(string Category, decimal? Percent);
