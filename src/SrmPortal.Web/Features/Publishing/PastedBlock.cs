using System.Text;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>
/// A block of cells as a spreadsheet gives it to the clipboard: cells parted by tabs, one with tabs or line breaks in quotes. Empty rows
/// count, and hold nothing.
/// </summary>
internal static class PastedBlock
{
    public static ReadSheet Read(string pasted)
    {
        List<ReadRow> rows = [];
        var text = pasted.ReplaceLineEndings("\n");
        var (place, no) = (0, 1);
        while (place < text.Length)
        {
            Dictionary<int, ReadCell> cells = [];
            for (var isLast = false; !isLast; place++)
            {
                var cell = NextCell(text, ref place);
                isLast = place >= text.Length || text[place] == '\n';
                cells[cells.Count] = new ReadCell(Address(no, cells.Count), cell.Replace('\u00A0', ' ').Trim());
            }

            if (cells.Values.Any(cell => !cell.IsEmpty))
            {
                rows.Add(new ReadRow(no, cells));
            }

            no++;
        }

        return new ReadSheet("", rows);
    }

    public static string Write(IEnumerable<IEnumerable<string>> rows) => string.Join('\n', rows.Select(row => string.Join('\t', row.Select(Quoted))));

    private static string Address(int row, int column) => EventWords.Say($"row {row}, column {column + 1}", $"строка {row}, столбец {column + 1}");

    /// <summary>Up to the tab or the line's end, where <paramref name="place"/> stands then.</summary>
    private static string NextCell(string text, ref int place)
    {
        if (place < text.Length && text[place] == '"' && InQuotes(text, ref place) is { } quoted)
        {
            return quoted;
        }

        var end = text.AsSpan(place).IndexOfAny('\t', '\n') is >= 0 and var length ? place + length : text.Length;
        var cell = text[place..end];
        place = end;
        return cell;
    }

    // A name that merely begins with a quotation mark, "North" works, is no cell in quotes: its closing mark ends no cell.
    private static string? InQuotes(string text, ref int place)
    {
        var cell = new StringBuilder();
        for (var i = place + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                cell.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else
            {
                var ends = i + 1 >= text.Length || text[i + 1] is '\t' or '\n';
                place = ends ? i + 1 : place;
                return ends ? cell.ToString() : null;
            }
        }

        return null;
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny('\t', '\n', '"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
