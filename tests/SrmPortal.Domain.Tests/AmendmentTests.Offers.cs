using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Tests;

/// <summary>What becomes of offers.</summary>
public sealed partial class AmendmentTests
{
    [Fact]
    public void An_offer_is_confirmed_word_for_word_where_its_lines_are_asked_as_they_were()
    {
        var round = Given.Published();
        var offer = Given.SubmittedOffer(round);
        Publish(round, content => content with { PaymentTerms = "In 90 days", Items = [.. content.Items, new RoundItem("0002", "Elbow", 4, "pcs")] });
        offer.NeedConfirmation(1);

        offer.Confirm(Given.Submission(Given.Prices(100), amendmentSeen: 1) with { BlanksAreMeant = true }, madeFor: 0);

        Assert.Equal((OfferState.Submitted, 2), (offer.State, offer.VersionNo));
    }

    [Fact]
    public void A_changed_quantity_or_a_removed_line_or_question_forces_a_new_submission_and_says_which()
    {
        var draft = Given.Draft(items: 3, partial: true);
        draft.ReplaceQuestions([new(1, "Whose?", QuestionType.Text, false)]);
        var round = Given.Published(draft);
        var content = Given.Prices(100) with
        {
            Lines = [new OfferEntry("0001", 12, 100), new OfferEntry("0002", 12, 100), new OfferEntry("0003", null, null)],
            Answers = [new OfferAnswer(1, "Ours")],
        };
        var offer = new Offer(round, 7);
        offer.Save(content, Given.OnPublishing);
        offer.Submit(Given.Submission(content, Given.OnPublishing) with { BlanksAreMeant = true });
        Publish(round, was => was with { Questions = [], Items = [was.Items[0] with { Quantity = 24 }, was.Items[2] with { Quantity = 24 }] });
        offer.NeedConfirmation(1);

        var refused = Assert.Throws<RuleViolation>(() => offer.Confirm(Given.Submission(content, amendmentSeen: 1) with { BlanksAreMeant = true }, madeFor: 0));

        Assert.Equal([$"{OfferRules.LineChanged} 0001", $"{OfferRules.LineRemoved} 0002", $"{OfferRules.QuestionRemoved} 1"],
            refused.Broken.Select(rule => $"{rule.Code} {rule.Values[0]}"));
        Assert.Equal(OfferState.NeedsConfirmation, offer.State);

        // The working copy goes on without what isn't asked any more; submitted with the new quantity, it is in force again.
        var fitted = content.FittedTo(round);
        Assert.Equal(["0001", "0003"], fitted.Lines.Select(line => line.ItemNumber));
        Assert.Empty(fitted.Answers);
        offer.Save(fitted, Given.InTime);
        offer.Submit(Given.Submission(fitted, amendmentSeen: 1) with { BlanksAreMeant = true });
        Assert.Equal((OfferState.Submitted, 2), (offer.State, offer.VersionNo));
    }

    [Fact]
    public void A_line_that_never_was_is_not_forgiven()
    {
        var round = Given.Published(Given.Draft(items: 2));
        Publish(round, content => content with { Items = [content.Items[0]] });

        Assert.Equal(["0001", "0009"], (Given.Prices(1) with { Lines = [new("0001", 1, 1), new("0002", 1, 1), new("0009", 1, 1)] }).FittedTo(round).Lines.Select(line => line.ItemNumber));
    }

    [Fact]
    public void Who_saw_an_older_amendment_does_not_submit()
    {
        var round = Given.Published();
        var offer = Given.SavedOffer(round: round);
        Publish(round, content => content with { Description = "Only seamless" });

        var refused = Assert.Throws<RuleViolation>(() => offer.Submit(Given.Submission(Given.Prices(100))));

        Assert.Equal((OfferRules.AmendmentNotSeen, "AmendmentNo"), (refused.Broken.Single().Code, refused.Broken.Single().Field));
        Assert.Equal(1, refused.Broken.Single().Values[0]);
        offer.Submit(Given.Submission(Given.Prices(100), amendmentSeen: 1));
    }
}
