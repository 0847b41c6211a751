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
    private const string First = "";

    protected override IEnumerable<Letter> Originals() => new[] { First, Renewal }.Select(variant => Words(variant, LetterValues.Places("number", "company", "sender")));

    protected override async Task<Letter?> Write(RegistrationSubmitted told, SupplierRegistration registration, MailLinks links) =>
        Words(registration.IsRenewal ? Renewal : First, new(("number", CheckWords.Number(registration.Number!)), ("company", registration.CompanyName), ("sender", mail.Value.From))) with
        {
            About = About(registration.Number!, registration.IsRenewal),
            Facts = Facts(registration.Number!, registration.CompanyName, told.At),
            Button = await Status(registration, links),
        };

    protected override Letter OnSample(Letter original) => original with
    {
        About = About(SampleData.Number, IsOfRenewal(original)),
        Facts = Facts(SampleData.Number, SampleData.Company, SampleData.Now),
        Because = Why(IsOfRenewal(original)),
    };

    private IReadOnlyList<Fact> Facts(string number, string company, DateTime sent) =>
    [
        new(T["Number"], CheckWords.Number(number)) { Tone = FactTone.Strong },
        new(T["Company"], company),
        new(T["Sent"], Shown.Instant(sent)),
    ];

    private Letter Words(string variant, LetterValues values) => new(
        variant is Renewal ? T["Renewal {0} has been received", values["number"]] : T["Registration {0} has been received", values["number"]],
        variant is Renewal ? T["The renewal has been received"] : T["The registration has been received"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs = variant is Renewal ?
        [
            T["Thank you. The renewal of the accreditation of {0} is with the reviewers.", values["company"]],
            T["After each check you get a mail with its result. Until the last one the present accreditation is valid to its end."],
        ] :
        [
            T["Thank you. The registration of {0} is with the reviewers.", values["company"]],
            T["After each check you get a mail with its result. The page of the registration shows it too."],
        ],
        Button = new LetterButton(T["See where it stands"], ""),
        Notes = [T["Our mails come from {0}. Put it into your contacts, and look into the spam folder if one is missing.", values["sender"]]],
    };
}

/// <summary>What has been asked for was answered.</summary>
public sealed class RegistrationSentAgainMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApplicantMail<RegistrationSentAgain>(db, texts)
{
    private const string First = "";

    protected override IEnumerable<Letter> Originals() => new[] { First, Renewal }.Select(variant => Words(variant, LetterValues.Places("number", "company")));

    protected override async Task<Letter?> Write(RegistrationSentAgain told, SupplierRegistration registration, MailLinks links) =>
        Words(registration.IsRenewal ? Renewal : First, new(("number", CheckWords.Number(registration.Number!)), ("company", registration.CompanyName))) with
        {
            About = About(registration.Number!, registration.IsRenewal),
            Button = await Status(registration, links),
        };

    protected override Letter OnSample(Letter original) => original with { About = About(SampleData.Number, IsOfRenewal(original)), Because = Why(IsOfRenewal(original)) };

    private Letter Words(string variant, LetterValues values) => new(
        variant is Renewal ? T["Renewal {0}: your answer has been received", values["number"]] : T["Registration {0}: your answer has been received", values["number"]],
        T["Your answer has been received"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs = [T["What you have corrected is with the reviewers. The checks that it concerns go on."]],
        Button = new LetterButton(T["See where it stands"], ""),
    };
}

public sealed class RegistrationWithdrawnMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApplicantMail<RegistrationWithdrawn>(db, texts)
{
    private const string Draft = "draft", Sent = "sent";

    protected override IEnumerable<Letter> Originals() =>
        [Words(Draft, LetterValues.Places("company")), Words(Sent, LetterValues.Places("company", "number")), Words(Renewal, LetterValues.Places("company"))];

    protected override Task<Letter?> Write(RegistrationWithdrawn told, SupplierRegistration registration, MailLinks links)
    {
        var words = registration.IsRenewal ? Words(Renewal, new(("company", registration.CompanyName)))
            : registration.Number is { } number ? Words(Sent, new(("company", registration.CompanyName), ("number", CheckWords.Number(number))))
            : Words(Draft, new(("company", registration.CompanyName)));
        return Task.FromResult<Letter?>(words with
        {
            About = registration.Number is { } sent ? About(sent, registration.IsRenewal) : null,
            Button = words.Button! with { Url = links.To(registration.IsRenewal ? "/company/renewal" : "/registration") },
        });
    }

    protected override Letter OnSample(Letter original) =>
        original with { About = original.Template!.Variant is Sent ? About(SampleData.Number, isRenewal: false) : null, Because = Why(IsOfRenewal(original)) };

    private Letter Words(string variant, LetterValues values) => new(
        variant switch
        {
            Renewal => T["The renewal of the accreditation of {0} has been withdrawn", values["company"]],
            Draft => T["Your draft of a registration has been withdrawn"],
            _ => T["Registration {0} has been withdrawn", values["number"]],
        },
        variant is Renewal ? T["The renewal has been withdrawn"] : T["The registration has been withdrawn"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs =
        [
            variant is Renewal ? T["It is not examined any further. The present accreditation is valid to its end, and the renewal can be begun again at any time."]
                : T["It is not examined any further. The company can register again at any time."],
        ],
        Button = new LetterButton(variant is Renewal ? T["Renew the accreditation"] : T["Register again"], ""),
    };
}
