using Microsoft.Extensions.Localization;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Audit;

/// <summary>Records as a sheet, each with the head of the batch in which it was sealed: whoever keeps it holds a witness of the history.</summary>
public sealed class HistorySheet(IStringLocalizer<Texts> texts)
{
    public const int MostRows = 10_000;

    public byte[] Write(IReadOnlyList<HistoryRow> rows) => SpreadsheetWriter.Write(
        new WrittenSheet(texts["History"],
            [new(texts["When, UTC"], 24), new(texts["Who"], 28), new(texts["For the company"], 32), new(texts["What"], 80), new(texts["It was"], 30), new(texts["It is"], 30), new(texts["State of the history"], 68)],
            rows.Take(MostRows).Select(row => (IReadOnlyList<WrittenCell>)
            [
                WrittenCell.Text(row.At.ToString("yyyy-MM-dd HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture)), WrittenCell.Text(HistoryWords.Who(texts, row)),
                WrittenCell.Text(row.Company), WrittenCell.Text(row.What), WrittenCell.Text(row.Before), WrittenCell.Text(row.After), WrittenCell.Text(row.Head),
            ])),
        new WrittenSheet(texts["About this sheet"], [new(texts["About this sheet"], 110)], About(rows.Count).Select(line => (IReadOnlyList<WrittenCell>)[WrittenCell.Text(line)])));

    private IEnumerable<string> About(int count)
    {
        yield return texts["The state of the history is the hash that stands for everything up to there. The command audit verify tells of each one named whether it is still part of the history."];
        if (count > MostRows)
        {
            yield return texts["There are more records than {0}: narrow the time to get the others.", Shown.Number(MostRows)];
        }
    }
}

/// <summary>Who did it, in words.</summary>
public static class HistoryWords
{
    public static string Who(IStringLocalizer<Texts> texts, HistoryRow row) => row.Actor switch
    {
        Data.Happenings.Actor.System => texts["the portal itself"],
        Data.Happenings.Actor.Applicant => row.Who is { } application ? texts["applicant of {0}", application] : texts["an applicant"],
        _ => row.Who ?? texts["a visitor"],
    };

    public static string Value(IStringLocalizer<Texts> texts, string name) => name switch
    {
        "address" => texts["Network address"],
        "browser" => texts["Browser"],
        "email" => texts["E-mail"],
        "new-email" => texts["New e-mail"],
        "phone" => texts["Phone"],
        "name" => texts["Name"],
        "position" => texts["Position"],
        "signatory" => texts["Signatory"],
        "block-reason" => texts["Reason of the block"],
        _ => name,
    };

    public static string Area(IStringLocalizer<Texts> texts, HistoryArea area) => area switch
    {
        HistoryArea.Access => texts["Sign-in and accounts"],
        HistoryArea.People => texts["People and roles"],
        HistoryArea.Registration => texts["Applications"],
        HistoryArea.Accreditation => texts["Accreditation"],
        HistoryArea.Company => texts["Data of companies"],
        HistoryArea.Events => texts["Events"],
        HistoryArea.Offers => texts["Offers and openings"],
        HistoryArea.Award => texts["Decisions"],
        HistoryArea.Support => texts["Support"],
        HistoryArea.Administration => texts["Settings"],
        _ => texts["Seals, keeping and antivirus"],
    };
}
