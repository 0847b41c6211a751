using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>What a supplier asks the buyer for: an explanation, or a later deadline.</summary>
public enum ClarificationKind { Explanation, MoreTime }

/// <summary>
/// A question of an invited supplier about a round, and the buyer's answer: to the asker alone, or to everybody without a word of who
/// asked. The buyer doesn't learn it either, so that nobody is treated otherwise for having asked.
/// </summary>
public sealed class Clarification : AggregateRoot, IOfRound
{
    public const int TextLength = 4000;

    /// <summary>So many of one supplier wait for an answer at most.</summary>
    public const int MostWaiting = 20;

    private Clarification()
    {
    }

    /// <param name="round">Accepting offers.</param>
    /// <param name="kind">An explanation, or more time.</param>
    /// <param name="supplierId">Who asks.</param>
    /// <param name="askedById">The account.</param>
    /// <param name="text">As typed.</param>
    /// <param name="waiting">How many questions of this supplier about the round wait already.</param>
    /// <param name="now">In UTC.</param>
    public Clarification(Round round, ClarificationKind kind, long supplierId, long askedById, string text, int waiting, DateTime now)
    {
        RuleViolation.ThrowIf(round.IsPractice, PracticeRules.NobodyAnswers);
        round.RefuseUnlessAcceptingAt(now);
        RuleViolation.ThrowIf(!round.TakesQuestionsAt(now), ClarificationRules.TooLate, round.QuestionsUntil);
        RuleViolation.ThrowIf(waiting >= MostWaiting, ClarificationRules.TooMany, MostWaiting);
        RuleViolation.ThrowIfAny(Missing(text, nameof(Text), ClarificationRules.TextMissing));
        (Round, RoundId, Kind, SupplierId, AskedById, Text, AskedAt) = (round, round.Id, kind, supplierId, askedById, text, now);
        Changed(new ClarificationAsked(round.Name, kind));
    }

    public Round Round { get; private set; } = null!;

    public long RoundId { get; private set; }

    long? IOfRound.RoundId => RoundId;

    public ClarificationKind Kind { get; private set; }

    /// <summary>Who asked. No page of the group shows it.</summary>
    public long SupplierId { get; private set; }

    public long AskedById { get; private set; }

    public DateTime AskedAt { get; private set; }

    /// <summary>In the asker's words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The question as everybody reads it: the buyer has taken out what tells who asked. Null while only the asker knows it, and where the wish for more time was refused.</summary>
    public string? PublicText { get; private set; }

    /// <summary>Null while it waits.</summary>
    public string? Answer { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public long? AnsweredById { get; private set; }

    /// <summary>Whether everybody who is invited reads it.</summary>
    public bool IsForEverybody { get; private set; }

    public bool CanBeAnsweredAt(DateTime now) => Answer is null && Round.StateAt(now) is RoundState.Published;

    /// <summary>The answer goes to the asker alone.</summary>
    public void AnswerAsker(long by, string answer, DateTime now)
    {
        BeAnswered(by, answer, now);
        Changed(new ClarificationAnswered(Round.Name, Id, SupplierId));
    }

    /// <summary>Question and answer go to everybody.</summary>
    /// <param name="by">Somebody of the team.</param>
    /// <param name="publicText">The question, without what tells who asked.</param>
    /// <param name="answer">As typed.</param>
    /// <param name="now">In UTC.</param>
    public void AnswerEverybody(long by, string publicText, string answer, DateTime now)
    {
        RuleViolation.ThrowIfAny([.. Missing(publicText, nameof(PublicText), ClarificationRules.TextMissing), .. Missing(answer, nameof(Answer), ClarificationRules.AnswerMissing)]);
        BeAnswered(by, answer, now);
        (PublicText, IsForEverybody) = (publicText, true);
        Changed(new ClarificationPublished(Round.Name, Id));
    }

    /// <summary>The deadline stays: everybody is told so, and that somebody asked.</summary>
    public void RefuseMoreTime(long by, string answer, DateTime now)
    {
        BeAnswered(by, answer, now);
        IsForEverybody = true;
        Changed(new ClarificationPublished(Round.Name, Id));
    }

    /// <summary>Part of one answer to all who asked for more time: what everybody is told, this asker is told by it too.</summary>
    public void BeSettled(long by, string answer, DateTime now)
    {
        BeAnswered(by, answer, now);
        Changed(new ClarificationSettled(Round.Name));
    }

    private void BeAnswered(long by, string answer, DateTime now)
    {
        Round.RefuseUnlessRunBy(by);
        RuleViolation.ThrowIf(Answer is not null, ClarificationRules.AnsweredAlready);
        Round.RefuseUnlessAcceptingAt(now);
        RuleViolation.ThrowIfAny(Missing(answer, nameof(Answer), ClarificationRules.AnswerMissing));
        (Answer, AnsweredAt, AnsweredById) = (answer, now, by);
    }

    private static BrokenRule[] Missing(string text, string field, string rule) => text.Length > 0 ? [] : [new(rule, field)];
}

/// <summary>The team is told, not by whom.</summary>
public sealed record ClarificationAsked(string Subject, ClarificationKind Kind) : Announcement(Subject);

/// <summary>The asker's people are told.</summary>
public sealed record ClarificationAnswered(string Subject, long Clarification, long SupplierId) : Announcement(Subject);

/// <summary>Everybody who is invited is told.</summary>
public sealed record ClarificationPublished(string Subject, long Clarification) : Announcement(Subject);

public sealed record ClarificationSettled(string Subject) : DomainEvent(Subject);

public static class ClarificationRules
{
    public const string TextMissing = "clarification.text-missing";
    public const string AnswerMissing = "clarification.answer-missing";
    public const string TooLate = "clarification.too-late";
    public const string TooMany = "clarification.too-many";
    public const string AnsweredAlready = "clarification.answered-already";
    public const string MayNotAsk = "clarification.may-not-ask";
    public const string NobodyWaits = "clarification.nobody-waits";
}
