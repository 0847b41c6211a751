using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;

namespace SrmPortal.Domain.Registration;

/// <summary>Step 3.</summary>
public static class PeopleChecks
{
    public const int Most = 30;

    /// <summary>What not even a draft keeps: regions that no page offers, and more people than its page has room for.</summary>
    public static IEnumerable<BrokenRule> WhatCannotBeKept(RegistrationContent content) => [.. Unknown(content.Regions), .. TooMany(content.People)];

    public static IEnumerable<BrokenRule> WhatIsWrong(RegistrationContent content, DateOnly today) =>
    [
        .. WhatIsWrongWithRegions(content.Regions),
        .. RolesTaken(content.People),
        .. TooMany(content.People),
        .. content.People.SelectMany((person, i) => Person(person, $"People[{i}].", today)),
        .. SharedAddresses(content.People),
    ];

    public static IEnumerable<BrokenRule> WhatIsWrongWithRegions(IReadOnlyList<string> regions) =>
        regions.Count == 0 ? [new(RegistrationRules.NoRegion, "Regions")] : Unknown(regions);

    /// <summary>One person by himself or herself.</summary>
    public static IEnumerable<BrokenRule> WhatIsWrongWith(RegistrationPerson person, DateOnly today) => Person(person, "", today);

    private static IEnumerable<BrokenRule> Unknown(IReadOnlyList<string> regions) =>
        regions.Any(code => !SupplyRegions.IsKnown(code)) ? [new(RegistrationRules.NoSuchRegion, "Regions")] : [];

    private static IEnumerable<BrokenRule> TooMany(IReadOnlyList<RegistrationPerson> people) =>
        people.Count > Most ? [new(RegistrationRules.TooManyPeople, "People", Most)] : [];

    private static IEnumerable<BrokenRule> RolesTaken(IReadOnlyList<RegistrationPerson> people)
    {
        (PersonRoles Role, string Code)[] needed =
        [
            (PersonRoles.Signatory, RegistrationRules.NoSignatory),
            (PersonRoles.ContactPerson, RegistrationRules.NoContactPerson),
            (PersonRoles.MasterUser, RegistrationRules.NoMasterUser),
        ];
        return needed.Where(one => people.All(person => !person.Is(one.Role))).Select(one => new BrokenRule(one.Code, "People"));
    }

    private static IEnumerable<BrokenRule> Person(RegistrationPerson person, string prefix, DateOnly today) => new[]
    {
        person.FullName.Length > 0 ? null : new BrokenRule(RegistrationRules.NoPersonName, prefix + nameof(RegistrationPerson.FullName)),
        person.Position.Length > 0 ? null : new(RegistrationRules.NoPosition, prefix + nameof(RegistrationPerson.Position)),
        ContactWays.IsPhone(person.Phone) ? null : new(RegistrationRules.NotAPhone, prefix + nameof(RegistrationPerson.Phone)),
        ContactWays.IsEmail(person.Email) ? null : new(RegistrationRules.NotAnEmail, prefix + nameof(RegistrationPerson.Email)),
        person.Roles is PersonRoles.None ? new(RegistrationRules.NoRole, prefix + nameof(RegistrationPerson.Roles)) : null,
    }.OfType<BrokenRule>().Concat(person.Is(PersonRoles.Signatory) ? Basis(person, prefix, today) : []);

    private static IEnumerable<BrokenRule> Basis(RegistrationPerson person, string prefix, DateOnly today) => person.Basis switch
    {
        SigningBasis.None => [new(RegistrationRules.NoBasis, prefix + nameof(RegistrationPerson.Basis))],
        SigningBasis.Charter => [],
        _ => new[]
        {
            person.BasisNumber.Length > 0 ? null : new BrokenRule(RegistrationRules.NoBasisNumber, prefix + nameof(RegistrationPerson.BasisNumber)),
            person.BasisDate is null ? new(RegistrationRules.NoBasisDate, prefix + nameof(RegistrationPerson.BasisDate))
                : person.BasisDate > today.AddDays(1) ? new(RegistrationRules.BasisNotYet, prefix + nameof(RegistrationPerson.BasisDate)) : null,
            person.BasisUntil is null ? new(RegistrationRules.NoBasisUntil, prefix + nameof(RegistrationPerson.BasisUntil))
                : person.BasisUntil < today || person.BasisUntil < person.BasisDate ? new(RegistrationRules.BasisLapsed, prefix + nameof(RegistrationPerson.BasisUntil)) : null,
        }.OfType<BrokenRule>(),
    };

    /// <summary>Each user signs in by an own address. Who only signs papers may share one.</summary>
    private static IEnumerable<BrokenRule> SharedAddresses(IReadOnlyList<RegistrationPerson> people) =>
        from i in Enumerable.Range(0, people.Count)
        let person = people[i]
        where person.IsUser && person.Email.Length > 0
        let first = people.Take(i).FirstOrDefault(other => other.IsUser && UserAccount.Normalized(other.Email) == UserAccount.Normalized(person.Email))
        where first is not null
        select new BrokenRule(RegistrationRules.SameEmail, $"People[{i}].{nameof(RegistrationPerson.Email)}", UserAccount.ShortNameOf(first.FullName));
}
