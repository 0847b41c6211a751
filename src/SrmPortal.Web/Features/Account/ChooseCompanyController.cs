using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Account;

/// <summary>Somebody who works for several companies says for which one just now; a company that asks for the first time is answered here.</summary>
[Route("choose-company"), Authorize(Roles = Roles.Person), BeforeSecondStep]
public sealed class ChooseCompanyController(PortalDbContext db, CurrentScope scope, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Choose(string? returnUrl) => View("ChooseCompany", await ChooseCompanyPage.Read(db, scope.Is, returnUrl));

    [HttpPost, ShowAgain(nameof(Choose))]
    public async Task<IActionResult> Work(string company, string? returnUrl)
    {
        var chosen = await Own.AsNoTracking().Where(m => m.Code == company && m.State == MembershipState.Active).Select(m => (long?)m.SupplierId).SingleOrDefaultAsync();
        if (chosen is not { } supplier)
        {
            return NotFound();
        }

        await Sessions.Choose(HttpContext, supplier);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");
    }

    [HttpPost("accept"), ShowAgain(nameof(Choose))]
    public async Task<IActionResult> Accept(string company, string? returnUrl)
    {
        var accepted = await db.InTransaction(async () =>
        {
            var membership = await Own.Include(m => m.Account).SingleOrDefaultAsync(m => m.Code == company);
            membership?.Accept();
            return membership?.SupplierId;
        });
        if (accepted is not { } supplier)
        {
            return NotFound();
        }

        await Sessions.Choose(HttpContext, supplier);
        this.Say(texts["You work for this company now."]);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/");
    }

    private IQueryable<Membership> Own => db.Memberships.Where(m => m.AccountId == scope.Is.PersonId);
}

/// <param name="Companies">For which the person may work, or is asked to.</param>
/// <param name="ReturnUrl">Where the person wanted to go.</param>
public sealed record ChooseCompanyPage(IReadOnlyList<ChooseCompanyPage.Company> Companies, string? ReturnUrl)
{
    public static async Task<ChooseCompanyPage> Read(PortalDbContext db, Scope scope, string? returnUrl)
    {
        var companies = await db.Memberships.AsNoTracking()
            .Where(m => m.AccountId == scope.PersonId && (m.State == MembershipState.Active || m.State == MembershipState.PendingAcceptance))
            .Join(db.Suppliers, m => m.SupplierId, s => s.Id, (m, s) => new
            {
                m.Code,
                m.State,
                s.Name,
                s.Company.TaxNumber,
                m.Rights.IsContactPerson,
                m.Rights.IsMasterUser,
                m.Rights.IsViewer,
                m.Rights.MaySubmit,
                m.SupplierId,
            }).ToListAsync();
        return new ChooseCompanyPage([.. companies.OrderBy(c => c.Name, StringComparer.CurrentCulture).Select(c => new Company(c.Code, c.Name, c.TaxNumber,
            new MembershipRights(c.IsContactPerson, c.IsMasterUser, c.IsViewer, c.MaySubmit), c.State is MembershipState.PendingAcceptance, c.SupplierId == scope.SupplierId))], returnUrl);
    }

    /// <param name="Code">Of the membership.</param>
    /// <param name="Name">Of the company.</param>
    /// <param name="TaxNumber">Of the company.</param>
    /// <param name="Rights">What the person may do there.</param>
    /// <param name="Asks">Whether it waits for the person's answer.</param>
    /// <param name="IsChosen">Whether the person works for it now.</param>
    public sealed record Company(string Code, string Name, string TaxNumber, MembershipRights Rights, bool Asks, bool IsChosen);
}
