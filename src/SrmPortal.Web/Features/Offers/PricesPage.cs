using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Offers;

/// <summary>Where prices can come from: a spreadsheet, or an own earlier offer.</summary>
public sealed record PricesPage(OfferPage Offer, IReadOnlyList<EarlierOffer> Earlier)
{
    public IFormFile? File => null;
}

/// <summary>A spreadsheet with prices. It is read at once and kept nowhere.</summary>
public sealed class PricesForm
{
    public const string FileField = nameof(File);

    // Ten thousand rows of thirteen cells are some ten megabytes.
    private static readonly SpreadsheetLimits Limits = new(Rows: 10_000, Unpacked: 100 * 1024 * 1024, CellText: 4_000);

    public IFormFile? File { get; init; }

    /// <summary>As the sender called it.</summary>
    public string NameOfFile() => FileNames.Clean(File!.FileName, FileKind.Xlsx);

    /// <exception cref="RuleViolation">It is no spreadsheet, or too large a one.</exception>
    public IReadOnlyList<ReadSheet> Read()
    {
        RuleViolation.ThrowIfAny(File is null ? [new BrokenRule(SheetRules.NoFile, FileField)] : []);
        var file = UploadedFile.Of(File!);
        file.RefuseUnlessSpreadsheet(SheetRules.NotASpreadsheet);
        using var content = file.OpenReadStream();
        try
        {
            return SpreadsheetReader.Read(content, Limits);
        }
        catch (SpreadsheetRefused refused)
        {
            throw new RuleViolation(refused.Fault switch
            {
                SpreadsheetFault.TooManyRows => new BrokenRule(SheetRules.TooManyRows, FileField, (decimal)Limits.Rows),
                SpreadsheetFault.TooLarge => new BrokenRule(SheetRules.TooLarge, FileField),
                SpreadsheetFault.NotASpreadsheet or SpreadsheetFault.OldFormat => new BrokenRule(SheetRules.NotASpreadsheet, FileField),
                _ => new BrokenRule(SheetRules.Damaged, FileField),
            });
        }
    }
}

/// <summary>
/// What would change, before anything does. The browser alone holds it: its form is an ordinary save of the lines that change, built on
/// the working copy that they were compared with.
/// </summary>
/// <param name="Offer">As it is saved.</param>
/// <param name="Prices">What would change.</param>
/// <param name="Source">The file, or the earlier offer.</param>
/// <param name="IsFile">Whether places are cells.</param>
public sealed record PricesPreview(OfferPage Offer, NewPrices Prices, string Source, bool IsFile)
{
    /// <summary>So many changes and faults are listed; all changes are written.</summary>
    public const int Listed = 500, FaultsOnTop = 10;

    public OfferTotals Becomes => OfferTotals.Of(Prices.Becomes, Offer.Round);

    public int LinesUnchanged => Offer.AllLines.Count - Prices.Changed.Count;

    /// <summary>The form's fields: terms and answers as they are, and the lines that change.</summary>
    public IEnumerable<(string Name, string Value)> Fields => OfferFields.Of(Offer.Content with { Lines = [.. Prices.Changed] }, Offer.Round);

    public IEnumerable<NewPrice> Changes => Prices.Changes.OrderBy(change => change.ItemNumber, StringComparer.Ordinal).Take(Listed);

    public IEnumerable<NotTaken> NotTaken => Prices.NotTaken.Take(Listed);
}
