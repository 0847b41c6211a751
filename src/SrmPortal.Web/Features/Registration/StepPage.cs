using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

public enum RegistrationStep { Country = 1, Details, People, Products, Documents }

/// <summary>What every step shows besides its own fields.</summary>
public abstract record StepPage
{
    /// <summary>Null before the first save.</summary>
    public SupplierRegistration? Registration { get; init; }

    public abstract RegistrationStep Current { get; }

    public abstract RegistrationParts Part { get; }

    public int Revision { get; init; }

    public bool CanEdit => Registration is null || (Part is RegistrationParts.None ? Registration.CanChangeStart : Registration.CanEdit(Part));

    /// <summary>Whether it was returned for correction: then only some steps can be edited, and it is sent again from the summary.</summary>
    public bool IsCorrection => Registration?.State is RegistrationState.ReturnedForCorrection;

    /// <summary>All five, with those that need nothing more.</summary>
    public IReadOnlyList<FormStep> Steps(Func<RegistrationStep, string> name, Func<RegistrationStep, string> address) =>
    [
        .. Enum.GetValues<RegistrationStep>().Select(step => new FormStep(
            name(step), Registration is null || step == Current ? null : address(step), Registration is not null && IsFilled(step), step == Current)),
    ];

    private bool IsFilled(RegistrationStep step) => step switch
    {
        RegistrationStep.Country => true,
        RegistrationStep.Details => None(DetailsChecks.WhatIsWrong(Registration!.Content.Details)),
        RegistrationStep.People => None(PeopleChecks.WhatIsWrong(Registration!.Content, DateOnly.FromDateTime(Registration.TouchedAt))),
        RegistrationStep.Products => None(CategoryChecks.WhatIsWrong(Registration!.Content)),
        _ => Registration!.Content.Files.Any() && (Registration.IsRenewal || Registration.Consents.Count(consent => consent.IsInForce) >= Enum.GetValues<ConsentKind>().Length),
    };

    private static bool None(IEnumerable<BrokenRule> broken) => !broken.Any();
}
