using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Tests;

/// <summary>Items grouped into lots, and items that come many at a time.</summary>
public sealed class LotsTests
{
    private static Round Draft(bool allItems = false) => new(new SourcingEvent("20067776", 1, 1), 0, Given.Terms with { RequiresAllItems = allItems },
        Enumerable.Range(1, 4).Select(i => new RoundItem($"{i:0000}", $"Pipe {i}", 12, "t")));

    private static Round InTwoLots(bool allItems = false)
    {
        var round = Draft(allItems);
        round.ReplaceLots([new RoundLot(2, "Fittings"), new RoundLot(1, "Pipes")], new Dictionary<string, int> { ["0001"] = 2, ["0002"] = 1, ["0003"] = 2, ["0004"] = 1 });
        return round;
    }

    private static IEnumerable<string> Codes(Action deed) => Assert.Throws<RuleViolation>(deed).Broken.Select(rule => rule.Code);

    [Fact]
    public void With_lots_every_item_belongs_to_one_and_every_lot_has_a_title_and_items()
    {
        var round = Draft();
        Assert.Empty(round.WhatBlocksPublishing(Given.Facts()));
        Assert.DoesNotContain(round.CheckList(Given.Facts()), part => part.Check is PublishingCheck.Lots);

        round.ReplaceLots([new RoundLot(1, "Pipes"), new RoundLot(2, "")], new Dictionary<string, int> { ["0003"] = 1 });
        Assert.Equal([PublishingRules.LotWithoutTitle, PublishingRules.LotWithoutItems, PublishingRules.ItemsWithoutLot], round.WhatBlocksPublishing(Given.Facts()).Select(rule => rule.Code));
        Assert.Empty(InTwoLots().WhatBlocksPublishing(Given.Facts()));
        Assert.Equal(["0002", "0004", "0001", "0003"], InTwoLots().ItemsInOrder().Select(item => item.Number));
    }

    [Fact]
    public void An_item_names_no_lot_that_is_not_there_and_a_lot_that_goes_leaves_its_items()
    {
        var round = InTwoLots();
        Assert.Equal([RoundRules.NoSuchLot], Codes(() => round.ReplaceItems([new RoundItem("0001", "Pipe", 1, "t") { Lot = 3 }])));
        Assert.Equal([RoundRules.NoSuchLine], Codes(() => round.ReplaceLots([new RoundLot(1, "Pipes")], new Dictionary<string, int> { ["0099"] = 1 })));
        Assert.Equal([RoundRules.SameLotTwice], Codes(() => round.ReplaceLots([new RoundLot(1, "Pipes"), new RoundLot(1, "Tubes")], new Dictionary<string, int>())));
        Assert.Equal([RoundRules.TooManyLots], Codes(() => round.ReplaceLots(Enumerable.Range(1, 100).Select(no => new RoundLot(no, "Lot")), new Dictionary<string, int>())));

        round.ReplaceLots([new RoundLot(1, "Pipes")], new Dictionary<string, int> { ["0002"] = 1, ["0004"] = 1 });

        Assert.Equal([null, 1, null, 1], round.Items.OrderBy(item => item.Number).Select(item => item.Lot));
        Assert.Equal([RoundRules.NotADraft], Codes(() => Given.Published(InTwoLots()).ReplaceLots([], new Dictionary<string, int>())));
    }

    [Fact]
    public void Where_all_items_are_required_a_lot_is_offered_whole_or_not_at_all()
    {
        var round = Given.Published(InTwoLots(allItems: true));
        OfferContent Offering(params string[] items) => Given.Prices(100) with { Lines = [.. round.Items.Select(item => items.Contains(item.Number) ? new OfferEntry(item.Number, 12, 100) : new OfferEntry(item.Number, 0, 0))] };
        IEnumerable<string?> Blocking(params string[] items) => Given.Submission(Offering(items)).WhatBlocks(round).Where(rule => rule.Code == OfferRules.WholeLotRequired).Select(rule => rule.Field);

        Assert.Empty(Blocking("0001", "0003"));
        Assert.Equal(["Lines[0003].UnitPrice"], Blocking("0001", "0002", "0004"));
        Assert.DoesNotContain(Given.Submission(Offering("0001", "0003")).WhatBlocks(round), rule => rule.Code == OfferRules.AllItemsRequired);
    }

    [Fact]
    public void What_becomes_of_the_whole_round_becomes_of_its_lots()
    {
        Assert.All(InTwoLots().Lots, lot => Assert.Equal(LotState.Active, lot.State));

        var cancelled = Given.Published(InTwoLots());
        cancelled.Cancel(1, "Not needed", Given.InTime);
        Assert.All(cancelled.Lots, lot => Assert.Equal(LotState.Cancelled, lot.State));

        var empty = Given.Published(InTwoLots());
        empty.ConfirmOpening(1, Given.Drain, Given.Deadline + Given.Drain);
        empty.FindEmpty(Given.Drain, Given.Deadline + Given.Drain);
        empty.EndWithoutAward("No offers", 1, Given.Deadline.AddHours(1));
        Assert.All(empty.Lots, lot => Assert.Equal(LotState.NotAwarded, lot.State));
    }

    [Fact]
    public void Rows_take_the_next_numbers_and_lots_are_found_by_title_or_number_or_made()
    {
        var round = InTwoLots();
        ItemToAdd[] rows =
        [
            new(new RoundItem("", "Elbow", 1, "pcs"), "FITTINGS"), new(new RoundItem("", "Pipe 5", 1, "t"), "Лот 1"), new(new RoundItem("", "Paint", 1, "kg"), "Paints"),
            new(new RoundItem("", "Primer", 1, "kg"), "Paints"),
        ];

        Assert.False(round.EndsWith(rows));
        round.AddItems(rows, instead: false);

        Assert.Equal([("0005", 2), ("0006", 1), ("0007", 3), ("0008", 3)], round.Items.Skip(4).Select(item => (item.Number, item.Lot!.Value)));
        Assert.Equal("Paints", round.Lots[2].Title);
        Assert.True(round.EndsWith(rows));
        Assert.False(round.EndsWith([new ItemToAdd(new RoundItem("", "Primer", 2, "kg"), "Paints")]));
    }

    [Fact]
    public void Rows_instead_of_the_items_begin_anew_unless_single_items_are_asked_about()
    {
        var round = InTwoLots();
        round.AddItems([new(new RoundItem("", "Elbow", 1, "pcs"), "2")], instead: true);
        Assert.Equal("0001", Assert.Single(round.Items).Number);
        Assert.Equal(2, Assert.Single(round.Lots).No);

        round.ReplaceQuestions([new RoundQuestion(1, "Who makes it?", QuestionType.Text, true) { ItemNumber = "0001" }]);
        Assert.Equal([RoundRules.ItemsAreAskedAbout], Codes(() => round.AddItems([new(new RoundItem("", "Pipe", 1, "t"))], instead: true)));
        round.AddItems([new(new RoundItem("", "Pipe", 1, "t"))], instead: false);

        Assert.Equal([RoundRules.TooManyItems], Codes(() => round.AddItems([.. Enumerable.Repeat(new ItemToAdd(new RoundItem("", "Pipe", 1, "t")), 1999)], instead: false)));
        Assert.Equal([RoundRules.TooManyItems], Codes(() => round.ReplaceItems(Enumerable.Range(1, 2001).Select(i => new RoundItem($"{i:0000}", "Pipe", 1, "t")))));
        round.ReplaceItems([new RoundItem("9999", "Pipe", 1, "t")]);
        Assert.Equal([RoundRules.TooManyItems], Codes(() => round.AddItems([new(new RoundItem("", "Pipe", 1, "t"))], instead: false)));
    }

    [Theory]
    [InlineData("т", "t")]
    [InlineData("Шт.", "pcs")]
    [InlineData(" п. м. ", "lm")]
    [InlineData("м2", "m2")]
    [InlineData("M³", "m3")]
    [InlineData("796", "pcs")]
    [InlineData("комплект", "set")]
    [InlineData("тн", "t")]
    [InlineData("furlong", null)]
    [InlineData("", null)]
    public void Units_are_found_as_people_write_them(string written, string? code) => Assert.Equal(code, Units.Find(written)?.Code);

    [Fact]
    public void A_new_event_takes_over_what_is_not_of_that_time_alone()
    {
        var earlier = InTwoLots();
        earlier.Revise(Given.Terms with
        {
            Rates = [new CurrencyRate("RUB"), new CurrencyRate("CNY") { Rate = 11.2m, Nominal = 10, Source = "Bank of Russia", Date = new DateOnly(2026, 11, 1) }],
            OpenerId = 5,
            SecondOpenerId = 6,
            OpeningRule = OpeningRule.TwoOpeners,
            Categories = [3, 4],
            PaymentTerms = "30 days",
        });
        earlier.ReplaceItems([.. earlier.Items.Select((item, i) => item with { DeliveryDate = new DateOnly(2026, 12, 1 + i), CategoryId = 3, TargetPrice = 10 })]);
        earlier.ReplaceQuestions([new RoundQuestion(1, "Who?", QuestionType.Text, true), new RoundQuestion(2, "Where?", QuestionType.Text, true) { ItemNumber = "0001" }]);
        earlier.ChooseSuppliers([7, 8]);
        var copy = new RoundCopy("Pipes again", EventKind.Tender, "Asia/Yekaterinburg", 9) { Suppliers = [8], Categories = [4], PossibleOpeners = [6, 9], Today = new DateOnly(2026, 12, 2) };

        var begun = earlier.BeginAgain(new SourcingEvent("20067999", 1, 9), copy);

        Assert.Equal((RoundState.Draft, false, "Pipes again", EventKind.Tender, "30 days"), (begun.State, begun.HasDeadline, begun.Title, begun.Kind, begun.PaymentTerms));
        Assert.Equal(new CurrencyRate("CNY") { Nominal = 10 }, begun.Rates[1]);
        Assert.Equal((9, 6), (begun.OpenerId, begun.SecondOpenerId));
        Assert.Equal([4], begun.Categories);
        Assert.Equal([8], begun.ChosenSuppliers);
        Assert.Equal(["0001", "0002", "0003", "0004"], begun.Items.Select(item => item.Number));
        Assert.Equal([null, null, new DateOnly(2026, 12, 3), new DateOnly(2026, 12, 4)], begun.Items.Select(item => item.DeliveryDate));
        Assert.All(begun.Items, item => Assert.Equal((null, 10), (item.CategoryId, item.TargetPrice)));
        Assert.Equal(2, begun.Lots.Count);
        Assert.Equal(2, begun.Questions.Count);

        var bare = earlier.BeginAgain(new SourcingEvent("20068000", 1, 9), copy with { WithItems = false, WithTerms = false, Suppliers = [] });
        Assert.Empty(bare.Items);
        Assert.Empty(bare.Lots);
        Assert.Equal("Who?", Assert.Single(bare.Questions).Text);
        Assert.Equal(("", 9), (bare.PaymentTerms, bare.OpenerId));
    }
}
