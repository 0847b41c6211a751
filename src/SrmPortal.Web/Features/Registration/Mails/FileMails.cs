using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Registration.Mails;

/// <summary>A document that had waited in quarantine held malware: the applicant is to attach another.</summary>
public sealed class InfectedFileMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApplicantMail<InfectedFileRemoved>(db, texts)
{
    private const string Replace = "replace", Sent = "sent";

    protected override Task<IReadOnlyList<Addressee>> Addressees(InfectedFileRemoved told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>(told.RegistrationId is { } registration ? [Addressee.Applicant(registration)] : []);

    protected override IEnumerable<Letter> Originals() => [Words(Replace, Places()), Words(Sent, Places())];

    protected override async Task<Letter?> Write(InfectedFileRemoved told, SupplierRegistration registration, MailLinks links) =>
        registration.IsFinal ? null
        : Words(registration.CanEdit(RegistrationParts.Documents) ? Replace : Sent, new(("threat", told.Threat), ("file", told.Subject), ("company", registration.CompanyName))) with
        {
            About = registration.Number is { } number ? About(number, registration.IsRenewal) : null,
            Button = registration.Number is null ? await Resume(registration, links) : await Status(registration, links),
        };

    protected override Letter OnSample(Letter original) =>
        original with { About = original.Template!.Variant is Sent ? About(SampleData.Number, isRenewal: false) : null, Because = Why(isRenewal: false) };

    private static LetterValues Places() => LetterValues.Places("threat", "file", "company");

    private Letter Words(string variant, LetterValues values) => new(T["Application: malware was found in a document"], T["A document was removed"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs =
        [
            T["The virus check has found {0} in the file “{1}” of your application. The file was removed; everything else is kept.", values["threat"], values["file"]],
            variant is Replace ? T["Check the computer that it comes from, and attach a clean file in step 5."]
                : T["Check the computer that it comes from. The reviewers see that the document is missing; they will ask you for it if they need it."],
        ],
        Button = new LetterButton(variant is Replace ? T["Go on with the application"] : T["See where it stands"], ""),
    };
}
