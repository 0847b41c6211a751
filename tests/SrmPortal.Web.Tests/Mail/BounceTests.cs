using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Mail.Bounces;
using SrmPortal.Web.Tests.Reference;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>Mails that come back, as servers of different make send them.</summary>
public sealed class BounceTests
{
    private const string Own = "abcdefghijklmnopqrstuvwx@seversplav.example";

    [Theory]
    [InlineData("postfix", true, "5.1.1", "550 5.1.1 <ivanov@company.example>: Recipient address rejected: User unknown in virtual mailbox table")]
    [InlineData("exchange", true, "5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup")]
    [InlineData("headers-only", true, "5.2.1", "5.2.1 550 mailbox disabled")]
    [InlineData("delayed", false, "4.4.1", "4.4.1 connect to mx.company.example[203.0.113.5]:25: Connection timed out")]
    [InlineData("mailbox-full-in-the-end", false, "4.2.2", "452 4.2.2 The email account that you tried to reach is over quota")]
    public void A_notification_says_which_mail_came_back_why_and_whether_for_good(string sample, bool isFinal, string status, string words)
    {
        var report = BounceReport.Read(Load(Sample(sample, Own)))!;

        Assert.Equal((Own, isFinal, status, words), (report.MessageId, report.IsFinal, report.Status, report.Words));
        Assert.Equal("ivanov@company.example", report.Recipient);
    }

    [Theory]
    [InlineData("Subject: Out of office\r\nIn-Reply-To: <abcdefghijklmnopqrstuvwx@seversplav.example>\r\n\r\nI am away.")]
    [InlineData("Subject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n")]
    [InlineData("Subject: Read\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\r\n\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\nDisposition: displayed\r\n\r\n--b--\r\n")]
    public void What_is_no_such_notification_is_none(string text) => Assert.Null(BounceReport.Read(Load(text)));

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task From_the_mailbox_a_mail_and_its_address_are_marked_once_and_everything_else_is_left_there(string provider)
    {
        await using var mailbox = new ImapServer();
        var portal = new Portal(provider) { Settings = { ["Mail:Bounces:Host"] = "127.0.0.1", ["Mail:Bounces:Port"] = mailbox.Port.ToString(CultureInfo.InvariantCulture), ["Mail:Bounces:Security"] = "None", ["Mail:Bounces:User"] = "srm", ["Mail:Bounces:Password"] = "secret" } };
        await using var _ = await portal.Filled(null, 7, 8);
        await portal.DeliverMail();
        var (bad, full) = (portal.MailsTo("person70@supplier7.example").Single().MessageId!, portal.MailsTo("person80@supplier8.example").Single().MessageId!);
        mailbox.Mails.AddRange([Sample("postfix", "a-stranger@elsewhere.example"), "\0broken", Sample("postfix", bad), Sample("delayed", full), Sample("exchange", bad), "Subject: Hello\r\n\r\nA letter to people."]);

        await Read(portal);
        await Task.WhenAll(Read(portal), Read(portal));

        Assert.Equal([3, 4, 5], mailbox.Seen.Order());
        Assert.Equal(6, mailbox.Fetches);
        Assert.Equal([DeliveryState.Bounced, DeliveryState.HandedOver], await portal.Seen(Scope.System, db => db.MailDeliveries.Where(d => d.Kind == "Invitation").OrderBy(d => d.AddresseeId).Select(d => d.State).ToListAsync()));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Bounces.CountAsync()));
        await Shown(portal);

        // Another address is another one.
        await portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Id == 70).ExecuteUpdateAsync(set => set.SetProperty(a => a.NormalizedEmail, "NEW@SUPPLIER7.EXAMPLE")));
        Assert.DoesNotContain("come back", (await portal.SignedIn("supplier:7").Page("/profile/notices")).Text(), StringComparison.Ordinal);
        await portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Id == 70).ExecuteUpdateAsync(set => set.SetProperty(a => a.NormalizedEmail, "PERSON70@SUPPLIER7.EXAMPLE")));

        // A later mail that does not come back shows that mail gets there.
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await portal.Seen(Scope.System, async db =>
        {
            db.Record(new NewPasswordAsked("SRM000000070", 70, ByMaster: false));
            return await db.SaveChangesAsync();
        });
        await portal.DeliverMail();
        portal.Clock.Advance(TimeSpan.FromDays(4));
        await Read(portal);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Bounces.CountAsync(b => b.ClearedAt == null)));
    }

    [Fact]
    public async Task That_a_receipt_came_back_only_its_own_people_learn_before_the_opening()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7);
        await portal.ReadAllMails();
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.DeliverMail();
        var receipt = portal.MailsTo("person70@supplier7.example").Single().MessageId!;
        Assert.True(await portal.As(Scope.System, services => services.GetRequiredService<ReadBounces>().Take(Load(Sample("postfix", receipt)))));

        foreach (var role in Enum.GetValues<StaffRoles>().Where(role => role is not StaffRoles.None))
        {
            var (bounces, audit) = await portal.Seen(Scope.StaffOf(2, role), async db => (await db.Bounces.CountAsync(), await db.Audit.CountAsync(a => a.Action.EndsWith("MailCameBack"))));
            Assert.True(bounces + audit == 0, $"{role}");
        }

        Assert.Contains("Mails to person70@supplier7.example come back.", (await portal.SignedIn("supplier:7").Page("/profile/notices")).Text(), StringComparison.Ordinal);
        await portal.Open();
        Assert.Equal(1, await portal.Seen(Portal.Buyer, db => db.Bounces.CountAsync()));
    }

    private static async Task Shown(Portal portal)
    {
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 2, StaffRoles.Support);
            return 0;
        });
        const string words = "550 5.1.1 <ivanov@company.example>";
        Assert.Contains(words, (await (await portal.Administrator()).Page("/administration/outbox?view=Failed")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(words, (await portal.SignedIn($"staff:{Portal.BuyerId}").Page("/events/20067776/0/suppliers")).Text(), StringComparison.Ordinal);
        Assert.Contains(words, (await portal.SignedIn("staff:2").Page("/support/people/SRM000000070")).Text(), StringComparison.Ordinal);
        Assert.Contains("Mails come back since", (await portal.SignedIn("supplier:7").Page("/company/people")).Text(), StringComparison.Ordinal);
        Assert.Contains(words, (await portal.SignedIn("supplier:7").Page("/profile/notices")).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("come back", (await portal.SignedIn("supplier:8").Page("/profile/notices")).Text(), StringComparison.Ordinal);
    }

    private static Task<bool> Read(Portal portal) => portal.As(Scope.System, async services =>
    {
        await services.GetRequiredService<ReadBounces>().DoWhatIsDue(portal.Clock.GetUtcNow().UtcDateTime, default);
        return true;
    });

    private static MimeMessage Load(string text)
    {
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text));
        return MimeMessage.Load(bytes);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    private static string Sample(string name, string messageId)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "Bounces");
        return File.ReadAllText(Path.Combine(folder, name + ".eml"), Encoding.Latin1).ReplaceLineEndings("\r\n").Replace("{message-id}", messageId, StringComparison.Ordinal);
    }
}
