using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Testing;

namespace SrmPortal.Domain.Tests;

/// <summary>Where an offer stood: its place, or how far its price was from what is bought.</summary>
public sealed class OfferResultTests
{
    // 7 and 8 have one price for 0001, 7 was earlier; 9 is dearer, and offers nothing else. Of 0003 nothing is bought.
    private static readonly RoundItem[] Items = [new("0001", "Pipe", 10, "t"), new("0002", "Elbow", 10, "t"), new("0003", "Flange", 10, "t")];

    private static readonly Comparison Offers = new("RUB", [new CurrencyRate("RUB"), new CurrencyRate("CNY") { Rate = 120, Nominal = 10 }], Items,
        [new Contender(70, 7, "RUB", Given.InTime, 1), new Contender(80, 8, "RUB", Given.InTime, 2), new Contender(90, 9, "CNY", Given.InTime, 3)],
        [
            new Quote(70, "0001", 10, 100), new Quote(80, "0001", 10, 100), new Quote(90, "0001", 10, 10),
            new Quote(70, "0002", 10, 50), new Quote(80, "0002", 10, 40), new Quote(70, "0003", 10, 5), new Quote(80, "0003", 10, 5),
        ]);

    [Fact]
    public void Places_go_by_price_and_then_by_the_earlier_offer_and_the_whole_counts_complete_offers_only()
    {
        var results = Results(Debrief.Rank);

        Assert.Equal([("0003", 1, null)], Of(results[0]));
        Assert.Equal([("0001", 2, null), ("0002", 1, null), ("0003", 2, null)], Of(results[1]));
        Assert.Equal([("0001", 3, null)], Of(results[2]));
        Assert.Equal([2, 1, null], results.Select(result => result.Rank));
    }

    [Fact]
    public void The_gap_is_told_of_lost_lines_that_were_bought_from_others_in_the_currency_of_comparison()
    {
        var results = Results(Debrief.PriceGap);

        Assert.Empty(results[0].Items);
        Assert.Equal([("0001", null, 0m), ("0002", null, -20m)], Of(results[1]));
        Assert.Equal([("0001", null, 20m)], Of(results[2]));
        // 8 was cheaper where 7 was chosen for one delivery: 1,400 against 1,500 paid.
        Assert.Equal([null, -6.7m, 20m], results.Select(result => result.GapPercent));
    }

    [Fact]
    public void Nothing_is_kept_of_what_may_not_be_told_and_amounts_are_the_offers_own()
    {
        var results = Results(Debrief.Nothing);

        Assert.All(results, TellsNothing);
        Assert.Equal([("RUB", 1550m, 1500m, 96.8m), ("RUB", 1450m, 0m, 0m), ("CNY", 100m, 0m, 0m)], results.Select(result => (result.Currency, result.Offered, result.Won, result.WonPercent!.Value)));
    }

    [Fact]
    public void Without_an_award_places_are_told_and_no_gap()
    {
        Assert.Equal([1, 2, 3], Results(Debrief.Rank, isAwarded: false).Select(result => result.Items[0].Rank));
        Assert.All(Results(Debrief.PriceGap, isAwarded: false), TellsNothing);
    }

    [Fact]
    public void A_further_round_tells_as_much_as_the_one_before()
    {
        var round = Given.Published(new Round(new SourcingEvent("20067776", 1, 1), 0, Given.Terms with { Debrief = Debrief.Rank, OpeningRule = OpeningRule.Automatic }, Items), 7, 8);
        round.Open(Given.Drain, Given.Deadline + Given.Drain);

        Assert.Equal(Debrief.Rank, round.BeginNext(new NextRound(1, EventKind.Rebidding, [7, 8], ["0001"]) { TookPart = [7, 8] }).Debrief);
    }

    /// <summary>0001 and 0002 from 7.</summary>
    private static OfferResult[] Results(Debrief debrief, bool isAwarded = true)
    {
        var round = Given.Published(new Round(new SourcingEvent("20067776", 1, 1), 0, Given.Terms with { Debrief = debrief, OpeningRule = OpeningRule.Automatic }, Items), 7, 8, 9);
        round.Open(Given.Drain, Given.Deadline + Given.Drain);
        var award = new Award(round);
        award.Choose([ItemChoice.From(Offers, "0001", 7), ItemChoice.From(Offers, "0002", 7, "One delivery."), new ItemChoice("0003", []) { IsNotBought = true, Reason = "In stock." }], "One delivery.", Offers, 1);
        if (isAwarded)
        {
            award.Decide(Offers, needsApproval: false, 1, Given.Deadline.AddHours(2));
        }
        else
        {
            round.EndWithoutAward("Too dear.", 1, Given.Deadline.AddHours(2));
        }

        return [.. OfferResult.Of(round, Offers, isAwarded ? award : null)];
    }

    private static void TellsNothing(OfferResult result) => Assert.True(result is { Rank: null, GapPercent: null, Items.Count: 0 });

    private static IEnumerable<(string, int?, decimal?)> Of(OfferResult result) => result.Items.Select(item => (item.ItemNumber, item.Rank, item.GapPercent));
}
