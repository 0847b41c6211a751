using Microsoft.Extensions.Localization;
using SrmPortal.Data.Happenings;
using SrmPortal.Web.Features.Administration;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Outbox;

/// <summary>Mails, their addressees and what became of them, in the reader's words.</summary>
internal static class OutboxWords
{
    /// <summary>Which mail it is; one that nothing names is named as it is stored.</summary>
    public static string Title(IStringLocalizer<Texts> texts, IStringLocalizer<Administration.Texts> titles, string kind) => kind switch
    {
        "Invitation" => texts["Invitation to an event"],
        "LaterInvitation" => texts["Invitation to an event that runs already"],
        "RepeatedInvitation" => texts["Invitation, sent once more"],
        "Outsider" => texts["Invitation of a company that isn’t registered"],
        "LaterOutsider" => texts["Later invitation of a company that isn’t registered"],
        "OutsiderExtended" => texts["A deadline is extended, to a company that isn’t registered"],
        "OutsiderAmended" => texts["An amendment moves the deadline, to a company that isn’t registered"],
        "OutsiderCancelled" => texts["An event is cancelled, to a company that isn’t registered"],
        "Amended" => texts["An event is amended"],
        "Extended" => texts["A deadline is extended"],
        "Cancellation" => texts["An event is cancelled"],
        "NeedsConfirmation" => texts["An offer has to be confirmed"],
        "OfferReminder" => texts["Reminder: an offer isn’t submitted"],
        "TypedReminder" => texts["Reminder: what was typed isn’t saved"],
        "Receipt" => texts["Receipt of an offer"],
        "Withdrawal" => texts["An offer is withdrawn"],
        "ClarificationPublished" => texts["Clarification for everybody"],
        "ClarificationAnswered" => texts["Answer to a supplier’s question"],
        "ClarificationAsked" => texts["To the team: a supplier asks"],
        "AwardOutcome" => texts["Outcome of an event"],
        "NoAward" => texts["An event ended without a choice"],
        "LeftOut" => texts["Not in the next round"],
        "PublishingApproval" => texts["To approvers: an event to publish"],
        "PublishingReturned" => texts["An event came back from its approver"],
        "AmendmentApproval" => texts["To approvers: an amendment"],
        "AmendmentReturned" => texts["An amendment came back"],
        "CancellationApproval" => texts["To approvers: a cancellation"],
        "CancellationRefused" => texts["A cancellation was refused"],
        "AwardToApprove" => texts["To approvers: a decision"],
        "AwardReturned" => texts["A decision came back"],
        "SecondOpener" => texts["To the second opener"],
        "RoundOpened" => texts["Offers are opened"],
        "FoundEmpty" => texts["There was nothing to open"],
        "Deputy" => texts["Standing in for a colleague"],
        "EventsHandedOver" => texts["Events are handed over"],
        "SealBroken" => texts["Alarm: a seal is broken"],
        "AuditChecked" => texts["The history was verified"],
        "ConsentRevoked" => texts["Personal data are to be erased"],
        "StaffDutiesChanged" => texts["Roles in the group are changed"],
        "StaffUnblocked" => texts["A colleague’s access is open again"],
        "Test" => texts["Test mail"],
        "Digest" => texts["Daily digest"],
        "HelpGiven" => texts["What the support has done"],
        _ => MailTitles.OfKind(titles, kind),
    };

    /// <summary>Of somebody without an account.</summary>
    public static string Addressee(this IStringLocalizer<Texts> texts, string kind) => kind switch
    {
        Mail.Addressee.RegistrationKind => texts["An applicant"],
        "signatory" => texts["A signatory"],
        "outsider" => texts["A company that isn’t registered"],
        "new-email" => texts["A new address, not confirmed yet"],
        "former-email" => texts["A former address"],
        "named-master" => texts["Somebody named in an official letter"],
        _ => kind,
    };

    public static (string Kind, string Icon, string Text) State(this IStringLocalizer<Texts> texts, OutboxPage.Row row) => row.State switch
    {
        DeliveryState.Queued when row.Fault is not null => ("danger", "x-octagon-fill", texts["Could not be written; is tried again"]),
        DeliveryState.Refused when row.Fault is not null => ("danger", "x-octagon-fill", texts["Could not be written"]),
        DeliveryState.Queued => ("warn", "hourglass-split", texts["Waits to be sent"]),
        DeliveryState.HandedOver => ("ok", "check-circle-fill", texts["Handed over to the mail server"]),
        DeliveryState.Refused => ("danger", "x-octagon-fill", texts["Refused by the mail server"]),
        DeliveryState.Bounced => ("danger", "x-octagon-fill", texts["Came back"]),
        DeliveryState.AwaitsDigest => ("mute", "clock-history", texts["Waits for the daily digest"]),
        DeliveryState.InDigest => ("mute", "envelope", texts["In a daily digest"]),
        DeliveryState.PortalOnly => ("mute", "bell", texts["In the portal only, as the person wants it"]),
        _ => ("mute", "circle", texts["Not sent: there was nothing to tell any more"]),
    };

    public static string View(this IStringLocalizer<Texts> texts, OutboxView view) => view switch
    {
        OutboxView.Waiting => texts["Waiting"],
        OutboxView.Failed => texts["Failed"],
        OutboxView.Sent => texts["Sent"],
        OutboxView.NotMailed => texts["Not mailed"],
        _ => texts["All"],
    };
}
