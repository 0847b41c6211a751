using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Papers;

namespace SrmPortal.Web.Features.Protocols;

/// <summary>The protocol of a round: read, printed, taken away, corrected.</summary>
[Route("events/{number}/{no:int}/protocol"), Authorize(Roles = ComparisonController.Readers)]
public sealed class ProtocolController(PortalDbContext db, ReceiptKeys keys, CurrentScope scope, KeepProtocol keep, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public Task<IActionResult> Protocol(string number, int no) => With(number, no, null, page => Task.FromResult<IActionResult>(View(page)));

    [HttpGet("{version:int}")]
    public Task<IActionResult> Version(string number, int no, int version) => With(number, no, version, page => Task.FromResult<IActionResult>(View(nameof(Protocol), page)));

    [HttpGet("{version:int}.pdf")]
    public Task<IActionResult> Pdf(string number, int no, int version) => Taken(number, no, version, "pdf",
        page => File(PdfPaper.Write(ProtocolPaper.Of(page, texts), page.Kept!.At), PdfPaper.ContentType, $"{texts["Protocol"].Value} {number}-{no} № {version}.pdf"));

    /// <summary>The very bytes of which the hash is.</summary>
    [HttpGet("{version:int}.json")]
    public Task<IActionResult> Json(string number, int no, int version) => Taken(number, no, version, "json",
        page => File(System.Text.Encoding.UTF8.GetBytes(page.Kept!.Content), "application/json", $"{texts["Protocol"].Value} {number}-{no} № {version}.json"));

    [HttpGet("correction")]
    public Task<IActionResult> Correction(string number, int no) => With(number, no, null, page => Task.FromResult<IActionResult>(
        page.MayCorrect ? View(new CorrectionPage { Head = page.Head, Corrects = page.Last }) : Redirect($"~{page.Head.Path}/protocol")));

    [HttpPost("correction"), ShowAgain(nameof(Correction))]
    public Task<IActionResult> Correct(string number, int no, CorrectionForm form) => With(number, no, null, async page =>
    {
        var made = await keep.Correct(page.Head.Id, form, HttpContext.Instant());
        this.Say(texts["Protocol № {0} is made.", made], texts["The earlier ones stay as they are."]);
        return RedirectToAction(nameof(Protocol), new { number, no });
    });

    private Task<IActionResult> Taken(string number, int no, int version, string format, Func<ProtocolPage, IActionResult> file) => With(number, no, version, async page =>
    {
        db.Record(new ProtocolDownloaded(page.Head.Name, version, format));
        await db.SaveChangesAsync();
        return file(page);
    });

    private async Task<IActionResult> With(string number, int no, int? version, Func<ProtocolPage, Task<IActionResult>> show) =>
        await EvaluationHead.Read(db, number, no, scope.Is.PersonId) is { PublishedAt: not null } head && await ProtocolPage.Read(db, keys, head, version) is { } page
            ? await show(page) : NotFound();
}
