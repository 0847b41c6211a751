using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers.Import;
using SrmPortal.Web.Infrastructure.Uploads;

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
    };

    /// <summary>Of a file that is read at once and kept nowhere.</summary>
    public static IReadOnlyList<ReadSheet> Read(IFormFile? bound, SpreadsheetLimits limits, BrokenRule tooManyRows, string field)
    {
        RuleViolation.ThrowIfAny(bound is null ? [new BrokenRule(ImportRules.NoFile, field)] : []);
        var file = UploadedFile.Of(bound!);
        file.RefuseUnlessSpreadsheet(ImportRules.NotASpreadsheet);
        using var content = file.OpenReadStream();
        return Read(content, limits, tooManyRows, field);
    }

    /// <param name="content">Can seek.</param>
    /// <param name="limits">How much is taken.</param>
    /// <param name="most">Rows, as the message says it.</param>
    /// <param name="field">Of the form.</param>
    public static IReadOnlyList<ReadSheet> Read(Stream content, SpreadsheetLimits limits, int most, string field) =>
        Read(content, limits, new BrokenRule(ImportRules.TooManyRows, field, most), field);

    private static IReadOnlyList<ReadSheet> Read(Stream content, SpreadsheetLimits limits, BrokenRule tooManyRows, string field)
    {
        try
        {
            return SpreadsheetReader.Read(content, limits);
        }
        catch (SpreadsheetRefused refused)
        {
            throw new RuleViolation(refused.Fault is SpreadsheetFault.TooManyRows ? tooManyRows : new BrokenRule(Codes[refused.Fault], field));
        }
    }
}
