using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Continuing;

/// <summary>From an opened round to the draft of the next one. Nobody is told, and nothing changes here, before that is published.</summary>
[Route("events/{number}/{no:int}/next"), Authorize(Roles = Roles.Buyer)]
public sealed class NextController(PortalDbContext db, CurrentScope scope, BeginNext begin, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public Task<IActionResult> Next(string number, int no) => With(number, no, async head =>
        View(await NextPage.Read(db, head, isFresh: HttpMethods.IsGet(Request.Method))));

    [HttpPost, ShowAgain(nameof(Next))]
    public Task<IActionResult> Begin(string number, int no, NextForm form) => With(number, no, async head =>
    {
        await begin.Begin(head, form, HttpContext.Instant());
        this.Say(texts["The draft of round {0} is begun.", $"{number}/{no + 1}"], texts["Look through terms and items; what is missing stands in the check-list. Nobody is told before it is published."]);
        return RedirectToAction(nameof(DraftController.Basics), "Draft", new { number, no = no + 1 });
    });

    private async Task<IActionResult> With(string number, int no, Func<EvaluationHead, Task<IActionResult>> show) => await EvaluationHead.Read(db, number, no, scope.Is.PersonId) switch
    {
        null => NotFound(),
        { OpenedAt: null } => Redirect($"~/events/{number}/{no}/opening"),
        var head => await show(head),
    };
}
