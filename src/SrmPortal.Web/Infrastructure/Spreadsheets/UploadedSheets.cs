using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers.Import;

namespace SrmPortal.Web.Infrastructure.Spreadsheets;

/// <summary>The sheets of a file that somebody has chosen in a form; what can't be read is refused at its field.</summary>
internal static class UploadedSheets
{
    private static readonly Dictionary<SpreadsheetFault, string> Codes = new()
    {
        [SpreadsheetFault.Empty] = ImportRules.NothingInIt,
        [SpreadsheetFault.NotASpreadsheet] = ImportRules.NotASpreadsheet,
        [SpreadsheetFault.OldFormat] = ImportRules.OldFormat,
        [SpreadsheetFault.WithMacros] = ImportRules.WithMacros,
        [SpreadsheetFault.Damaged] = ImportRules.Damaged,
        [SpreadsheetFault.TooLarge] = ImportRules.TooLarge,
        [SpreadsheetFault.TooManyRows] = ImportRules.TooManyRows,
    };

    /// <param name="content">Can seek.</param>
    /// <param name="limits">How much is taken.</param>
    /// <param name="most">Rows, as the message says it.</param>
    /// <param name="field">Of the form.</param>
    public static IReadOnlyList<ReadSheet> Read(Stream content, SpreadsheetLimits limits, int most, string field)
    {
        try
        {
            return SpreadsheetReader.Read(content, limits);
        }
        catch (SpreadsheetRefused refused)
        {
            throw new RuleViolation(new BrokenRule(Codes[refused.Fault], field, most));
        }
    }
}
