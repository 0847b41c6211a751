using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Offers;

/// <summary>The sums of an offer: line by line rounded, then added up.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Net">Without VAT; offers are ranked by it.</param>
/// <param name="ByVat">One row for each VAT that occurs, with the net amount it is charged on and the VAT itself.</param>
public sealed record OfferTotals(string Currency, decimal Net, IReadOnlyList<OfferTotals.OfVat> ByVat)
{
    public decimal Vat => ByVat.Sum(row => row.Amount);

    public decimal Gross => Net + Vat;

    public static OfferTotals Of(OfferContent content, Round round)
    {
        var items = round.Items.ToDictionary(item => item.Number);
        var lines = content.Lines.Where(line => line.IsOffered && items.ContainsKey(line.ItemNumber))
            .Select(line => (Vat: content.VatOf(line), Net: line.Amount(items[line.ItemNumber].PriceUnit, content.Currency))).ToList();
        return new OfferTotals(content.Currency, lines.Sum(line => line.Net), [.. lines.GroupBy(line => line.Vat).Select(group => new OfVat(
            group.Key, group.Sum(line => line.Net), group.Sum(line => Money.Vat(line.Net, group.Key?.Percent, content.Currency))))
            .OrderByDescending(row => row.Net)]);
    }

    /// <param name="Vat">Null where none was chosen.</param>
    /// <param name="Net">What it is charged on.</param>
    /// <param name="Amount">The VAT.</param>
    public sealed record OfVat(Vat? Vat, decimal Net, decimal Amount);
}
