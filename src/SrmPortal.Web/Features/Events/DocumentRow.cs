using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Sourcing;

namespace SrmPortal.Web.Features.Events;

/// <summary>One document of the customer's documentation, as lists show it.</summary>
public sealed record DocumentRow(string Token, string Title, string Name, FileKind Kind, long Size, DateTime AddedAt)
{
    public string ShownTitle => Title.Length > 0 ? Title : Name;

    public string Icon => Kind switch
    {
        FileKind.Pdf => "file-earmark-pdf",
        FileKind.Xlsx => "file-earmark-spreadsheet",
        _ => "file-earmark-text",
    };

    public string KindName => Kind is FileKind.Signature ? EventWords.Say("Signature", "Подпись") : Kind.ToString().ToUpperInvariant();

    public static Task<List<DocumentRow>> Of(PortalDbContext db, long roundId) => db.RoundDocuments.AsNoTracking()
        .Where(d => d.RoundId == roundId && d.Folder == DocumentFolder.Customer).OrderBy(d => d.Id)
        .Join(db.Files, d => d.FileId, f => f.Id, (d, f) => new DocumentRow(f.Token, d.Title, f.Name, f.Kind, f.Size, d.AddedAt)).ToListAsync();
}

public sealed record EventDocumentsPage(EventFrame Frame, IReadOnlyList<DocumentRow> Documents) : IEventPage
{
    public static async Task<EventDocumentsPage?> Read(PortalDbContext db, string number, int no, HttpContext http) =>
        await EventFrame.Read(db, number, no, EventTab.Documents, http) is { } frame
            ? new EventDocumentsPage(frame, await DocumentRow.Of(db, frame.Card.Id)) : null;
}
