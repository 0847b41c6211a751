using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SrmPortal.Web.Infrastructure.Spreadsheets;

/// <summary>What the cells of one workbook mean: by its shared texts, and by its styles, which alone tell a date from a number.</summary>
internal sealed class CellValues
{
    // A double holds fifteen digits; what a program wrote behind them is noise.
    private const string FifteenDigits = "G15";

    private readonly List<string> _shared;
    private readonly HashSet<uint> _dateStyles;
    private readonly bool _from1904;
    private readonly int _longestText;

    public CellValues(WorkbookPart workbook, SpreadsheetLimits limits)
    {
        _longestText = limits.CellText;
        _from1904 = workbook.Workbook!.WorkbookProperties?.Date1904?.Value is true;
        _shared = workbook.SharedStringTablePart is { } part ? Shared(part) : [];
        _dateStyles = DateStyles(workbook.WorkbookStylesPart?.Stylesheet);
    }

    public ReadCell Read(Cell cell, string address)
    {
        var isFormula = cell.CellFormula is not null;
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == DocumentFormat.OpenXml.Spreadsheet.CellValues.Error)
        {
            return new ReadCell(address, value, IsFormula: isFormula, IsError: true);
        }

        if (type is { } given && given != DocumentFormat.OpenXml.Spreadsheet.CellValues.Number)
        {
            return new ReadCell(address, Clean(Text(cell, given, value)), IsFormula: isFormula);
        }

        return value.Length == 0 ? new ReadCell(address, "", IsFormula: isFormula) : Number(address, value, cell.StyleIndex?.Value ?? 0, isFormula);
    }

    private string Text(Cell cell, DocumentFormat.OpenXml.Spreadsheet.CellValues type, string value) =>
        type == DocumentFormat.OpenXml.Spreadsheet.CellValues.SharedString
            ? int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _shared.Count ? _shared[index] : ""
        : type == DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString ? cell.InlineString is { } inline ? Said(inline) : ""
        : type == DocumentFormat.OpenXml.Spreadsheet.CellValues.Boolean ? value == "1" ? "1" : "0"
        : value;

    private ReadCell Number(string address, string value, uint style, bool isFormula)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new ReadCell(address, Clean(value), IsFormula: isFormula);
        }

        if (value.Count(char.IsAsciiDigit) > 15)
        {
            number = decimal.Parse(((double)number).ToString(FifteenDigits, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        if (_dateStyles.Contains(style) && DateOf(number) is { } date)
        {
            return new ReadCell(address, date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), number, date, isFormula);
        }

        return new ReadCell(address, number.ToString("0.############################", CultureInfo.InvariantCulture), number, null, isFormula);
    }

    private DateTime? DateOf(decimal number)
    {
        var days = number + (_from1904 ? 1462 : 0);
        return days is >= 1 and < 2958466 ? DateTime.FromOADate((double)days) : null;
    }

    private string Clean(string text)
    {
        var clean = text.Replace('\u00A0', ' ').ReplaceLineEndings("\n").Trim().Normalize();
        return clean.Length > _longestText ? clean[.._longestText] : clean;
    }

    private static List<string> Shared(SharedStringTablePart part)
    {
        List<string> texts = [];
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                texts.Add(Said((SharedStringItem)reader.LoadCurrentElement()!));
            }
        }

        return texts;
    }

    // Pieces of formatted text belong together; how something is pronounced is not part of it.
    private static string Said(OpenXmlElement item) => string.Concat(item.Elements()
        .SelectMany(element => element switch { Text plain => [plain], Run run => run.Elements<Text>(), _ => [] }).Select(text => text.Text));

    private static HashSet<uint> DateStyles(Stylesheet? styles)
    {
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>().Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value).ToDictionary(group => group.Key, group => group.First().FormatCode?.Value ?? "") ?? [];
        HashSet<uint> dates = [];
        var index = 0u;
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            if (id is >= 14 and <= 22 or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) || (own.TryGetValue(id, out var code) && IsDate(code)))
            {
                dates.Add(index);
            }

            index++;
        }

        return dates;
    }

    // A year or a day outside quotes and brackets.
    private static bool IsDate(string code)
    {
        var (quoted, bracket) = (false, false);
        foreach (var letter in code)
        {
            quoted ^= letter == '"';
            bracket = letter == '[' || (bracket && letter != ']');
            if (!quoted && !bracket && letter is 'y' or 'Y' or 'd' or 'D' or 'г' or 'Г')
            {
                return true;
            }
        }

        return false;
    }
}
