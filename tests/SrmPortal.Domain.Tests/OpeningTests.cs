using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Testing;

namespace SrmPortal.Domain.Tests;

/// <summary>Who opens a round, and when, by the rule that was fixed before publishing.</summary>
public sealed class OpeningTests
{
    private const long Buyer = 1, Colleague = 2, Stranger = 3;

    private static readonly DateTime Openable = Given.Deadline + Given.Drain;

    [Fact]
    public void Not_a_millisecond_before_deadline_and_drain()
    {
        var round = Closed(OpeningRule.OneOpener);

        Assert.Equal(OpeningRules.NotYet, Refused(() => round.ConfirmOpening(Buyer, Given.Drain, Openable.AddMilliseconds(-1))));
        Assert.False(round.CanConfirmOpening(Buyer, Given.Drain, Openable.AddMilliseconds(-1)));
        Assert.True(round.CanConfirmOpening(Buyer, Given.Drain, Openable));
        Assert.True(round.ConfirmOpening(Buyer, Given.Drain, Openable));
    }

    [Fact]
    public void Who_is_named_opens_and_nobody_else()
    {
        Assert.True(Closed(OpeningRule.OneOpener, opener: Stranger).ConfirmOpening(Stranger, Given.Drain, Openable));
        Assert.Equal(OpeningRules.NotAnOpener, Refused(() => Closed(OpeningRule.OneOpener, opener: Stranger).ConfirmOpening(Buyer, Given.Drain, Openable)));
    }

    [Fact]
    public void Two_different_people_open_within_a_day()
    {
        var round = Closed(OpeningRule.TwoOpeners);

        Assert.False(round.ConfirmOpening(Buyer, Given.Drain, Openable));
        Assert.Equal(OpeningRules.NotConfirmed, Refused(() => round.Open(Given.Drain, Openable)));
        Assert.Equal(OpeningRules.SamePerson, Refused(() => round.ConfirmOpening(Buyer, Given.Drain, Openable.AddHours(1))));
        Assert.False(round.CanConfirmOpening(Buyer, Given.Drain, Openable.AddHours(1)));
        Assert.True(round.ConfirmOpening(Colleague, Given.Drain, Openable.AddHours(24).AddMilliseconds(-1)));
        round.Open(Given.Drain, Openable.AddHours(24).AddMilliseconds(-1));

        Assert.Equal(RoundState.Opened, round.State);
        Assert.Equal([Buyer, Colleague], round.OpeningConfirmations.Select(confirmation => confirmation.PersonId));
    }

    [Fact]
    public void After_a_day_it_begins_anew_with_the_first()
    {
        var round = Closed(OpeningRule.TwoOpeners);
        round.ConfirmOpening(Buyer, Given.Drain, Openable);

        Assert.Null(round.StandingConfirmation(Openable.AddHours(24)));
        Assert.False(round.ConfirmOpening(Colleague, Given.Drain, Openable.AddHours(24)));
        Assert.Equal(OpeningRules.NotConfirmed, Refused(() => round.Open(Given.Drain, Openable.AddHours(24))));
        Assert.True(round.ConfirmOpening(Buyer, Given.Drain, Openable.AddHours(25)));
        Assert.Equal(3, round.OpeningConfirmations.Count);
    }

    [Fact]
    public void Of_two_named_people_each_is_needed_in_any_order()
    {
        var round = Closed(OpeningRule.TwoOpeners, Colleague, Stranger);

        Assert.Equal(OpeningRules.NotAnOpener, Refused(() => round.ConfirmOpening(Buyer, Given.Drain, Openable)));
        Assert.False(round.ConfirmOpening(Stranger, Given.Drain, Openable));
        Assert.Equal(OpeningRules.NotAnOpener, Refused(() => round.ConfirmOpening(Buyer, Given.Drain, Openable)));
        Assert.True(round.ConfirmOpening(Colleague, Given.Drain, Openable));
    }

    [Fact]
    public void A_round_that_opens_by_itself_is_confirmed_by_nobody()
    {
        var round = Closed(OpeningRule.Automatic);

        Assert.Equal(OpeningRules.OpensByItself, Refused(() => round.ConfirmOpening(Buyer, Given.Drain, Openable)));
        Assert.Equal(OpeningRules.NotYet, Refused(() => round.Open(Given.Drain, Openable.AddMilliseconds(-1))));
        round.Open(Given.Drain, Openable);
        Assert.Equal(OpeningRules.NotSealed, Refused(() => round.Open(Given.Drain, Openable)));
    }

    [Fact]
    public void Where_nothing_is_in_force_it_stays_closed_and_is_ended_with_a_reason()
    {
        var round = Closed(OpeningRule.OneOpener);
        Assert.Equal(OpeningRules.NotConfirmed, Refused(() => round.FindEmpty(Given.Drain, Openable)));
        Assert.Equal(Domain.Awards.AwardRules.CannotEnd, Refused(() => round.EndWithoutAward("Nobody", Buyer, Openable)));
        round.ConfirmOpening(Buyer, Given.Drain, Openable);
        round.FindEmpty(Given.Drain, Openable);

        Assert.Equal(RoundState.Closed, round.StateAt(Openable));
        Assert.Equal(OpeningRules.NothingToOpen, Refused(() => round.Open(Given.Drain, Openable)));
        Assert.Equal(Domain.Awards.AwardRules.EndReasonMissing, Refused(() => round.EndWithoutAward(" ", Buyer, Openable)));
        Assert.Equal(Domain.Awards.AwardRules.NotYours, Refused(() => round.EndWithoutAward("Nobody", Stranger, Openable)));
        round.EndWithoutAward("Nobody made an offer.", Buyer, Openable);

        Assert.Equal((RoundState.NotAwarded, "Nobody made an offer.", Buyer), (round.State, round.EndReason, round.EndedById));
    }

    private static Round Closed(OpeningRule rule, long? opener = null, long? second = null)
    {
        var round = new Round(new SourcingEvent("20067776", 1, Buyer, Colleague), 0,
            Given.Terms with { OpeningRule = rule, OpenerId = opener ?? Buyer, SecondOpenerId = second ?? (rule is OpeningRule.TwoOpeners ? Colleague : null) }, new RoundItem("0001", "Pipe 219×8", 12, "t"));
        round.Publish(Buyer, Given.Facts(Given.OnPublishing, 7));
        return round;
    }

    private static string Refused(Action deed) => Assert.Throws<RuleViolation>(deed).Broken.Single().Code;
}
