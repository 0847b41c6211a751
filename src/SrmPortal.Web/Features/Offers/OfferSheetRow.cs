using System.Globalization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Offers;

/// <summary>A row of the sheet of prices while it is read.</summary>
internal sealed class OfferSheetRow(ReadSheet sheet, ReadRow row, IReadOnlyDictionary<string, int> places, NewPrices prices) : SheetRow(sheet, row, places)
{
    public NewPrices Prices { get; } = prices;

    public string? ItemNumber { get; set; }

    protected override void Remember(string field, ReadCell cell, BrokenRule rule) => Prices.Refuse(new NotTaken(
        ItemNumber, OfferSheet.Filled.Contains(field) ? field : "", cell.Address.Length > 0 ? cell.Address : No.ToString(CultureInfo.InvariantCulture), cell.Text, rule));
}
