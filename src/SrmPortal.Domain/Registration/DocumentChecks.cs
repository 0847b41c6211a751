using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Registration;

/// <summary>Step 4.</summary>
public static class CategoryChecks
{
    public const int Most = 500;

    public static IEnumerable<BrokenRule> WhatIsWrong(RegistrationContent content) =>
        content.Categories.Count == 0 ? [new(RegistrationRules.NoCategory, "Categories")]
        : content.Categories.Count > Most ? [new(RegistrationRules.TooManyCategories, "Categories", Most)]
        : [];
}

/// <summary>Step 5.</summary>
public static class DocumentChecks
{
    /// <param name="content">What was filled in.</param>
    /// <param name="asked">The documents of this country and legal form, in the order of the page.</param>
    /// <param name="today">In the portal's zone.</param>
    public static IEnumerable<BrokenRule> WhatIsWrong(RegistrationContent content, IReadOnlyList<DocumentRequirement> asked, DateOnly today)
    {
        for (var i = 0; i < asked.Count; i++)
        {
            var document = content.DocumentOf(asked[i].Kind);
            var isThere = document.Files.Count > 0;
            if (!isThere && IsNeeded(asked[i], content))
            {
                yield return new(RegistrationRules.NoDocument, $"Documents[{i}].Files", asked[i].Title);
            }

            if (isThere && asked[i].HasValidity && document.ValidUntil is null)
            {
                yield return new(RegistrationRules.NoValidity, $"Documents[{i}].ValidUntil", asked[i].Title);
            }

            if (isThere && document.ValidUntil < today)
            {
                yield return new(RegistrationRules.DocumentLapsed, $"Documents[{i}].ValidUntil", asked[i].Title);
            }
        }
    }

    public static bool IsNeeded(DocumentRequirement asked, RegistrationContent content) => asked.IsMandatory
        || (asked.Kind == DocumentRequirement.PowerOfAttorney && content.People.Any(person => person.Is(PersonRoles.Signatory) && person.Basis is SigningBasis.PowerOfAttorney));

    /// <param name="registration">Whose consents.</param>
    /// <param name="editions">The edition of each text that is in force now.</param>
    public static IEnumerable<BrokenRule> WhatIsNotAgreed(SupplierRegistration registration, IReadOnlyDictionary<ConsentKind, int> editions) =>
        from one in new (ConsentKind Kind, string Code)[]
        {
            (ConsentKind.Terms, RegistrationRules.NoConsentToTerms),
            (ConsentKind.PersonalData, RegistrationRules.NoConsentToPersonalData),
            (ConsentKind.PeopleInformed, RegistrationRules.NoConfirmationOfPeople),
        }
        where !editions.TryGetValue(one.Kind, out var edition) || !registration.HasAgreed(one.Kind, edition)
        select new BrokenRule(one.Code, one.Kind.ToString());
}
