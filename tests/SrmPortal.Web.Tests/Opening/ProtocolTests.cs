using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Protocols;
using UglyToad.PdfPig;

namespace SrmPortal.Web.Tests.Opening;

/// <summary>What was decided, by whom and why, as it can be read years later.</summary>
public sealed class ProtocolTests
{
    private const string Path = Portal.RoundPath + "/protocol";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_decision_makes_a_protocol_that_nothing_changes_and_a_correction_is_the_next_one(string database)
    {
        await using var portal = await OpenedEvent.Begin(database);
        var buyer = portal.SignedIn("buyer");
        Assert.Contains("This is the protocol as it stands now.", (await buyer.Page(Path)).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.GetAsync($"{Path}/1.pdf")).StatusCode);
        await Decide(buyer);

        await portal.Seen(Scope.System, async db => await db.Suppliers.ExecuteUpdateAsync(set => set.SetProperty(s => s.Name, "Renamed"))
            + await db.Rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.Title, "Another title")));
        var first = (await buyer.Page(Path)).Text();
        Assert.All(new[] { "Supplier 8", "Time.", "Delivered a month earlier.", "protocol № 1 of" }, said => Assert.Contains(said, first, StringComparison.Ordinal));
        Assert.DoesNotContain("Renamed", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Another title", first, StringComparison.Ordinal);

        var form = await buyer.Page($"{Path}/correction");
        var refused = await (await buyer.Press(form, "Make protocol № 2", ("Text", "In section 3, 0001: two months."))).Parsed();
        Assert.Contains("Say why the protocol is corrected.", refused.Text(), StringComparison.Ordinal);
        Assert.Contains("two months", refused.QuerySelector("textarea[name=Text]")!.TextContent, StringComparison.Ordinal);
        var second = await buyer.PressAndFollow(refused, "Make protocol № 2", ("Reason", "A slip of the pen."));
        Assert.All(new[] { "protocol № 2 of", "two months", "A slip of the pen.", "Buyer 1", "Supplier 8" }, said => Assert.Contains(said, second.Text(), StringComparison.Ordinal));

        // The form of the first one corrects no more than that.
        var stale = await buyer.Press(form, "Make protocol № 2", ("Text", "Other"), ("Reason", "Other"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Equal(2, await portal.Seen(Portal.Buyer, db => db.Protocols.CountAsync()));

        var before = (await buyer.Page($"{Path}/1")).Text();
        Assert.DoesNotContain("two months", before, StringComparison.Ordinal);
        Assert.Contains("The latest is № 2.", before, StringComparison.Ordinal);
        var (one, two) = (await Kept(portal, 1), await Kept(portal, 2));
        Assert.Equal(one.Hash, ProtocolContent.FromJson(two.Content).PreviousHash);
        var bytes = await buyer.GetByteArrayAsync($"{Path}/2.json");
        Assert.Equal(two.Hash, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.True(portal.Services.GetRequiredService<ReceiptKeys>().IsSigned(Protocol.SignedText("20067776/0", 2, two.Hash), two.Signature, two.KeyId));
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.GetAsync($"{Path}/3")).StatusCode);
    }

    [Fact]
    public async Task A_protocol_is_a_witness_of_the_history_and_contradicts_another_one()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        Task<AuditFindings> Verified() => portal.As(Scope.System, services => services.GetRequiredService<AuditVerification>().Run([]));
        await portal.As(Scope.System, services => services.GetRequiredService<AuditChain>().Seal(Given.Deadline.AddHours(1)));
        await Decide(buyer);

        var head = (await Verified()).Head;
        var kept = await Kept(portal, 1);
        Assert.Equal((head, head), (kept.AuditHead, ProtocolContent.FromJson(kept.Content).AuditHead));
        Assert.Contains(head, (await buyer.Page(Path)).Text(), StringComparison.Ordinal);
        Assert.Empty((await Verified()).Faults);
        await portal.Seen(Scope.System, db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "AuditBatches"; DELETE FROM "AuditSeals" """));
        Assert.Contains(new AuditFault(AuditFaultKind.WitnessContradicts, null, null), (await Verified()).Faults);
    }

    [Fact]
    public async Task A_protocol_that_was_changed_behind_the_portals_back_is_found_out()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        var buyer = portal.SignedIn("buyer");
        await Decide(buyer);
        Assert.DoesNotContain("is not what was made", (await buyer.Page(Path)).Text(), StringComparison.Ordinal);

        // Its hash was made anew too; the signature can't be.
        var forged = (await Kept(portal, 1)).Content.Replace("Delivered a month earlier.", "My friend.", StringComparison.Ordinal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(forged)));
        await portal.Seen(Scope.System, db => db.Protocols.ExecuteUpdateAsync(set => set.SetProperty(p => p.Content, forged).SetProperty(p => p.Hash, hash)));

        Assert.Contains("This protocol is not what was made.", (await buyer.Page(Path)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_team_corrects_the_auditor_reads_and_a_supplier_sees_nothing()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        await Decide(portal.SignedIn("buyer"));
        await portal.AddStaffMember(4, StaffRoles.Buyer);
        await portal.AddStaffMember(5, StaffRoles.Auditor);

        foreach (var reader in new[] { "staff:4", "staff:5" })
        {
            var page = await portal.SignedIn(reader).Page(Path);
            Assert.Contains("Supplier 8", page.Text(), StringComparison.Ordinal);
            Assert.DoesNotContain("Correct it", page.Text(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Redirect, (await portal.SignedIn(reader).GetAsync($"{Path}/correction")).StatusCode);
        }

        var stranger = Scope.StaffOf(4, StaffRoles.Buyer);
        var refused = await Assert.ThrowsAsync<Domain.Common.RuleViolation>(() => portal.As(stranger, services =>
            services.GetRequiredService<KeepProtocol>().Correct(portal.RoundId, new CorrectionForm { Corrects = 1, Text = "Mine", Reason = "Mine" }, portal.Clock.GetUtcNow().UtcDateTime)));
        Assert.Equal(AwardRules.NotYours, refused.Broken[0].Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync($"{Path}/1.pdf")).StatusCode);
        Assert.Equal(0, await portal.Seen(Portal.Supplier(7), db => db.Protocols.CountAsync()));
        Assert.Equal(0, await portal.Seen(Scope.StaffOf(9, StaffRoles.Administrator), db => db.Protocols.CountAsync()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Seen(Scope.System, async db =>
        {
            db.Remove(await db.Protocols.SingleAsync());
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task The_pdf_reads_back_in_Russian_with_heads_and_numbers_on_every_sheet_and_no_row_torn()
    {
        var items = Enumerable.Range(1, 120).Select(i => new RoundItem($"{i:0000}", i % 7 == 0 ? $"Труба бесшовная горячедеформированная {i}, с очень длинным наименованием, которое занимает несколько строк" : $"Труба {i}", 12, "t")).ToArray();
        var commands = new CommandLog();
        await using var portal = await Portal.With(Databases.Sqlite, services => services.Intercept(commands), new Round(new SourcingEvent("20067776", 1, Portal.BuyerId), 0, Given.Terms with { Title = "Трубы для «Северсплава», ёлочки № 5" }, items), 7, 8);
        await portal.Offer(7, [.. items.Select(item => (item.Number, 100m))]);
        await portal.Offer(8, [.. items.Select(item => (item.Number, 60m))]);
        await portal.Open();
        portal.Clock.SetUtcNow(Portal.Openable);
        var head = (await portal.Head(Portal.Buyer))!;
        await portal.As(Portal.Buyer, services => services.GetRequiredService<Features.Awarding.PrepareAward>().Choose(head, 0,
            evaluation => [.. items.Select(item => ItemChoice.From(evaluation.Comparison, item.Number, item.Number == "0001" ? 7 : 8))], "Лучшие цены.", "Поставщик пояснил: складской остаток."));
        await portal.As(Portal.Buyer, services => services.GetRequiredService<Features.Awarding.DecideAward>().Decide(head, 1, portal.Clock.GetUtcNow().UtcDateTime));
        var buyer = portal.SignedIn("buyer");
        commands.Begin();

        var answer = await buyer.GetAsync($"{Path}/1.pdf?culture=ru");

        Assert.InRange(commands.Count, 1, 10);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        var pages = pdf.GetPages().ToArray();
        var texts = pages.Select(page => Spaced(page.Text)).ToArray();
        var whole = string.Concat(texts);
        Assert.True(pages.Length > 4, $"{pages.Length} pages");
        Assert.All(pages, page => Assert.Equal((595d, 842d), (page.Width, page.Height)));
        Assert.All(pages.SelectMany(page => page.Letters), letter => Assert.InRange(letter.StartBaseLine.X, 40, 560));
        Assert.All(new[] { "Запроспредложений", "Трубыдля«Северсплава»,ёлочки№5", "Лучшиецены.", "Supplier8", "Поставщикпояснил:складскойостаток.", "Необычнонизкиецены", "₽", "Ответственныйзакупщик" },
            said => Assert.Contains(said, whole, StringComparison.Ordinal));
        Assert.All(texts, (text, i) => Assert.Contains($"стр.{i + 1}из{pages.Length}", text, StringComparison.Ordinal));
        var hash = (await Kept(portal, 1)).Hash;
        Assert.All(texts, text => Assert.Contains($"SHA-256{hash}", text, StringComparison.Ordinal));

        // Each item's name and amount stand on one sheet, and each sheet of the table has its head.
        var sheets = texts.Where(text => text.Contains("0050Труба50", StringComparison.Ordinal) || text.Contains("0100Труба100", StringComparison.Ordinal)).ToArray();
        Assert.All(sheets, text => Assert.Contains("Количество", text, StringComparison.Ordinal));
        Assert.All(items.Skip(1).Where(item => item.Name.Length < 12), item =>
            Assert.Contains(texts, text => text.Contains($"{item.Number}{Spaced(item.Name)}12,000т60,00720,00", StringComparison.Ordinal)));
        Assert.Equal("ProtocolDownloaded", await portal.Seen(Scope.System, db => db.Audit.OrderByDescending(a => a.Id).Select(a => a.Action).FirstAsync()));
    }

    [Fact]
    public async Task A_round_that_was_decided_before_protocols_were_kept_gets_one_once()
    {
        await using var portal = await OpenedEvent.Begin(Databases.Sqlite);
        await Decide(portal.SignedIn("buyer"));
        foreach (var gone in new Func<PortalDbContext, Task<int>>[] { db => db.Protocols.ExecuteDeleteAsync(), db => db.OfferResults.ExecuteDeleteAsync(), _ => Task.FromResult(0) })
        {
            await portal.Seen(Scope.System, gone);
            await portal.As(Scope.System, async services =>
            {
                await services.GetRequiredService<MakeMissingProtocols>().DoWhatIsDue(portal.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);
                return true;
            });
        }

        var protocol = await portal.Seen(Scope.System, db => db.Protocols.SingleAsync());
        Assert.Equal((1, null), (protocol.No, protocol.PersonId));
        Assert.Contains("Delivered a month earlier.", protocol.Content, StringComparison.Ordinal);
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.OfferResults.CountAsync()));
    }

    /// <summary>0001 and 0002 from supplier 8.</summary>
    private static async Task Decide(HttpClient buyer)
    {
        var matrix = await buyer.PressAndFollow(OpenedEvent.Chosen(await buyer.Page(Portal.ComparisonPath), ("0001", 8), ("0002", 8)), "Save");
        var review = await buyer.PressAndFollow(matrix, "Review the decision", ("Reasons[0001]", "Delivered a month earlier."), ("Justification", "Time."));
        await buyer.PressAndFollow(review, "Make the decision");
    }

    private static Task<Protocol> Kept(Portal portal, int no) => portal.Seen(Portal.Buyer, db => db.Protocols.AsNoTracking().SingleAsync(p => p.No == no));

    private static string Spaced(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
