using Microsoft.Extensions.Localization;

namespace SrmPortal.Web.Features.Administration;

/// <summary>What a mail belongs to, in the order of the list.</summary>
public enum MailGroup { Registration, Accreditation, Validity, Access }

/// <summary>When each mail is sent, in the reader's words.</summary>
internal static class MailTitles
{
    private static readonly (MailGroup Group, string[] Mails)[] InOrder =
    [
        (MailGroup.Registration,
        [
            "RegistrationStarted", "AddressConfirmation.again", "AddressConfirmation.changed", "DraftExpiresSoon", "DraftExpiresSoon.renewal", "RegistrationSubmitted", "RegistrationSubmitted.renewal",
            "RegistrationWithdrawn.draft", "RegistrationWithdrawn.sent", "RegistrationWithdrawn.renewal", "InfectedFile.replace", "InfectedFile.sent",
        ]),
        (MailGroup.Accreditation,
        [
            "CheckDecided.passed", "CheckDecided.asked", "AnswerDueSoon", "AnswerProlonged", "RegistrationSentAgain", "RegistrationSentAgain.renewal", "CheckDecided.failed", "CheckDecided.accredited", "CheckDecided.renewed",
            "MeetingAwaited", "MeetingSet", "MeetingCalledOff", "ChecksPending.first", "ChecksPending.again", "CheckDueSoon", "CheckOverdue", "AnswerOverdue",
        ]),
        (MailGroup.Validity, ["AccreditationEndsSoon", "AccreditationEnded", "SupplierSuspended", "SuspensionLifted", "SuspensionEnded", "ChangeAsked", "ChangeDecided.approved", "ChangeDecided.refused", "ChangeWaits", "SecondReview", "ChangeOverdue", "PapersEnd"]),
        (MailGroup.Access,
        [
            "Access.company", "Access.group", "SignatoryNotice", "SignatoryNotice.renewal", "PeopleBroughtIn", "PasswordSet.first", "MembershipOffered", "MembershipAccepted", "MembershipBlocked.by-master", "MembershipBlocked.by-group",
            "MembershipUnblocked", "NewPassword.asked", "NewPassword.by-master", "NewPassword.by-group", "NewPassword.by-support", "NewPassword.first", "NewPassword.first-by-master", "PasswordSet.changed", "SignInLocked",
            "NewEmail.own", "NewEmail.by-master", "NewEmailTold", "EmailChanged", "SecondStepChanged.on", "SecondStepChanged.off", "RecoveryCodeUsed", "SecondStepLocked",
            "HelpGiven.unlocked", "HelpGiven.sessions-ended", "LostMasterChecked", "MasterRestored", "NewMaster", "LostMasterRefused",
        ]),
    ];

    /// <summary>In the order of the list; what it doesn't know comes last.</summary>
    public static IReadOnlyList<IGrouping<MailGroup, string>> Grouped(IEnumerable<string> mails) =>
    [
        .. mails.OrderBy(mail => InOrder.SelectMany(one => one.Mails).ToList().IndexOf(mail) is >= 0 and var place ? place : int.MaxValue).ThenBy(mail => mail, StringComparer.Ordinal)
            .GroupBy(mail => InOrder.FirstOrDefault(one => one.Mails.Contains(mail)) is { Mails: not null } known ? known.Group : MailGroup.Access),
    ];

    /// <summary>Of a mail that was sent, of which the kind is known and not the variant; one that isn't in the list is named as it is stored.</summary>
    public static string OfKind(IStringLocalizer<Texts> texts, string kind) => kind switch
    {
        "AddressConfirmation" => texts["Confirmation of an applicant’s address"],
        "RegistrationWithdrawn" => texts["A registration was withdrawn"],
        "InfectedFile" => texts["Malware was found in a document"],
        "CheckDecided" => texts["A check is decided"],
        "ChangeDecided" => texts["A change of data is decided"],
        "Access" => texts["User name and activation link"],
        "PasswordSet" => texts["A password was set"],
        "MembershipBlocked" => texts["Access to a company is blocked"],
        "NewPassword" => texts["Link for a new password"],
        "NewEmail" => texts["Confirmation of a new address"],
        "SecondStepChanged" => texts["Two-step sign-in is switched on or off"],
        _ => InOrder.SelectMany(one => one.Mails).FirstOrDefault(mail => mail == kind || mail.StartsWith(kind + ".", StringComparison.Ordinal)) is { } known ? Of(texts, known) : kind,
    };

    public static string Of(IStringLocalizer<Texts> texts, MailGroup group) => group switch
    {
        MailGroup.Registration => texts["Registration"],
        MailGroup.Accreditation => texts["Checks of accreditation"],
        MailGroup.Validity => texts["Validity and suspension"],
        _ => texts["Access to the portal"],
    };

    public static string Of(IStringLocalizer<Texts> texts, string mail) => mail switch
    {
        "RegistrationStarted" => texts["Registration begun: the link to the draft"],
        "AddressConfirmation.again" => texts["The link is sent again"],
        "AddressConfirmation.changed" => texts["The address was changed"],
        "DraftExpiresSoon" => texts["The draft is closed soon"],
        "DraftExpiresSoon.renewal" => texts["The draft of a renewal is closed soon"],
        "RegistrationSubmitted.renewal" => texts["A renewal has been received"],
        "RegistrationWithdrawn.renewal" => texts["A renewal was withdrawn"],
        "RegistrationSentAgain.renewal" => texts["The answer to a renewal has been received"],
        "RegistrationSubmitted" => texts["The registration has been received"],
        "RegistrationWithdrawn.draft" => texts["A draft was withdrawn"],
        "RegistrationWithdrawn.sent" => texts["A registration was withdrawn"],
        "InfectedFile.replace" => texts["Malware was found in a document, a clean one can be attached"],
        "InfectedFile.sent" => texts["Malware was found in a document that has been sent"],
        "CheckDecided.passed" => texts["A check is passed"],
        "CheckDecided.asked" => texts["A check asks for information"],
        "CheckDecided.failed" => texts["A check is not passed, the application is rejected"],
        "CheckDecided.accredited" => texts["All checks are passed, the company is accredited"],
        "CheckDecided.renewed" => texts["All checks are passed, the accreditation is renewed"],
        "AnswerDueSoon" => texts["Reminder: an answer is due"],
        "AnswerProlonged" => texts["More time to answer"],
        "RegistrationSentAgain" => texts["The answer has been received"],
        "MeetingAwaited" => texts["The commission is next: choose a meeting"],
        "MeetingSet" => texts["The meeting of the commission is set"],
        "MeetingCalledOff" => texts["The meeting of the commission is called off"],
        "SupplierSuspended" => texts["The accreditation is suspended"],
        "SuspensionLifted" => texts["The suspension is lifted"],
        "CheckDueSoon" => texts["To reviewers: a check is to be decided soon"],
        "CheckOverdue" => texts["To the head of the desk: a check is overdue"],
        "ChecksPending.first" => texts["To reviewers: an application to check"],
        "ChecksPending.again" => texts["To reviewers: to be checked again"],
        "AnswerOverdue" => texts["To the head of the desk: no answer came"],
        "AccreditationEndsSoon" => texts["Reminder: the accreditation ends"],
        "PapersEnd" => texts["Reminder: documents end"],
        "ChangeAsked" => texts["A change of data is asked for"],
        "ChangeDecided.approved" => texts["A change of data is approved"],
        "ChangeDecided.refused" => texts["A change of data is refused"],
        "ChangeWaits" => texts["To reviewers: a change of data to look at"],
        "ChangeOverdue" => texts["To the head of the desk: a change of data is overdue"],
        "SecondReview" => texts["To reviewers: a change of the bank needs a second person"],
        "AccreditationEnded" => texts["The accreditation has ended"],
        "SuspensionEnded" => texts["The suspension is over, its last day has passed"],
        "Access.company" => texts["Access of a person whom a company has named: user name and link"],
        "Access.group" => texts["Access of a person of the group: user name and link"],
        "MembershipOffered" => texts["Another company asks somebody who has an account"],
        "MembershipAccepted" => texts["To master users: a colleague has agreed"],
        "MembershipBlocked.by-group" => texts["Access is blocked by the group"],
        "MembershipBlocked.by-master" => texts["Access is blocked by a master user"],
        "MembershipUnblocked" => texts["Access is open again"],
        "NewPassword.asked" => texts["New password: the link"],
        "NewPassword.by-master" => texts["New password, started by the master user: the link"],
        "NewPassword.by-group" => texts["New password, started by an administrator: the link"],
        "NewPassword.by-support" => texts["New password, started by the support: the link"],
        "HelpGiven.unlocked" => texts["The support has opened signing in"],
        "HelpGiven.sessions-ended" => texts["The support has ended all sessions"],
        "LostMasterChecked" => texts["To the support: a case of a lost master user needs a second person"],
        "MasterRestored" => texts["To earlier people: the company has a new master user by its letter"],
        "NewMaster" => texts["To the new master user by a letter"],
        "LostMasterRefused" => texts["To the person named in a letter: access was not restored"],
        "NewPassword.first" => texts["New password asked before the first: the activation link"],
        "NewPassword.first-by-master" => texts["First password, started by the master user: the link"],
        "PasswordSet.first" => texts["The account is active"],
        "PasswordSet.changed" => texts["The password was changed"],
        "SignInLocked" => texts["Wrong passwords: signing in is closed for a while"],
        "NewEmail.own" => texts["Another address: the link that confirms it"],
        "NewEmail.by-master" => texts["Another address, named by the master user: the link that confirms it"],
        "NewEmailTold" => texts["To the present address: another one was named"],
        "EmailChanged" => texts["To the former address: it was changed"],
        "SecondStepChanged.on" => texts["Two-step sign-in is on"],
        "SecondStepChanged.off" => texts["Two-step sign-in is off"],
        "RecoveryCodeUsed" => texts["Signed in by a recovery code"],
        "SecondStepLocked" => texts["Wrong codes after the right password"],
        "SignatoryNotice" => texts["To signatories: they were named"],
        "SignatoryNotice.renewal" => texts["To signatories: they were named with a renewal"],
        "PeopleBroughtIn" => texts["To master users: the group has added people"],
        _ => mail,
    };
}
