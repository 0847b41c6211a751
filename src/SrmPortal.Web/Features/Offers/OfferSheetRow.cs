using System.Globalization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Offers;

/// <summary>A row of the sheet while it is read.</summary>
internal sealed class OfferSheetRow(ReadSheet sheet, ReadRow row, IReadOnlyDictionary<string, int> places, NewPrices prices)
{
    public NewPrices Prices { get; } = prices;

    public string? ItemNumber { get; set; }

    public bool IsSound { get; private set; } = true;

    public ReadCell this[string field] => places.TryGetValue(field, out var column) ? row[column] : new ReadCell("", "");

    public string AddressOf(string field) => this[field].Address;

    public void Refuse(string field, string rule, params object[] values) => Refuse(field, new BrokenRule(rule, null, values));

    /// <summary>Whether there is something to read; what can't be is refused.</summary>
    public bool IsThere(string field)
    {
        var cell = this[field];
        if (places.TryGetValue(field, out var column) && cell.IsEmpty && sheet.Merged.FirstOrDefault(one => one.Hides(column, row.No)) is { } merged)
        {
            Refuse(field, SheetRules.Merged, merged.Address);
            return false;
        }

        if (cell.IsError || (cell.IsFormula && cell.Text.Length == 0))
        {
            Refuse(field, cell.IsError ? SheetRules.FormulaError : SheetRules.FormulaWithoutValue);
            return false;
        }

        return !cell.IsEmpty;
    }

    public decimal? Number(string field, int scale, decimal max)
    {
        if (!IsThere(field))
        {
            return null;
        }

        var cell = this[field];
        BrokenRule? refusal = null;
        var number = cell switch
        {
            { Date: not null } => Refused(SheetRules.DateInsteadOfNumber),
            { Number: < 0 } => Refused(SheetRules.Negative),
            { Number: { } held } when held > max => Refused(NumberRules.TooLarge, max),
            { Number: { } held } when !HumanNumber.Fits(held, scale, max) => Refused(NumberRules.TooPrecise, scale),
            { Number: { } held } => held,
            _ => HumanNumber.Read(cell.Text, CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator[0], scale, max, out refusal),
        };
        if (refusal is null)
        {
            return number;
        }

        Refuse(field, refusal);
        return null;

        decimal Refused(string rule, params object[] values)
        {
            refusal = new BrokenRule(rule, null, values);
            return 0;
        }
    }

    public DateOnly? Date(string field)
    {
        if (!IsThere(field))
        {
            return null;
        }

        var cell = this[field];
        if (cell.Date is { } held)
        {
            return DateOnly.FromDateTime(held);
        }

        if (cell.Number is not null && cell.Text.Length != 8)
        {
            Refuse(field, SheetRules.NumberInsteadOfDate);
            return null;
        }

        var date = TypedDate.Read(cell.Text, out var refusal);
        if (refusal is not null)
        {
            Refuse(field, refusal);
        }

        return date;
    }

    public string? Text(string field, int longest)
    {
        if (!IsThere(field))
        {
            return null;
        }

        var text = PlainText.Of(this[field].Text);
        if (text.Length > longest)
        {
            Refuse(field, OfferRules.TextTooLong, longest);
        }

        return text;
    }

    private void Refuse(string field, BrokenRule rule)
    {
        IsSound = false;
        var cell = this[field];
        Prices.Refuse(new NotTaken(ItemNumber, OfferSheet.Filled.Contains(field) ? field : "", cell.Address.Length > 0 ? cell.Address : row.No.ToString(CultureInfo.InvariantCulture), cell.Text, rule));
    }
}
