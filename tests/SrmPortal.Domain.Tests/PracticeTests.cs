using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Tests;

/// <summary>An event on which a supplier tries an offer: the rules of every round, and one of its own.</summary>
public sealed class PracticeTests
{
    private static readonly DateTime Now = Given.OnPublishing.AddMilliseconds(12_345);

    [Fact]
    public void It_accepts_offers_at_once_for_a_week_from_its_own_supplier_alone_and_nobody_runs_it()
    {
        var round = Practice();

        Assert.Equal((RoundState.Published, true, OpeningRule.Automatic, 3), (round.State, round.IsPractice, round.OpeningRule, round.NoticeEdition));
        Assert.Equal((Given.OnPublishing.AddDays(7), null, false), (round.Deadline, round.Event.BuyerId, round.Event.IsRunBy(1)));
        Assert.Equal([(7L, InvitationState.WillTakePart, true)], round.Invitations.Select(invitation => (invitation.SupplierId, invitation.State, invitation.IsPractice)));
        Assert.Equal([new PracticeStarted(round.Name, 7)], round.TakeEvents());
        Assert.Equal(RoundRules.NotInTeam, Refused(() => round.Extend(1, round.Deadline.AddDays(1), null, "More", Now)));
        Assert.Equal(RoundRules.NotOpenToAll, Refused(() => round.InviteLater(8, Now)));
        Assert.Equal(PracticeRules.NotPractice, Refused(() => Round.ForPractice(new SourcingEvent("20067776", 1, 1), Content, 3, Now)));
    }

    [Fact]
    public void Its_supplier_brings_it_to_its_deadline_and_what_was_submitted_until_then_was_in_time()
    {
        var round = Practice();
        var offer = new Offer(round, 7);
        offer.Save(Given.Prices(100), Now);
        offer.Submit(Given.Submission(Given.Prices(100), Now));

        round.EndPractice(Now.AddSeconds(1));

        Assert.Equal((Now.AddSeconds(1), RoundState.Closed), (round.Deadline, round.StateAt(Now.AddSeconds(1))));
        Assert.Equal(RoundRules.DeadlinePassed, Refused(() => offer.Withdraw(true, round.Deadline)));
        Assert.Equal(OpeningRules.NotYet, Refused(() => round.Open(Given.Drain, round.Deadline)));
        Assert.Equal(PracticeRules.OverAlready, Refused(() => round.EndPractice(round.Deadline)));
        round.Open(Given.Drain, round.Deadline + Given.Drain);
        Assert.Equal(RoundState.Opened, round.State);
    }

    [Fact]
    public void No_real_round_is_brought_to_its_deadline_by_anybody()
    {
        var round = Given.Published();

        Assert.False(round.CanEndPracticeAt(Given.InTime));
        Assert.Equal(PracticeRules.NotPractice, Refused(() => round.EndPractice(Given.InTime)));
        Assert.Equal(Given.Deadline, round.Deadline);
    }

    [Fact]
    public void Nobody_is_asked_and_nobody_waits_for_an_answer()
    {
        var round = Practice();

        Assert.False(round.TakesQuestionsAt(Now));
        Assert.Equal(PracticeRules.NobodyAnswers, Refused(() => _ = new Clarification(round, ClarificationKind.Explanation, 7, 70, "Why?", 0, Now)));
        Assert.Equal(PracticeRules.NothingToDecline, Refused(() => round.Invitations[0].Decline("No time", Now)));
    }

    [Theory]
    [InlineData("P4718203/0", "P4718203", 0)]
    [InlineData("№ р4718203 / 0 от 20.11", "P4718203", 0)]
    [InlineData("Event P4718203", "P4718203", null)]
    [InlineData("TP4718203", null, null)]
    [InlineData("P47182030", "47182030", null)]
    [InlineData("P471820", null, null)]
    [InlineData("20067776/1", "20067776", 1)]
    public void Its_number_is_found_in_what_people_paste_and_never_taken_for_a_real_one(string pasted, string? number, int? no)
    {
        Assert.Equal((number, no), EventNumber.Find(pasted) is var (found, round) ? (found, round) : (null, null));
        Assert.Equal(number?.StartsWith('P') is true, EventNumber.IsPractice(number));
        Assert.True(EventNumber.IsPractice(EventNumber.ForPractice() + "/0"));
    }

    private static PracticeContent Content => new(Given.Terms, [], [new RoundItem("0001", "Bolt", 12, "pcs")], []);

    private static Round Practice() => Round.ForPractice(SourcingEvent.ForPractice(EventNumber.ForPractice(), 1, 7), Content, 3, Now);

    private static string Refused(Action deed) => Assert.Throws<RuleViolation>(deed).Broken.Single().Code;
}
