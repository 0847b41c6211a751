using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Registration.Mails;

/// <summary>What the applicant of a registration is told.</summary>
public abstract class ApplicantMail<TAnnouncement>(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<TAnnouncement> where TAnnouncement : Announcement
{
    protected IStringLocalizer<Texts> T => texts;

    protected override Task<IReadOnlyList<Addressee>> Addressees(TAnnouncement told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Applicant(occasion.AggregateId!.Value)]);

    protected override async Task<Letter?> Write(TAnnouncement told, Recipient recipient, MailLinks links) =>
        await db.Registrations.AsNoTracking().SingleOrDefaultAsync() is { } registration
            && await Write(told, registration, links) is { } letter
            ? letter with { Thread = registration.Subject, Because = registration.IsRenewal ? texts["You get this mail because you have begun to renew the accreditation of your company."] : texts["You get this mail as the applicant of a registration."] } : null;

    protected abstract Task<Letter?> Write(TAnnouncement told, SupplierRegistration registration, MailLinks links);

    /// <summary>The button that resumes the draft and confirms the address. Whoever renews signs in.</summary>
    protected async Task<LetterButton> Resume(SupplierRegistration registration, MailLinks links) => registration.IsRenewal ? new(texts["Go on with the renewal"], links.To("/company/renewal")) : new(
        registration.IsAddressConfirmed ? texts["Go on with the registration"] : texts["Confirm the address and go on"],
        await links.Secret(RegistrationLinks.Resume, registration.Id, RegistrationLinks.ResumePath));

    protected async Task<LetterButton> Status(SupplierRegistration registration, MailLinks links) => new(
        texts["See where it stands"], await links.Secret(RegistrationLinks.Status, registration.Id, RegistrationLinks.StatusPath));

    protected (string, string) About(SupplierRegistration registration) => (registration.IsRenewal ? texts["Renewal of the accreditation"] : texts["Registration"], CheckWords.Number(registration.Number!));
}
