using Microsoft.AspNetCore.Mvc;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

public enum RegistrationStep { Country = 1, Details, People, Products, Documents }

internal static class StepWays
{
    /// <summary>Where this browser has no registration to show: to the beginning, or, where it has a renewal, first to signing in.</summary>
    public static IActionResult ToStart(this Controller page) =>
        page.User.Identity is not { IsAuthenticated: true } && page.HttpContext.RequestServices.GetRequiredService<ApplicantCookie>().Read(page.Request) is { RenewsSupplierId: not null }
            ? page.Challenge() : page.RedirectToAction("Start", "Start");

    public static RedirectToActionResult To(this Controller page, RegistrationStep step) => step switch
    {
        RegistrationStep.Country => page.RedirectToAction("Country", "Start"),
        RegistrationStep.Details => page.RedirectToAction("Details", "Details"),
        RegistrationStep.People => page.RedirectToAction("People", "People"),
        RegistrationStep.Products => page.RedirectToAction("Products", "Products"),
        _ => page.RedirectToAction("Documents", "Documents"),
    };

    /// <summary>After a step that has nothing wrong in it: on to the next that can be filled in, or to everything once more.</summary>
    public static RedirectToActionResult After(this Controller page, RegistrationStep step, SupplierRegistration saved) =>
        saved.StepAfter(step) is { } next ? page.To(next) : page.RedirectToAction("Summary", "Summary");

    /// <summary>Null: the summary. What a reviewer has asked for is sent from there, each part by itself.</summary>
    public static RegistrationStep? StepAfter(this SupplierRegistration registration, RegistrationStep step) => registration.State is not RegistrationState.Draft ? null
        : Enum.GetValues<RegistrationStep>().Where(later => later > step && registration.CanEdit(later.Part())).Select(later => (RegistrationStep?)later).FirstOrDefault();

    public static RegistrationParts Part(this RegistrationStep step) => step switch
    {
        RegistrationStep.Country => RegistrationParts.None,
        RegistrationStep.Details => RegistrationParts.Details,
        RegistrationStep.People => RegistrationParts.People,
        RegistrationStep.Products => RegistrationParts.Categories,
        _ => RegistrationParts.Documents,
    };
}

/// <summary>What every step shows besides its own fields.</summary>
public abstract record StepPage
{
    /// <summary>Null before the first save.</summary>
    public SupplierRegistration? Registration { get; init; }

    public abstract RegistrationStep Current { get; }

    public abstract RegistrationParts Part { get; }

    public int Revision { get; init; }

    public bool CanEdit => Registration is null || (Part is RegistrationParts.None ? Registration.CanChangeStart : Registration.CanEdit(Part));

    /// <summary>A supplier renews: what the portal knows already stays closed.</summary>
    public bool IsRenewal => Registration is { IsRenewal: true };

    /// <summary>Whether only some of the steps are open, as when it was returned for correction: nobody is led back to one that can't be changed.</summary>
    public bool IsPartial => IsRenewal || Registration?.State is RegistrationState.ReturnedForCorrection;

    /// <summary>Whether the summary comes next.</summary>
    public bool IsLast => Registration is not null && Registration.StepAfter(Current) is null;

    /// <summary>What Enter sends as <c>Do</c>; null: it goes on.</summary>
    public virtual string? ByEnter => null;

    /// <summary>All five, with those that need nothing more.</summary>
    public IReadOnlyList<FormStep> Steps(Func<RegistrationStep, string> name, Func<RegistrationStep, string> address) =>
    [
        .. Enum.GetValues<RegistrationStep>().Select(step => new FormStep(
            name(step), Registration is null || step == Current ? null : address(step), Registration is not null && IsFilled(step), step == Current)
        {
            // What was typed goes along, whichever step is gone to.
            Saves = CanEdit ? $"to:{step}" : null,
        }),
    ];

    private bool IsFilled(RegistrationStep step) => step switch
    {
        RegistrationStep.Country => true,
        RegistrationStep.Details => None(DetailsChecks.WhatIsWrong(Registration!.Content.Details)),
        RegistrationStep.People => None(PeopleChecks.WhatIsWrong(Registration!.Content, WorkingDays.DayOf(Registration.TouchedAt))),
        RegistrationStep.Products => None(CategoryChecks.WhatIsWrong(Registration!.Content)),
        _ => Registration!.Content.Files.Any() && (Registration.State is not RegistrationState.Draft || Registration.Consents.Count(consent => consent.IsInForce) >= Enum.GetValues<ConsentKind>().Length),
    };

    private static bool None(IEnumerable<BrokenRule> broken) => !broken.Any();
}
