namespace SrmPortal.Domain.Offers;

/// <summary>Why a spreadsheet with prices, or a cell of it, is not taken.</summary>
public static class SheetRules
{
    public const string NoFile = "sheet.no-file";
    public const string NotASpreadsheet = "sheet.not-a-spreadsheet";
    public const string Damaged = "sheet.damaged";
    public const string TooLarge = "sheet.too-large";
    public const string TooManyRows = "sheet.too-many-rows";
    public const string NoTable = "sheet.no-table";
    public const string OtherEvent = "sheet.other-event";
    public const string OtherCurrency = "sheet.other-currency";
    public const string NoLine = "sheet.no-line";
    public const string NoSuchLine = "sheet.no-such-line";
    public const string LineTwice = "sheet.line-twice";
    public const string OtherMaterial = "sheet.other-material";
    public const string OtherUnit = "sheet.other-unit";
    public const string OtherPriceUnit = "sheet.other-price-unit";
    public const string FormulaWithoutValue = "sheet.formula-without-value";
    public const string FormulaError = "sheet.formula-error";
    public const string Merged = "sheet.merged";
    public const string DateInsteadOfNumber = "sheet.date-instead-of-number";
    public const string Negative = "sheet.negative";
    public const string NumberInsteadOfDate = "sheet.number-instead-of-date";
    public const string NoSuchVat = "sheet.no-such-vat";
    public const string QuantityTooLarge = "sheet.quantity-too-large";
    public const string QuantityNotAsAsked = "sheet.quantity-not-as-asked";
    public const string NoSubstitutes = "sheet.no-substitutes";
    public const string EarlierCurrency = "sheet.earlier-currency";
    public const string EarlierGone = "sheet.earlier-gone";
}
