using System.Globalization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Web.Infrastructure.Spreadsheets;

/// <summary>A row by its known columns while it is read. A cell that can't be taken is refused by itself; what is empty is null and no fault.</summary>
/// <param name="sheet">Which it stands in.</param>
/// <param name="row">The row.</param>
/// <param name="places">Columns by field.</param>
internal abstract class SheetRow(ReadSheet sheet, ReadRow row, IReadOnlyDictionary<string, int> places)
{
    public bool IsSound { get; private set; } = true;

    public int No => row.No;

    public ReadCell this[string field] => places.TryGetValue(field, out var column) ? row[column] : new ReadCell("", "");

    public string AddressOf(string field) => this[field].Address;

    /// <summary>Whether the sheet has such a column.</summary>
    public bool Has(string field) => places.ContainsKey(field);

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

    /// <summary>Remembers why the cell isn't taken.</summary>
    protected abstract void Remember(string field, ReadCell cell, BrokenRule rule);

    private void Refuse(string field, BrokenRule rule)
    {
        IsSound = false;
        Remember(field, this[field], rule);
    }
}
