using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using static SrmPortal.Web.Tests.Events.Drafts;

namespace SrmPortal.Web.Tests.Events;

/// <summary>Two people, or two tabs, on one form of a draft.</summary>
public sealed partial class KeptDraftTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_two_people_change_in_different_fields_is_kept_from_both(string database)
    {
        await using var portal = await Portal.With(database);
        var (buyer, colleague) = (portal.SignedIn("buyer"), portal.SignedIn("buyer"));
        var mine = await Begin(buyer, "Pipes");
        var theirs = await colleague.Page(PathOf(mine));
        var third = await colleague.Page(PathOf(mine));
        await Keep(colleague, theirs, "Save the draft", ("PaymentTerms", "60 days"), ("Rates[1].Code", "USD"), ("Rates[1].Rate", "90.5"));

        var kept = await Keep(buyer, mine, "Save the draft", ("DeliveryTerms", "By rail"));
        Assert.True(IsSaid(kept, "whole"));
        Assert.Contains("changed other fields meanwhile", kept.GetAttribute("data-said"), StringComparison.Ordinal);
        // The form still shows the old payment terms, and doesn't bring them back, however often it saves itself.
        await Keep(buyer, mine, "Save the draft", ("DeliveryTerms", "By rail or road"));
        await Keep(colleague, theirs, "Save the draft", ("PaymentTerms", "45 days"));
        var saved = await buyer.PressAndFollow(mine, "Save the draft", ("DesiredDelivery", "DAP Tagil"));
        Assert.Contains("both stand here", saved.Text(), StringComparison.Ordinal);
        await colleague.PressAndFollow(third, "Save the draft", ("Description", "For the repair"));

        var stored = await Stored(portal, PathOf(mine));
        Assert.Equal(("45 days", "By rail or road", "DAP Tagil", "For the repair"), (stored.PaymentTerms, stored.DeliveryTerms, stored.DesiredDelivery, stored.Description));
        Assert.Equal(["RUB", "USD"], stored.Currencies);
    }

    [Fact]
    public async Task Where_two_have_changed_the_same_field_both_are_shown_and_the_second_decides()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var mine = await Begin(buyer, "Pipes");
        await Joins(portal, PathOf(mine));
        mine = await buyer.Page(PathOf(mine));
        await Keep(buyer, await buyer.Page(PathOf(mine)), "Save the draft", ("PaymentTerms", "60 days"), ("Description", "For the repair"), ("OpenerId", ""));

        var kept = await Keep(buyer, mine, "Save the draft", ("PaymentTerms", "30 days"), ("DeliveryTerms", "By rail"), ("OpenerId", "2"));

        Assert.True(IsSaid(kept, "over"));
        Assert.Contains("colleague", kept.GetAttribute("data-said"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("60 days", ""), ((await Stored(portal, PathOf(mine))).PaymentTerms, (await Stored(portal, PathOf(mine))).DeliveryTerms));
        var shown = await (await buyer.Press(mine, "Save the draft")).Parsed();
        Assert.Contains("A colleague saved: 60 days", shown.GetElementById("PaymentTerms-e")!.TextContent, StringComparison.Ordinal);
        // Keys of people are told to nobody.
        Assert.Contains("A colleague saved another choice.", shown.GetElementById("OpenerId-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("30 days", shown.QuerySelector("[name=PaymentTerms]")!.TextContent.Trim());
        Assert.Null(shown.GetElementById("Description-e"));
        // Having seen both, the second decides; what only the first had changed is not brought back.
        await buyer.PressAndFollow(shown, "Save the draft");
        var stored = await Stored(portal, PathOf(mine));
        Assert.Equal(("30 days", "By rail", "For the repair"), (stored.PaymentTerms, stored.DeliveryTerms, stored.Description));
    }

    [Fact]
    public async Task Quantities_of_two_people_come_together_line_by_line_and_of_one_that_is_gone_both_are_told()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        var path = PathOf(await Begin(buyer, "Pipes"));
        await buyer.PressAndFollow(await buyer.Pasted(path, "Pipe 1\t1\tt\nPipe 2\t2\tt\nPipe 3\t3\tt"), "Add 3 rows");
        var (mine, theirs) = (await buyer.Page($"{path}/items"), await buyer.Page($"{path}/items"));

        await buyer.PressAndFollow(theirs, "Save the draft", ("Items[0002].Quantity", "22"));
        await buyer.PressAndFollow(await buyer.Page($"{path}/items/0003"), "Remove the item");
        await Keep(buyer, mine, "Save the draft", ("Items[0001].Quantity", "11"));
        Assert.Equal([11, 22], (await portal.ItemsOf(path)).Select(item => item.Quantity));

        Assert.True(IsSaid(await Keep(buyer, mine, "Save the draft", ("Items[0003].Quantity", "33")), "over"));
    }

    [Fact]
    public void A_mark_tells_every_line_number_from_every_other()
    {
        var form = new QuantitiesForm { Items = Enumerable.Range(1, 9999).ToDictionary(n => $"{n:0000}", n => new QuantitiesForm.Row { Quantity = n }) };
        form = StaleForm.Copy(new QuantitiesForm { Items = form.Items, BasedOn = StaleForm.Mark(form) });
        Assert.Equal(9999, StaleForm.Mark(form)[12..].Chunk(12).Select(part => new string(part)[..5]).Distinct().Count());

        var now = new QuantitiesForm { Items = form.Items.ToDictionary(row => row.Key, row => new QuantitiesForm.Row { Quantity = row.Value.Quantity + 1 }) };
        var merged = StaleForm.Merge(form, now);
        Assert.Equal(9999, merged.Taken.Count);
        Assert.Equal(now.Items["0042"].Quantity, merged.Form.Items["0042"].Quantity);
        Assert.Equal(42, form.Items["0042"].Quantity);
    }
}
