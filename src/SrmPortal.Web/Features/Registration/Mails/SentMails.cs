using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Registration.Mails;

/// <summary>It was sent: its number and the way to its page.</summary>
public sealed class RegistrationSubmittedMail(PortalDbContext db, IStringLocalizer<Texts> texts, IOptions<MailSettings> mail)
    : ApplicantMail<RegistrationSubmitted>(db, texts)
{
    protected override async Task<Letter?> Write(RegistrationSubmitted told, SupplierRegistration registration, MailLinks links) =>
        new(T["Registration {0} has been received", CheckWords.Number(registration.Number!)], T["The registration has been received"])
        {
            About = About(registration),
            Paragraphs =
            [
                T["Thank you. The registration of {0} is with the reviewers.", registration.CompanyName],
                T["After each check you get a mail with its result. The page of the registration shows it too."],
            ],
            Facts =
            [
                new(T["Number"], CheckWords.Number(registration.Number!)) { Tone = FactTone.Strong },
                new(T["Company"], registration.CompanyName),
                new(T["Sent"], Shown.Instant(told.At)),
            ],
            Button = await Status(registration, links),
            Notes = [T["Our mails come from {0}. Put it into your contacts, and look into the spam folder if one is missing.", mail.Value.From]],
        };
}

/// <summary>What was asked for has been answered.</summary>
public sealed class RegistrationSentAgainMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApplicantMail<RegistrationSentAgain>(db, texts)
{
    protected override async Task<Letter?> Write(RegistrationSentAgain told, SupplierRegistration registration, MailLinks links) =>
        new(T["Registration {0}: your answer has been received", CheckWords.Number(registration.Number!)], T["Your answer has been received"])
        {
            About = About(registration),
            Paragraphs = [T["What you have corrected is with the reviewers. The checks that it concerns go on."]],
            Button = await Status(registration, links),
        };
}

public sealed class RegistrationWithdrawnMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApplicantMail<RegistrationWithdrawn>(db, texts)
{
    protected override Task<Letter?> Write(RegistrationWithdrawn told, SupplierRegistration registration, MailLinks links) =>
        Task.FromResult<Letter?>(new(
            registration.Number is null ? T["Your draft of a registration has been withdrawn"] : T["Registration {0} has been withdrawn", CheckWords.Number(registration.Number!)],
            T["The registration has been withdrawn"])
        {
            About = registration.Number is null ? null : About(registration),
            Paragraphs = [T["It is not examined any further. The company can register again at any time."]],
            Button = new LetterButton(T["Register again"], links.To("/registration")),
        });
}
