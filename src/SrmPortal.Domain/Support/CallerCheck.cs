using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Support;

/// <summary>What a caller is asked, whose answer the portal knows.</summary>
public enum CallerFact
{
    /// <summary>The last four digits of the company's tax number.</summary>
    TaxNumber,

    /// <summary>The number of the company's application.</summary>
    ApplicationNumber,

    /// <summary>On which day the company was accredited.</summary>
    AccreditedOn,

    /// <summary>The last four digits of the person's own phone.</summary>
    Phone,

    /// <summary>What the person is in the company.</summary>
    Position,

    /// <summary>Somebody else who works for the company on the portal.</summary>
    Colleague,

    /// <summary>On which day the person signed in last.</summary>
    LastSignIn,

    /// <summary>Not asked but done: called back on the number that the portal had before the call.</summary>
    CalledBack,
}

/// <summary>One of the support has asked who calls, and was answered rightly. Which questions is kept, no answer. For a while it opens what helps that person.</summary>
public sealed class CallerCheck : AggregateRoot
{
    public const int FewestAnswers = 2;

    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(30);

    /// <summary>What nobody learns from a stolen mailbox.</summary>
    private static readonly CallerFact[] Unwritten = [CallerFact.Colleague, CallerFact.LastSignIn, CallerFact.CalledBack];

    private CallerCheck()
    {
    }

    /// <param name="account">Who says to call.</param>
    /// <param name="answered">What was answered rightly.</param>
    /// <param name="known">What the portal knows of this person; nothing else can have been answered.</param>
    /// <param name="byId">The support person.</param>
    /// <param name="now">In UTC.</param>
    public CallerCheck(UserAccount account, IEnumerable<CallerFact> answered, IReadOnlyCollection<CallerFact> known, long byId, DateTime now)
    {
        CallerFact[] facts = [.. answered.Distinct().Where(known.Contains).Order()];
        RuleViolation.ThrowIf(account.State is AccountState.Deactivated, AccountRules.Deactivated);
        RuleViolation.ThrowIf(account.Id == byId, SupportRules.Oneself);
        RuleViolation.ThrowIf(facts.Length < FewestAnswers, SupportRules.TooFewAnswers, FewestAnswers);
        RuleViolation.ThrowIf(!facts.Any(IsUnwritten), SupportRules.OnlyFromMail);
        (AccountId, Facts, ById, At) = (account.Id, facts, byId, now);
        Changed(new CallerRecognised(account.UserName, facts));
    }

    public long AccountId { get; private set; }

    public long ById { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime At { get; private set; }

    public IReadOnlyList<CallerFact> Facts { get; private set; } = [];

    public DateTime ValidUntil => At + ValidFor;

    /// <summary>Whether it is known to the person alone; all else stands in mails, or in the register of companies.</summary>
    public static bool IsUnwritten(CallerFact fact) => Unwritten.Contains(fact);

    public bool IsValidAt(DateTime now) => now < ValidUntil;
}

/// <summary>The caller answered questions to which the portal knows the answers.</summary>
public sealed record CallerRecognised(string Subject, IReadOnlyList<CallerFact> Answered) : DomainEvent(Subject);

/// <summary>What the support does for a person who has called.</summary>
public enum Help { Unlocked, SecondStepOff, SessionsEnded }

/// <summary>The support has helped somebody. The holder is told, unless what was done tells by itself.</summary>
/// <param name="Subject">The user name.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Reason">Why, where it must be said; else empty.</param>
public sealed record HelpGiven(string Subject, long AccountId, Help Kind, string Reason) : Announcement(Subject);
