using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Registration.Mails;

/// <summary>A document that had waited in quarantine held malware: the applicant is to attach another.</summary>
public sealed class InfectedFileMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApplicantMail<InfectedFileRemoved>(db, texts)
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(InfectedFileRemoved told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>(told.RegistrationId is { } registration ? [Addressee.Applicant(registration)] : []);

    protected override async Task<Letter?> Write(InfectedFileRemoved told, SupplierRegistration registration, MailLinks links) =>
        registration.IsFinal ? null : new(T["Registration: malware was found in a document"], T["A document was removed"])
        {
            About = registration.Number is null ? null : About(registration),
            Paragraphs =
            [
                T["The virus check has found {0} in the file “{1}” of your registration. The file was removed; everything else is kept.", told.Threat, told.Subject],
                registration.CanEdit(RegistrationParts.Documents) ? T["Check the computer that it comes from, and attach a clean file in step 5."]
                    : T["Check the computer that it comes from. The reviewers see that the document is missing; they will ask you for it if they need it."],
            ],
            Button = registration.Number is null ? await Resume(registration, links) : await Status(registration, links),
        };
}
