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
    protected override async Task<Letter?> Write(RegistrationStarted told, SupplierRegistration registration, MailLinks links) =>
        registration.State is not RegistrationState.Draft ? null : new Letter(T["Your registration with {0}: the link to the draft", portal.Value.GroupName], T["Your draft is saved"])
        {
            Paragraphs =
            [
                T["You have begun to register your company on the supplier portal. With this link you go on with the draft on any device."],
                T["Its button also confirms your address; without that the registration can't be sent."],
                T["The draft is kept for 30 days after the last change."],
            ],
            Button = await Resume(registration, links),
            Notes =
            [
                T["If you did not begin a registration, do nothing: without the button nothing happens, and the draft is closed."],
                T["Who processes your name and address, and what for: {0}", links.To("/personal-data")],
            ],
        };
}

/// <summary>Asked for again, or after the address was changed.</summary>
public sealed class AddressConfirmationMail(PortalDbContext db, IStringLocalizer<Texts> texts, IOptions<PortalSettings> portal)
    : ApplicantMail<AddressConfirmationAsked>(db, texts)
{
    protected override async Task<Letter?> Write(AddressConfirmationAsked told, SupplierRegistration registration, MailLinks links) =>
        new(T["The link to your registration with {0}", portal.Value.GroupName], told.AddressChanged ? T["Confirm your new address"] : T["Your link"])
        {
            Paragraphs =
            [
                told.AddressChanged ? T["This address now stands in the registration of your company. Press the button to confirm it and to go on."]
                    : T["With this link you go on with the registration of your company on any device."],
            ],
            Button = await Resume(registration, links),
            Notes = [T["If this is not about you, do nothing: without the button nothing happens."]],
        };
}

/// <summary>Seven days and one day before a draft is closed.</summary>
public sealed class DraftExpiresSoonMail(PortalDbContext db, IStringLocalizer<Texts> texts, IOptions<PortalSettings> portal)
    : ApplicantMail<DraftExpiresSoon>(db, texts)
{
    protected override async Task<Letter?> Write(DraftExpiresSoon told, SupplierRegistration registration, MailLinks links) =>
        registration.State is not RegistrationState.Draft || registration.ExpiresAt > told.ExpiresAt ? null
        : new Letter(Plural.Of(told.DaysLeft, T["Your registration with {1}: the draft is closed in {0} day|Your registration with {1}: the draft is closed in {0} days"], portal.Value.GroupName),
            T["The draft will be closed"])
        {
            Paragraphs = [T["Nobody has changed the draft of your registration for some time. Go on with it, or it is closed and its files are deleted."]],
            Deadline = new LetterDeadline(T["The draft is kept until"], Shown.Deadline(told.ExpiresAt)),
            Button = await Resume(registration, links),
        };
}
