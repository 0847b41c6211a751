using System.IO.Compression;
using System.Net;
using System.Text;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;

namespace SrmPortal.Web.Tests.Events;

/// <summary>What of an event is taken away: its documents in one file, its deadline for a calendar.</summary>
public sealed class EventFilesTests
{
    private const string Event = "/events/20069999/0";

    [Fact]
    public async Task All_documents_come_in_one_zip_under_their_own_names_and_each_download_is_kept()
    {
        await using var portal = await Stand(("Техническое задание.pdf", "one"), ("Чертёж №5.pdf", "two"), ("Чертёж №5.pdf", "three"));
        var supplier = portal.SignedIn("supplier:7");
        Assert.Equal($"{Event}/documents.zip", (await supplier.Page($"{Event}/documents")).QuerySelector("a[download]")!.GetAttribute("href"));

        var answer = await supplier.GetAsync($"{Event}/documents.zip");

        Assert.Equal("20069999-0 documents.zip", answer.Content.Headers.ContentDisposition!.FileNameStar);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["Техническое задание.pdf", "Чертёж №5.pdf", "Чертёж №5 (2).pdf"], zip.Entries.Select(entry => entry.FullName));
        using var second = new StreamReader(zip.Entries[2].Open());
        Assert.Equal("%PDF-1.7 three", await second.ReadToEndAsync());
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(RoundDocumentDownloaded) && a.ActingFor == 7)));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:9").GetAsync($"{Event}/documents.zip")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await supplier.GetAsync("/events/20067776/0/documents.zip")).StatusCode);
    }

    [Fact]
    public async Task What_the_antivirus_has_not_let_pass_is_left_out_and_named()
    {
        await using var portal = await Stand(("Задание.pdf", "one"), ("Смета.pdf", "two"));
        await portal.Seen(Scope.System, db => db.Files.Where(f => f.Name == "Смета.pdf").ExecuteUpdateAsync(set => set.SetProperty(f => f.Scan, ScanState.Waiting)));

        using var zip = new ZipArchive(await (await portal.SignedIn("supplier:7", "ru").GetAsync($"{Event}/documents.zip")).Content.ReadAsStreamAsync());

        Assert.Equal(["Задание.pdf", "Не вошло.txt"], zip.Entries.Select(entry => entry.FullName));
        using var told = new StreamReader(zip.Entries[1].Open(), Encoding.UTF8);
        Assert.Contains("Смета.pdf", await told.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deadline_for_the_calendar_keeps_its_id_moves_with_an_extension_and_reminds()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7);
        var supplier = portal.SignedIn("supplier:7", "ru");
        var address = (await supplier.Page("/events/20067776/0")).QuerySelector("a[href$='.ics']")!.GetAttribute("href");

        var text = await supplier.GetStringAsync(address);
        var entry = Assert.Single(Calendar.Load(text)!.Events);
        Assert.Equal(Given.Deadline, entry.Start!.AsUtc);
        Assert.Contains("20067776/0", entry.Summary, StringComparison.Ordinal);
        Assert.Contains("Приём предложений", entry.Summary, StringComparison.Ordinal);
        Assert.Equal(["-PT24H", "-PT2H"], entry.Alarms.Select(alarm => alarm.Trigger!.Duration.ToString()));
        Assert.EndsWith("/events/20067776/0", entry.Url!.ToString(), StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 76, line));

        await portal.As(Portal.Buyer, services => services.GetRequiredService<Clarify>().Extend(portal.RoundId, Given.Deadline.AddHours(5), null, "Holidays", Given.InTime));
        var moved = Assert.Single(Calendar.Load(await supplier.GetStringAsync(address))!.Events);
        Assert.Equal((entry.Uid, Given.Deadline.AddHours(5), entry.Sequence + 1), (moved.Uid, moved.Start!.AsUtc, moved.Sequence));

        // An amendment moves it too.
        await portal.Seen(Scope.System, db => db.Rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.AmendmentNo, 1)));
        Assert.Equal(moved.Sequence + 1, Assert.Single(Calendar.Load(await supplier.GetStringAsync(address))!.Events).Sequence);
    }

    /// <summary>A round published with these documents, to supplier 7; 9 is a stranger.</summary>
    private static async Task<Portal> Stand(params (string Name, string Says)[] documents)
    {
        var portal = await Portal.With(Databases.Sqlite, null, 7);
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await Portal.AddSupplier(db, 9, new Domain.Accounts.MembershipRights(true, false, false, true));
            var draft = new Round(new SourcingEvent("20069999", 1, 1), 0, Given.Terms with { Deadline = Given.Deadline.AddDays(9) }, new RoundItem("0001", "Pipe", 1, "t"));
            draft.ChooseSuppliers([7]);
            db.Add(draft);
            return await db.SaveChangesAsync();
        });
        var buyer = portal.SignedIn("buyer");
        foreach (var (name, says) in documents)
        {
            await buyer.PressWithFiles(await buyer.Page($"{Event}/draft/documents"), "Attach the document", [("File", name, Encoding.UTF8.GetBytes($"%PDF-1.7 {says}"))]);
        }

        await buyer.Press(await buyer.Page($"{Event}/draft/publish"), "Publish and invite 1 supplier");
        return portal;
    }
}
