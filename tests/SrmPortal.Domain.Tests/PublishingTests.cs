using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Tests;

public sealed class PublishingTests
{
    private static readonly RoundTerms Small = Given.Terms with { Rates = [new CurrencyRate("RUB")] };

    private static Round Draft(RoundTerms? terms = null, params IEnumerable<RoundItem> items) => new(
        new SourcingEvent("20067776", 1, 1), 0, terms ?? Small, items.DefaultIfEmpty(new RoundItem("0001", "Pipe", 12, "t")));

    private static IEnumerable<string> Blocking(Round round, PublishingFacts? facts = null) =>
        round.WhatBlocksPublishing(facts ?? Given.Facts()).Select(rule => rule.Code);

    private static string Refusal(Action deed) => Assert.Single(Assert.Throws<RuleViolation>(deed).Broken).Code;

    [Fact]
    public void A_complete_draft_is_published_and_everybody_chosen_is_invited()
    {
        var round = Draft();

        round.Publish(1, Given.Facts(Given.OnPublishing, 7, 8, 7));

        Assert.Equal(RoundState.Published, round.State);
        Assert.Equal(Given.OnPublishing, round.PublishedAt);
        Assert.Equal(1, round.NoticeEdition);
        Assert.Equal([7, 8], round.Invitations.Select(invitation => invitation.SupplierId));
        Assert.Equal(PublishingRules.NoSuppliers, Assert.Single(Draft().WhatBlocksPublishing(Given.Facts() with { Suppliers = [] })).Code);
    }

    [Fact]
    public void All_that_is_missing_is_said_at_once_each_with_its_field()
    {
        var round = Draft(new RoundTerms { Rates = [new CurrencyRate("RUB"), new CurrencyRate("CNY")] }, new RoundItem("0005", "", 0, "furlong"));
        round.ReplaceQuestions([new RoundQuestion(1, "", QuestionType.OneOfList, true) { ItemNumber = "0099" }]);

        var broken = round.WhatBlocksPublishing(Given.Facts() with { Suppliers = [], BuyerCanBeReached = false, NoticeEdition = null }).ToArray();

        Assert.Equal(
        [
            (PublishingRules.TitleMissing, "Title"), (PublishingRules.NoticeMissing, "Kind"), (PublishingRules.BuyerNotReachable, "BuyerId"),
            (PublishingRules.DeadlineMissing, "DeadlineDate"), (PublishingRules.RateMissing, "Rates[1].Rate"), (PublishingRules.EstimateMissing, "EstimatedValue"),
            (PublishingRules.OpenerMissing, "OpenerId"), (PublishingRules.ItemWithoutName, "Items[0005].Name"), (PublishingRules.ItemWithoutQuantity, "Items[0005].Quantity"),
            (PublishingRules.ItemUnitUnknown, "Items[0005].Unit"), (PublishingRules.QuestionWithoutText, "Questions[1].Text"),
            (PublishingRules.QuestionWithoutOptions, "Questions[1].Options"), (PublishingRules.QuestionOfNoItem, "Questions[1].ItemNumber"),
            (PublishingRules.NoSuppliers, "Suppliers"),
        ], broken.Select(rule => (rule.Code, rule.Field!)));
        Assert.Equal(broken.Select(rule => rule.Code), Assert.Throws<RuleViolation>(() => round.Publish(1, Given.Facts() with { Suppliers = [], BuyerCanBeReached = false, NoticeEdition = null })).Broken.Select(rule => rule.Code));
        Assert.Equal(RoundState.Draft, round.State);
    }

    [Fact]
    public void At_least_a_day_lies_between_publishing_and_deadline()
    {
        Assert.Empty(Blocking(Draft(), Given.Facts(Given.Deadline.AddHours(-24))));
        Assert.Equal([PublishingRules.DeadlineTooSoon], Blocking(Draft(), Given.Facts(Given.Deadline.AddHours(-24).AddMilliseconds(1))));
        Assert.Equal([PublishingRules.DeadlinePassed], Blocking(Draft(), Given.Facts(Given.Deadline)));
        Assert.Empty(Blocking(Draft(), Given.Facts(Given.Deadline.AddHours(-2)) with { Policy = PublishingPolicy.Usual with { Notice = TimeSpan.FromHours(1) } }));
    }

    [Fact]
    public void Nothing_is_needed_before_the_day_of_the_deadline_in_the_zone_of_the_event()
    {
        // 2 December, 01:00 in Vladivostok.
        var terms = Small with { TimeZone = "Asia/Vladivostok", Deadline = Given.Deadline.AddHours(6) };
        IEnumerable<string> BlockingFor(int day) => Blocking(Draft(terms, new RoundItem("0001", "Pipe", 12, "t") { DeliveryDate = new DateOnly(2026, 12, day) }));

        Assert.Equal([PublishingRules.ItemNeededTooSoon], BlockingFor(1));
        Assert.Empty(BlockingFor(2));
    }

    [Theory]
    [InlineData(OpeningRule.Automatic, null, null, null)]
    [InlineData(OpeningRule.OneOpener, null, null, PublishingRules.OpenerMissing)]
    [InlineData(OpeningRule.OneOpener, 9L, null, PublishingRules.OpenerMayNot)]
    [InlineData(OpeningRule.TwoOpeners, 1L, null, PublishingRules.SecondOpenerMissing)]
    [InlineData(OpeningRule.TwoOpeners, 1L, 1L, PublishingRules.OpenersAreOne)]
    [InlineData(OpeningRule.TwoOpeners, 1L, 9L, PublishingRules.OpenerMayNot)]
    [InlineData(OpeningRule.TwoOpeners, 1L, 2L, null)]
    public void Who_opens_is_named_before_publishing(OpeningRule rule, long? first, long? second, string? missing) =>
        Assert.Equal(missing is null ? [] : [missing], Blocking(Draft(Small with { OpeningRule = rule, OpenerId = first, SecondOpenerId = second })));

    [Fact]
    public void Every_further_currency_needs_its_rate_with_source_and_date()
    {
        Round With(CurrencyRate rate) => Draft(Small with { Rates = [new CurrencyRate("RUB"), rate] });

        Assert.Equal([PublishingRules.RateMissing], Blocking(With(new CurrencyRate("CNY"))));
        Assert.Equal([PublishingRules.RateMissing], Blocking(With(new CurrencyRate("CNY") { Rate = 0, Source = "x", Date = new DateOnly(2026, 11, 1) })));
        Assert.Equal([PublishingRules.RateWithoutSource], Blocking(With(new CurrencyRate("CNY") { Rate = 11.42m, Date = new DateOnly(2026, 11, 1) })));
        Assert.Empty(Blocking(With(new CurrencyRate("CNY") { Rate = 11.42m, Source = "Bank of Russia", Date = new DateOnly(2026, 11, 1) })));
    }

    [Fact]
    public void The_value_is_the_sum_of_targets_and_while_one_is_missing_the_larger_of_it_and_the_estimate()
    {
        RoundItem Item(string number, decimal? target, int priceUnit = 1) => new(number, "Pipe", 12.5m, "t") { TargetPrice = target, PriceUnit = priceUnit };

        Assert.Equal(1_250m, Draft(Small with { EstimatedValue = 9_999_999 }, Item("0001", 100)).WorthFor(null));
        Assert.Equal(12.5m, Draft(Small, Item("0001", 100, 100)).WorthFor(null));
        Assert.Equal(2_000m, Draft(Small with { EstimatedValue = 2_000 }, Item("0001", 100), Item("0002", null)).WorthFor(null));
        Assert.Equal(1_250m, Draft(Small with { EstimatedValue = 1_000 }, Item("0001", 100), Item("0002", null)).WorthFor(null));
        Assert.Null(Draft(Small with { EstimatedValue = null }, Item("0001", 100), Item("0002", null)).WorthFor(null));
    }

    [Theory]
    [InlineData("RUB", 10_000_000, false)]
    [InlineData("RUB", 10_000_001, true)]
    [InlineData("CNY", 900_000, false)]
    [InlineData("CNY", 1_000_001, true)]
    [InlineData("EUR", 1, true)]
    public void Above_the_threshold_an_approver_is_needed_also_where_the_value_cannot_be_converted(string comparison, int estimate, bool isNeeded)
    {
        var terms = Small with
        {
            ComparisonCurrency = comparison,
            EstimatedValue = estimate,
            Rates = [new CurrencyRate(comparison), .. comparison == "CNY" ? [new CurrencyRate("RUB") { Rate = 1, Nominal = 10, Source = "x", Date = new DateOnly(2026, 11, 1) }] : Array.Empty<CurrencyRate>()],
        };
        var round = Draft(terms);

        Assert.Equal(isNeeded, round.NeedsApproval(PublishingPolicy.Usual));
        if (isNeeded)
        {
            Assert.Equal(RoundRules.NeedsApprover, Refusal(() => round.Publish(1, Given.Facts())));
        }
    }

    [Fact]
    public void An_approver_who_is_not_of_the_team_publishes_or_gives_back_with_a_comment()
    {
        var round = Draft(Small with { EstimatedValue = 50_000_000 });
        Assert.Equal(RoundRules.ApproverIsAuthor, Refusal(() => round.SendForApproval(1, 1, Given.Facts())));
        round.SendForApproval(1, 5, Given.Facts());
        Assert.Equal(RoundState.PendingApproval, round.State);
        Assert.Equal(RoundRules.NotADraft, Refusal(() => round.Revise(Small)));

        Assert.Equal(RoundRules.ApproverIsAuthor, Refusal(() => round.Approve(1, Given.Facts())));
        Assert.Equal(RoundRules.PutToAnother, Refusal(() => round.Approve(6, Given.Facts())));
        Assert.Equal(RoundRules.CommentMissing, Refusal(() => round.ReturnToDraft(5, "")));
        round.ReturnToDraft(5, "Name a second opener");
        Assert.Equal((RoundState.Draft, "Name a second opener"), (round.State, round.ReturnComment));

        round.SendForApproval(1, 5, Given.Facts());
        Assert.Equal([PublishingRules.DeadlineTooSoon], Assert.Throws<RuleViolation>(() => round.Approve(5, Given.Facts(Given.InTime))).Broken.Select(rule => rule.Code));
        round.Approve(5, Given.Facts());
        Assert.Equal(RoundState.Published, round.State);
        Assert.Null(round.ReturnComment);
    }

    [Fact]
    public void A_colleague_of_the_team_may_act_and_nobody_else()
    {
        var round = Draft();
        round.ChangeTeam([1, 3]);

        Assert.Equal([3], round.Event.Team.Select(member => member.AccountId));
        Assert.Equal(RoundRules.NotInTeam, Refusal(() => round.Publish(4, Given.Facts())));
        Assert.Equal(RoundRules.ApproverIsAuthor, Refusal(() => round.SendForApproval(1, 3, Given.Facts())));
        round.Publish(3, Given.Facts());
    }

    [Fact]
    public void Before_the_deadline_the_buyer_cancels_with_a_reason_and_after_it_only_an_approver_does()
    {
        var round = Given.Published();
        Assert.Equal(RoundRules.ReasonMissing, Refusal(() => round.Cancel(1, "", Given.InTime)));
        Assert.Equal(RoundRules.CancelledWithApproverOnly, Refusal(() => round.Cancel(1, "No need", Given.Deadline)));
        Assert.Equal(RoundRules.NotCancellable, Refusal(() => round.AskToCancel(1, "No need", 5, Given.InTime)));

        round.AskToCancel(1, "No need", 5, Given.Deadline);
        Assert.Equal(RoundRules.CancellationAskedAlready, Refusal(() => round.AskToCancel(1, "No need", 5, Given.Deadline)));
        Assert.Equal(RoundRules.ApproverIsAuthor, Refusal(() => round.ApproveCancellation(1, Given.Deadline)));
        round.RefuseCancellation(5, "We do need it", Given.Deadline);
        Assert.Null(round.CancellationReason);
        round.AskToCancel(1, "No need at all", 5, Given.Deadline);
        round.ApproveCancellation(5, Given.Deadline);

        Assert.Equal((RoundState.Cancelled, "No need at all"), (round.State, round.CancellationReason));
        Assert.Throws<RuleViolation>(() => round.Open(Given.Drain, Given.Deadline + Given.Drain));
        Assert.Equal(RoundRules.NotCancellable, Refusal(() => round.Cancel(1, "Again", Given.Deadline)));
    }

    [Fact]
    public void The_reverse_auction_is_not_offered_yet() =>
        Assert.Equal(RoundRules.KindNotOffered, Refusal(() => Draft().Revise(Small with { Kind = EventKind.ReverseAuction })));

    [Fact]
    public void An_open_event_invites_a_supplier_that_is_accredited_later_once_and_until_the_deadline()
    {
        var round = Draft(Small with { Audience = Audience.OpenToCategories, Categories = [3] });
        round.Publish(1, Given.Facts());

        Assert.Equal(9, round.InviteLater(9, Given.InTime)!.SupplierId);
        Assert.Null(round.InviteLater(9, Given.InTime));
        Assert.Equal(RoundRules.DeadlinePassed, Refusal(() => round.InviteLater(10, Given.Deadline)));
        Assert.Equal(RoundRules.NotOpenToAll, Refusal(() => Given.Published().InviteLater(9, Given.InTime)));
    }

    [Theory]
    [InlineData("20067776", "20067776", null)]
    [InlineData(" 20067776/0 ", "20067776", 0)]
    [InlineData("№ 20067776/1 от 26.11.2026", "20067776", 1)]
    [InlineData("2006 7776 / 0", "20067776", 0)]
    [InlineData("20\u00A0067\u00A0776", "20067776", null)]
    [InlineData("Приглашение: запрос цен 20067776/0, срок 26.11.2026 14:00", "20067776", 0)]
    public void A_number_is_found_in_whatever_was_pasted(string pasted, string number, int? no) => Assert.Equal((number, no), EventNumber.Find(pasted));

    [Theory]
    [InlineData("")]
    [InlineData("677")]
    [InlineData("*677*")]
    [InlineData("200677761")]
    [InlineData("pipes")]
    public void What_is_no_number_is_none(string typed) => Assert.Null(EventNumber.Find(typed));
}
