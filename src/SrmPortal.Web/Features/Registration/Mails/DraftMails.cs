using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Registration.Mails;

/// <summary>The first mail: the way back to the draft.</summary>
public sealed class RegistrationStartedMail(PortalDbContext db, IStringLocalizer<Texts> texts, IOptions<PortalSettings> portal)
    : ApplicantMail<RegistrationStarted>(db, texts)
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("group", "privacy"))];

    protected override async Task<Letter?> Write(RegistrationStarted told, SupplierRegistration registration, MailLinks links) =>
        registration.State is not RegistrationState.Draft ? null
        : Words(new(("group", portal.Value.GroupName), ("privacy", links.To("/personal-data")))) with { Button = await Resume(registration, links) };

    private Letter Words(LetterValues values) => new(T["Your registration with {0}: the link to the draft", values["group"]], T["Your draft is saved"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs =
        [
            T["You have begun to register your company on the supplier portal. With this link you go on with the draft on any device."],
            T["Its button also confirms your address; without that the registration can't be sent."],
            T["The draft is kept for 30 days after the last change."],
        ],
        Button = new LetterButton(T["Confirm the address and go on"], ""),
        Notes =
        [
            T["If you did not begin a registration, do nothing: without the button nothing happens, and the draft is closed."],
            T["Who processes your name and address, and what for: {0}", values["privacy"]],
        ],
    };
}

/// <summary>Asked for again, or after the address was changed.</summary>
public sealed class AddressConfirmationMail(PortalDbContext db, IStringLocalizer<Texts> texts, IOptions<PortalSettings> portal)
    : ApplicantMail<AddressConfirmationAsked>(db, texts)
{
    private const string Changed = "changed", Again = "again";

    protected override IEnumerable<Letter> Originals() => [Words(Again, LetterValues.Places("group")), Words(Changed, LetterValues.Places("group"))];

    protected override async Task<Letter?> Write(AddressConfirmationAsked told, SupplierRegistration registration, MailLinks links) =>
        Words(told.AddressChanged ? Changed : Again, new(("group", portal.Value.GroupName))) with { Button = await Resume(registration, links) };

    private Letter Words(string variant, LetterValues values) =>
        new(T["The link to your registration with {0}", values["group"]], variant is Changed ? T["Confirm your new address"] : T["Your link"])
        {
            Template = new LetterTemplate(variant, values),
            Paragraphs =
            [
                variant is Changed ? T["This address now stands in the registration of your company. Press the button to confirm it and to go on."]
                    : T["With this link you go on with the registration of your company on any device."],
            ],
            Button = new LetterButton(T["Confirm the address and go on"], ""),
            Notes = [T["If this is not about you, do nothing: without the button nothing happens."]],
        };
}

/// <summary>Seven days and one day before a draft is closed.</summary>
public sealed class DraftExpiresSoonMail(PortalDbContext db, IStringLocalizer<Texts> texts, IOptions<PortalSettings> portal)
    : ApplicantMail<DraftExpiresSoon>(db, texts)
{
    private const string First = "";

    protected override IEnumerable<Letter> Originals() => new[] { First, Renewal }.Select(variant => Words(variant, LetterValues.Places("group", "days")));

    protected override async Task<Letter?> Write(DraftExpiresSoon told, SupplierRegistration registration, MailLinks links) =>
        registration.State is not RegistrationState.Draft || registration.ExpiresAt > told.ExpiresAt ? null
        : Words(registration.IsRenewal ? Renewal : First, new(("group", portal.Value.GroupName), ("days", Plural.Of(told.DaysLeft, T["{0} day|{0} days"])))) with
        {
            Deadline = KeptUntil(told.ExpiresAt),
            Button = await Resume(registration, links),
        };

    protected override Letter OnSample(Letter original) => original with { Deadline = KeptUntil(SampleData.Now.AddDays(7)), Because = Why(IsOfRenewal(original)) };

    private LetterDeadline KeptUntil(DateTime instant) => new(T["The draft is kept until"], Shown.Deadline(instant));

    private Letter Words(string variant, LetterValues values) => new(
        variant is Renewal ? T["The renewal of your accreditation with {1}: the draft is closed in {0}", values["days"], values["group"]]
            : T["Your registration with {1}: the draft is closed in {0}", values["days"], values["group"]],
        T["The draft will be closed"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs =
        [
            variant is Renewal ? T["Nobody has changed the draft of your renewal for some time. Go on with it, or it is closed. What the portal knows of your company stays."]
                : T["Nobody has changed the draft of your registration for some time. Go on with it, or it is closed and its files are deleted."],
        ],
        Button = new LetterButton(variant is Renewal ? T["Go on with the renewal"] : T["Go on with the registration"], ""),
    };
}
