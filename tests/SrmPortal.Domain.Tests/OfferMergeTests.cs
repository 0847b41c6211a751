using SrmPortal.Domain.Offers;

namespace SrmPortal.Domain.Tests;

public sealed class OfferMergeTests
{
    private static readonly OfferAttachment File = new("f1", "c.pdf", "application/pdf", 1, new string('a', 64));

    private static readonly OfferContent Was = new("RUB", "", [new("0001", 12, 100), new("0002", 12, null)])
    {
        Answers = [new(1, "Russia")],
        ValidUntil = new DateOnly(2027, 1, 25),
    };

    [Fact]
    public void What_only_one_of_both_changed_merges()
    {
        var mine = Was with { Comment = "Mine", Lines = [new("0001", 12, 90), new("0002", 12, null)], Incoterms = new Incoterms("DAP", 2020, "Tagil") };
        var theirs = Was with { Lines = [new("0001", 12, 100), new("0002", 12, 50) { Substitute = "Other" }], Attachments = [File], Answers = [new(1, "Russia"), new(2, "yes")] };

        var merge = OfferMerge.Of(Was, mine, theirs);

        Assert.Empty(merge.Clashes);
        Assert.Equal([new OfferEntry("0001", 12, 90), new OfferEntry("0002", 12, 50) { Substitute = "Other" }], merge.Merged.Lines);
        Assert.Equal(("Mine", new Incoterms("DAP", 2020, "Tagil")), (merge.Merged.Comment, merge.Merged.Incoterms));
        Assert.Equal([File], merge.Merged.Attachments);
        Assert.Equal([new(1, "Russia"), new(2, "yes")], merge.Merged.Answers);
        Assert.Equal(
            ["Answers[2].Value", "Attachments[f1]", "Comment", "Incoterms", "IncotermsPlace", "Lines[0001].UnitPrice", "Lines[0002].Substitute", "Lines[0002].UnitPrice"],
            merge.Joined.Select(change => change.Field).Order());
    }

    [Fact]
    public void What_both_changed_differently_clashes_field_by_field_with_what_it_was()
    {
        var mine = Was with { ValidUntil = new DateOnly(2027, 2, 1), Lines = [new("0001", 8, 90), new("0002", 12, null)] };
        var theirs = Was with { ValidUntil = new DateOnly(2027, 2, 28), Lines = [new("0001", 12, 95), new("0002", 12, null)] };

        var merge = OfferMerge.Of(Was, mine, theirs);

        Assert.Equal(
            [
                new FieldChange("ValidUntil", new DateOnly(2027, 1, 25), new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 28)),
                new FieldChange("Lines[0001].UnitPrice", 100m, 90m, 95m),
            ],
            merge.Clashes.OrderByDescending(clash => clash.Field));
        Assert.Equal(8, merge.Merged.Lines[0].Quantity);
    }

    [Fact]
    public void What_both_changed_alike_is_no_clash()
    {
        var both = Was with { Comment = "Same" };

        Assert.Empty(OfferMerge.Of(Was, both, both with { PaymentTerms = "x" }).Clashes);
    }

    [Fact]
    public void A_file_that_a_colleague_took_away_stays_away()
    {
        var was = Was with { Attachments = [File] };

        Assert.Empty(OfferMerge.Of(was, was with { Comment = "Mine" }, was with { Attachments = [] }).Merged.Attachments);
    }

    [Fact]
    public void Where_the_base_is_no_longer_kept_every_difference_is_a_clash()
    {
        var merge = OfferMerge.Of(null, Was with { Comment = "Mine" }, Was with { Comment = "" });

        Assert.Equal([new FieldChange("Comment", null, "Mine", "")], merge.Clashes);
    }
}
