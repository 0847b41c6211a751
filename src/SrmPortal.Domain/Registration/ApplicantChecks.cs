using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;

namespace SrmPortal.Domain.Registration;

/// <summary>Step 1. Without these nobody can be written to, so they are needed from the first save on.</summary>
public static class ApplicantChecks
{
    /// <summary>A country that the administrator has retired can't be chosen anew.</summary>
    public static IEnumerable<BrokenRule> WhatIsNotOffered(string country) =>
        Countries.All.ContainsKey(country) && !Countries.IsOffered(country) ? [new(RegistrationRules.NoCountry, "Country")] : [];

    public static IEnumerable<BrokenRule> WhatIsWrong(Applicant applicant, string country)
    {
        if (!Countries.All.ContainsKey(country))
        {
            yield return new(RegistrationRules.NoCountry, "Country");
        }

        if (applicant.LastName.Length == 0)
        {
            yield return new(RegistrationRules.NoLastName, nameof(Applicant.LastName));
        }

        if (applicant.FirstName.Length == 0)
        {
            yield return new(RegistrationRules.NoFirstName, nameof(Applicant.FirstName));
        }

        if (!ContactWays.IsEmail(applicant.Email))
        {
            yield return new(RegistrationRules.NotAnEmail, nameof(Applicant.Email));
        }
    }
}
