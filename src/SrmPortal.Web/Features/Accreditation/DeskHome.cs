using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Home;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>A reviewer's home: the own queue, the longest waiting on top.</summary>
public sealed class ReviewerHome(PortalDbContext db, CurrentScope scope) : IRoleHome
{
    public string Role => Roles.Reviewer;

    public string View => DeskHome.View;

    public async Task<object> Read(HttpContext http) => await DeskPage.Read(db, scope.Is, new DeskFilter { View = DeskView.Mine }, http.Instant());
}

/// <summary>The home of the head of the desk, who may be a reviewer as well: what is open, the longest waiting on top.</summary>
public sealed class HeadOfDeskHome(PortalDbContext db, CurrentScope scope) : IRoleHome
{
    public string Role => Roles.HeadOfDesk;

    public string View => DeskHome.View;

    public async Task<object> Read(HttpContext http) => await DeskPage.Read(db, scope.Is,
        new DeskFilter { View = scope.Is.Has(StaffRoles.Reviewer) ? DeskView.Mine : DeskView.Open }, http.Instant());
}

internal static class DeskHome
{
    public const string View = "/Features/Accreditation/Home.cshtml";
}
