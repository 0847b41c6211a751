using System.IO.Compression;
using System.Net;
using System.Text;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Tests;

/// <summary>Spreadsheets as other programs write them.</summary>
internal static class ForeignSheet
{
    /// <summary>The heads in row 1, then the rows as XML, and what follows them.</summary>
    public static byte[] Of(IReadOnlyList<string> heads, string rows, string after = "", string tab = "Лист1")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Relations = "http://schemas.openxmlformats.org/package/2006/relationships",
            Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var head = $"<row r=\"1\">{string.Concat(heads.Select((text, i) => $"<c r=\"{SheetAddress.Of(i, 1)}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in new[]
            {
                ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/></Types>"""),
                ("_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
                ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{tab}" sheetId="1" r:id="r1"/></sheets></workbook>"""),
                ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
                ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{head}{rows}</sheetData>{after}</worksheet>"""),
            })
            {
                using var part = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    /// <summary>Text in a cell.</summary>
    public static string Text(string address, string text) => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(text)}</t></is></c>";
}
