using System.Net;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>The list in the portal, and the mails of a developer's portal.</summary>
public sealed class NotificationsTests
{
    [Fact]
    public async Task Opening_one_notes_the_first_time_and_leads_to_its_subject()
    {
        await using var portal = await Delivered();
        var person = portal.SignedIn("supplier:7");
        var list = await person.Page("/notifications");
        Assert.Contains("1 unread.", list.Text(), StringComparison.Ordinal);
        Assert.Equal("1", list.QuerySelector(".topbar .count")!.TextContent);

        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        var link = list.QuerySelector(".todo-what a")!.GetAttribute("href")!;
        var answer = await person.GetAsync(link);
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await person.GetAsync(link);

        Assert.Equal("/events/20067776/0", answer.Headers.Location!.ToString());
        Assert.Equal(Given.InTime.AddMinutes(5), await portal.Seen(Scope.System, db => db.Notifications.Where(n => n.PersonId == 70).Select(n => n.OpenedAt).SingleAsync()));
        var again = await person.Page("/notifications");
        Assert.Contains("0 unread.", again.Text(), StringComparison.Ordinal);
        Assert.Null(again.QuerySelector(".topbar .count"));
    }

    [Fact]
    public async Task A_browser_that_looks_ahead_has_opened_nothing()
    {
        await using var portal = await Delivered();
        var person = portal.SignedIn("supplier:7");
        var link = (await person.Page("/notifications")).QuerySelector(".todo-what a")!.GetAttribute("href")!;
        person.DefaultRequestHeaders.Add("Sec-Purpose", "prefetch");

        await person.GetAsync(link);

        Assert.Null(await portal.Seen(Scope.System, db => db.Notifications.Where(n => n.PersonId == 70).Select(n => n.OpenedAt).SingleAsync()));
    }

    [Fact]
    public async Task Marking_all_as_read_is_not_opening_and_touches_neither_anothers_nor_what_has_come_since()
    {
        await using var portal = await Delivered();
        var person = portal.SignedIn("supplier:7");
        var before = await person.Page("/notifications");
        var comes = Given.InTime.AddMinutes(1);
        await portal.Seen(Scope.System, db => db.Notifications.Where(n => n.PersonId == 70).ExecuteUpdateAsync(set => set.SetProperty(n => n.PutAt, comes)));
        portal.Clock.Advance(TimeSpan.FromMinutes(2));

        var since = await person.PressAndFollow(before, "Mark all as read");
        Assert.Contains("1 unread.", since.Text(), StringComparison.Ordinal);
        await person.PressAndFollow(since, "Mark all as read");

        var notices = await portal.Seen(Scope.System, db => db.Notifications.OrderBy(n => n.PersonId).Select(n => new { n.ReadAt, n.OpenedAt }).ToListAsync());
        Assert.Equal(Given.InTime.AddMinutes(2), notices[0].ReadAt);
        Assert.Null(notices[0].OpenedAt);
        Assert.Null(notices[1].ReadAt);
    }

    [Fact]
    public async Task Another_persons_and_another_companys_are_not_there()
    {
        await using var portal = await Delivered();
        var code = await portal.Seen(Scope.System, db => db.Notifications.Where(n => n.PersonId == 70).Select(n => n.Code).SingleAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:8").GetAsync($"/notifications/{code}")).StatusCode);
        Assert.Equal(0, await portal.Seen(Scope.Supplier(70, 8, CompanyRights.Viewer), db => db.Notifications.CountAsync()));
        Assert.Equal(0, await portal.Seen(Portal.Buyer, db => db.Notifications.CountAsync()));
    }

    [Fact]
    public async Task It_is_found_by_a_part_of_the_number_and_not_by_another()
    {
        await using var portal = await Delivered();
        var person = portal.SignedIn("supplier:7", "ru");

        Assert.NotNull((await person.Page("/notifications?q=*677*&unread=true")).QuerySelector(".todo-what a"));
        Assert.Contains("По этим условиям ничего нет", (await person.Page("/notifications?q=999")).Text(), StringComparison.Ordinal);
        Assert.Contains("По этим условиям ничего нет", (await person.Page("/notifications?topic=Result")).Text(), StringComparison.Ordinal);
        Assert.Contains("На этой странице ничего нет", (await person.Page("/notifications?page=100000000")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_development_a_mail_is_read_in_the_browser_and_its_html_runs_nothing()
    {
        await using var portal = await Delivered();
        var visitor = portal.SignedIn("nobody");
        var list = await visitor.Page("/dev/mail?to=person70");
        var mail = await visitor.Page(list.QuerySelector("tbody a")!.GetAttribute("href")!);
        var html = await visitor.GetAsync(mail.QuerySelector(".btns a")!.GetAttribute("href"));

        Assert.Single(list.QuerySelectorAll("tbody tr"));
        Assert.StartsWith($"{Portal.PublicUrl}/activate/", mail.QuerySelector("pre a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.StartsWith("sandbox ", html.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/dev/mail/..%2F..%2Fsecret")).StatusCode);
    }

    [Fact]
    public void Outside_development_such_pages_are_not_routed()
    {
        var application = new Microsoft.AspNetCore.Mvc.ApplicationModels.ApplicationModel();
        application.Controllers.Add(new(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(Features.DevMail.DevMailController)), []));
        application.Controllers.Add(new(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(Features.Notifications.NotificationsController)), []));

        new Infrastructure.WithoutDevelopment().Apply(application);

        Assert.Equal(nameof(Features.Notifications.NotificationsController), application.Controllers.Single().ControllerType.Name);
    }

    private static async Task<Portal> Delivered()
    {
        var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled(null, 7, 8);
        await portal.DeliverMail();
        return portal;
    }
}
