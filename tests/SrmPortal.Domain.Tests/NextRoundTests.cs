using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Testing;

namespace SrmPortal.Domain.Tests;

/// <summary>The rules of a further round, without a database.</summary>
public sealed class NextRoundTests
{
    private static readonly DateTime Now = Given.Deadline + Given.Drain;

    [Fact]
    public void The_next_round_takes_over_terms_items_and_questions_of_what_is_asked_again()
    {
        var first = Opened(Given.Terms with { PaymentTerms = "30 days", AnnouncedRounds = 3 });

        var next = first.BeginNext(Next(["0002"]));

        Assert.Equal(("20067776/1", RoundState.Draft, EventKind.Rebidding, "30 days", 3), (next.Name, next.State, next.Kind, next.PaymentTerms, next.AnnouncedRounds));
        Assert.Equal(["0002"], next.Items.Select(item => item.Number));
        Assert.Equal([2], next.Questions.Select(question => question.No));
        Assert.Equal([7L, 8], next.ChosenSuppliers);
        Assert.False(next.HasDeadline);
        Assert.Equal(RoundState.Opened, first.State);
    }

    [Fact]
    public void No_term_is_left_behind_on_the_way_into_the_next_round()
    {
        var given = new RoundTerms
        {
            Kind = EventKind.Tender,
            Title = "Pipes",
            Description = "For the works",
            Deadline = Given.Deadline,
            TimeZone = "Asia/Yekaterinburg",
            ClarificationsUntil = Given.OnPublishing.AddDays(1),
            ComparisonCurrency = "EUR",
            Rates = [new CurrencyRate("EUR")],
            RequiresIncoterms = false,
            DesiredDelivery = "DAP",
            PaymentTerms = "30 days",
            DeliveryTerms = "By rail",
            AllowsPartialQuantities = true,
            RequiresAllItems = true,
            AllowsSubstitutes = true,
            OfferValidityDays = 90,
            OpeningRule = OpeningRule.Automatic,
            OpenerId = 1,
            SecondOpenerId = 2,
            ShowsOfferCount = true,
            Debrief = Debrief.Rank,
            Audience = Audience.OpenToCategories,
            Categories = [3],
            EstimatedValue = 5,
            AnnouncedRounds = 3,
            PricesOnlyFall = true,
            EarlierOffersStand = true,
        };
        var properties = typeof(RoundTerms).GetProperties();
        object? Plain(object? value) => value is System.Collections.IEnumerable many and not string ? string.Join(';', many.Cast<object>()) : value;
        Assert.DoesNotContain(properties, property => Equals(Plain(property.GetValue(given)), Plain(property.GetValue(new RoundTerms()))));

        var first = new Round(new SourcingEvent("20067776", 1, 1), 0, given, new RoundItem("0001", "Pipe", 12, "t"));
        first.SendForApproval(1, 9, Given.Facts());
        first.Approve(9, Given.Facts());
        Assert.Equal(9, first.PublishedById);
        first.Open(Given.Drain, Now);
        var next = first.BeginNext(Next(["0001"]) with { Suppliers = [7], TookPart = [7], PricesOnlyFall = true, EarlierOffersStand = true, Deadline = Given.Deadline, Kind = EventKind.Tender });

        // Questions have their time anew, and nobody comes to a further round who was not in the one before.
        foreach (var property in properties.Where(property => property.Name is not (nameof(RoundTerms.ClarificationsUntil) or nameof(RoundTerms.Audience))))
        {
            Assert.Equal((property.Name, Plain(property.GetValue(given))), (property.Name, Plain(typeof(Round).GetProperty(property.Name)!.GetValue(next))));
        }
    }

    [Fact]
    public void Only_who_took_part_is_asked_again_and_for_something()
    {
        var first = Opened();

        Assert.Equal([NextRules.DidNotTakePart], Codes(() => first.BeginNext(Next(["0001"]) with { TookPart = [7] })));
        Assert.Equal([NextRules.NobodyChosen, NextRules.NothingAsked], Codes(() => first.BeginNext(new NextRound(1, EventKind.Rebidding, [], []) { TookPart = [7] })));
        Assert.Equal([RoundRules.NotInTeam], Codes(() => first.BeginNext(Next(["0001"]) with { By = 99 })));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void No_more_rounds_are_held_than_were_announced(int? announced, bool isAllowed)
    {
        var first = Opened(Given.Terms with { AnnouncedRounds = announced });

        Assert.Equal(isAllowed ? [] : [NextRules.NoMoreAnnounced], Codes(() => first.BeginNext(Next(["0001"]))));
    }

    [Fact]
    public void What_was_announced_stays_whatever_the_draft_of_a_further_round_says()
    {
        var next = Opened(Given.Terms with { AnnouncedRounds = 2 }).BeginNext(Next(["0001"]));

        next.Revise(Given.Terms with { AnnouncedRounds = 9, PricesOnlyFall = false });

        Assert.Equal((2, false), (next.AnnouncedRounds, next.PricesOnlyFall));
    }

    [Fact]
    public void The_first_round_has_no_rules_about_an_earlier_one()
    {
        var first = Opened(Given.Terms with { PricesOnlyFall = true, EarlierOffersStand = true });

        Assert.False(first.PricesOnlyFall || first.EarlierOffersStand);
    }

    [Fact]
    public void It_goes_out_while_the_one_before_is_evaluated_and_to_nobody_new()
    {
        var next = Opened().BeginNext(Next(["0001"]) with { Deadline = Given.Deadline.AddDays(7) });
        PublishingFacts Facts(RoundState earlier, params string[] strangers) => Given.Facts(Now, 7) with { Earlier = new EarlierRoundFacts(earlier, strangers) };

        Assert.Equal([NextRules.EarlierNotEvaluated], Codes(() => next.Publish(1, Facts(RoundState.AwardProposed))));
        Assert.Equal([NextRules.StrangerInvited], Codes(() => next.Publish(1, Facts(RoundState.Opened, "Supplier 9"))));
        Assert.Equal([NextRules.NobodyElse], Codes(() => next.Publish(1, Facts(RoundState.Opened) with { Outsiders = 1 })));
        next.Publish(1, Facts(RoundState.Opened));

        Assert.Equal([NextRules.NobodyElse], Codes(() => next.InviteAlso(1, 9, Now)));
        Assert.Equal([NextRules.NobodyElse], Codes(() => _ = new OutsideInvitation(next, new OutsideCompany("Newcomer", "sales@newcomer.example", "RU", "6659012344"), 1, Now)));
        Assert.Equal(RoundState.Published, next.State);
    }

    [Theory]
    [InlineData("100", null)]
    [InlineData("99.9999", null)]
    [InlineData("100.0001", OfferRules.PriceAboveEarlier)]
    public void A_price_may_fall_or_stay_and_a_rise_is_refused_at_its_field_on_saving_and_on_submitting(string price, string? code)
    {
        var round = Further();
        var (offer, before) = (new Offer(round, 7), Before());
        var content = Given.Prices(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture)) with { ValidUntil = new DateOnly(2027, 4, 1) };

        var refused = Refused(() => offer.Save(content, Now.AddHours(1), before));
        Assert.Equal(code, refused?.Code);
        Assert.Equal(code is null ? null : "Lines[0001].UnitPrice", refused?.Field);
        Assert.Equal(code is null ? 1 : 0, offer.WorkingCopyNo);
        Assert.Equal(code, Refused(() => offer.Submit(Given.Submission(content, Now.AddHours(1)) with { Before = before, BlanksAreMeant = true }))?.Code);
        Assert.Equal(code is null ? OfferState.Submitted : OfferState.Saved, offer.State);
    }

    [Fact]
    public void With_prices_that_may_only_fall_the_currency_stays_and_what_was_not_offered_is_free()
    {
        var (offer, before) = (new Offer(Further(), 7), Before());

        Assert.Equal(OfferRules.CurrencyOfEarlier, Refused(() => offer.Save(Given.Prices(1, currency: "USD"), Now, before))?.Code);
        Assert.Null(Refused(() => offer.Save(Given.Prices(1_000_000, item: "0002"), Now, before)));
        Assert.Throws<InvalidOperationException>(() => offer.Save(Given.Prices(1), Now));
    }

    [Fact]
    public void An_earlier_price_is_compared_for_the_price_unit_that_is_asked_now()
    {
        var before = Before(new RoundItem("0001", "Pipe", 12, "t") { PriceUnit = 100 });

        Assert.Equal(1, before.PriceOf(new RoundItem("0001", "Pipe", 12, "t")));
        Assert.Equal(1000, before.PriceOf(new RoundItem("0001", "Pipe", 12, "t") { PriceUnit = 1000 }));
        Assert.Null(before.PriceOf(new RoundItem("0001", "Pipe", 12, "kg")));
    }

    [Fact]
    public void The_form_begins_with_the_earlier_offer_for_what_is_asked_now()
    {
        var round = Further();
        var content = new OfferContent("USD", "As agreed", [new OfferEntry("0001", 10, 90) { Comment = "Ex stock" }])
        {
            Vat = new Vat("NOT_SUBJECT", null),
            ValidUntil = new DateOnly(2026, 12, 2),
            PaymentTerms = "60 days",
            Answers = [new OfferAnswer(1, "GOST"), new OfferAnswer(3, "Gone")],
        };

        var begun = OfferContent.Beginning(round, Given.VatCategories, new OfferBefore("20067776/0", content, round.Items));

        Assert.Equal(("USD", "As agreed", "60 days", new Vat("NOT_SUBJECT", null)), (begun.Currency, begun.Comment, begun.PaymentTerms, begun.Vat));
        Assert.Null(begun.ValidUntil);
        Assert.Equal([1], begun.Answers.Select(answer => answer.Question));
        Assert.Equal([("0001", 12m, 90m, "Ex stock"), ("0002", 12m, null, "")], begun.Lines.Select(line => (line.ItemNumber, line.Quantity!.Value, line.UnitPrice, line.Comment)));
    }

    [Fact]
    public void An_earlier_offer_stands_for_what_is_asked_as_before_and_in_a_currency_that_is_still_allowed()
    {
        var before = Before();
        var round = Further();
        Assert.Equal(["0001"], before.StandingIn(round)!.Lines.Select(line => line.ItemNumber));

        Assert.Null(before.StandingIn(Further(item => item with { Quantity = 13 })));
        Assert.Null((before with { Content = before.Content with { Currency = "EUR" } }).StandingIn(round));
    }

    [Fact]
    public void Who_submitted_anew_does_not_stand_with_the_earlier_offer()
    {
        var earlier = Given.SubmittedOffer();
        earlier.BeOpened(intact: true);
        var round = Further();
        Offer Here() => new(round, 7);

        var offer = Here();
        offer.StandFrom(earlier);
        Assert.Equal((OfferState.UnderEvaluation, true, earlier), (offer.State, offer.OpenedIntact, offer.StandsFrom));

        var anew = Here();
        anew.Save(Given.Prices(90), Now, Before());
        anew.Submit(Given.Submission(Given.Prices(90) with { ValidUntil = new DateOnly(2027, 4, 1) }, Now) with { Before = Before(), BlanksAreMeant = true });
        Assert.Equal([OfferRules.NotInForce], Codes(() => anew.StandFrom(earlier)));
        Assert.Equal([OfferRules.NotInForce], Codes(() => new Offer(Further(stands: false), 7).StandFrom(earlier)));
    }

    private static NextRound Next(string[] items) => new(1, EventKind.Rebidding, [7, 8], items)
    {
        TookPart = [7, 8, 9],
        PricesOnlyFall = true,
        EarlierOffersStand = true,
    };

    private static OfferBefore Before(RoundItem? item = null) =>
        new("20067776/0", Given.Prices(100), [item ?? new RoundItem("0001", "Pipe", 12, "t"), new RoundItem("0002", "Elbow", 12, "t")]);

    private static Round Opened(RoundTerms? terms = null)
    {
        var round = new Round(new SourcingEvent("20067776", 1, 1), 0, (terms ?? Given.Terms) with { OpeningRule = OpeningRule.Automatic },
            new RoundItem("0001", "Pipe", 12, "t"), new RoundItem("0002", "Elbow", 12, "t"));
        round.ReplaceQuestions([new RoundQuestion(1, "By which standard?", QuestionType.Text, false) { ItemNumber = "0001" }, new RoundQuestion(2, "Where from?", QuestionType.Text, false)]);
        Given.Published(round, 7, 8, 9).Open(Given.Drain, Now);
        return round;
    }

    private static Round Further(Func<RoundItem, RoundItem>? change = null, bool stands = true)
    {
        var next = Opened().BeginNext(Next(["0001", "0002"]) with { Deadline = Given.Deadline.AddDays(7), EarlierOffersStand = stands });
        next.ReplaceItems(next.Items.Select(item => change?.Invoke(item) ?? item).ToArray());
        next.Publish(1, Given.Facts(Now, 7, 8) with { Earlier = new EarlierRoundFacts(RoundState.Opened, []) });
        return next;
    }

    private static BrokenRule? Refused(Action deed)
    {
        try
        {
            deed();
            return null;
        }
        catch (RuleViolation refused)
        {
            return Assert.Single(refused.Broken);
        }
    }

    private static string[] Codes(Action deed)
    {
        try
        {
            deed();
            return [];
        }
        catch (RuleViolation refused)
        {
            return [.. refused.Broken.Select(rule => rule.Code)];
        }
    }
}
