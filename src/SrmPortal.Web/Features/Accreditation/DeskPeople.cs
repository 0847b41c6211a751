using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>Who of the desk is about to act, with appointments as they are now, and whether the data is the person's own.</summary>
public sealed class DeskPeople(PortalDbContext db) : IDeed
{
    private const int MostColleagues = 500;

    private static readonly string[] Entering =
    [
        nameof(RegistrationStarted), nameof(RegistrationFilled), nameof(DocumentAttached), nameof(RegistrationSubmitted), nameof(RegistrationSentAgain),
    ];

    /// <param name="personId">The account.</param>
    /// <param name="registration">What the case is about; null for a case of a supplier.</param>
    public async Task<DeskPerson> Of(long personId, SupplierRegistration? registration) =>
        AtTheDesk(await Known(People.Where(a => a.Id == personId), personId, registration).SingleAsync(), registration);

    /// <summary>The reader of a case, and with the same command everybody who decides or may be given one of its checks, by name.</summary>
    /// <param name="accreditation">With checks and decisions.</param>
    /// <param name="registration">What it is about; null for a case of a supplier.</param>
    /// <param name="personId">The reader.</param>
    public async Task<(DeskPerson Reader, IReadOnlyList<Colleague> Colleagues)> Around(AccreditationCase accreditation, SupplierRegistration? registration, long personId)
    {
        long[] named = [.. accreditation.Decisions.Select(d => d.ById).Concat(accreditation.Checks.Select(c => c.ReviewerId).OfType<long>()).Distinct()];
        string[] codes = [.. accreditation.Checks.Select(c => c.Code)];
        var people = People
            .Where(a => a.Id == personId || named.Contains(a.Id) || a.Appointments.Any(one => one.Role == StaffRoles.Reviewer && codes.Contains(one.CheckCode!)))
            .OrderByDescending(a => a.Id == personId).ThenBy(a => a.FullName).Take(MostColleagues);
        var colleagues = await Known(people, personId, registration).ToListAsync();
        return (AtTheDesk(colleagues.Single(one => one.Id == personId), registration), [.. colleagues.OrderBy(one => one.FullName, StringComparer.CurrentCulture)]);
    }

    // The audit is the house's; here it only answers yes or no.
    private IQueryable<UserAccount> People => db.Accounts.IgnoreQueryFilters([Walls.House]).AsNoTracking();

    private IQueryable<Colleague> Known(IQueryable<UserAccount> people, long personId, SupplierRegistration? registration)
    {
        var registrationId = registration?.Id;
        return people.Select(a => new Colleague
        {
            Id = a.Id,
            FullName = a.FullName,
            NormalizedEmail = a.NormalizedEmail,
            IsActive = a.State == AccountState.Active,
            Appointments = a.Appointments.Select(one => new Appointed(one.Role, one.CheckCode)).ToList(),
            HasEntered = a.Id == personId && db.Audit.Any(record => record.PersonId == a.Id && record.AggregateType == nameof(SupplierRegistration)
                && record.AggregateId == registrationId && Entering.Contains(record.Action)),
        });
    }

    private static DeskPerson AtTheDesk(Colleague person, SupplierRegistration? registration) => new(
        person.Id, [.. person.Checks], person.Appointments.Any(one => one.Role is StaffRoles.HeadOfDesk),
        person.HasEntered || (registration is not null && IsNamedIn(registration, person.NormalizedEmail)));

    private static bool IsNamedIn(SupplierRegistration registration, string normalizedEmail) => registration.Content.People
        .Select(person => person.Email).Append(registration.Applicant.Email).Any(email => UserAccount.Normalized(email) == normalizedEmail);

    public sealed record Appointed(StaffRoles Role, string? CheckCode);

    /// <summary>Somebody of the staff, with appointments as they are now.</summary>
    public sealed record Colleague
    {
        public required long Id { get; init; }

        public required string FullName { get; init; }

        public required string NormalizedEmail { get; init; }

        public required bool IsActive { get; init; }

        public required List<Appointed> Appointments { get; init; }

        /// <summary>Has entered data of this registration; asked of the reader alone.</summary>
        public required bool HasEntered { get; init; }

        /// <summary>Codes of the checks that the person decides.</summary>
        public IEnumerable<string> Checks => Appointments.Where(one => one.Role is StaffRoles.Reviewer).Select(one => one.CheckCode).OfType<string>();
    }
}
