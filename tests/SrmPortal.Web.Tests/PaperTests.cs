using SrmPortal.Web.Infrastructure.Papers;
using UglyToad.PdfPig;

namespace SrmPortal.Web.Tests;

/// <summary>Documents on sheets of A4.</summary>
public sealed class PaperTests
{
    private static readonly PaperColumn[] Columns = [new("Наименование", 30, PaperCell.Main), new("Почему", 50), new("Сумма", 20, PaperCell.Number)];

    [Fact]
    public void A_row_that_does_not_fit_goes_to_the_next_sheet_as_a_whole_and_the_head_with_it()
    {
        var reason = string.Join(' ', Enumerable.Repeat("потому", 60));
        var pages = Read(Table([.. Enumerable.Range(1, 40).Select(i => new[] { $"Строка{i:00}", $"начало{i:00} {reason} конец{i:00}", $"{i:00},50" })]));

        Assert.True(pages.Length > 3, $"{pages.Length} pages");
        Assert.All(pages, page => Assert.Contains("Наименование", page, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 40), i => Assert.Contains(pages, page =>
            page.Contains($"Строка{i:00}", StringComparison.Ordinal) && page.Contains($"начало{i:00}", StringComparison.Ordinal) && page.Contains($"конец{i:00}", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_longer_than_a_sheet_is_written_to_its_end()
    {
        var long1 = string.Join(' ', Enumerable.Range(1, 1500).Select(i => $"w{i:0000}"));
        var pages = Read(Table([["Строка", long1, "1,00"]]), new PaperBlock.Said(new string('х', 3000) + "конец"));

        var whole = string.Concat(pages);
        Assert.All(Enumerable.Range(1, 1500), i => Assert.Contains($"w{i:0000}", whole, StringComparison.Ordinal));
        Assert.Contains("конец", whole, StringComparison.Ordinal);
        Assert.All(pages, (page, i) => Assert.Contains($"{i + 1}/{pages.Length}", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Letters_of_other_tongues_do_not_stop_it()
    {
        var pages = Read(new PaperBlock.Facts([new("Поставщик", "宝山钢铁股份有限公司 😀, Қазақмыс, Ø 219 ₽ №")]));

        Assert.Contains("Қазақмыс,Ø219₽№", pages[0], StringComparison.Ordinal);
    }

    private static PaperBlock.Table Table(IReadOnlyList<string>[] rows) => new("Таблица", Columns, rows);

    private static string[] Read(params PaperBlock[] blocks)
    {
        var bytes = PdfPaper.Write(new Paper("Документ", "№ 1", "О чём", [new PaperSection("1. Раздел", blocks)]) { Footer = "Документ № 1" }, new DateTime(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc));
        using var pdf = PdfDocument.Open(bytes);
        var pages = pdf.GetPages().ToArray();
        Assert.All(pages.SelectMany(page => page.Letters), letter => Assert.True(letter.StartBaseLine.Y > 20 && letter.EndBaseLine.X < 562, $"{letter.Value} at {letter.StartBaseLine}"));
        return [.. pages.Select(page => string.Concat(page.Text.Where(letter => !char.IsWhiteSpace(letter))))];
    }
}
