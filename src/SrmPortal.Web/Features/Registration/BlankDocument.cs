using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SrmPortal.Web.Features.Registration;

/// <summary>A filled blank form as a .docx that can be corrected before it is printed.</summary>
internal static class BlankDocument
{
    private const string Font = "PT Sans";

    public static byte[] Write(IReadOnlyList<BlankBlock> blocks)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var body = new Body(blocks.Select(Paragraph));
            // A4 with margins of 2 cm, in twentieths of a point.
            body.AppendChild(new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }));
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return bytes.ToArray();
    }

    private static Paragraph Paragraph(BlankBlock block)
    {
        var (halfPoints, after) = block.Level switch { 1 => (32, 240), 2 => (26, 160), _ => (22, 160) };
        var look = new RunProperties(new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font });
        if (block.Level > 0)
        {
            look.AppendChild(new Bold());
        }

        look.AppendChild(new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) });
        var run = new Run(look);
        for (var i = 0; i < block.Lines.Count; i++)
        {
            if (i > 0)
            {
                run.AppendChild(new Break());
            }

            run.AppendChild(new Text(Sound(block.Lines[i])) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = after.ToString(CultureInfo.InvariantCulture) }), run);
    }

    /// <summary>What XML can't hold is left out.</summary>
    private static string Sound(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is '\t' or >= 0x20 and not 0xFFFE and not 0xFFFF).Select(rune => rune.ToString()));
}
