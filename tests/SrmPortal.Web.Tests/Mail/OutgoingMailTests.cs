using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Mail;
using SrmPortal.Web.Tests.Reference;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>What the administrator sees of the portal's mails, and what he can do about them.</summary>
public sealed class OutgoingMailTests
{
    private const string Outbox = "/administration/outbox";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_day_without_a_server_two_instances_send_each_mail_once_and_a_bad_address_waits_for_the_administrator(string provider)
    {
        await using var server = new SmtpServer(isAway: true);
        await using var portal = await ToldMail.PortalOn(provider, server).Filled(null, [.. Enumerable.Range(7, 12).Select(key => (long)key)]);
        MailRound[] instances = [.. Enumerable.Range(0, 2).Select(_ => ActivatorUtilities.CreateInstance<MailRound>(portal.Services))];
        Task Both() => Task.WhenAll(instances.Select(one => Task.Run(() => one.Run(default))));
        for (var hour = 0; hour < 24; hour++)
        {
            await Both();
            portal.Clock.Advance(TimeSpan.FromHours(1));
        }

        var administrator = await portal.Administrator();
        Assert.Equal("12", (await administrator.Page($"{Outbox}?view=Waiting")).QuerySelector(".tabs a[aria-current] .count")!.TextContent);

        server.Answer = Refuses("person80@");
        server.Come();
        await Both();
        await Both();
        Assert.Equal(11, server.Mails.Count);
        Assert.Equal(11, server.Mails.Select(mail => mail.To.Mailboxes.Single().Address).Distinct().Count());
        var failed = await administrator.Page($"{Outbox}?view=Failed");
        Assert.Equal("person80@supplier8.example", failed.QuerySelector("tbody td .sub")!.TextContent);
        Assert.Contains("The server said: 550 5.1.1 no such user", failed.Text(), StringComparison.Ordinal);

        server.Answer = _ => Task.FromResult<string?>(null);
        var after = await administrator.PressAndFollow(failed, "Send again");
        await Both();
        Assert.Contains("The mail is queued again.", after.Text(), StringComparison.Ordinal);
        Assert.Equal(12, server.Mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.Equal(12, server.Mails.Count);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(MailSentAgain) && a.PersonId == 777)));
    }

    [Fact]
    public async Task Until_the_opening_nothing_here_changes_by_an_offer_and_after_it_its_receipt_is_there()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        await portal.ReadAllMails();
        var administrator = await portal.Administrator();
        string[] pages = ["", "?view=Waiting", "?view=Failed", "?view=Sent", "?view=NotMailed", "?kind=Receipt", "?text=person70"];
        async Task<string[]> Read() => [.. await Task.WhenAll(pages.Select(async page => string.Join('\n', (await administrator.Page(Outbox + page)).QuerySelectorAll("main")
            .Select(main => main.TextContent))))];
        var before = await Read();

        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        Assert.Equal(before, await Read());
        await portal.DeliverMail();
        Assert.Equal(before, await Read());
        await portal.Seen(Scope.System, db => db.MailDeliveries.Where(d => d.Kind == "Receipt").ExecuteUpdateAsync(set => set
            .SetProperty(d => d.State, DeliveryState.Refused).SetProperty(d => d.ServerAnswer, "550 secret")));
        await portal.Seen(Scope.System, async db =>
        {
            var receipt = await db.Outbox.Where(m => m.SecretUntilOpening).Select(m => m.Id).FirstAsync();
            return await db.Outbox.Where(m => m.Id == receipt).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Pending).SetProperty(m => m.Fault, "Broken"));
        });
        Assert.Equal(before, await Read());
        var secret = await portal.Seen(Scope.System, db => db.MailDeliveries.Where(d => d.Kind == "Receipt").Select(d => d.MessageId.Substring(0, 24)).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Send(await administrator.Page(Outbox), $"{Outbox}/{secret}/again")).StatusCode);

        await portal.Open();
        Assert.Contains("550 secret", (await administrator.Page($"{Outbox}?view=Failed&kind=Receipt")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn($"staff:{Portal.BuyerId}").GetAsync(Outbox)).StatusCode);
    }

    [Fact]
    public async Task A_poisoned_mail_stops_nobody_is_shown_as_failed_with_its_cause_and_given_up_in_the_end()
    {
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled(null, 7, 8, 9);
        ToldMail.Instead.Value = recipient => recipient.PersonId == 80 ? throw new InvalidOperationException("a secret of the mail") : new Letter("Told", "Told");
        await portal.DeliverMail();
        var administrator = await portal.Administrator();

        Assert.Equal(2, portal.Mails.Count);
        var failed = (await administrator.Page($"{Outbox}?view=Failed")).QuerySelector("tbody")!.TextContent;
        Assert.Contains("Cause: InvalidOperationException, OutgoingMailTests.", failed, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", failed, StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromDays(6));
        await portal.DeliverMail();
        Assert.Equal(DeliveryState.Refused, await portal.Seen(Scope.System, db => db.MailDeliveries.Where(d => d.AddresseeId == 80).Select(d => d.State).SingleAsync()));

        ToldMail.Instead.Value = _ => new Letter("Told", "Told");
        await administrator.PressAndFollow(await administrator.Page(Outbox), "Send all that failed again");
        await portal.DeliverMail();
        Assert.Single(portal.MailsTo("person80@supplier8.example"));
        Assert.Equal(3, portal.Mails.Count);
    }

    [Fact]
    public async Task Paused_mail_waits_however_long_every_page_of_an_administrator_says_so_and_then_all_goes()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        var administrator = await portal.Administrator();
        var refused = await administrator.Press(await administrator.Page(Outbox), "Pause");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await administrator.PressAndFollow(await administrator.Page(Outbox), "Pause", ("Reason", $"The server moves, {new string('я', 380)}"));

        await portal.DeliverMail();
        portal.Clock.Advance(TimeSpan.FromDays(9));
        await portal.DeliverMail();
        Assert.Empty(portal.Mails);
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Notifications.CountAsync()));
        Assert.Contains("The portal sends no mail since", (await administrator.Page("/administration")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("The portal sends no mail since", (await portal.SignedIn($"staff:{Portal.BuyerId}").Page("/")).Text(), StringComparison.Ordinal);

        var page = await administrator.Page(Outbox);
        Assert.Contains("by Administrator: The server moves", page.Text(), StringComparison.Ordinal);
        await administrator.PressAndFollow(page, "Send mail again");
        await administrator.PressAndFollow(await administrator.Page(Outbox), "Send a test mail");
        await portal.DeliverMail();
        Assert.Equal("Test mail of the portal", portal.MailsTo("administrator@group.example").Single().Subject);
        Assert.Equal([nameof(MailPaused), nameof(MailResumed), nameof(TestMailAsked)],
            await portal.Seen(Scope.System, db => db.Audit.Where(a => a.PersonId == 777).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_host_gets_no_more_a_minute_than_is_settled_from_all_instances_together_and_others_do_not_wait_for_it(string provider)
    {
        var portal = ToldMail.PortalOn(provider, null, new() { ["Mail:PerHostPerMinute"] = "2" });
        await using var filled = await portal.Filled(null, 7, 8, 9, 10, 11, 12);
        await portal.Seen(Scope.System, async db =>
        {
            foreach (var person in await db.Accounts.Where(a => a.Id >= 70 && a.Id < 120).ToListAsync())
            {
                db.Entry(person).Property(a => a.Email).CurrentValue = $"person{person.Id}@Large.example";
            }

            return await db.SaveChangesAsync();
        });
        MailRound[] instances = [.. Enumerable.Range(0, 2).Select(_ => ActivatorUtilities.CreateInstance<MailRound>(portal.Services))];

        List<int> sent = [];
        for (var minute = 0; minute < 4; minute++)
        {
            await Task.WhenAll(instances.Select(one => Task.Run(() => one.Run(default))));
            sent.Add(portal.Mails.Count);
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([3, 5, 6, 6], sent);
        Assert.Single(portal.MailsTo("person120@supplier12.example"));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.MailDeliveries.CountAsync(d => d.State == DeliveryState.Queued)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task At_the_turn_of_a_minute_as_many_may_go_as_are_settled_however_many_ask_at_once(string provider)
    {
        await using var portal = await ToldMail.PortalOn(provider, null, new() { ["Mail:PerHostPerMinute"] = "5" }).Filled(null, 7);
        var throttle = portal.Services.GetRequiredService<HostThrottle>();
        Task<DateTime?> Ask() => portal.Seen(Scope.System, db => throttle.WaitFor(db, "a@large.example"));
        for (var minute = 0; minute < 8; minute++)
        {
            var waits = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(Ask)));
            Assert.All(waits, Assert.Null);
            Assert.NotNull(await Ask());
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private static Func<string, Task<string?>> Refuses(string address) => command =>
        Task.FromResult(command.StartsWith("RCPT", StringComparison.Ordinal) && command.Contains(address, StringComparison.Ordinal) ? "550 5.1.1 no such user" : null);
}
