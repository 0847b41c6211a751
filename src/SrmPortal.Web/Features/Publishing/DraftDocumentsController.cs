using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>The customer's documentation of a draft.</summary>
[Route("events/{number}/{no:int}/draft/documents"), Authorize(Roles = Roles.Buyer)]
public sealed class DraftDocumentsController(PortalDbContext db, FactsForPublishing facts, KeepDocument keep, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Documents(string number, int no) =>
        await DocumentsPage.Read(db, facts, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost, TakesFiles, ShowAgain(nameof(Documents))]
    public async Task<IActionResult> Add(string number, int no, DocumentForm form)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await keep.Add(round, UploadedFile.Of(form.File!), PlainText.Of(form.Title), HttpContext.Instant());
        this.Say(texts["The document is stored."]);
        return RedirectToAction(nameof(Documents), new { number, no });
    }

    [HttpPost("{token:length(32)}/remove"), ShowAgain(nameof(Documents))]
    public async Task<IActionResult> Remove(string number, int no, string token)
    {
        if (await db.RoundAt(number, no) is not { } round || !await keep.Remove(round, token))
        {
            return NotFound();
        }

        this.Say(texts["The document is removed."]);
        return RedirectToAction(nameof(Documents), new { number, no });
    }
}

public class DocumentForm
{
    public IFormFile? File { get; init; }

    public string? Title { get; init; }

    public sealed class Validator : AbstractValidator<DocumentForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.File).NotNull().WithMessage(_ => texts["Choose a file."]);
            RuleFor(form => form.Title).MaximumLength(200).WithMessage(_ => texts["At most {0} characters.", 200]);
        }
    }
}

public sealed class DocumentsPage : DocumentForm, IDraftPage
{
    public required DraftFrame Frame { get; init; }

    public required IReadOnlyList<DocumentRow> Rows { get; init; }

    public static async Task<DocumentsPage?> Read(PortalDbContext db, FactsForPublishing facts, string number, int no, HttpContext http) =>
        await DraftFrame.Read(db, facts, number, no, DraftTab.Documents, http) is { } frame
            ? new DocumentsPage { Frame = frame, Rows = await DocumentRow.Of(db, frame.Round.Id) } : null;
}

/// <summary>Lays a file into the customer's documentation of a draft, or takes it out; its bytes are swept away later.</summary>
public sealed class KeepDocument(PortalDbContext db, CurrentScope scope) : IDeed
{
    internal Task<bool> Add(long roundId, UploadedFile file, string title, DateTime now) => db.InTransaction(async () =>
    {
        var round = await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == roundId);
        var stored = file.Keep(FileOwner.Event(round.Event.Id), now);
        round.TakeDocument(scope.Is.PersonId!.Value, stored.Name);
        db.Add(stored);
        await db.SaveChangesAsync();
        db.Add(new RoundDocument
        {
            RoundId = roundId,
            FileId = stored.Id,
            Folder = DocumentFolder.Customer,
            Title = title,
            AddedById = scope.Is.PersonId.Value,
            AddedAt = now,
        });
        return true;
    });

    public Task<bool> Remove(long roundId, string token) => db.InTransaction(async () =>
    {
        if (await db.Files.SingleOrDefaultAsync(f => f.Token == token) is not { } file
            || await db.RoundDocuments.SingleOrDefaultAsync(d => d.FileId == file.Id && d.RoundId == roundId) is not { } document)
        {
            return false;
        }

        var round = await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == roundId);
        round.DropDocument(scope.Is.PersonId!.Value, file.Name);
        db.Remove(document);
        db.Remove(file);
        return true;
    });
}
