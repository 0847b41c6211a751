using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>Pages and files of a round that was opened; who may not see the round finds nothing, and before the opening there is only the page of the opening.</summary>
[Authorize(Roles = ComparisonController.Readers)]
public abstract class OpenedController(PortalDbContext db, CurrentScope scope) : Controller
{
    protected PortalDbContext Db => db;

    protected Task<EvaluationHead?> HeadOf(string number, int no) => EvaluationHead.Read(db, number, no, scope.Is.PersonId);

    protected async Task<IActionResult> Opened(string number, int no, Func<EvaluationHead, Task<IActionResult>> show) => await HeadOf(number, no) switch
    {
        null => NotFound(),
        { OpenedAt: null } => Redirect($"~/events/{number}/{no}/opening"),
        var head => await show(head),
    };
}
