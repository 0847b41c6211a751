using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Wordings;

/// <summary>What people agree to and what the law says of an event, to read and to print: the edition in force, and every earlier one for ever.</summary>
[AllowAnonymous]
public sealed class ReadTextController(TextsInForce texts, PortalDbContext db) : Controller
{
    [HttpGet("terms"), HttpGet("terms/{edition:int}")]
    public Task<IActionResult> Terms(int? edition) => Read(ConsentTexts.Key(ConsentKind.Terms), edition);

    [HttpGet("personal-data"), HttpGet("personal-data/{edition:int}")]
    public Task<IActionResult> PersonalData(int? edition) => Read(ConsentTexts.Key(ConsentKind.PersonalData), edition);

    [HttpGet("people-informed"), HttpGet("people-informed/{edition:int}")]
    public Task<IActionResult> PeopleInformed(int? edition) => Read(ConsentTexts.Key(ConsentKind.PeopleInformed), edition);

    [HttpGet("legal/{kind}/{edition:int}")]
    public Task<IActionResult> Legal(string kind, int edition) => Read($"legal/{kind}", edition);

    private async Task<IActionResult> Read(string key, int? edition)
    {
        if ((edition is { } no ? await texts.At(key, no) : texts.Of(key)) is not { } text)
        {
            return NotFound();
        }

        var published = await db.TextEditions.AsNoTracking().Where(e => e.Key == key).Select(e => new EditionRow(e.Edition, e.PublishedAt)).ToListAsync();
        var shipped = texts.Shipped(key)!;
        return View("Text", new TextPage(text, texts.Of(key)!.Edition, shipped.Page!,
            [.. published.Append(new EditionRow(shipped.Edition, shipped.Since)).DistinctBy(row => row.Edition).OrderByDescending(row => row.Edition)]));
    }
}

/// <param name="Text">The edition that is read.</param>
/// <param name="InForce">The number of the one in force.</param>
/// <param name="Address">Of an edition; <c>{0}</c> is its number.</param>
/// <param name="Editions">All, the newest first.</param>
public sealed record TextPage(TextInForce Text, int InForce, string Address, IReadOnlyList<EditionRow> Editions)
{
    public bool IsInForce => Text.Edition == InForce;
}

/// <param name="Edition">Its number.</param>
/// <param name="Since">Published when, in UTC.</param>
public sealed record EditionRow(int Edition, DateTime Since);
