using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>What stands beside a case: its stop-factors, the same and similar companies, its history with the remarks of colleagues.</summary>
[Route("accreditation/{number}"), Authorize(Roles = $"{Roles.Reviewer},{Roles.HeadOfDesk}")]
public sealed class BesideCaseController(PortalDbContext db, CurrentScope scope, DeskPeople people, ArrangeCheck arrange, AttachEvidence evidence, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("companies")]
    public async Task<IActionResult> Companies(string number) =>
        await Opened(number) is { Registration: not null } opened ? View(await CompaniesPage.Read(db, opened)) : NotFound();

    [HttpGet("history")]
    public async Task<IActionResult> History(string number) =>
        await Opened(number) is { } opened ? View(await HistoryPage.Read(db, opened)) : NotFound();

    [HttpPost("comments"), ShowAgain(nameof(History))]
    public async Task<IActionResult> Comment(string number, CommentForm form)
    {
        if (!await arrange.Comment(AccreditationController.Digits(number), DecideForm.Text(form.Text), form.Key, Me, HttpContext.Instant()))
        {
            return NotFound();
        }

        return RedirectToAction(nameof(History), new { number });
    }

    [HttpGet("{check}/stop-factors")]
    public async Task<IActionResult> StopFactors(string number, string check) =>
        await Opened(number) is { } opened && opened.Case.Check(check) is { StopFactorCount: > 0 } asked
            ? View(await StopFactorsPage.Read(db, opened, asked)) : NotFound();

    /// <summary>What was chosen is attached first, so that no file has to be chosen again where a line is refused.</summary>
    [HttpPost("{check}/stop-factors"), TakesFiles, ShowAgain(nameof(StopFactors))]
    public async Task<IActionResult> LookUp(string number, string check, StopFactorsForm form)
    {
        RuleViolation.ThrowIfAny(form.Items.Count > StopFactorsForm.Most ? [new BrokenRule(AccreditationRules.TooLong, null, StopFactorsForm.Most)] : []);
        var (digits, now) = (AccreditationController.Digits(number), HttpContext.Instant());
        if (await evidence.Attach(digits, check, form.Items, Me, now) is not { } refused || !await arrange.LookUp(digits, check, [.. form.Items.Select(item => item.Entry())], Me, now, refused))
        {
            return NotFound();
        }

        this.Say(texts["The list is saved."]);
        return RedirectToAction(nameof(AccreditationController.Case), "Accreditation", new { number, check });
    }

    private long Me => scope.Is.PersonId!.Value;

    private Task<OpenedCase?> Opened(string number) => OpenedCase.Read(db, people, Me, AccreditationController.Digits(number));
}

/// <summary>A remark for colleagues.</summary>
public sealed class CommentForm
{
    public string? Text { get; init; }

    /// <summary>Made with the page: pressed twice, the button writes once.</summary>
    public Guid Key { get; init; }
}

/// <summary>What was found in the registers, line by line.</summary>
public sealed class StopFactorsForm
{
    public const int Most = 100;

    public List<Line> Items { get; init; } = [];

    public sealed class Line
    {
        public int FactorId { get; init; }

        public StopFactorResult? Result { get; init; }

        /// <summary>The day in Moscow.</summary>
        public DateOnly? CheckedOn { get; init; }

        public string? Evidence { get; init; }

        public IFormFile? File { get; init; }

        /// <summary>What is attached is taken away.</summary>
        public bool RemoveFile { get; init; }

        public StopFactorEntry Entry() => new(FactorId, Result, CheckedOn, DecideForm.Text(Evidence));
    }
}
