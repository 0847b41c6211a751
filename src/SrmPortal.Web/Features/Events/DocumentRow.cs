using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Sourcing;

namespace SrmPortal.Web.Features.Events;

/// <summary>One document of the customer's documentation, as lists show it.</summary>
public sealed record DocumentRow(string Token, string Title, string Name, FileKind Kind, long Size, DateTime AddedAt, ScanState Scan)
{
    public bool CanBeOpened => Scan is ScanState.NotAsked or ScanState.Clean;

    public string ShownTitle => Title.Length > 0 ? Title : Name;

    public string Icon => Kind switch
    {
        FileKind.Pdf => "file-earmark-pdf",
        FileKind.Xlsx => "file-earmark-spreadsheet",
        _ => "file-earmark-text",
    };

    /// <summary>Why it can't be opened.</summary>
    public string Held => Scan is ScanState.Waiting ? EventWords.Say("being checked for viruses", "проверяется на вирусы") : EventWords.Say("removed: malware was found in it", "удалён: найдена вредоносная программа");

    public string KindName => Kind is FileKind.Signature ? EventWords.Say("Signature", "Подпись") : Kind.ToString().ToUpperInvariant();

    public static Task<List<DocumentRow>> Of(PortalDbContext db, long roundId) => Of(db, roundId, DocumentFolder.Customer);

    /// <summary>Those too that an amendment would bring.</summary>
    public static Task<List<DocumentRow>> WithAmendment(PortalDbContext db, long roundId) => Of(db, roundId, DocumentFolder.Customer, DocumentFolder.Amendment);

    private static Task<List<DocumentRow>> Of(PortalDbContext db, long roundId, params DocumentFolder[] folders) => db.RoundDocuments.AsNoTracking()
        .Where(d => d.RoundId == roundId && folders.Contains(d.Folder)).OrderBy(d => d.Id)
        .Join(db.Files, d => d.FileId, f => f.Id, (d, f) => new DocumentRow(f.Token, d.Title, f.Name, f.Kind, f.Size, d.AddedAt, f.Scan)).ToListAsync();
}

/// <summary>A link to all of them in one file; of one alone there is none.</summary>
/// <param name="Round"><c>20067776/0</c>.</param>
/// <param name="Documents">Also those that can't be opened.</param>
public sealed record AllDocuments(string Round, IReadOnlyList<DocumentRow> Documents)
{
    public bool AreWorthIt => Documents.Count(document => document.CanBeOpened) > 1;

    public long Size => Documents.Where(document => document.CanBeOpened).Sum(document => document.Size);
}

public sealed record EventDocumentsPage(EventFrame Frame, IReadOnlyList<DocumentRow> Documents) : IEventPage
{
    public static async Task<EventDocumentsPage?> Read(PortalDbContext db, string number, int no, HttpContext http) =>
        await EventFrame.Read(db, number, no, EventTab.Documents, http) is { } frame
            ? new EventDocumentsPage(frame, await DocumentRow.Of(db, frame.Card.Id)) : null;
}
