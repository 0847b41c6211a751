using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Step 5: scans and consents. A file is stored when it is chosen, or, without script, with the next save.</summary>
[Route("registration"), AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class DocumentsController(OwnRegistration own, SaveDocuments save, ConsentTexts consents, BlankValues blanks, PortalDbContext db, IFileStore store) : Controller
{
    [HttpGet("documents")]
    public async Task<IActionResult> Documents(bool tooLarge = false)
    {
        if (await own.Read() is not { } registration)
        {
            return this.ToStart();
        }

        return View(await DocumentsPage.Read(db, own, consents, registration, tooLarge));
    }

    /// <summary>Its buttons besides saving: <c>upload</c>, <c>remove:token</c>.</summary>
    [HttpPost("documents"), ShowAgain(nameof(Documents)), TakesFiles(SaysTooLarge = true)]
    public async Task<IActionResult> SaveDocuments(DocumentsForm form)
    {
        if (!own.IsThere)
        {
            return this.ToStart();
        }

        var (saved, refused) = await save.Save(form, HttpContext.Instant());
        // What was chosen is stored, or refused with a reason: neither is chosen any more.
        ModelState.Remove(nameof(StepForm.Revision));
        if (own.HasTakenTheirs)
        {
            ModelState.Clear();
        }

        RuleViolation.ThrowIfAny(refused);
        if (form.LeavesFor(RegistrationStep.Documents) is { } elsewhere)
        {
            return this.To(elsewhere);
        }

        if (form.Do is { Length: > 0 })
        {
            return RedirectToAction(nameof(Documents), null, form.WhereToLook);
        }

        var asked = await own.Asked(saved);
        RuleViolation.ThrowIfAny(DocumentChecks.WhatIsWrong(saved.Content, asked, WorkingDays.DayOf(HttpContext.Instant()))
            .Concat(await own.Infected(saved, asked))
            .Concat(saved.CanAgree ? DocumentChecks.WhatIsNotAgreed(saved, own.Editions) : []));
        return RedirectToAction("Summary", "Summary");
    }

    [HttpGet("files/{token:length(32)}")]
    public Task<IActionResult> Download(string token) => this.StoredFile(db, store, token, shown: false);

    [HttpGet("files/{token:length(32)}/shown")]
    public Task<IActionResult> Show(string token) => this.StoredFile(db, store, token, shown: true);

    /// <summary>A blank form with what was entered, to print and sign.</summary>
    [HttpGet("blank/{kind}")]
    public async Task<IActionResult> Blank(string kind) => await Filled(kind) is { } page ? View(page) : NotFound();

    /// <summary>The same as a file that can be corrected.</summary>
    [HttpGet("blank/{kind}/docx")]
    public async Task<IActionResult> BlankFile(string kind) => await Filled(kind) is { } page
        ? File(BlankDocument.Write(page.Blocks), FileKind.Docx.ContentType(), FileNames.Clean(page.Title, FileKind.Docx)) : NotFound();

    private async Task<BlankPage?> Filled(string kind) =>
        await own.Read() is { } registration && (await own.Asked(registration)).FirstOrDefault(asked => asked.Kind == kind && asked.HasBlank) is { } asked
            ? new BlankPage(asked.Title, asked.Kind, FilledBlank.Of(asked.BlankText, await blanks.Of(registration, HttpContext.Instant()))) : null;
}
