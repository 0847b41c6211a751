using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>The matrix of documents: kinds, who is asked for which, and blank forms.</summary>
[Route("administration/documents"), Authorize(Roles = Roles.Administrator)]
public sealed class DocumentKindsController(PortalDbContext db, KeepDocumentKinds keep, IStringLocalizer<Texts> texts) : Controller
{
    /// <param name="country">With <paramref name="form"/>: what such a company is asked.</param>
    /// <param name="form">Code of a legal form.</param>
    [HttpGet]
    public async Task<IActionResult> Kinds(string? country, string? form) => View(await DocumentKindsPage.Read(db, country, form));

    [HttpGet("new")]
    public async Task<IActionResult> New() => View("Kind", DocumentKindPage.New((await db.DocumentKinds.MaxAsync(k => (int?)k.Order) ?? 0) + 10));

    [HttpPost("new"), ShowAgain(nameof(New))]
    public async Task<IActionResult> Add(DocumentKindForm form)
    {
        await keep.Add(form.Code ?? "", form.Content());
        this.Say(texts["The kind of document is added."]);
        return RedirectToAction(nameof(Kind), new { code = form.Code });
    }

    [HttpGet("{code}")]
    public async Task<IActionResult> Kind(string code) =>
        await db.DocumentKinds.AsNoTracking().SingleOrDefaultAsync(k => k.Code == code) is { } kind ? View(DocumentKindPage.Of(kind)) : NotFound();

    [HttpPost("{code}"), ShowAgain(nameof(Kind))]
    public async Task<IActionResult> Save(string code, DocumentKindForm form)
    {
        if (!await keep.Change(code, form.Revision, form.Content()))
        {
            return NotFound();
        }

        this.Say(texts["Saved."], texts["Applicants see it from now on; what they have attached stays."]);
        return RedirectToAction(nameof(Kind), new { code });
    }

    /// <summary>The stored blank form on sample data, as an applicant prints it.</summary>
    [HttpGet("{code}/blank")]
    public async Task<IActionResult> Blank(string code) =>
        await db.DocumentKinds.AsNoTracking().SingleOrDefaultAsync(k => k.Code == code) is { HasBlank: true } kind
            ? View("~/Features/Registration/Blank.cshtml", new BlankPage(Language.IsRussian ? kind.Name : kind.NameEn, null, FilledBlank.Of(Language.IsRussian ? kind.Blank : kind.BlankEn, BlankValues.Sample())))
            : NotFound();
}

/// <summary>Adds and changes kinds of documents.</summary>
public sealed class KeepDocumentKinds(PortalDbContext db) : IDeed
{
    public Task<bool> Add(string code, DocumentKindContent content) => db.InTransaction(async () =>
    {
        RuleViolation.ThrowIfAny(await db.DocumentKinds.AnyAsync(k => k.Code == code) ? [new(DocumentKindRules.CodeTaken, nameof(DocumentKindForm.Code), code)] : []);
        db.Add(new DocumentKind(code, content));
        return true;
    });

    /// <returns>False: there is no such kind.</returns>
    public Task<bool> Change(string code, int revision, DocumentKindContent content) => db.InTransaction(async () =>
    {
        if (await db.DocumentKinds.SingleOrDefaultAsync(k => k.Code == code) is not { } kind)
        {
            return false;
        }

        RuleViolation.ThrowIfAny(kind.Revision == revision ? [] : [new(SharedRules.ChangedMeanwhile, nameof(DocumentKindForm.Revision), kind.Revision)]);
        kind.Change(content);
        return true;
    });
}
