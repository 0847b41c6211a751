using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Testing;

namespace SrmPortal.Domain.Tests;

/// <summary>Choosing among opened offers, and deciding it: by the author, or by somebody else above a value.</summary>
public sealed class AwardTests
{
    private const long Author = 1, Colleague = 2, Approver = 3;

    private static readonly DateTime Now = Given.Deadline.AddHours(1);

    // 7 is the best for 0001, offers 8 t of 12 for 0002; nobody offers 0003.
    private static readonly Comparison Offers = new("RUB", [new CurrencyRate("RUB")], Items,
        [new Contender(70, 7, "RUB", Given.InTime, 1), new Contender(80, 8, "RUB", Given.InTime, 2)],
        [new Quote(70, "0001", 12, 100), new Quote(80, "0001", 12, 110), new Quote(70, "0002", 8, 50), new Quote(80, "0002", 12, 60)]);

    private static RoundItem[] Items => [new("0001", "Pipe", 12, "t"), new("0002", "Elbow", 12, "t"), new("0003", "Flange", 12, "t")];

    [Fact]
    public void What_is_chosen_is_kept_unfinished_and_a_decision_says_everything_that_is_missing()
    {
        var award = New();
        award.Choose([ItemChoice.From(Offers, "0001", 8)], null, Offers, Author);

        var missing = Assert.Throws<RuleViolation>(() => award.Decide(Offers, false, Author, Now)).Broken;

        Assert.Equal(
        [
            (AwardRules.Undecided, "Choices[0002]"), (AwardRules.ReasonNotBest, "Reasons[0001]"), (AwardRules.JustificationMissing, "Justification"),
        ], missing.Select(rule => (rule.Code, rule.Field)));
        Assert.Equal(RoundState.Opened, award.Round.State);
        Assert.Equal(1320, award.Total);
    }

    [Fact]
    public void A_decision_under_the_threshold_awards_the_round()
    {
        var award = New();
        award.Choose([ItemChoice.From(Offers, "0001", 7), Split("0002", (7, 8), (8, 4))], "The best prices.", Offers, Author);

        award.Decide(Offers, false, Author, Now);

        Assert.Equal((AwardState.Decided, RoundState.Awarded, Now), (award.State, award.Round.State, award.Round.DecidedAt));
        Assert.Equal(1200 + 400 + 240, award.Total);
        Assert.Equal(OfferState.Accepted, award.OutcomeOf(7, Offers));
        Assert.Equal(OfferState.PartlyAccepted, award.OutcomeOf(8, Offers));
        Assert.Equal(OfferState.Declined, award.OutcomeOf(9, Offers));
        Assert.Equal(AwardRules.NotPrepared, Refused(() => award.Decide(Offers, false, Author, Now)));
        Assert.Equal(AwardRules.NotPrepared, Refused(() => award.Choose([], "Other", Offers, Author)));
    }

    [Fact]
    public void The_best_price_is_chosen_where_nothing_better_is_left()
    {
        var award = New();
        award.Choose([Split("0002", (7, 8), (8, 4))], null, Offers, Author);
        Assert.Null(award.WhyReasonIsNeeded("0002", Offers));

        award.Choose([Split("0002", (7, 7), (8, 5))], null, Offers, Author);
        Assert.Equal(AwardRules.ReasonNotBest, award.WhyReasonIsNeeded("0002", Offers));

        award.Choose([ItemChoice.From(Offers, "0002", 7)], null, Offers, Author);
        Assert.Equal(AwardRules.ReasonNotAll, award.WhyReasonIsNeeded("0002", Offers));

        award.Choose([new ItemChoice("0002", []) { IsNotBought = true }], null, Offers, Author);
        Assert.Equal(AwardRules.ReasonNotBought, award.WhyReasonIsNeeded("0002", Offers));
        Assert.Empty(award.LinesOf("0002"));
        Assert.Null(award.WhyReasonIsNeeded("0003", Offers));
    }

    [Fact]
    public void Of_equal_prices_the_later_one_needs_a_reason()
    {
        var tie = new Comparison("RUB", [new CurrencyRate("RUB")], [Items[0]],
            [new Contender(70, 7, "RUB", Given.InTime, 1), new Contender(80, 8, "RUB", Given.LastMillisecond, 2)],
            [new Quote(70, "0001", 12, 100), new Quote(80, "0001", 12, 100)]);
        var award = New();

        award.Choose([ItemChoice.From(tie, "0001", 8)], null, tie, Author);
        Assert.Equal(AwardRules.ReasonNotBest, award.WhyReasonIsNeeded("0001", tie));
        award.Choose([ItemChoice.From(tie, "0001", 7)], null, tie, Author);
        Assert.Null(award.WhyReasonIsNeeded("0001", tie));
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(70, AwardRules.ReasonLow)]
    public void An_unusually_low_price_is_accepted_with_a_reason_only(double price, string? rule)
    {
        var offers = new Comparison("RUB", [new CurrencyRate("RUB")], [Items[0]],
            [new Contender(70, 7, "RUB", Given.InTime, 1), new Contender(80, 8, "RUB", Given.InTime, 2)],
            [new Quote(70, "0001", 12, (decimal)price), new Quote(80, "0001", 12, 110)]);
        var award = New();
        award.Choose([ItemChoice.From(offers, "0001", 7)], "The best price.", offers, Author);

        Assert.Equal(rule, award.WhyReasonIsNeeded("0001", offers));
        Assert.Equal(rule is null ? [] : new[] { (rule, (string?)"Reasons[0001]") }, award.WhatIsMissing(offers).Select(missing => (missing.Code, missing.Field)));
        award.Choose([ItemChoice.From(offers, "0001", 7, "Stock that is sold off.")], null, offers, Author);
        award.Decide(offers, needsApproval: false, Author, Now);
        Assert.Equal(AwardState.Decided, award.State);
    }

    [Theory]
    [InlineData(12.001, 0, AwardRules.MoreThanAsked, "Shares[0].Quantity")]
    [InlineData(7, 6, AwardRules.MoreThanAsked, "Shares[0].Quantity")]
    [InlineData(-1, 1, AwardRules.NotAQuantity, "Shares[0].Quantity")]
    [InlineData(1.0001, 1, AwardRules.NotAQuantity, "Shares[0].Quantity")]
    public void More_than_asked_and_what_is_no_quantity_is_not_kept(double fromSeven, double fromEight, string rule, string field)
    {
        var split = Split("0001", (7, (decimal)fromSeven), (8, (decimal)fromEight));
        BrokenRule[] BrokenBy(ItemChoice choice) => [.. Assert.Throws<RuleViolation>(() => New().Choose([choice], null, Offers, Author)).Broken];

        Assert.Contains(BrokenBy(split with { IsOnOwnPage = true }), one => one.Code == rule && one.Field == field);
        Assert.Contains(BrokenBy(split), one => one.Code == rule && one.Field == "Choices[0001]");
    }

    [Fact]
    public void Nothing_is_bought_beyond_what_a_supplier_offers()
    {
        var award = New();

        Assert.Equal(AwardRules.MoreThanOffered, Refused(() => award.Choose([Split("0002", (7, 8.001m), (8, 0))], null, Offers, Author)));
        Assert.Equal(AwardRules.NotOffered, Refused(() => award.Choose([ItemChoice.From(Offers, "0003", 7)], null, Offers, Author)));
        Assert.Equal(AwardRules.NoSuchItem, Refused(() => award.Choose([ItemChoice.From(Offers, "0009", 7)], null, Offers, Author)));
        Assert.Equal(AwardRules.BoughtAndNot, Refused(() => award.Choose([ItemChoice.From(Offers, "0001", 7) with { IsNotBought = true }], null, Offers, Author)));
        Assert.Empty(award.Lines);
    }

    [Fact]
    public void Buying_nothing_at_all_is_no_award()
    {
        var award = New();
        award.Choose([NotBought("0001") with { Reason = "Too dear." }, NotBought("0002") with { Reason = "Too dear." }], "No.", Offers, Author);

        Assert.Equal(AwardRules.NothingChosen, Refused(() => award.Decide(Offers, false, Author, Now)));
    }

    [Fact]
    public void Above_the_threshold_somebody_else_approves()
    {
        var award = Complete();
        Assert.Equal(AwardRules.NeedsApproval, Refused(() => award.Decide(Offers, needsApproval: true, Author, Now)));

        award.Propose(Offers, Approver, Author, Now);
        Assert.Equal((AwardState.Proposed, RoundState.AwardProposed, Approver), (award.State, award.Round.State, award.Round.ApproverId));
        Assert.True(award.CanBeApprovedBy(Approver));
        Assert.False(award.CanBeApprovedBy(Colleague));
        Assert.Equal(AwardRules.NotPutToYou, Refused(() => award.Approve(Colleague, "", Now)));
        award.Approve(Approver, "", Now);

        Assert.Equal(RoundState.Awarded, award.Round.State);
        Assert.Equal([(AwardAct.Proposed, Author), (AwardAct.Approved, Approver)], award.Steps.Select(step => (step.Act, step.PersonId)));
    }

    [Fact]
    public void Nobody_approves_what_he_or_she_prepared()
    {
        var award = Complete();
        award.Choose([], "As agreed.", Offers, Colleague);

        Assert.Equal(AwardRules.ApproverIsAuthor, Refused(() => award.Propose(Offers, Author, Author, Now)));
        Assert.Equal((AwardRules.ApproverIsAuthor, "Approver"), Assert.Throws<RuleViolation>(() => award.Propose(Offers, Colleague, Author, Now)).Broken.Select(rule => (rule.Code, rule.Field)).Single());
        Assert.Equal(RoundRules.ApproverIsAuthor, Refused(() => Complete().Propose(Offers, Colleague, Author, Now)));
        award.Propose(Offers, Approver, Author, Now);
        Assert.Equal(AwardRules.OwnAward, Refused(() => award.Approve(Author, "", Now)));
        Assert.Equal(AwardRules.OwnAward, Refused(() => award.Return(Colleague, "No", Now)));
    }

    [Fact]
    public void What_is_returned_with_a_comment_can_be_changed_and_proposed_again()
    {
        var award = Complete();
        award.Propose(Offers, Approver, Author, Now);
        Assert.Equal(AwardRules.NotPrepared, Refused(() => award.Choose([], "Other", Offers, Author)));
        Assert.Equal(AwardRules.CannotEnd, Refused(() => award.Round.EndWithoutAward("No", Author, Now)));
        Assert.Equal(AwardRules.CommentMissing, Refused(() => award.Return(Approver, " ", Now)));

        award.Return(Approver, "Split 0001.", Now);

        Assert.Equal((AwardState.Returned, RoundState.Opened), (award.State, award.Round.State));
        Assert.Equal("Split 0001.", award.Steps[^1].Comment);
        award.Choose([Split("0001", (7, 6), (8, 6)) with { Reason = "Two sources." }], null, Offers, Author);
        award.Propose(Offers, Approver, Author, Now);
        Assert.Equal(RoundState.AwardProposed, award.Round.State);
    }

    [Fact]
    public void Only_those_who_run_the_event_decide() =>
        Assert.Equal(AwardRules.NotYours, Refused(() => Complete().Decide(Offers, false, Approver, Now)));

    [Fact]
    public void There_is_no_award_before_the_opening() =>
        Assert.Equal(AwardRules.NotEvaluated, Refused(() => _ = new Award(Given.Published())));

    [Fact]
    public void An_opened_round_can_be_ended_without_an_award()
    {
        var round = Opened();
        round.EndWithoutAward("All prices above the budget.", Author, Now);

        Assert.Equal((RoundState.NotAwarded, Now), (round.State, round.DecidedAt));
        Assert.Equal(AwardRules.NotEvaluated, Refused(() => _ = new Award(round)));
    }

    private static Award New() => new(Opened());

    private static Award Complete()
    {
        var award = New();
        award.Choose([ItemChoice.From(Offers, "0001", 7), NotBought("0002") with { Reason = "Enough in stock." }], "The best price.", Offers, Author);
        return award;
    }

    private static Round Opened()
    {
        var round = new Round(new SourcingEvent("20067776", 1, Author, Colleague), 0, Given.Terms with { OpeningRule = OpeningRule.Automatic }, Items);
        round.Publish(Author, Given.Facts(Given.OnPublishing, 7, 8, 9));
        round.Open(Given.Drain, Given.Deadline + Given.Drain);
        return round;
    }

    private static ItemChoice NotBought(string item) => new(item, []) { IsNotBought = true };

    private static ItemChoice Split(string item, params (long Supplier, decimal Quantity)[] shares) =>
        new(item, [.. shares.Select(share => new Share(share.Supplier, share.Quantity))]);

    private static string Refused(Action deed) => Assert.Throws<RuleViolation>(deed).Broken.Single().Code;
}
