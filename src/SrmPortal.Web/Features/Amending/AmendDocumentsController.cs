using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Amending;

/// <summary>The customer's documentation as the amendment leaves it; what is added nobody outside the team sees before it is published.</summary>
[Route("events/{number}/{no:int}/amendment/documents"), Authorize(Roles = Roles.Buyer)]
public sealed class AmendDocumentsController(PortalDbContext db, KeepAmendedDocument keep, PublishingPolicy policy, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Documents(string number, int no) =>
        await AmendmentDraft.Read(db, policy, number, no, AmendmentTab.Documents, HttpContext) is { } draft
            ? View(new AmendDocumentsPage { Draft = draft, Rows = (await DocumentRow.WithAmendment(db, draft.Frame.Card.Id)).ToDictionary(row => row.Token) }) : NotFound();

    [HttpPost, TakesFiles, ShowAgain(nameof(Documents))]
    public async Task<IActionResult> Add(string number, int no, DocumentForm form)
    {
        if (await db.RoundAt(number, no) is not { } round || !await keep.Add(round, UploadedFile.Of(form.File!), PlainText.Of(form.Title), HttpContext.Instant()))
        {
            return NotFound();
        }

        return Said(number, no, texts["The document is stored with the amendment."]);
    }

    [HttpPost("{token:length(32)}/remove"), ShowAgain(nameof(Documents))]
    public async Task<IActionResult> Remove(string number, int no, string token) =>
        await db.RoundAt(number, no) is { } round && await keep.Remove(round, token, HttpContext.Instant())
            ? Said(number, no, texts["The document will be taken out by the amendment."]) : NotFound();

    [HttpPost("{token:length(32)}/restore"), ShowAgain(nameof(Documents))]
    public async Task<IActionResult> Restore(string number, int no, string token) =>
        await db.RoundAt(number, no) is { } round && await keep.Restore(round, token, HttpContext.Instant()) ? Said(number, no, texts["The document stays."]) : NotFound();

    private RedirectToActionResult Said(string number, int no, string said)
    {
        this.Say(said);
        return RedirectToAction(nameof(Documents), new { number, no });
    }
}

public sealed class AmendDocumentsPage : DocumentForm, IAmendmentPage
{
    public required AmendmentDraft Draft { get; init; }

    /// <summary>By token: what is checked for viruses can't be opened yet.</summary>
    public required IReadOnlyDictionary<string, DocumentRow> Rows { get; init; }

    public EventFrame Frame => Draft.Frame;
}

/// <summary>Lays a file beside an amendment, or marks one of the documentation to go with it.</summary>
public sealed class KeepAmendedDocument(PortalDbContext db, CurrentScope scope) : IDeed
{
    internal Task<bool> Add(long roundId, UploadedFile file, string title, DateTime now) => Change(roundId, async amendment =>
    {
        var stored = file.Keep(FileOwner.Event(amendment.Round.Event.Id), now);
        amendment.Revise(Me, amendment.Becomes with { Documents = [.. amendment.Becomes.Documents, new RoundPaper(stored.Token, title.Length > 0 ? title : stored.Name)] }, now);
        db.Add(stored);
        await db.SaveChangesAsync();
        db.Add(new RoundDocument { RoundId = roundId, FileId = stored.Id, Folder = DocumentFolder.Amendment, Title = title, AddedById = Me, AddedAt = now });
        return true;
    });

    public Task<bool> Remove(long roundId, string token, DateTime now) => Change(roundId, async amendment =>
    {
        if (amendment.Becomes.Documents.All(paper => paper.Token != token))
        {
            return false;
        }

        amendment.Revise(Me, amendment.Becomes with { Documents = [.. amendment.Becomes.Documents.Where(paper => paper.Token != token)] }, now);
        // What was only prepared goes for good; what is published goes with the amendment.
        if (amendment.Was.Documents.All(paper => paper.Token != token))
        {
            var file = await db.Files.SingleAsync(f => f.Token == token);
            db.Remove(await db.RoundDocuments.SingleAsync(d => d.FileId == file.Id));
            db.Remove(file);
        }

        return true;
    });

    public Task<bool> Restore(long roundId, string token, DateTime now) => Change(roundId, amendment =>
    {
        if (amendment.Was.Documents.FirstOrDefault(paper => paper.Token == token) is not { } paper || amendment.Becomes.Documents.Contains(paper))
        {
            return Task.FromResult(false);
        }

        amendment.Revise(Me, amendment.Becomes with { Documents = [.. amendment.Becomes.Documents, paper] }, now);
        return Task.FromResult(true);
    });

    private long Me => scope.Is.PersonId!.Value;

    private Task<bool> Change(long roundId, Func<Amendment, Task<bool>> change) => db.InTransaction(async () =>
        await db.OpenAmendments(roundId).SingleOrDefaultAsync() is { } amendment && await change(amendment));
}
