using SrmPortal.Web.Features.Publishing;

namespace SrmPortal.Web.Tests.Events;

/// <summary>Cells as spreadsheets give them to the clipboard.</summary>
public sealed class PastedBlockTests
{
    private static IEnumerable<string> Cells(string pasted) => PastedBlock.Read(pasted).Rows.Select(row => $"{row.No}: {string.Join('|', row.Cells.OrderBy(cell => cell.Key).Select(cell => cell.Value.Text))}");

    [Fact]
    public void Cells_in_quotes_hold_tabs_line_breaks_and_quotes() =>
        Assert.Equal(["1: Pipe\n57 \"A\"|4", "2: a\tb|5"], Cells("\"Pipe\r\n57 \"\"A\"\"\"\t4\r\n\"a\tb\"\t5"));

    [Fact]
    public void A_name_that_begins_with_a_quotation_mark_is_no_cell_in_quotes() =>
        Assert.Equal(["1: \"North\" works|4", "2: Pipe 2\"|5", "3: \"|6"], Cells("\"North\" works\t4\nPipe 2\"\t5\n\"\t6"));

    [Fact]
    public void Empty_rows_count_and_hold_nothing_and_hard_spaces_are_spaces() =>
        Assert.Equal(["2: Pipe 57|1 200", "5: |x"], Cells("\nPipe\u00A057\t1\u00A0200\u00A0\n\t\n \u00A0 \n\tx\n\t\n\n\n"));

    [Fact]
    public void What_is_written_is_read_again()
    {
        string[][] rows = [["a\tb", "\"c\"", "d\ne"], ["", "f", "g \"h\" i"]];
        Assert.Equal(rows, PastedBlock.Read(PastedBlock.Write(rows)).Rows.Select(row => row.Cells.Values.Select(cell => cell.Text)));
    }
}
