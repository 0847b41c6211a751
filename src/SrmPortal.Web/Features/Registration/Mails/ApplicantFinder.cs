using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Registration.Mails;

/// <summary>Applicants, at the address that the registration has when the mail is sent.</summary>
internal sealed class ApplicantFinder(PortalDbContext db) : IFindRecipient
{
    public string Kind => Addressee.RegistrationKind;

    public async Task<Recipient?> Find(long id, long? supplierId) =>
        await db.Registrations.AsNoTracking().Where(r => r.Id == id && r.State != RegistrationState.Expired).Select(r => r.Applicant).SingleOrDefaultAsync() is { } applicant
            ? new Recipient(applicant.FullName, applicant.Email, applicant.Language, Scope.Applicant(id)) : null;
}
