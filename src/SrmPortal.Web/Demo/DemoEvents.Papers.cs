using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SrmPortal.Data.Files;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Demo;

/// <summary>What the buyer lays beside an event.</summary>
internal sealed partial class DemoEvents
{
    private async Task Attach(long round, DemoPlan plan, DateTime now)
    {
        var buyer = await stage.Colleague(plan.Buyer);
        foreach (var paper in plan.Papers)
        {
            await stage.Play(now, buyer, async services =>
            {
                var store = services.GetRequiredService<IFileStore>();
                var written = await store.Write(FileArea.Files, new MemoryStream(Docx(paper)), 100_000, CancellationToken.None);
                await using var stored = store.Open(written!.StoreName);
                return await services.GetRequiredService<KeepDocument>().Add(round, new UploadedFile(store, "File", $"{paper.Name}.docx", written, FileSniffer.Of(stored), null), paper.Title, now);
            });
        }
    }

    internal static byte[] Docx(DemoPaper paper)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body([
                new Paragraph(new Run(new RunProperties(new Bold()), new Text(paper.Title))),
                .. paper.Paragraphs.Select(text => new Paragraph(new Run(new Text(text)))),
            ]));
        }

        return bytes.ToArray();
    }
}
