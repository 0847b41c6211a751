using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure.Telemetry;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>The mail server is down for a whole day in which people register, submit and open.</summary>
public sealed partial class MailAwayTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_day_without_a_mail_server_stops_nobody_pages_say_that_mails_are_late_and_in_the_evening_each_comes_once_in_its_order(string database)
    {
        await using var server = new SmtpServer(isAway: true);
        await using var portal = await Applicants.Portal(database, new()
        {
            ["Mail:From"] = "srm-noreply@seversplav.example",
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Security"] = "None",
            ["Mail:TimeoutSeconds"] = "2",
        });
        await portal.AddStaffMember(9, StaffRoles.Administrator);
        portal.Clock.AdjustTime(Given.Deadline.AddHours(-8));
        var (supplier, applicant, buyer) = (portal.SignedIn("supplier:7"), portal.Applicant(), portal.SignedIn("buyer"));
        await applicant.FillIn(portal);
        await Invite(portal);
        Assert.DoesNotContain("Mails are late", await applicant.GetStringAsync("/registration/summary"), StringComparison.Ordinal);

        await Hours(portal, 3);
        foreach (var (client, path, words) in new[]
        {
            (applicant, "/registration/summary", "Mails are late just now."), (portal.Applicant("ru"), "/registration/resume", "Письма сейчас приходят с задержкой."),
            (portal.SignedIn("staff:9"), "/administration/state", "See whether the mail server answers."),
        })
        {
            Assert.Contains(words, (await client.Page(path)).Text(), StringComparison.Ordinal);
        }

        Assert.Contains("\"mail\":\"Degraded\"", await buyer.GetStringAsync("/health/ready"), StringComparison.Ordinal);
        await supplier.PressAndFollow(await supplier.Page(Portal.OfferPath), "Save", ("Lines[0001].UnitPrice", "90"), ("ValidUntil", "1 Mar 2027"));
        await supplier.PressAndFollow(await supplier.Page($"{Portal.OfferPath}/review"), "Submit the offer", ("Signs", "true"));
        await Hours(portal, 6);
        await buyer.PressAndFollow(await buyer.Page(Portal.OpeningPath), "Confirm and open", ("Password", Portal.Password));
        await Hours(portal, 15);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.State != OutboxState.FannedOut)));

        server.Come();
        await portal.DeliverMail();
        var deliveries = await portal.Seen(Scope.System, db => db.MailDeliveries.AsNoTracking().OrderBy(d => d.NextTryAt).ThenBy(d => d.Id).ToListAsync());
        Assert.All(deliveries, delivery => Assert.True(delivery.State is DeliveryState.HandedOver or DeliveryState.Skipped or DeliveryState.PortalOnly, $"{delivery.Kind} {delivery.State}"));
        string[] kinds = [.. deliveries.Where(delivery => delivery.State is DeliveryState.HandedOver).Select(delivery => delivery.Kind)];
        // The invitation to what was over by then is left out; the other one is not.
        Assert.All(new[] { "RegistrationStarted", "Receipt", "Invitation" }, kind => Assert.Single(kinds, kind));
        Assert.Equal(deliveries.Where(delivery => delivery.State is DeliveryState.HandedOver).Select(delivery => delivery.MessageId), server.Mails.Select(mail => mail.MessageId));
        await Look(portal);
        Assert.DoesNotContain("Mails are late", await applicant.GetStringAsync("/registration/summary"), StringComparison.Ordinal);

        // The link of the morning's mail works in the evening.
        var link = Link().Match(server.Mails.First(mail => mail.To.Mailboxes.Single().Address == Applicants.Email).TextBody!.ReplaceLineEndings("\n")).Groups[1].Value;
        await applicant.PressAndFollow(await applicant.PressAndFollow(await applicant.Page(link), "Confirm the address and go on"), "Send the registration");
        Assert.Equal(RegistrationState.Submitted, (await portal.Registration()).State);
    }

    /// <summary>To another event, which goes on for days.</summary>
    private static Task<long> Invite(Portal portal) => portal.As(Scope.System, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var round = new Round(new SourcingEvent("20067777", 1, Portal.BuyerId), 0, Given.Terms with { Deadline = Given.Deadline.AddDays(5) }, [new RoundItem("0001", "Pipe 219×8", 12, "t")]);
        db.Add(round);
        await db.SaveChangesAsync();
        round.ChooseSuppliers([7]);
        round.TakeEvents();
        await db.SaveChangesAsync();
        await services.GetRequiredService<PublishRound>().Publish(round.Id, Portal.BuyerId, portal.Clock.GetUtcNow().UtcDateTime);
        return round.Id;
    });

    /// <summary>The dispatcher tries, and the portal looks how far it is behind.</summary>
    private static async Task Hours(Portal portal, int hours)
    {
        for (var hour = 0; hour < hours; hour += 3)
        {
            await portal.DeliverMail();
            portal.Clock.Advance(TimeSpan.FromHours(3));
        }

        await Look(portal);
    }

    private static Task<bool> Look(Portal portal) => portal.As(Scope.System, async services =>
    {
        await services.GetRequiredService<LookAtLags>().DoWhatIsDue(portal.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);
        return true;
    });

    [GeneratedRegex($@":\n{Portal.PublicUrl}(/\S*)")]
    private static partial Regex Link();
}
