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
    private static readonly string[] Entering =
    [
        nameof(RegistrationStarted), nameof(RegistrationFilled), nameof(DocumentAttached), nameof(RegistrationSubmitted), nameof(RegistrationSentAgain),
    ];

    /// <param name="personId">The account.</param>
    /// <param name="registration">What the case is about; null for a case of a supplier.</param>
    public async Task<DeskPerson> Of(long personId, SupplierRegistration? registration)
    {
        var registrationId = registration?.Id;
        // The audit is the house's; here it only answers yes or no.
        var person = await db.Accounts.IgnoreQueryFilters([Walls.House]).AsNoTracking().Where(a => a.Id == personId)
            .Select(a => new
            {
                a.NormalizedEmail,
                Appointments = a.Appointments.Select(one => new { one.Role, one.CheckCode }).ToList(),
                HasEntered = db.Audit.Any(record => record.PersonId == a.Id && record.AggregateType == nameof(SupplierRegistration)
                    && record.AggregateId == registrationId && Entering.Contains(record.Action)),
            }).SingleAsync();
        return new DeskPerson(personId,
            [.. person.Appointments.Where(one => one.Role is StaffRoles.Reviewer).Select(one => one.CheckCode).OfType<string>()],
            person.Appointments.Any(one => one.Role is StaffRoles.HeadOfDesk),
            person.HasEntered || (registration is not null && IsNamedIn(registration, person.NormalizedEmail)));
    }

    private static bool IsNamedIn(SupplierRegistration registration, string normalizedEmail) => registration.Content.People
        .Select(person => person.Email).Append(registration.Applicant.Email).Any(email => UserAccount.Normalized(email) == normalizedEmail);
}
