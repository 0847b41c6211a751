using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>Where a choice may begin: by a rule for all items, or from one supplier all items or one lot. Only what is chosen is changed; deciding is another step.</summary>
[Route("events/{number}/{no:int}/comparison/start")]
public sealed class BeginChoiceController(PortalDbContext db, CurrentScope scope, PrepareAward prepare, IStringLocalizer<Texts> texts) : OpenedController(db, scope)
{
    [HttpGet]
    public Task<IActionResult> Start(string number, int no, int most = StartPage.MostByDefault) => Opened(number, no, async head => View("Start", await StartPage.Read(Db, head, most)));

    [HttpPost, ShowAgain(nameof(Start))]
    public Task<IActionResult> TakeOver(string number, int no, StartForm form, int most = StartPage.MostByDefault) => Opened(number, no, async head =>
    {
        await prepare.Choose(head, form.Revision, evaluation => form.Over(evaluation, most), null);
        return Chosen(head);
    });

    [HttpPost("supplier"), ShowAgain(nameof(Start))]
    public Task<IActionResult> TakeSupplier(string number, int no, SupplierForm form) => Opened(number, no, async head =>
    {
        await prepare.Choose(head, form.Revision, form.Over, null);
        return Chosen(head);
    });

    private RedirectResult Chosen(EvaluationHead head)
    {
        this.Say(texts["The choice is saved."], texts["Look through it line by line; nobody is told before it is decided."]);
        return Redirect($"~{head.Path}/comparison");
    }
}
