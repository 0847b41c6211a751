using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Tests;

/// <summary>A published round while its offers come in: more time, questions, answers.</summary>
public sealed class RunningRoundTests
{
    private static readonly DateTime Later = Given.Deadline.AddDays(2);

    [Fact]
    public void A_deadline_is_extended_until_its_last_millisecond_and_keeps_its_history()
    {
        var round = Given.Published();

        round.Extend(1, Later, null, "The drawing came late", Given.LastMillisecond);

        Assert.Equal(Later, round.Deadline);
        Assert.Equal(RoundState.Published, round.StateAt(Given.Deadline));
        var change = Assert.Single(round.Changes);
        Assert.Equal((new ChangedDeadline(Given.Deadline, Later), "The drawing came late", 1L), (change.Deadline, change.Reason, change.ById));
        Assert.Contains(round.TakeEvents(), told => told is RoundExtended { Subject: "20067776/0" } extended && extended.From == Given.Deadline && extended.To == Later);
    }

    [Fact]
    public void After_the_deadline_nobody_extends() =>
        Assert.Equal(RoundRules.NotExtendable, Refused(() => Given.Published().Extend(1, Later, null, "Why", Given.Deadline)));

    [Theory]
    [InlineData(0, "Why", RoundRules.NotLater)]
    [InlineData(-60, "Why", RoundRules.NotLater)]
    [InlineData(90.5, "Why", RoundRules.DeadlineNotWholeMinute)]
    [InlineData(60, "", RoundRules.ReasonMissing)]
    public void A_deadline_goes_on_by_whole_minutes_and_with_a_reason(double minutes, string reason, string rule) =>
        Assert.Equal(rule, Refused(() => Given.Published().Extend(1, Given.Deadline.AddMinutes(minutes), null, reason, Given.InTime)));

    [Fact]
    public void Nobody_outside_the_team_extends() =>
        Assert.Equal(RoundRules.NotInTeam, Refused(() => Given.Published().Extend(9, Later, null, "Why", Given.InTime)));

    [Fact]
    public void The_time_for_questions_ends_with_the_deadline_at_the_latest_and_never_goes_back()
    {
        var round = Given.Published(Asking(Given.Deadline.AddHours(-1)));

        Assert.Equal(PublishingRules.ClarificationsAfterDeadline, Refused(() => round.Extend(1, Later, Later.AddMinutes(1), "Why", Given.InTime)));
        Assert.Equal(RoundRules.QuestionsNotLater, Refused(() => round.Extend(1, Later, Given.Deadline.AddHours(-2), "Why", Given.InTime)));
        round.Extend(1, Later, null, "Why", Given.InTime);
        Assert.Equal(Later, round.QuestionsUntil);
        Assert.Equal(RoundRules.QuestionsNotLater, Refused(() => round.Extend(1, Later.AddDays(1), Later.AddMinutes(-1), "Why", Given.InTime)));
    }

    [Fact]
    public void Suppliers_ask_until_the_set_time()
    {
        var until = Given.Deadline.AddHours(-1);
        var round = Given.Published(Asking(until));

        _ = Question(round, until.AddMilliseconds(-1));
        Assert.Equal(ClarificationRules.TooLate, Refused(() => Question(round, until)));
        Assert.Equal(RoundRules.DeadlinePassed, Refused(() => Question(round, Given.Deadline)));
        Assert.Equal(ClarificationRules.TextMissing, Refused(() => Question(round, Given.OnPublishing, text: "")));
        Assert.Equal(ClarificationRules.TooMany, Refused(() => Question(round, Given.OnPublishing, waiting: Clarification.MostWaiting)));
    }

    [Fact]
    public void An_answer_for_everybody_shows_the_question_in_the_buyers_words()
    {
        var question = Question(Given.Published(), Given.OnPublishing);

        question.AnswerEverybody(1, "Is 108×6 allowed?", "Yes.", Given.InTime);

        Assert.Equal(("Is 108×6 allowed?", "Yes.", true), (question.PublicText, question.Answer, question.IsForEverybody));
        Assert.Equal(ClarificationRules.AnsweredAlready, Refused(() => question.AnswerAsker(1, "No.", Given.InTime)));
    }

    [Fact]
    public void What_only_the_asker_is_told_nobody_else_reads()
    {
        var question = Question(Given.Published(), Given.OnPublishing);

        question.AnswerAsker(1, "Yes.", Given.LastMillisecond);

        Assert.Equal((null, false), (question.PublicText, question.IsForEverybody));
    }

    [Fact]
    public void Only_the_team_answers_and_only_before_the_deadline()
    {
        var question = Question(Given.Published(), Given.OnPublishing);

        Assert.Equal(RoundRules.NotInTeam, Refused(() => question.AnswerAsker(9, "Yes.", Given.InTime)));
        Assert.Equal(RoundRules.DeadlinePassed, Refused(() => question.AnswerAsker(1, "Yes.", Given.Deadline)));
        Assert.Equal(ClarificationRules.AnswerMissing, Refused(() => question.AnswerEverybody(1, "What?", "", Given.InTime)));
        Assert.Equal(ClarificationRules.TextMissing, Refused(() => question.AnswerEverybody(1, "", "Yes.", Given.InTime)));
        Assert.Null(question.Answer);
    }

    private static Round Asking(DateTime until)
    {
        var draft = Given.Draft();
        draft.Revise(Given.Terms with { ClarificationsUntil = until });
        return draft;
    }

    private static Clarification Question(Round round, DateTime now, string text = "Is 108×6 allowed? We at Pipes Ltd make it.", int waiting = 0) =>
        new(round, ClarificationKind.Explanation, 7, 70, text, waiting, now);

    private static string Refused(Action act) => Assert.Throws<RuleViolation>(act).Broken.Single().Code;

    [Fact]
    public void A_deputy_goes_when_the_absence_is_over_unless_made_a_member_meanwhile()
    {
        var round = Given.Draft();
        Assert.True(round.Event.StandIn(2, absent: 1));
        Assert.False(round.Event.StandIn(2, absent: 1));
        round.ChangeTeam([3]);
        Assert.True(round.Event.IsRunBy(2));
        Assert.Equal([3L], round.Event.Members);

        round.ChangeTeam([2, 3]);
        Assert.Empty(round.Event.EndStandIns(_ => true));
        Assert.Equal([2L, 3L], round.Event.Members.Order());

        Assert.True(round.Event.StandIn(4, absent: 3));
        Assert.Equal([4L], round.Event.EndStandIns(_ => true));
        Assert.False(round.Event.IsRunBy(4));
    }

    [Fact]
    public void Who_becomes_responsible_leaves_the_team_and_the_former_one_stays_only_if_wished()
    {
        var round = Given.Draft();
        round.ChangeTeam([2, 3]);

        round.Event.HandOver(2, stays: false);
        Assert.Equal((2L, false), (round.Event.BuyerId, round.Event.IsRunBy(1)));
        Assert.Equal([3L], round.Event.Members);

        round.Event.HandOver(3, stays: true);
        Assert.Equal([2L], round.Event.Members);
    }
}
