using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers.Changes;

namespace SrmPortal.Web.Features.Changes;

/// <summary>On the desk's home: how many changes of company data the reader could decide now. Nothing for who doesn't review.</summary>
public sealed class WaitingChangesViewComponent(PortalDbContext db, CurrentScope scope) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var me = scope.Is.PersonId;
        var count = !(scope.Is.Has(StaffRoles.Reviewer) || scope.Is.Has(StaffRoles.HeadOfDesk)) ? 0
            : await db.ChangeRequests.CountAsync(c => c.State == ChangeState.Pending || (c.State == ChangeState.SecondReview && c.FirstById != me));
        return count == 0 ? Content("") : View("/Features/Changes/_Waiting.cshtml", count);
    }
}
