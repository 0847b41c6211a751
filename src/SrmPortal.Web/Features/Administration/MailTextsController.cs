using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Administration;

/// <summary>The words of mails: the portal's own, the administrator's, and the way back.</summary>
[Route("administration/mails"), Authorize(Roles = Roles.Administrator)]
public sealed class MailTextsController(PortalDbContext db, MailOriginals originals, KeepMailText keep, SampleLetters samples, IStringLocalizer<Texts> texts) : Controller
{
    // The mail's own styles and nothing else; it runs nothing, sends nothing and is of no origin.
    private const string Sandbox = "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    [HttpGet]
    public async Task<IActionResult> Mails() =>
        View(new MailTextsPage(MailTitles.Grouped(originals.All()), (await db.MailTexts.AsNoTracking().Select(t => new { t.Mail, t.Language }).ToListAsync()).Select(t => (t.Mail, t.Language)).ToHashSet()));

    [HttpGet("{mail}/{language:regex(^(ru|en)$)}")]
    public async Task<IActionResult> Wording(string mail, string language) =>
        originals.Of(mail, language) is { } original ? View(MailTextPage.Of(original, await Stored(mail, language))) : NotFound();

    [HttpPost("{mail}/{language:regex(^(ru|en)$)}"), ShowAgain(nameof(Wording))]
    public async Task<IActionResult> Save(string mail, string language, MailTextForm form)
    {
        if (originals.Of(mail, language) is not { } original)
        {
            return NotFound();
        }

        await keep.Keep(original, form.Revision, form.Wording());
        this.Say(texts["Saved."], texts["Every mail that is sent from now on has these words."]);
        return RedirectToAction(nameof(Wording), new { mail, language });
    }

    /// <summary>What was typed, on sample data, as the mail looks; nothing is stored.</summary>
    [HttpPost("{mail}/{language:regex(^(ru|en)$)}/preview"), ShowAgain(nameof(Wording))]
    public async Task<IActionResult> Preview(string mail, string language, MailTextForm form)
    {
        if (originals.Of(mail, language) is not { } original)
        {
            return NotFound();
        }

        RuleViolation.ThrowIfAny(form.Wording().WhatIsWrong(original.Names, original.HasLink));
        Response.Headers.ContentSecurityPolicy = Sandbox;
        return Content(await samples.Html(original, form.Wording()), "text/html; charset=utf-8");
    }

    [HttpPost("{mail}/{language:regex(^(ru|en)$)}/original"), ShowAgain(nameof(Wording))]
    public async Task<IActionResult> Original(string mail, string language)
    {
        if (originals.Of(mail, language) is null)
        {
            return NotFound();
        }

        await keep.Reset(mail, language);
        this.Say(texts["The portal’s own words are back."]);
        return RedirectToAction(nameof(Wording), new { mail, language });
    }

    private Task<MailText?> Stored(string mail, string language) => db.MailTexts.AsNoTracking().SingleOrDefaultAsync(t => t.Mail == mail && t.Language == language);
}

/// <summary>Puts the administrator's words in the place of the portal's, or those back.</summary>
public sealed class KeepMailText(PortalDbContext db) : IDeed
{
    public Task<bool> Keep(MailOriginal original, int revision, MailWording wording) => db.InTransaction(async () =>
    {
        RuleViolation.ThrowIfAny(wording.WhatIsWrong(original.Names, original.HasLink));
        var there = await db.MailTexts.SingleOrDefaultAsync(t => t.Mail == original.Mail && t.Language == original.Language);
        RuleViolation.ThrowIfAny((there?.Revision ?? 0) == revision ? [] : [new(SharedRules.ChangedMeanwhile, nameof(MailTextForm.Revision), there?.Revision ?? 0)]);
        // The portal's own words for the button may differ by what the reader has to do; a mail without a way on has none.
        var kept = !original.HasLink || wording.Button == original.Wording.Button ? wording with { Button = "" } : wording;
        if (there is null)
        {
            db.Add(new MailText(original.Mail, original.Language, original.Wording, kept));
        }
        else
        {
            there.Change(kept);
        }

        return true;
    });

    public Task<bool> Reset(string mail, string language) => db.InTransaction(async () =>
    {
        if (await db.MailTexts.SingleOrDefaultAsync(t => t.Mail == mail && t.Language == language) is { } there)
        {
            db.Remove(there);
            db.Record(new MailTextReset($"{mail} ({language})", there.Wording));
        }

        return true;
    });
}
