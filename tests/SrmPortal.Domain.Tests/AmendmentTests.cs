using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Tests;

/// <summary>What a published round asks is changed by numbered amendments, which the portal itself judges.</summary>
public sealed partial class AmendmentTests
{
    // A Saturday at the same hour; the deadline is a Tuesday.
    private static readonly DateTime Now = Given.OnPublishing;

    private static AmendmentFacts Facts(DateTime? now = null, params CalendarDay[] calendar) => new(now ?? Now, PublishingPolicy.Usual, new WorkingDays(calendar));

    private static readonly Dictionary<string, (Func<RoundContent, RoundContent> Change, ChangeWeight Weight)> Judged = new()
    {
        ["the title"] = (content => content with { Title = "Steel tubes" }, ChangeWeight.Clarifying),
        ["the description"] = (content => content with { Description = "Only seamless" }, ChangeWeight.Clarifying),
        ["an item's comment"] = (content => Item(content, item => item with { Comment = "In bundles" }), ChangeWeight.Clarifying),
        ["a document that comes"] = (content => content with { Documents = [new("new", "Drawing")] }, ChangeWeight.Clarifying),
        ["an item's name"] = (content => Item(content, item => item with { Name = "Pipe 219×9" }), ChangeWeight.Material),
        ["the full name"] = (content => Item(content, item => item with { FullName = "GOST 8732" }), ChangeWeight.Material),
        ["the quantity"] = (content => Item(content, item => item with { Quantity = 13 }), ChangeWeight.Material),
        ["the unit"] = (content => Item(content, item => item with { Unit = "kg" }), ChangeWeight.Material),
        ["the price unit"] = (content => Item(content, item => item with { PriceUnit = 1000 }), ChangeWeight.Material),
        ["the date"] = (content => Item(content, item => item with { DeliveryDate = new DateOnly(2027, 2, 1) }), ChangeWeight.Material),
        ["the place"] = (content => Item(content, item => item with { DeliveryPlace = "Perm" }), ChangeWeight.Material),
        ["a line that comes"] = (content => content with { Items = [.. content.Items, new RoundItem("0002", "Elbow", 4, "pcs")] }, ChangeWeight.Material),
        ["a question that comes"] = (content => content with { Questions = [new(1, "Whose?", QuestionType.Text, false)] }, ChangeWeight.Material),
        ["a rate"] = (content => content with { Rates = [.. content.Rates.Select(rate => rate.Code == "USD" ? rate with { Rate = 91 } : rate)] }, ChangeWeight.Material),
        ["a currency that goes"] = (content => content with { Rates = [content.Rates[0]] }, ChangeWeight.Material),
        ["Incoterms"] = (content => content with { RequiresIncoterms = true }, ChangeWeight.Material),
        ["the basis"] = (content => content with { DesiredDelivery = "DAP Perm" }, ChangeWeight.Material),
        ["the payment"] = (content => content with { PaymentTerms = "In 90 days" }, ChangeWeight.Material),
        ["the validity"] = (content => content with { OfferValidityDays = 90 }, ChangeWeight.Material),
        ["partial quantities"] = (content => content with { AllowsPartialQuantities = true }, ChangeWeight.Material),
        ["a target price"] = (content => Item(content, item => item with { TargetPrice = 5 }), ChangeWeight.Internal),
        ["the estimate"] = (content => content with { EstimatedValue = 2_000_000 }, ChangeWeight.Internal),
    };

    public static TheoryData<string> Changes => [.. Judged.Keys];

    [Theory, MemberData(nameof(Changes))]
    public void The_portal_judges_what_is_material_and_the_buyer_cannot_make_it_less(string what)
    {
        var (change, weight) = Judged[what];
        var amendment = Changed(change, isHeldMaterial: false);

        Assert.Equal(weight, Assert.Single(amendment.Comparison.Changes).Weight);
        Assert.Equal(weight is ChangeWeight.Material, amendment.IsMaterial);
        Assert.Equal(weight is ChangeWeight.Internal, amendment.Comparison.ForSuppliers().IsEmpty);
    }

    [Fact]
    public void A_document_that_goes_is_material()
    {
        var amendment = new Amendment(Given.Published(), 1, [new("old", "Drawing")], Now);
        amendment.Revise(1, amendment.Becomes with { Documents = [] }, Now);

        Assert.Equal((ChangeKind.Removed, ChangeWeight.Material), (amendment.Comparison.Changes.Single().Kind, amendment.Comparison.Changes.Single().Weight));
    }

    [Fact]
    public void The_buyer_may_hold_a_clarifying_one_for_material()
    {
        var amendment = Changed(content => content with { Description = "Only seamless" }, isHeldMaterial: true);

        Assert.True(amendment.IsMaterial);
        Assert.Contains(amendment.WhatBlocks(Facts()), rule => rule.Code == AmendmentRules.TooLittleTime);
    }

    [Fact]
    public void A_material_one_is_published_with_a_later_deadline_in_the_same_act_and_has_a_number()
    {
        var round = Given.Published(Asking(Given.Deadline.AddHours(-1)));
        var amendment = Changed(content => Item(content, item => item with { Quantity = 20 }), round: round, deadline: Given.Deadline.AddDays(2));

        amendment.Publish(1, Facts());

        Assert.Equal((AmendmentState.Published, 1, true), (amendment.State, amendment.No, amendment.IsMaterial));
        Assert.Equal((1, 20m, 1, Given.Deadline.AddDays(2)), (round.AmendmentNo, round.Items[0].Quantity, round.Items[0].AmendmentNo, round.Deadline));
        Assert.Equal(Given.Deadline.AddDays(2).AddHours(-1), round.ClarificationsUntil);
        Assert.Contains(round.TakeEvents(), told => told is RoundAmended { No: 1, IsMaterial: true, Deadline: { } moved } && moved.From == Given.Deadline);
        Assert.Equal([AmendmentRules.NotOpen], Refused.By(() => amendment.Publish(1, Facts())));
    }

    [Theory]
    // 28 November 2026 is a Saturday, the deadline of the usual case Tuesday, 1 December, 12:00 in Moscow.
    [InlineData("2026-11-26T09:30:30Z", "2026-11-30T09:31:00Z", 2)]
    [InlineData("2026-11-27T09:00:00Z", "2026-12-01T09:00:00Z", 2)]
    [InlineData("2026-11-27T09:00:00.001Z", "2026-12-01T09:01:00Z", 1)]
    [InlineData("2026-11-28T09:00:00Z", "2026-12-01T21:00:00Z", 1)]
    public void Two_working_days_remain_counted_from_the_minute_and_from_the_end_of_a_day_off(string now, string earliest, int left)
    {
        var at = DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        var amendment = Changed(content => Item(content, item => item with { Quantity = 20 }));

        Assert.Equal(DateTime.Parse(earliest, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal), amendment.EarliestDeadline(Facts(at)));
        Assert.Equal(left, amendment.WorkingDaysLeft(Facts(at)));
    }

    [Fact]
    public void The_days_off_of_the_calendar_count_and_too_little_time_is_refused_with_the_earliest_deadline()
    {
        var (friday, monday) = (new DateTime(2026, 11, 27, 9, 0, 0, DateTimeKind.Utc), new CalendarDay { Date = new DateOnly(2026, 11, 30) });
        var amendment = Changed(content => Item(content, item => item with { Quantity = 20 }), now: friday.AddHours(-1));

        Assert.DoesNotContain(amendment.WhatBlocks(Facts(friday)), rule => rule.Code == AmendmentRules.TooLittleTime);
        var refused = Assert.Single(amendment.WhatBlocks(Facts(friday, monday)));
        Assert.Equal((AmendmentRules.TooLittleTime, "DeadlineDate", Given.Deadline.AddDays(1)), (refused.Code, refused.Field, refused.Values[1]));
        Assert.Equal([AmendmentRules.TooLittleTime], Refused.By(() => amendment.Publish(1, Facts(friday, monday))));
    }

    [Fact]
    public void A_clarifying_one_goes_out_until_the_last_millisecond_and_none_after_it()
    {
        var amendment = Changed(content => content with { Description = "Only seamless" });
        Assert.Equal([AmendmentRules.TooLate], Refused.By(() => amendment.Publish(1, Facts(Given.Deadline))));
        Assert.Equal([AmendmentRules.TooLate], Refused.By(() => _ = new Amendment(Given.Published(), 1, [], Given.Deadline)));

        amendment.Publish(1, Facts(Given.LastMillisecond));

        Assert.Equal((1, Given.Deadline), (amendment.Round.AmendmentNo, amendment.Round.Deadline));
    }

    [Fact]
    public void The_deadline_moves_on_only_and_by_whole_minutes()
    {
        var amendment = Changed(content => content with { Description = "Only seamless" });

        Assert.Equal([RoundRules.NotLater], Refused.By(() => amendment.Explain(1, "Why", false, Given.Deadline.AddMinutes(-1), Now)));
        Assert.Equal([RoundRules.DeadlineNotWholeMinute], Refused.By(() => amendment.Explain(1, "Why", false, Given.Deadline.AddSeconds(61), Now)));
        amendment.Explain(1, "Why", false, Given.Deadline, Now);
        Assert.Null(amendment.NewDeadline);
    }

    [Fact]
    public void Nobody_outside_the_team_begins_changes_publishes_or_discards()
    {
        var amendment = Changed(content => content with { Description = "Only seamless" });

        Assert.Equal([RoundRules.NotInTeam], Refused.By(() => _ = new Amendment(Given.Published(), 9, [], Now)));
        Assert.Equal([RoundRules.NotInTeam], Refused.By(() => amendment.Revise(9, amendment.Becomes, Now)));
        Assert.Equal([RoundRules.NotInTeam], Refused.By(() => amendment.Explain(9, "Why", false, null, Now)));
        Assert.Equal([RoundRules.NotInTeam], Refused.By(() => amendment.Publish(9, Facts())));
        Assert.Equal([RoundRules.NotInTeam], Refused.By(() => amendment.Discard(9)));
        amendment.Discard(1);
        Assert.Equal([AmendmentRules.NotOpen], Refused.By(() => amendment.Discard(1)));
        Assert.Equal([AmendmentRules.NotOpen], Refused.By(() => amendment.Revise(1, amendment.Becomes, Now)));
    }

    [Fact]
    public void What_is_missing_is_said_all_at_once()
    {
        var amendment = new Amendment(Given.Published(), 1, [], Now);
        Assert.Equal([AmendmentRules.NothingChanged, RoundRules.ReasonMissing], Refused.By(() => amendment.Publish(1, Facts())));

        amendment.Revise(1, amendment.Becomes with { Title = "", Items = [.. amendment.Becomes.Items, new RoundItem("0002", "", 0, "t")] }, Now);
        amendment.Explain(1, "", false, Given.Deadline.AddDays(5), Now);
        Assert.Equal(
            [RoundRules.ReasonMissing, PublishingRules.TitleMissing, PublishingRules.ItemWithoutName, PublishingRules.ItemWithoutQuantity],
            Refused.By(() => amendment.Publish(1, Facts())));
        Assert.Equal("Steel pipes", amendment.Round.Title);
    }

    [Fact]
    public void The_number_of_a_removed_line_is_never_given_again()
    {
        var round = Given.Published(Given.Draft(items: 2));
        Publish(round, content => content with { Items = [content.Items[0]] });

        var next = new Amendment(round, 1, [], Now);
        Assert.Equal(3, next.NextLine);
        Assert.Equal([AmendmentRules.NumberWasUsed], Refused.By(() => next.Revise(1, next.Becomes with { Items = [.. next.Becomes.Items, new RoundItem("0002", "Elbow", 1, "pcs")] }, Now)));
        next.Revise(1, next.Becomes with { Items = [.. next.Becomes.Items, new RoundItem("0003", "Elbow", 1, "pcs")] }, Now);
        Assert.True(round.WasRemoved("0002"));
        Assert.False(round.WasRemoved("0003"));
    }

    [Fact]
    public void A_line_that_was_put_back_before_publishing_is_the_line_it_was()
    {
        var amendment = Changed(content => content with { Items = [] });

        amendment.Revise(1, amendment.Becomes with { Items = amendment.Was.Items }, Now);

        Assert.True(amendment.Comparison.IsEmpty);
    }

    [Fact]
    public void Questions_keep_number_and_kind()
    {
        var draft = Given.Draft();
        draft.ReplaceQuestions([new(1, "Whose?", QuestionType.Text, false)]);
        var round = Given.Published(draft);
        var amendment = new Amendment(round, 1, [], Now);

        Assert.Equal([AmendmentRules.QuestionOfAnotherKind],
            Refused.By(() => amendment.Revise(1, amendment.Becomes with { Questions = [new(1, "Whose?", QuestionType.Number, false)] }, Now)));
        Publish(round, content => content with { Questions = [] });
        var next = new Amendment(round, 1, [], Now);
        Assert.Equal(2, next.NextQuestion);
        Assert.Equal([AmendmentRules.NumberWasUsed], Refused.By(() => next.Revise(1, next.Becomes with { Questions = [new(1, "How?", QuestionType.Text, false)] }, Now)));
    }

    [Theory]
    [InlineData(9_000_000, 9_500_000, false)]
    [InlineData(9_000_000, 10_000_001, true)]
    [InlineData(12_000_000, 12_000_001, true)]
    [InlineData(12_000_000, 12_000_000, false)]
    [InlineData(12_000_000, 11_000_000, false)]
    public void An_approver_decides_where_the_value_rises_and_is_above_the_threshold(int before, int after, bool needs)
    {
        var draft = Given.Draft();
        draft.Revise(Given.Terms with { EstimatedValue = before });
        if (before > 10_000_000)
        {
            draft.SendForApproval(1, 9, Given.Facts());
            draft.Approve(9, Given.Facts());
        }
        else
        {
            draft.Publish(1, Given.Facts());
        }

        var amendment = Changed(content => content with { EstimatedValue = after, Description = "More" }, round: draft);

        Assert.Equal(needs, amendment.NeedsApproval(PublishingPolicy.Usual));
        Assert.Equal(needs ? [AmendmentRules.NeedsApprover] : [], Refused.By(() => amendment.Publish(1, Facts())));
    }

    [Fact]
    public void While_it_waits_nothing_is_changed_and_only_the_approver_decides()
    {
        var amendment = Changed(content => content with { EstimatedValue = 20_000_000, Description = "More" });
        Assert.Equal([RoundRules.ApproverIsAuthor], Refused.By(() => amendment.SendForApproval(1, 1, Facts())));

        amendment.SendForApproval(1, 9, Facts());

        Assert.Equal([AmendmentRules.WaitsForApproval], Refused.By(() => amendment.Revise(1, amendment.Becomes, Now)));
        Assert.Equal([AmendmentRules.WaitsForApproval], Refused.By(() => amendment.Publish(1, Facts())));
        Assert.Equal([RoundRules.ApproverIsAuthor], Refused.By(() => amendment.Approve(1, Facts())));
        Assert.Equal([RoundRules.PutToAnother], Refused.By(() => amendment.Approve(8, Facts())));
        Assert.Equal([RoundRules.CommentMissing], Refused.By(() => amendment.GiveBack(9, "", Now)));
        Assert.Equal([AmendmentRules.TooLate], Refused.By(() => amendment.Approve(9, Facts(Given.Deadline))));
        amendment.GiveBack(9, "Too much", Now);
        amendment.SendForApproval(1, 9, Facts());
        amendment.Approve(9, Facts(Given.LastMillisecond));
        Assert.Equal((AmendmentState.Published, 9L, 20_000_000m), (amendment.State, amendment.PublishedById, amendment.Round.EstimatedValue));
    }

    [Fact]
    public void Words_that_changed_are_marked_and_the_others_are_not()
    {
        var (was, becomes) = WordDiff.Between("Pipe 219×8 by GOST 8732", "Pipe 219×9 by GOST 8732 or better");

        Assert.Equal(["219×8"], was.Where(piece => piece.IsOwn).Select(piece => piece.Text.Trim()));
        Assert.Equal(["219×9", "or better"], becomes.Where(piece => piece.IsOwn).Select(piece => piece.Text.Trim()));
        Assert.Equal("Pipe 219×9 by GOST 8732 or better", string.Concat(becomes.Select(piece => piece.Text)));
        Assert.Equal("Pipe 219×8 by GOST 8732", string.Concat(was.Select(piece => piece.Text)));
    }

    private static RoundContent Item(RoundContent content, Func<RoundItem, RoundItem> change) => content with { Items = [change(content.Items[0]), .. content.Items.Skip(1)] };

    private static Amendment Changed(
        Func<RoundContent, RoundContent> change, bool isHeldMaterial = false, Round? round = null, DateTime? deadline = null, DateTime? now = null)
    {
        var amendment = new Amendment(round ?? Given.Published(), 1, [], now ?? Now);
        amendment.Revise(1, change(amendment.Becomes), now ?? Now);
        amendment.Explain(1, "The drawing was wrong", isHeldMaterial, deadline, now ?? Now);
        return amendment;
    }

    private static void Publish(Round round, Func<RoundContent, RoundContent> change) =>
        Changed(change, round: round, deadline: Given.Deadline.AddDays(5)).Publish(1, Facts());

    private static Round Asking(DateTime until)
    {
        var draft = Given.Draft();
        draft.Revise(Given.Terms with { ClarificationsUntil = until });
        return draft;
    }
}
