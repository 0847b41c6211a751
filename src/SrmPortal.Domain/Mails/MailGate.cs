using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Mails;

/// <summary>
/// Whether the portal sends mail just now; one for the whole portal. While it is closed, mails wait and nothing is lost; people's lists
/// in the portal go on.
/// </summary>
public sealed class MailGate : AggregateRoot
{
    public const int LongestReason = 400;

    private MailGate()
    {
    }

    /// <summary>Since when nothing is sent, in UTC; null: mail is sent.</summary>
    public DateTime? PausedAt { get; private set; }

    /// <summary>Why, in the administrator's words.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who has paused it.</summary>
    public long? PausedById { get; private set; }

    public void Pause(string reason, long by, DateTime now)
    {
        RuleViolation.ThrowIf(PausedAt is not null, MailGateRules.IsPaused);
        RuleViolation.ThrowIfAny(string.IsNullOrWhiteSpace(reason) ? [new BrokenRule(MailGateRules.NoReason, nameof(Reason))] : []);
        (PausedAt, Reason, PausedById) = (now, reason.Trim(), by);
        Changed(new MailPaused("", Reason));
    }

    public void Resume()
    {
        RuleViolation.ThrowIf(PausedAt is null, MailGateRules.IsOpen);
        var since = PausedAt!.Value;
        (PausedAt, Reason, PausedById) = (null, null, null);
        Changed(new MailResumed("", since));
    }
}

/// <summary>No mail is sent until it is resumed.</summary>
/// <param name="Subject">Empty.</param>
/// <param name="Why">In the administrator's words.</param>
public sealed record MailPaused(string Subject, string Why) : DomainEvent(Subject);

/// <summary>Mail is sent again, what waited first.</summary>
/// <param name="Subject">Empty.</param>
/// <param name="Since">When it was paused, in UTC.</param>
public sealed record MailResumed(string Subject, DateTime Since) : DomainEvent(Subject);

/// <summary>An administrator has put a mail that failed back into the queue.</summary>
/// <param name="Subject">Which mail it is.</param>
public sealed record MailSentAgain(string Subject) : DomainEvent(Subject);

/// <summary>An administrator has put all mails that failed back into the queue.</summary>
/// <param name="Subject">Empty.</param>
public sealed record AllFailedMailsSentAgain(string Subject) : DomainEvent(Subject);

/// <summary>An administrator wants to see whether mail gets through.</summary>
/// <param name="Subject">The user name.</param>
/// <param name="AccountId">To whom it goes.</param>
public sealed record TestMailAsked(string Subject, long AccountId) : Announcement(Subject);

/// <summary>A mail that the server had taken came back: the address does not take mail.</summary>
/// <param name="Subject">Which mail it is.</param>
public sealed record MailCameBack(string Subject) : DomainEvent(Subject);

/// <summary>The same of a receipt or a reminder.</summary>
/// <param name="Subject">Which mail it is.</param>
/// <param name="RoundId">Of which round.</param>
public sealed record SecretMailCameBack(string Subject, long? RoundId) : DomainEvent(Subject), ISecretUntilOpening;

public static class MailGateRules
{
    public const string IsPaused = "mail.is-paused";
    public const string IsOpen = "mail.is-not-paused";
    public const string NoReason = "mail.no-reason";
    public const string NotFailed = "mail.not-failed";
}
