using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Domain.Tests;

/// <summary>What can be kept, and what stands between a working copy and a binding offer.</summary>
public sealed class SubmissionTests
{
    private static readonly RoundQuestion[] Questions =
    [
        new(1, "Who makes it?", QuestionType.Text, true),
        new(2, "Tested?", QuestionType.YesNo, true),
        new(3, "In stock, t", QuestionType.Number, false),
        new(4, "How?", QuestionType.OneOfList, false) { Options = ["Rail", "Road"] },
        new(5, "When?", QuestionType.Date, false),
        new(6, "Certificate", QuestionType.File, true),
    ];

    private static readonly OfferAttachment Certificate = new("f1", "c.pdf", "application/pdf", 1, new string('a', 64)) { Question = 6 };

    [Fact]
    public void Everything_that_blocks_submission_is_said_at_once_each_at_its_field()
    {
        var round = RoundWith(Given.Terms with { RequiresIncoterms = true }, Questions);
        var content = new OfferContent("EUR", "", [new("0001", 12, null)]);

        var blocks = Given.Submission(content, maySubmit: false, amendmentSeen: 3).WhatBlocks(round).Select(rule => (rule.Code, rule.Field)).ToList();

        Assert.Equal(
            [
                (OfferRules.MayNotSubmit, null),
                (OfferRules.AmendmentNotSeen, "AmendmentNo"),
                (OfferRules.CurrencyNotAllowed, "Currency"),
                (OfferRules.VatMissing, "Vat"),
                (OfferRules.IncotermsMissing, "Incoterms"),
                (OfferRules.ValidityMissing, "ValidUntil"),
                (OfferRules.NothingOffered, "Lines[0001].UnitPrice"),
                (OfferRules.LinesBlank, "Lines[0001].UnitPrice"),
                (OfferRules.QuestionUnanswered, "Answers[1].Value"),
                (OfferRules.QuestionUnanswered, "Answers[2].Value"),
                (OfferRules.QuestionUnanswered, "Answers[6].Value"),
            ],
            blocks);
    }

    [Fact]
    public void A_question_about_an_item_binds_whoever_offers_it_and_nobody_else()
    {
        var round = new Round(new SourcingEvent("20067776", 1, 1), 0, Given.Terms, new RoundItem("0001", "Pipe", 12, "t"), new RoundItem("0002", "Rod", 3, "t"));
        round.ReplaceQuestions([new(1, "Tested?", QuestionType.Text, true) { ItemNumber = "0001" }, new(2, "Made of?", QuestionType.Text, true) { ItemNumber = "0002" }]);
        Given.Published(round);
        var first = Given.Prices(90) with { Lines = [new("0001", 12, 90), new("0002", null, 0)] };

        Assert.Equal(["Answers[1].Value"], Given.Submission(first).WhatBlocks(round).Select(rule => rule.Field));
        Assert.Empty(Given.Submission(first with { Answers = [new(1, "Yes")] }).WhatBlocks(round));
    }

    [Fact]
    public void Saving_is_never_blocked_by_what_blocks_submission()
    {
        var offer = new Offer(RoundWith(Given.Terms with { RequiresIncoterms = true }, Questions), 7);

        offer.Save(new OfferContent("EUR", "", [new("0001", null, null)]), Given.InTime);

        Assert.Equal(1, offer.WorkingCopyNo);
    }

    [Fact]
    public void A_complete_offer_is_blocked_by_nothing()
    {
        var round = RoundWith(Given.Terms with { RequiresIncoterms = true }, Questions);
        var content = Given.Prices(90) with
        {
            Incoterms = new Incoterms("DAP", 2020, "Nizhny Tagil"),
            Answers = [new(1, "Volga Pipe"), new(2, OfferAnswer.Yes), OfferAnswer.Of(3, 26.5m), new(4, "Rail"), OfferAnswer.Of(5, new DateOnly(2027, 1, 15))],
            Attachments = [Certificate],
        };

        Assert.Empty(content.WhatCannotBeKept(round));
        Assert.Empty(Given.Submission(content).WhatBlocks(round));
    }

    [Fact]
    public void A_suspended_supplier_submits_nothing_and_an_expired_one_finishes_what_runs()
    {
        var (suspended, expired) = (Given.AccreditedSupplier(), Given.AccreditedSupplier());
        suspended.Suspend("A check", null, Given.OnPublishing);
        var submission = Given.Submission(Given.Prices(90));

        Assert.Equal([SupplierRules.Suspended], (submission with { Supplier = suspended }).WhatBlocks(Given.Published()).Select(rule => rule.Code));
        Assert.Empty((submission with { Supplier = new Supplier("S1", Given.Company(), [], [], Given.OnPublishing.AddYears(-2), Given.OnPublishing) }).WhatBlocks(Given.Published()));
        Assert.Equal(SupplierState.Accredited, expired.StateAt(Given.InTime));
    }

    [Fact]
    public void The_message_of_a_mandatory_question_names_it()
    {
        var block = Given.Submission(Given.Prices(90)).WhatBlocks(RoundWith(Given.Terms, Questions[0])).Single();

        Assert.Equal([1, "Who makes it?"], block.Values);
    }

    [Theory]
    [InlineData("", "Nizhny Tagil", OfferRules.IncotermsMissing)]
    [InlineData("DAP", "", OfferRules.PlaceMissing)]
    [InlineData("DAT", "Nizhny Tagil", OfferRules.IncotermsUnknown)]
    [InlineData("DAP", "Nizhny Tagil", null)]
    public void Incoterms_are_a_rule_of_their_edition_with_a_place(string rule, string place, string? refusal)
    {
        var content = Given.Prices(90) with { Incoterms = new Incoterms(rule, 2020, place) };

        var blocks = Given.Submission(content).WhatBlocks(RoundWith(Given.Terms with { RequiresIncoterms = true }));

        Assert.Equal(refusal is null ? [] : [refusal], blocks.Select(block => block.Code));
        Assert.True(new Incoterms("DAT", 2010, "Port").IsKnown);
    }

    [Theory]
    [InlineData("2027-01-29", false)]
    [InlineData("2027-01-30", true)]
    public void An_offer_is_valid_so_many_days_after_the_deadline_of_the_rounds_zone(string until, bool accepted)
    {
        var content = Given.Prices(90) with { ValidUntil = DateOnly.Parse(until, null) };

        Assert.Equal(accepted ? [] : [OfferRules.ValidityTooShort], Given.Submission(content).WhatBlocks(Given.Published()).Select(rule => rule.Code));
    }

    [Fact]
    public void A_new_rate_of_vat_begins_at_midnight_in_Moscow()
    {
        var midnight = new DateTime(2025, 12, 31, 21, 0, 0, DateTimeKind.Utc);
        IEnumerable<string> Blocking(Vat vat, DateTime instant) => Given.Submission(Given.Prices(90) with { Vat = vat }, instant).WhatBlocks(Given.Published()).Select(rule => rule.Code);

        Assert.Empty(Blocking(new Vat("OLD", 20), midnight.AddMilliseconds(-1)));
        Assert.Equal([OfferRules.VatNotValid], Blocking(new Vat("OLD", 20), midnight));
        Assert.Empty(Blocking(new Vat(VatCategory.General, 22), midnight));
    }

    [Theory]
    [InlineData("GENERAL", "22", true)]
    [InlineData("NOT_SUBJECT", null, true)]
    [InlineData("GENERAL", "20", false)]
    [InlineData("NOT_SUBJECT", "0", false)]
    [InlineData("OLD", "20", false)]
    public void Vat_is_what_the_table_says_on_that_day_and_without_vat_is_not_zero(string category, string? percent, bool accepted)
    {
        var vat = new Vat(category, percent is null ? null : decimal.Parse(percent, null));
        var line = new OfferEntry("0001", 12, 90) { Vat = vat };

        Assert.Equal(accepted ? [] : [OfferRules.VatNotValid], Given.Submission(Given.Prices(90) with { Vat = vat }).WhatBlocks(Given.Published()).Select(rule => rule.Code));
        Assert.Equal(accepted ? [] : ["Lines[0001].Vat"], Given.Submission(Given.Prices(90) with { Lines = [line] }).WhatBlocks(Given.Published()).Select(rule => rule.Field));
    }

    [Theory]
    [InlineData(false, 12, null)]
    [InlineData(false, 11, OfferRules.QuantityNotAsAsked)]
    [InlineData(true, 11, null)]
    [InlineData(true, 13, OfferRules.QuantityTooLarge)]
    [InlineData(false, 13, OfferRules.QuantityTooLarge)]
    public void Quantity_is_as_asked_unless_parts_are_allowed_and_never_more(bool partial, int quantity, string? refusal) => Assert.Equal(
        refusal is null ? [] : [refusal],
        Given.Submission(Given.Prices(90, quantity)).WhatBlocks(Given.Published(Given.Draft(partial: partial))).Select(rule => rule.Code));

    [Fact]
    public void Blank_lines_are_asked_about_once_and_named()
    {
        var round = Given.Published(Given.Draft(items: 3));
        var submission = Given.Submission(Given.Prices(90) with { Lines = [new("0001", 12, 90), new("0002", 0, 0)] });

        var question = Assert.Single(submission.WhatBlocks(round));
        Assert.Equal((OfferRules.LinesBlank, "Lines[0003].UnitPrice"), (question.Code, question.Field));
        Assert.Equal([1, "0003"], question.Values);
        Assert.Empty((submission with { BlanksAreMeant = true }).WhatBlocks(round));
    }

    [Fact]
    public void Where_all_items_are_required_a_blank_line_is_refused_and_not_asked_about()
    {
        var round = Given.Published(Given.Draft(items: 3, allItems: true));
        var submission = Given.Submission(Given.Prices(90) with { Lines = [new("0001", 12, 90), new("0002", 0, 0)] });

        Assert.Equal(
            [(OfferRules.AllItemsRequired, "Lines[0002].UnitPrice"), (OfferRules.AllItemsRequired, "Lines[0003].UnitPrice")],
            (submission with { BlanksAreMeant = true }).WhatBlocks(round).Select(rule => (rule.Code, rule.Field)));
    }

    [Fact]
    public void A_substitute_is_refused_where_none_is_allowed()
    {
        var content = Given.Prices(90) with { Lines = [new("0001", 12, 90) { Substitute = "Other pipe" }] };

        Assert.Equal([OfferRules.SubstituteNotAllowed], Given.Submission(content).WhatBlocks(Given.Published()).Select(rule => rule.Code));
        Assert.Empty(Given.Submission(content).WhatBlocks(RoundWith(Given.Terms with { AllowsSubstitutes = true })));
    }

    [Fact]
    public void A_file_that_is_not_all_there_blocks()
    {
        var submission = Given.Submission(Given.Prices(90)) with { MissingFiles = [Certificate] };

        Assert.Equal([OfferRules.FileMissing], submission.WhatBlocks(Given.Published()).Select(rule => rule.Code));
    }

    [Fact]
    public void What_is_no_price_quantity_item_currency_or_too_much_is_not_even_kept()
    {
        var offer = new Offer(Given.Published(), 7);
        IEnumerable<string> Kept(OfferContent content) => Refused.By(() => offer.Save(content, Given.InTime));

        Assert.Equal([OfferRules.NotAPrice], Kept(Given.Prices(-5)));
        Assert.Equal([OfferRules.NotAPrice], Kept(Given.Prices(1.00005m)));
        Assert.Equal([OfferRules.NotAQuantity], Kept(Given.Prices(1, quantity: 1.0005m)));
        Assert.Equal([OfferRules.NoSuchItem], Kept(Given.Prices(1, item: "9999")));
        Assert.Equal([OfferRules.NoSuchItem], Kept(Given.Prices(1) with { Lines = [new("0001", 12, 1), new("0001", 12, 2)] }));
        Assert.Equal([OfferRules.NotACurrency], Kept(Given.Prices(1, currency: "rub")));
        Assert.Equal([OfferRules.AmountTooLarge], Kept(Given.Prices(OfferEntry.MaxPrice, OfferEntry.MaxQuantity)));
        Assert.Equal([OfferRules.TextTooLong], Kept(Given.Prices(1) with { Comment = new string('x', 2001) }));
        Assert.Equal(0, offer.WorkingCopyNo);
    }

    [Theory]
    [InlineData(3, "26,5", OfferRules.NotAnAnswer)]
    [InlineData(3, "-1.0000", OfferRules.NotAnAnswer)]
    [InlineData(2, "perhaps", OfferRules.NotAnAnswer)]
    [InlineData(4, "Air", OfferRules.NotAnOption)]
    [InlineData(5, "15.01.2027", OfferRules.NotAnAnswer)]
    [InlineData(6, "c.pdf", OfferRules.NoSuchQuestion)]
    [InlineData(9, "x", OfferRules.NoSuchQuestion)]
    public void An_answer_is_of_its_questions_kind(int question, string value, string refusal) => Assert.Equal(
        [refusal], (Given.Prices(1) with { Answers = [new(question, value)] }).WhatCannotBeKept(RoundWith(Given.Terms, Questions)).Select(rule => rule.Code));

    private static Round RoundWith(RoundTerms terms, params RoundQuestion[] questions)
    {
        var round = new Round(new SourcingEvent("20067776", 1, 1), 0, terms, new RoundItem("0001", "Pipe", 12, "t"));
        round.ReplaceQuestions(questions);
        return Given.Published(round);
    }
}
