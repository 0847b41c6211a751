using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Step 3: where the company supplies, and who works on the portal for it.</summary>
[Route("registration/people"), AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class PeopleController(OwnRegistration own, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> People(string? open = null) =>
        await own.Read() is { } registration ? View(PeoplePage.Of(registration, open, TypedPeople())) : this.ToStart();

    [HttpPost, ShowAgain(nameof(People))]
    public async Task<IActionResult> SavePeople(PeopleForm form)
    {
        if (!own.IsThere)
        {
            return this.ToStart();
        }

        var (regions, people) = (form.ChosenRegions(), form.NamedPeople());
        var saved = await own.Save(RegistrationParts.People, form, content => content with { Regions = regions, People = people },
            (registration, content) => registration.FillPeople(content.Regions, content.People, HttpContext.Instant()), Shown);
        if (own.HasTakenTheirs)
        {
            ModelState.Clear();
        }

        if (form.LeavesFor(RegistrationStep.People) is { } elsewhere)
        {
            return this.To(elsewhere);
        }

        if (form.Do is { Length: > 0 })
        {
            return RedirectToAction(nameof(People), null, new { open = form.OpenDistrict }, form.WhereToLook(people.Count));
        }

        ModelState.Remove(nameof(StepForm.Revision));
        RuleViolation.ThrowIfAny(PeopleChecks.WhatIsWrong(saved.Content, WorkingDays.DayOf(HttpContext.Instant())));
        return this.After(RegistrationStep.People, saved);
    }

    /// <summary>How many people the form that is shown again had.</summary>
    private int? TypedPeople() => ModelState.Keys.Where(key => key.StartsWith("People[", StringComparison.Ordinal))
        .Select(key => int.TryParse(key[7..key.IndexOf(']', StringComparison.Ordinal)], NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? no + 1 : (int?)null).Max();

    private string Shown(ContentDifference difference, string value) => difference.Field switch
    {
        "Regions" => string.Join(", ", value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(SupplyRegions.Name)),
        var field when field.EndsWith(".Roles", StringComparison.Ordinal) && Enum.TryParse<PersonRoles>(value, out var roles) =>
            string.Join(", ", roles.Each().Select(role => texts.Role(role))),
        var field when field.EndsWith(".Basis", StringComparison.Ordinal) && Enum.TryParse<SigningBasis>(value, out var basis) => texts.Basis(basis),
        _ => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Infrastructure.Shown.Date(day) : value,
    };
}
