using SrmPortal.Domain.Mails;

namespace SrmPortal.Web.Mail;

/// <summary>What each mail is about: by it people find its notice, and choose how it comes.</summary>
internal static class NoticeTopics
{
    private static readonly Dictionary<NoticeTopic, string[]> Kinds = new()
    {
        [NoticeTopic.Invitation] = ["Invitation", "LaterInvitation", "RepeatedInvitation", "Outsider", "LaterOutsider"],
        [NoticeTopic.Change] = ["Amended", "Extended", "Cancellation", "NeedsConfirmation", "OutsiderExtended", "OutsiderAmended", "OutsiderCancelled"],
        [NoticeTopic.Reminder] = ["OfferReminder", "TypedReminder"],
        [NoticeTopic.Offer] = ["Receipt", "Withdrawal"],
        [NoticeTopic.Clarification] = ["ClarificationPublished", "ClarificationAnswered", "ClarificationAsked"],
        [NoticeTopic.Result] = ["AwardOutcome", "NoAward", "LeftOut"],
        [NoticeTopic.Document] = ["PapersEnd"],
        [NoticeTopic.Accreditation] =
        [
            "RegistrationStarted", "AddressConfirmation", "DraftExpiresSoon", "RegistrationSubmitted", "RegistrationWithdrawn", "RegistrationSentAgain", "InfectedFile", "CheckDecided", "AnswerDueSoon",
            "AnswerProlonged", "MeetingAwaited", "MeetingSet", "MeetingCalledOff", "AccreditationEndsSoon", "AccreditationEnded", "SupplierSuspended", "SuspensionLifted", "SuspensionEnded", "ChangeAsked", "ChangeDecided",
        ],
        [NoticeTopic.Work] =
        [
            "ChecksPending", "CheckDueSoon", "CheckOverdue", "AnswerOverdue", "ChangeWaits", "ChangeOverdue", "SecondReview", "LostMasterChecked", "PublishingApproval", "PublishingReturned", "AmendmentApproval",
            "AmendmentReturned", "CancellationApproval", "CancellationRefused", "AwardToApprove", "AwardReturned", "SecondOpener",
        ],
        [NoticeTopic.News] = ["RoundOpened", "FoundEmpty", "Deputy", "EventsHandedOver"],
        [NoticeTopic.Account] =
        [
            "Access", "NewPassword", "PasswordSet", "SignInLocked", "NewEmail", "NewEmailTold", "EmailChanged", "SecondStepChanged", "RecoveryCodeUsed", "SecondStepLocked", "HelpGiven", "MasterRestored", "NewMaster",
            "LostMasterRefused", "MembershipOffered", "MembershipAccepted", "MembershipBlocked", "MembershipUnblocked", "PeopleBroughtIn", "SignatoryNotice", "StaffDutiesChanged", "StaffUnblocked", "SealBroken",
            "AuditChecked", "ConsentRevoked", "Test", "Digest",
        ],
    };

    private static readonly Dictionary<string, NoticeTopic> OfKind = Kinds.SelectMany(one => one.Value.Select(kind => (Kind: kind, Topic: one.Key))).ToDictionary(one => one.Kind, one => one.Topic);

    /// <summary>A mail that isn't named here is about something else, and binds.</summary>
    public static NoticeTopic Of(string kind) => OfKind.GetValueOrDefault(kind);
}
