using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>
/// The round of a practice event: a supplier tries an offer on it, by the rules and under the seal of every other round. Nothing is bought, no
/// buyer runs it, and nobody but the supplier sees it. It alone can be brought to its deadline before the time, so that nobody waits for days
/// to see an opening.
/// </summary>
public sealed partial class Round
{
    /// <summary>For so long a practice round accepts offers, unless its supplier ends that before.</summary>
    public static readonly TimeSpan PracticeLasts = TimeSpan.FromDays(7);

    /// <summary>So long after its deadline it is there to be looked at; then it is destroyed.</summary>
    public static readonly TimeSpan PracticeKept = TimeSpan.FromDays(14);

    /// <summary>The event's supplier that practises, kept here too because the walls stand on it; null: a real round.</summary>
    public long? PracticeOfId { get; private set; }

    public bool IsPractice => PracticeOfId is not null;

    /// <summary>A practice round, which accepts offers at once.</summary>
    /// <param name="practice">See <see cref="SourcingEvent.ForPractice"/>.</param>
    /// <param name="content">What it asks for.</param>
    /// <param name="noticeEdition">The edition of the kind's legal notice.</param>
    /// <param name="now">In UTC.</param>
    public static Round ForPractice(SourcingEvent practice, PracticeContent content, int? noticeEdition, DateTime now)
    {
        RuleViolation.ThrowIf(practice.PracticeOfId is null, PracticeRules.NotPractice);
        var until = now + PracticeLasts;
        var round = new Round(practice, 0, content.Terms with
        {
            // A whole minute, as of every round.
            Deadline = until.AddTicks(-(until.Ticks % TimeSpan.TicksPerMinute)),
            OpeningRule = OpeningRule.Automatic,
            OpenerId = null,
            SecondOpenerId = null,
            Audience = Audience.Invited,
        });
        round.TakeLots(content.Lots);
        round.TakeItems([.. content.Items]);
        Replace(round._questions, content.Questions);
        (round.State, round.PublishedAt, round.NoticeEdition) = (RoundState.Published, now, noticeEdition);
        round._invitations.Add(new Invitation(round, practice.PracticeOfId!.Value, now));
        round.LeaveUntold<RoundDrafted>();
        round.Changed(new PracticeStarted(round.Name, practice.PracticeOfId.Value));
        return round;
    }

    public bool CanEndPracticeAt(DateTime now) => IsPractice && StateAt(now) is RoundState.Published;

    /// <summary>The supplier has done enough: the deadline is now, to the millisecond. The opening follows as that of every round, after the drain.</summary>
    public void EndPractice(DateTime now)
    {
        RuleViolation.ThrowIf(!IsPractice, PracticeRules.NotPractice);
        RuleViolation.ThrowIf(!CanEndPracticeAt(now), PracticeRules.OverAlready);
        Deadline = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        Changed(new PracticeEnded(Name, Deadline));
    }
}

/// <summary>What a practice round asks for.</summary>
/// <param name="Terms">Its deadline and who opens it are no matter of choice.</param>
/// <param name="Lots">None: it is one whole.</param>
/// <param name="Items">With line numbers.</param>
/// <param name="Questions">To the supplier.</param>
public sealed record PracticeContent(RoundTerms Terms, IReadOnlyList<RoundLot> Lots, IReadOnlyList<RoundItem> Items, IReadOnlyList<RoundQuestion> Questions);

/// <summary>Nobody is told.</summary>
public sealed record PracticeStarted(string Subject, long SupplierId) : DomainEvent(Subject);

/// <summary>The supplier has brought the deadline to now, to see the opening.</summary>
public sealed record PracticeEnded(string Subject, DateTime Deadline) : DomainEvent(Subject);

/// <summary>It was destroyed with all that was entered: its supplier begins anew, or its time is over.</summary>
public sealed record PracticeRemoved(string Subject) : DomainEvent(Subject);

public static class PracticeRules
{
    public const string NotPractice = "practice.not-practice";
    public const string OverAlready = "practice.over-already";
    public const string MayNot = "practice.may-not";
    public const string NotAccredited = "practice.not-accredited";
    public const string NoWorks = "practice.no-works";
    public const string NobodyAnswers = "practice.nobody-answers";
    public const string NothingToDecline = "practice.nothing-to-decline";
}
