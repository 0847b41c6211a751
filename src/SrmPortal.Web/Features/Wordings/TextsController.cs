using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Wordings;

/// <summary>The texts of the portal: draft, last look, publication, history. In addresses the slash of a key is a point: <c>legal.tender</c>.</summary>
[Route("administration/texts"), Authorize(Roles = Roles.Administrator)]
public sealed class TextsController(PortalDbContext db, TextsInForce inForce, KeepText keep, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Texts() => View(await TextsPage.Read(db, inForce));

    [HttpGet("{key}")]
    public async Task<IActionResult> Write(string key) => await WriteTextPage.Read(db, inForce, KeyIn(key)) is { } page ? View(page) : NotFound();

    [HttpPost("{key}"), ShowAgain(nameof(Write))]
    public async Task<IActionResult> Save(string key, TextForm form, bool thenReview)
    {
        if (inForce.Shipped(KeyIn(key)) is not { } shipped)
        {
            return NotFound();
        }

        await keep.Draft(shipped, form.Revision, form.Words(), HttpContext.Instant());
        if (thenReview)
        {
            return RedirectToAction(nameof(Review), new { key });
        }

        this.Say(texts["The draft is saved."], texts["Nobody else reads it before you publish it."]);
        return RedirectToAction(nameof(Write), new { key });
    }

    [HttpPost("{key}/discard"), ShowAgain(nameof(Write))]
    public async Task<IActionResult> Discard(string key, int revision)
    {
        if (inForce.Shipped(KeyIn(key)) is not { } shipped)
        {
            return NotFound();
        }

        await keep.Discard(shipped, revision);
        this.Say(texts["The draft is gone."], texts["The edition in force is as it was."]);
        return RedirectToAction(nameof(Write), new { key });
    }

    [HttpGet("{key}/review")]
    public async Task<IActionResult> Review(string key) => await WriteTextPage.Read(db, inForce, KeyIn(key)) switch
    {
        null => NotFound(),
        { Draft: null } => RedirectToAction(nameof(Write), new { key }),
        var page => View(new ReviewTextPage(page)),
    };

    [HttpPost("{key}/review"), ShowAgain(nameof(Review))]
    public async Task<IActionResult> Publish(string key, PublishForm form)
    {
        if (inForce.Shipped(KeyIn(key)) is not { } shipped)
        {
            return NotFound();
        }

        var edition = await keep.Publish(shipped, form, HttpContext.Instant());
        inForce.Forget();
        this.Say(texts["Edition {0} is published.", edition], texts["Everybody reads it from now on."]);
        return RedirectToAction(nameof(Write), new { key });
    }

    [HttpGet("{key}/editions/{edition:int}")]
    public async Task<IActionResult> Edition(string key, int edition) =>
        await EditionPage.Read(db, inForce, KeyIn(key), edition) is { } page ? View(page) : NotFound();

    private static string KeyIn(string address) => address.Replace('.', '/');
}
