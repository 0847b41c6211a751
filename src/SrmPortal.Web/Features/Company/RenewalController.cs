using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Company;

/// <summary>A master user renews the accreditation: what has lapsed is asked for, what has changed can be opened, all else stays.</summary>
[Route("company/renewal"), Authorize(Roles = Roles.MasterUser)]
public sealed class RenewalController(PortalDbContext db, CurrentScope scope, BeginRenewal begin, ApplicantCookie cookie) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Renewal() => View(await RenewalPage.Read(db, scope.Is.SupplierId!.Value, HttpContext.Instant()));

    [HttpPost, ShowAgain(nameof(Renewal))]
    public async Task<IActionResult> Begin(RenewalForm form)
    {
        var (supplier, person) = (scope.Is.SupplierId!.Value, scope.Is.PersonId!.Value);
        var renewal = await begin.Begin(supplier, person, form.Changed(), HttpContext.Instant());
        // The questionnaire is filled in on the pages of registration, which know the applicant by this.
        cookie.Write(HttpContext, renewal.Id, renewal.RenewsSupplierId);
        return Redirect(renewal.State is RegistrationState.Draft or RegistrationState.ReturnedForCorrection ? Url.Content("~/registration/summary") : Url.Content("~/registration/status"));
    }
}

/// <summary>What has changed since the company was accredited.</summary>
public sealed class RenewalForm
{
    public List<RegistrationParts> Parts { get; init; } = [];

    public RegistrationParts Changed() => Parts.Aggregate(RegistrationParts.None, (all, one) => all | one);
}
