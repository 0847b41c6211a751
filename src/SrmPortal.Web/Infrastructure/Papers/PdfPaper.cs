namespace SrmPortal.Web.Infrastructure.Papers;

/// <summary>A <see cref="Paper"/> on sheets of A4: its text can be selected and searched, rows are never torn, the head of a table stands on each sheet.</summary>
internal static class PdfPaper
{
    public const string ContentType = "application/pdf";

    private const float Gap = 6, CellGap = 5;

    private static readonly PaperStyle Title = new(16, IsBold: true), Section = new(12, IsBold: true), Sub = new(10, IsBold: true);
    private static readonly PaperStyle Body = new(9), Strong = new(9, IsBold: true), Quiet = new(9, IsQuiet: true), Head = new(8, IsBold: true), Cell = new(8.5f), Main = new(8.5f, IsBold: true), Code = new(7.5f);

    public static byte[] Write(Paper paper, DateTime made)
    {
        using var page = new PdfCanvas();
        Lines(page, paper.Over, Quiet);
        Lines(page, paper.Title, Title);
        Lines(page, paper.Under, Body);
        foreach (var section in paper.Sections)
        {
            page.Down(Gap * 2);
            KeepTogether(page, Section.LineHeight + (Body.LineHeight * 3));
            Lines(page, section.Heading, Section);
            page.Rule(PdfCanvas.Left, PdfCanvas.Usable, isStrong: true);
            page.Down(Gap);
            foreach (var block in section.Blocks)
            {
                Write(page, block);
            }
        }

        return page.Finish(paper.Title, paper.Footer, paper.PageOf, made);
    }

    private static void Write(PdfCanvas page, PaperBlock block)
    {
        switch (block)
        {
            case PaperBlock.Facts facts:
                Facts(page, facts);
                break;
            case PaperBlock.Said said:
                Lines(page, said.Text, Body, said.IsQuote ? 12 : 0);
                page.Down(Gap);
                break;
            case PaperBlock.Heading heading:
                page.Down(Gap);
                KeepTogether(page, Sub.LineHeight + (Cell.LineHeight * 4));
                Lines(page, heading.Text, Sub);
                page.Down(2);
                break;
            case PaperBlock.Table table:
                Table(page, table);
                break;
            case PaperBlock.Signs signs:
                Signs(page, signs);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block));
        }
    }

    private static void Lines(PdfCanvas page, string text, PaperStyle style, float indent = 0)
    {
        foreach (var line in page.Wrap(text, style, PdfCanvas.Usable - indent))
        {
            KeepTogether(page, style.LineHeight);
            page.Write(line, PdfCanvas.Left + indent, PdfCanvas.Usable - indent, style);
            page.Down(style.LineHeight);
        }
    }

    private static void Facts(PdfCanvas page, PaperBlock.Facts facts)
    {
        PaperColumn[] columns = [new("", 30), new("", 70)];
        foreach (var fact in facts.All)
        {
            Row(page, columns, [(fact.Name, Quiet), (fact.Text, Body)], null);
            page.Down(2);
        }

        page.Down(Gap);
    }

    private static void Table(PdfCanvas page, PaperBlock.Table table)
    {
        void WriteHead()
        {
            Row(page, table.Columns, [.. table.Columns.Select(column => (column.Head, Head))], null);
            page.Rule(PdfCanvas.Left, PdfCanvas.Usable, isStrong: true);
            page.Down(3);
        }

        KeepTogether(page, (Head.LineHeight * 3) + (Cell.LineHeight * 2));
        WriteHead();
        foreach (var row in table.Rows)
        {
            Row(page, table.Columns, [.. row.Select((cell, i) => (cell, StyleOf(table.Columns[i].Kind)))], WriteHead);
            page.Rule(PdfCanvas.Left, PdfCanvas.Usable);
            page.Down(3);
        }

        if (table.Sum is { } sum)
        {
            Row(page, [new("", table.Columns.SkipLast(1).Sum(column => column.Share)), table.Columns[^1] with { Kind = PaperCell.Number }], [(sum.Name, Main), (sum.Text, Main)], WriteHead);
        }

        page.Down(Gap);
    }

    /// <summary>A row that is higher than a whole sheet is the only one that goes on on the next.</summary>
    private static void Row(PdfCanvas page, IReadOnlyList<PaperColumn> columns, IReadOnlyList<(string Text, PaperStyle Style)> cells, Action? onNewPage)
    {
        var unit = (PdfCanvas.Usable - (CellGap * (columns.Count - 1))) / columns.Sum(column => column.Share);
        var lines = cells.Select((cell, i) => page.Wrap(cell.Text, cell.Style, columns[i].Share * unit)).ToArray();
        var height = cells.Max(cell => cell.Style.LineHeight);
        var (count, written) = (lines.Max(cell => cell.Count), 0);
        if (count * height > page.Rest && count * height <= PdfCanvas.Page - (height * 6))
        {
            TurnPage(page, onNewPage);
        }

        for (; written < count; written++)
        {
            if (page.Rest < height)
            {
                TurnPage(page, onNewPage);
            }

            var x = PdfCanvas.Left;
            for (var i = 0; i < columns.Count; x += (columns[i].Share * unit) + CellGap, i++)
            {
                if (written < lines[i].Count)
                {
                    page.Write(lines[i][written], x, columns[i].Share * unit, cells[i].Style, columns[i].Kind is PaperCell.Number);
                }
            }

            page.Down(height);
        }

        page.Down(2);
    }

    private static void TurnPage(PdfCanvas page, Action? onNewPage)
    {
        page.NextPage();
        onNewPage?.Invoke();
    }

    private static void Signs(PdfCanvas page, PaperBlock.Signs signs)
    {
        foreach (var person in signs.People)
        {
            KeepTogether(page, 34);
            page.Down(22);
            page.Rule(PdfCanvas.Left, 180);
            page.Write(person, PdfCanvas.Left + 190, PdfCanvas.Usable - 190, Strong, below: -Strong.LineHeight + 2);
            page.Down(6);
        }
    }

    private static void KeepTogether(PdfCanvas page, float height)
    {
        if (page.Rest < height)
        {
            page.NextPage();
        }
    }

    private static PaperStyle StyleOf(PaperCell kind) => kind switch
    {
        PaperCell.Main => Main,
        PaperCell.Code => Code,
        _ => Cell,
    };
}
