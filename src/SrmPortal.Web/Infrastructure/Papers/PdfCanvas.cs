using System.Globalization;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace SrmPortal.Web.Infrastructure.Papers;

/// <summary>How letters look.</summary>
/// <param name="Size">In points.</param>
/// <param name="IsBold">Heavier.</param>
/// <param name="IsQuiet">Grey.</param>
internal sealed record PaperStyle(float Size, bool IsBold = false, bool IsQuiet = false)
{
    public float LineHeight => MathF.Round(Size * 1.32f, 1);
}

/// <summary>Sheets of A4 that are filled from above; what does not fit goes to the next. Written out when all are known, with their numbers.</summary>
internal sealed class PdfCanvas : IDisposable
{
    public const float Width = 595, Height = 842, Left = 48, Right = 40, Top = 42, Bottom = 56;

    private static readonly SKColor Ink = new(0x1B, 0x1F, 0x24), Grey = new(0x5A, 0x62, 0x6B), Line = new(0xB4, 0xBA, 0xC1);

    private readonly List<List<Action<SKCanvas>>> _pages = [[]];
    private readonly Dictionary<SKTypeface, SKShaper> _shapers = [];
    private readonly Dictionary<(SKTypeface, float), SKFont> _fonts = [];
    private readonly SKPaint _ink = new() { Color = Ink, IsAntialias = true }, _grey = new() { Color = Grey, IsAntialias = true };
    private readonly SKPaint _line = new() { Color = Line, StrokeWidth = 0.5f, IsStroke = true }, _strong = new() { Color = Ink, StrokeWidth = 1, IsStroke = true };

    public static float Usable => Width - Left - Right;

    public float Y { get; private set; } = Top;

    public float Rest => Height - Bottom - Y;

    public static float Page => Height - Bottom - Top;

    public void Down(float by) => Y += by;

    public void NextPage()
    {
        _pages.Add([]);
        Y = Top;
    }

    /// <summary>Lines that are no wider than this. Breaks at spaces, and within a word only where it is too long itself.</summary>
    public IReadOnlyList<string> Wrap(string text, PaperStyle style, float width)
    {
        List<string> lines = [];
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' '))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (Measure(longer, style) <= width)
                {
                    line = longer;
                    continue;
                }

                if (line.Length > 0)
                {
                    lines.Add(line);
                }

                line = word;
                while (line.Length > 1 && Measure(line, style) > width)
                {
                    var fits = Fitting(line, style, width);
                    lines.Add(line[..fits]);
                    line = line[fits..];
                }
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>One line at the present height, which stays.</summary>
    public void Write(string text, float x, float width, PaperStyle style, bool isRight = false, float below = 0)
    {
        var baseline = Y + below + style.Size;
        var paint = style.IsQuiet ? _grey : _ink;
        var runs = PaperFonts.Runs(text, FaceOf(style)).Select(run => (run.Text, Font: FontOf(run.Face, style.Size), Shaper: ShaperOf(run.Face))).ToArray();
        var at = isRight ? x + width - runs.Sum(run => run.Shaper.Shape(run.Text, run.Font).Width) : x;
        foreach (var (part, font, shaper) in runs)
        {
            var place = at;
            _pages[^1].Add(canvas => canvas.DrawShapedText(shaper, part, place, baseline, SKTextAlign.Left, font, paint));
            at += shaper.Shape(part, font).Width;
        }
    }

    public void Rule(float x, float width, bool isStrong = false)
    {
        var (y, paint) = (Y, isStrong ? _strong : _line);
        _pages[^1].Add(canvas => canvas.DrawLine(x, y, x + width, y, paint));
    }

    /// <param name="title">For the window of the reader.</param>
    /// <param name="footer">Left at the foot of each page.</param>
    /// <param name="pageOf"><c>page {0} of {1}</c>.</param>
    /// <param name="made">In UTC.</param>
    public byte[] Finish(string title, string footer, string pageOf, DateTime made)
    {
        var (style, no) = (new PaperStyle(7.5f, IsQuiet: true), 0);
        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, new SKDocumentPdfMetadata { Title = title, Creator = "SrmPortal", Creation = made, Modified = made }))
        {
            foreach (var page in _pages.ToArray())
            {
                using var canvas = document.BeginPage(Width, Height);
                foreach (var draw in page)
                {
                    draw(canvas);
                }

                Foot(canvas, footer, string.Format(CultureInfo.InvariantCulture, pageOf, ++no, _pages.Count), style);
                document.EndPage();
            }

            document.Close();
        }

        return file.ToArray();
    }

    public void Dispose()
    {
        foreach (var one in _shapers.Values.Cast<IDisposable>().Concat(_fonts.Values).Concat([_ink, _grey, _line, _strong]))
        {
            one.Dispose();
        }
    }

    private void Foot(SKCanvas canvas, string footer, string number, PaperStyle style)
    {
        var (font, shaper) = (FontOf(PaperFonts.Regular, style.Size), ShaperOf(PaperFonts.Regular));
        var y = Height - Bottom + 16;
        canvas.DrawLine(Left, y, Width - Right, y, _line);
        var room = Usable - font.MeasureText(number) - 12;
        foreach (var (line, i) in Wrap(footer, style, room).Select((line, i) => (line, i)))
        {
            canvas.DrawShapedText(shaper, line, Left, y + 10 + (i * style.LineHeight), SKTextAlign.Left, font, _grey);
        }

        canvas.DrawShapedText(shaper, number, Width - Right - font.MeasureText(number), y + 10, SKTextAlign.Left, font, _grey);
    }

    private int Fitting(string word, PaperStyle style, float width)
    {
        var fits = 1;
        while (fits < word.Length && Measure(word[..(fits + 1)], style) <= width)
        {
            fits++;
        }

        return fits > 1 && char.IsHighSurrogate(word[fits - 1]) ? fits - 1 : fits;
    }

    private float Measure(string text, PaperStyle style) => PaperFonts.Runs(text, FaceOf(style)).Sum(run => FontOf(run.Face, style.Size).MeasureText(run.Text));

    private static SKTypeface FaceOf(PaperStyle style) => style.IsBold ? PaperFonts.Bold : PaperFonts.Regular;

    private SKFont FontOf(SKTypeface face, float size)
    {
        if (!_fonts.TryGetValue((face, size), out var font))
        {
            _fonts[(face, size)] = font = new SKFont(face, size) { Subpixel = true };
        }

        return font;
    }

    private SKShaper ShaperOf(SKTypeface face)
    {
        if (!_shapers.TryGetValue(face, out var shaper))
        {
            _shapers[face] = shaper = new SKShaper(face);
        }

        return shaper;
    }
}
