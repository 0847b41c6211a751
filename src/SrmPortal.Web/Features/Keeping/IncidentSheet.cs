using System.Globalization;
using Microsoft.Extensions.Localization;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>Those whose data lay open as a sheet, to tell each of them and the authority.</summary>
public sealed class IncidentSheet(IStringLocalizer<Texts> texts)
{
    public byte[] Write(IncidentPage page, IncidentReport report, DateTime now) => SpreadsheetWriter.Write(
        new WrittenSheet(texts["People"],
            [new(texts["Person"], 36), new(texts["E-mail"], 34), new(texts["Phone"], 20), new(texts["Position"], 28), new(texts["Where the person is named"], 80)],
            report.People.Select(one => (IReadOnlyList<WrittenCell>)
            [
                WrittenCell.Text(one.FullName), WrittenCell.Text(one.Email), WrittenCell.Text(one.Phone), WrittenCell.Text(one.Position), WrittenCell.Text(IncidentWords.Places(texts, one)),
            ])),
        new WrittenSheet(texts["About this sheet"], [new(texts["About this sheet"], 30), new("", 80)],
        [
            Line(texts["What may have been read"], IncidentWords.What(texts, page)),
            Line(texts["Written on (UTC)"], now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
            Line(texts["People"], Shown.Number(report.People.Count)),
            Line(texts["Documents that can name people"], Shown.Number(report.Documents)),
            Line(texts["How to read it"], texts["It is the worst that can be: what lay open, not what was looked at. It shows the portal as it was when this was written; who was erased before isn't named."]),
        ]));

    private static IReadOnlyList<WrittenCell> Line(string name, string value) => [WrittenCell.Text(name), WrittenCell.Text(value)];
}

/// <summary>What lay open and where somebody is named in it, in words.</summary>
public static class IncidentWords
{
    public static string What(IStringLocalizer<Texts> texts, IncidentPage page) => (page.Filter.What, page.Found) switch
    {
        (ExposedThing.Account, [var one]) => texts["Account {0} ({1})", one.Key, one.Name],
        (ExposedThing.Company, [var one]) => texts["Company {0} ({1})", one.Name, one.Key],
        (ExposedThing.Event, [var one]) => texts["Event {0}", one.Key],
        _ => texts["The whole portal"],
    };

    public static string Places(IStringLocalizer<Texts> texts, ExposedPerson person) => string.Join("; ", person.Places.OrderBy(one => one.As).ThenBy(one => one.Of, StringComparer.CurrentCulture).Select(one => Place(texts, one)));

    private static string Place(IStringLocalizer<Texts> texts, ExposedPlace place) => place.As switch
    {
        ExposedAs.Group => texts["works for the group"],
        ExposedAs.Member => texts["works for {0}", place.Of],
        ExposedAs.Signatory => texts["signs for {0}", place.Of],
        ExposedAs.Applicant when place.Of.Length == 0 => texts["filled in an application that was not sent"],
        ExposedAs.Questionnaire when place.Of.Length == 0 => texts["is named in an application that was not sent"],
        ExposedAs.Applicant => texts["filled in the application {0}", place.Of],
        ExposedAs.Questionnaire => texts["is named in the application {0}", place.Of],
        ExposedAs.Letter => texts["is named in the letter of case {0}", place.Of],
        ExposedAs.Import => texts["is named in the file {0}", place.Of],
        ExposedAs.Invited => texts["was invited from outside to event {0}", place.Of],
        _ => texts["has an account"],
    };
}
