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
    /// <summary>The words for a supplier that renews its accreditation.</summary>
    protected const string Renewal = "renewal";

    protected IStringLocalizer<Texts> T => texts;

    protected override Task<IReadOnlyList<Addressee>> Addressees(TAnnouncement told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Applicant(occasion.AggregateId!.Value)]);

    protected override async Task<Letter?> Write(TAnnouncement told, Recipient recipient, MailLinks links) =>
        await db.Registrations.AsNoTracking().SingleOrDefaultAsync() is { } registration
            && await Write(told, registration, links) is { } letter
            ? letter with { Thread = registration.Subject, Because = Why(registration.IsRenewal) } : null;

    protected abstract Task<Letter?> Write(TAnnouncement told, SupplierRegistration registration, MailLinks links);

    protected override Letter OnSample(Letter original) => original with { Because = Why(IsOfRenewal(original)) };

    protected static bool IsOfRenewal(Letter original) => original.Template?.Variant == Renewal;

    /// <summary>Why this person gets it.</summary>
    protected string Why(bool isRenewal) =>
        isRenewal ? texts["You get this mail because you have begun to renew the accreditation of your company."] : texts["You get this mail as the applicant of a registration."];

    /// <summary>The button that resumes the draft and confirms the address. Whoever renews signs in.</summary>
    protected async Task<LetterButton> Resume(SupplierRegistration registration, MailLinks links) => registration.IsRenewal ? new(texts["Go on with the renewal"], links.To("/company/renewal")) : new(
        registration.IsAddressConfirmed ? texts["Go on with the registration"] : texts["Confirm the address and go on"],
        await links.Secret(RegistrationLinks.Resume, registration.Id, RegistrationLinks.ResumePath));

    protected async Task<LetterButton> Status(SupplierRegistration registration, MailLinks links) => new(
        texts["See where it stands"], await links.Secret(RegistrationLinks.Status, registration.Id, RegistrationLinks.StatusPath));

    protected (string, string) About(string number, bool isRenewal) => (isRenewal ? texts["Renewal of the accreditation"] : texts["Registration"], CheckWords.Number(number));
}
