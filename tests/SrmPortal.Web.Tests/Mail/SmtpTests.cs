using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>What the portal does with what a mail server says.</summary>
public sealed class SmtpTests
{
    private static readonly string[] Everybody = ["person70@supplier7.example", "person80@supplier8.example", "person90@supplier9.example"];

    [Fact]
    public async Task A_mail_has_both_parts_and_says_what_it_is()
    {
        await using var server = new SmtpServer();
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server).Filled();

        await portal.DeliverMail();

        var mail = server.Mails.Single();
        Assert.Equal("Seversplav portal", mail.From.Mailboxes.Single().Name);
        Assert.Equal("srm-noreply@seversplav.example", mail.From.Mailboxes.Single().Address);
        Assert.Equal("a.lebedev@seversplav.example", mail.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Matches("^20067776[.][0-9a-f]{16}[.]thread@seversplav[.]example$", mail.References.Single());
        Assert.Equal(mail.References.Single(), mail.InReplyTo);
        Assert.EndsWith("@seversplav.example", mail.MessageId, StringComparison.Ordinal);
        Assert.Contains($"{Portal.PublicUrl}/activate/", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Portal.PublicUrl}/activate/", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("250 taken", await Answer(portal, 70));
    }

    [Fact]
    public async Task A_5xx_for_one_address_is_final_and_visible_and_the_others_get_theirs()
    {
        await using var server = new SmtpServer { Answer = Says("person80", "RCPT", "550 5.1.1 no such user") };
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server).Filled(null, 7, 8, 9);

        await portal.DeliverMail();
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await portal.DeliverMail();

        Assert.Equal([Everybody[0], Everybody[2]], Receivers(server));
        Assert.Equal(DeliveryState.Refused, await State(portal, 80));
        Assert.Equal("550 5.1.1 no such user", await Answer(portal, 80));
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.Notifications.CountAsync()));
    }

    [Fact]
    public async Task A_451_is_tried_again_later_and_then_taken()
    {
        await using var server = new SmtpServer { Answer = Says("person80", "RCPT", "451 4.7.1 greylisted") };
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server).Filled(null, 7, 8);

        await portal.DeliverMail();
        Assert.Equal("451 4.7.1 greylisted", await Answer(portal, 80));
        server.Answer = _ => Task.FromResult<string?>(null);
        await portal.DeliverMail();
        Assert.Equal([Everybody[0]], Receivers(server));

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.DeliverMail();
        Assert.Equal(Everybody[..2], Receivers(server));
    }

    [Fact]
    public async Task A_message_that_the_server_refuses_after_its_text_is_final()
    {
        await using var server = new SmtpServer { Answer = command => Task.FromResult(command == "." ? "554 5.7.1 spam" : null) };
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server).Filled();

        await portal.DeliverMail();

        Assert.Equal(DeliveryState.Refused, await State(portal, 70));
        Assert.Equal("554 5.7.1 spam", await Answer(portal, 70));
    }

    [Fact]
    public async Task What_the_server_has_against_the_portal_itself_costs_no_mail()
    {
        await using var server = new SmtpServer { Answer = Says("MAIL", "MAIL", "550 5.7.1 sender not allowed") };
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server).Filled();

        await portal.DeliverMail();
        Assert.Equal(DeliveryState.Queued, await State(portal, 70));

        server.Answer = _ => Task.FromResult<string?>(null);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await portal.DeliverMail();
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task Hours_without_a_server_lose_nothing_and_when_it_answers_all_is_sent()
    {
        await using var server = new SmtpServer(isAway: true);
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server).Filled(null, 7, 8, 9);

        for (var hour = 0; hour < 6; hour++)
        {
            await portal.DeliverMail();
            portal.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(3, await portal.Seen(Scope.System, db => db.Notifications.CountAsync()));
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.MailDeliveries.CountAsync(d => d.State == DeliveryState.Queued)));

        server.Come();
        await portal.DeliverMail();
        Assert.Equal(Everybody, Receivers(server));
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_tried_again_and_the_next_mail_goes_at_once()
    {
        await using var server = new SmtpServer { Answer = Says("person70", "RCPT", "drop") };
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server).Filled(null, 7, 8);

        await portal.DeliverMail();
        Assert.Equal([Everybody[1]], Receivers(server));

        server.Answer = _ => Task.FromResult<string?>(null);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.DeliverMail();
        Assert.Equal(Everybody[..2], Receivers(server));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_holds_nobody()
    {
        await using var server = new SmtpServer();
        server.Answer = async command =>
        {
            if (command.Contains("person70", StringComparison.Ordinal))
            {
                await Task.Delay(TimeSpan.FromSeconds(5));
            }

            return null;
        };
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server).Filled(null, 7, 8);

        await portal.DeliverMail();

        Assert.Equal([Everybody[1]], Receivers(server));
        Assert.Equal("No answer in time.", await Answer(portal, 70));
        Assert.Equal(DeliveryState.Queued, await State(portal, 70));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_crash_between_sending_and_recording_the_same_mail_goes_out_again(string provider)
    {
        await using var server = new SmtpServer();
        await using var portal = await ToldMail.PortalOn(provider, server).Filled();
        using var crash = new CancellationTokenSource();
        server.Answer = async command =>
        {
            if (command == ".")
            {
                await crash.CancelAsync();
            }

            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portal.DeliverMail(crash.Token));
        Assert.Equal(DeliveryState.Queued, await State(portal, 70));
        await Waiting.Until(() => Task.FromResult(server.Mails.Count > 0));
        Assert.Single(server.Mails);

        portal.Clock.Advance(Leases.Length);
        await portal.DeliverMail();
        Assert.Equal(2, server.Mails.Count);
        Assert.Equal(server.Mails[0].MessageId, server.Mails[1].MessageId);
        Assert.Equal(LinkIn(server, 0), LinkIn(server, 1));
        Assert.Equal(DeliveryState.HandedOver, await State(portal, 70));
    }

    [Fact]
    public async Task With_STARTTLS_the_mail_travels_encrypted_and_to_no_other_certificate()
    {
        await using var server = new SmtpServer(offersTls: true);
        await using var other = new SmtpServer(offersTls: true);
        var trusted = Path.GetTempFileName();
        await File.WriteAllBytesAsync(trusted, server.Certificate!.RawData);
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server, new() { ["Mail:ServerCertificate"] = trusted }).Filled();
        await using var deceived = await ToldMail.PortalOn(Databases.Sqlite, other, new() { ["Mail:ServerCertificate"] = trusted }).Filled();

        await portal.DeliverMail();
        await deceived.DeliverMail();

        Assert.True(server.WasEncrypted);
        Assert.Single(server.Mails);
        Assert.Empty(other.Mails);
        Assert.Equal(DeliveryState.Queued, await State(deceived, 70));
        File.Delete(trusted);
    }

    [Fact]
    public async Task Without_STARTTLS_on_offer_nothing_is_sent_in_clear()
    {
        await using var server = new SmtpServer();
        var portal = ToldMail.PortalOn(Databases.Sqlite, server);
        portal.Settings["Mail:Security"] = "StartTls";
        await using var filled = await portal.Filled();

        await filled.DeliverMail();

        Assert.Empty(server.Mails);
        Assert.Equal(DeliveryState.Queued, await State(filled, 70));
    }

    [Fact]
    public async Task Whatever_was_typed_stays_in_its_own_header()
    {
        await using var server = new SmtpServer();
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server).Filled();
        await portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Id == 70).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.FullName, "Иванов\r\nBcc: thief@evil.example\r\n\r\nИван")));
        ToldMail.Instead.Value = _ => new Letter("Тема\r\nBcc: thief@evil.example\u2028X-Evil: yes", "Told")
        {
            ReplyTo = new ReplyTo("A\nB", "buyer@seversplav.example>\r\nBcc: <thief@evil.example"),
            Thread = "1\r\nX-Evil: yes",
        };

        await portal.DeliverMail();

        var mail = server.Mails.Single();
        Assert.Empty(mail.Bcc);
        Assert.Null(mail.Headers["X-Evil"]);
        Assert.Empty(mail.ReplyTo);
        Assert.Equal("Тема Bcc: thief@evil.example X-Evil: yes", mail.Subject);
        Assert.Equal("Иванов Bcc: thief@evil.example Иван", mail.To.Mailboxes.Single().Name);
        Assert.Equal(Everybody[0], mail.To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task What_is_not_one_address_is_refused_visibly()
    {
        await using var server = new SmtpServer();
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server).Filled(null, 7, 8, 9);
        foreach (var (person, address) in new[] { (70L, "a@b.example, c@d.example"), (80L, "a@b.example>\r\nRCPT TO:<c@d.example"), (90L, "nobody") })
        {
            await portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Id == person).ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, address)));
        }

        await portal.DeliverMail();

        Assert.Empty(server.Mails);
        foreach (var person in new[] { 70L, 80L, 90L })
        {
            Assert.Equal((person, DeliveryState.Refused), (person, await State(portal, person)));
        }
    }

    [Fact]
    public async Task After_five_days_of_try_again_later_it_counts_as_refused()
    {
        await using var server = new SmtpServer { Answer = Says("person70", "RCPT", "452 mailbox full") };
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite, server).Filled();

        await portal.DeliverMail();
        portal.Clock.Advance(TimeSpan.FromDays(5) - TimeSpan.FromMinutes(1));
        await portal.DeliverMail();
        Assert.Equal(DeliveryState.Queued, await State(portal, 70));
        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.DeliverMail();

        Assert.Equal(DeliveryState.Refused, await State(portal, 70));
        Assert.Equal("452 mailbox full", await Answer(portal, 70));
    }

    private static string LinkIn(SmtpServer server, int mail) =>
        server.Mails[mail].TextBody!.Split('\n').Single(line => line.Contains("/activate/", StringComparison.Ordinal)).Trim();

    private static Func<string, Task<string?>> Says(string about, string verb, string answer) => command =>
        Task.FromResult(command.StartsWith(verb, StringComparison.Ordinal) && command.Contains(about, StringComparison.Ordinal) ? answer : null);

    private static IEnumerable<string> Receivers(SmtpServer server) => server.Mails.SelectMany(mail => mail.To.Mailboxes).Select(to => to.Address).Order();

    private static Task<DeliveryState> State(Portal portal, long person) =>
        portal.Seen(Scope.System, db => db.MailDeliveries.Where(d => d.AddresseeId == person).Select(d => d.State).SingleAsync());

    private static Task<string?> Answer(Portal portal, long person) =>
        portal.Seen(Scope.System, db => db.MailDeliveries.Where(d => d.AddresseeId == person).Select(d => d.ServerAnswer).SingleAsync());
}
