using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Tests.Accreditation;

namespace SrmPortal.Web.Tests.Suppliers;

/// <summary>Suppliers as staff see them.</summary>
public sealed class SupplierPagesTests
{
    [Fact]
    public async Task Staff_find_suppliers_and_visitors_find_no_list()
    {
        await using var portal = await WithSupplier();
        var number = await portal.Seen(Scope.System, db => db.Suppliers.Select(s => s.Number).SingleAsync());
        var buyer = portal.SignedIn($"staff:{DeskPortal.Buyer}");

        foreach (var query in new[] { "", "?text=урал", "?text=7707083893", $"?text={number}", $"?text=С-{number[1..5]}-{number[5..]}", "?state=Accredited" })
        {
            Assert.Contains("ООО «УралТрубСнаб»", (await buyer.Page("/suppliers" + query)).Text(), StringComparison.Ordinal);
        }

        foreach (var query in new[] { "?text=северсталь", "?state=Suspended", "?state=Expired" })
        {
            Assert.DoesNotContain("ООО «УралТрубСнаб»", (await buyer.Page("/suppliers" + query)).Text(), StringComparison.Ordinal);
        }

        Assert.NotEqual(HttpStatusCode.OK, (await portal.Browser().GetAsync("/suppliers")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.GetAsync("/suppliers/S00000000")).StatusCode);
        portal.Clock.Advance(TimeSpan.FromDays(3 * 366));
        Assert.Contains("ООО «УралТрубСнаб»", (await portal.SignedIn($"staff:{DeskPortal.Buyer}").Page("/suppliers?state=Expired")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_shows_each_role_what_is_its_business()
    {
        await using var portal = await WithSupplier();
        var supplier = await portal.Seen(Scope.System, db => db.Suppliers.SingleAsync());
        var path = $"/suppliers/{supplier.Number}";

        var buyer = await portal.SignedIn($"staff:{DeskPortal.Buyer}").Page(path);
        Assert.Contains("Орлов Дмитрий Игоревич", buyer.Text(), StringComparison.Ordinal);
        Assert.Contains("12.04", buyer.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(GivenRegistration.Company.BankAccount, buyer.Text(), StringComparison.Ordinal);
        Assert.Empty(buyer.QuerySelectorAll(".files a"));
        Assert.DoesNotContain("Suspend the supplier", buyer.Text(), StringComparison.Ordinal);

        var reviewer = portal.SignedIn($"staff:{DeskPortal.Legal}");
        var page = await reviewer.Page(path);
        Assert.Contains(GivenRegistration.Company.BankAccount, page.Text(), StringComparison.Ordinal);
        var link = page.QuerySelector(".files a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await reviewer.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn($"staff:{DeskPortal.Buyer}").GetAsync(link)).StatusCode);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(DocumentDownloaded) && a.Subject == supplier.Number)));
    }

    [Fact]
    public async Task The_head_suspends_with_a_reason_tells_the_supplier_and_lifts_it_again()
    {
        await using var portal = await WithSupplier();
        var number = await portal.Seen(Scope.System, db => db.Suppliers.Select(s => s.Number).SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn($"staff:{DeskPortal.Legal}").GetAsync($"/suppliers/{number}/suspension")).StatusCode);
        var head = portal.SignedIn($"staff:{DeskPortal.Head}");
        var page = await head.Page($"/suppliers/{number}/suspension");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Press(page, "Suspend")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Press(page, "Suspend", ("Reason", "Иск"), ("Until", "1 Nov 2026"))).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await head.Press(page, "Suspend", ("Reason", "Иск о банкротстве"), ("Until", "31 Dec 2026"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Press(page, "Suspend", ("Reason", "Ещё раз"), ("Until", ""))).StatusCode);

        var supplier = await portal.Seen(Scope.System, db => db.Suppliers.SingleAsync());
        Assert.Equal((SupplierState.Suspended, new DateTime(2026, 12, 31, 15, 0, 0, DateTimeKind.Utc)), (supplier.StateAt(portal.Now()), supplier.SuspendedUntil!.Value));
        await portal.DeliverMail();
        Assert.Contains("Иск о банкротстве", portal.MailsTo(GivenRegistration.Everything.Email)[^1].TextBody, StringComparison.Ordinal);
        Assert.Contains("ООО «УралТрубСнаб»", (await head.Page("/suppliers?state=Suspended")).Text(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await head.Press(await head.Page($"/suppliers/{number}/suspension"), "Lift the suspension")).StatusCode);
        Assert.Equal(SupplierState.Accredited, await portal.Seen(Scope.System, db => db.Suppliers.Select(s => s.State).SingleAsync()));
        await portal.DeliverMail();
        Assert.Contains("снята", portal.MailsTo(GivenRegistration.Everything.Email)[^1].Subject, StringComparison.Ordinal);

        await head.PressAndFollow(page, "Suspend", ("Reason", "До выяснения"), ("Until", ""));
        Assert.Equal("Suspended", (await head.Page("/suppliers")).QuerySelector("tbody td[data-label=State]")!.TextContent.Trim());
    }

    private static async Task<Portal> WithSupplier()
    {
        var portal = await DeskPortal.With();
        await portal.Pass(await portal.Sent(), DeskPortal.Usual);
        return portal;
    }
}
