using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Features.Awarding;

namespace SrmPortal.Web.Tests;

/// <summary>Documents of an offer: sealed when they are chosen, opened with the round.</summary>
public sealed class AttachmentTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    private const string Files = $"{Portal.OfferPath}/files";
    private const string Name = "Сертификат 184350.pdf", Inside = "the price is 184350.57";

    private static readonly byte[] Pdf = [.. "%PDF-1.4\n"u8, .. Encoding.ASCII.GetBytes(Inside), .. "\n%%EOF\n"u8];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_file_is_sealed_when_it_is_chosen_and_read_by_the_own_people_alone(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        var supplier = portal.SignedIn("supplier:7");

        var page = await Added(supplier, Name, Pdf);

        var link = page.QuerySelector(".files a")!;
        Assert.Equal(Name, link.TextContent);
        var answer = await supplier.GetAsync(link.GetAttribute("href"));
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", Name), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        foreach (var other in new[] { "supplier:8", "buyer" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await portal.SignedIn(other).GetAsync(link.GetAttribute("href"))).StatusCode);
        }

        var stored = portal.EverythingStored;
        Assert.DoesNotContain(Inside, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("184350", stored, StringComparison.Ordinal);
        Assert.False(Directory.Exists(portal.FilesFolder) && Directory.EnumerateFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public async Task A_large_file_lies_in_chunks_and_comes_back_whole()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        byte[] large = [.. Pdf, .. RandomNumberGenerator.GetBytes(2 * OfferVault.ChunkSize)];

        var page = await Added(portal.SignedIn("supplier:7"), "large.pdf", large);

        Assert.Equal(large, await portal.SignedIn("supplier:7").GetByteArrayAsync(page.QuerySelector(".files a")!.GetAttribute("href")));
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.Set<SealedChunk>().CountAsync()));
    }

    [Fact]
    public async Task Files_stand_by_their_names_with_2_before_10()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime, reviewed: 1);
        var supplier = portal.SignedIn("supplier:7");
        string[] inOrder = ["1.pdf", "2.pdf", "10.pdf", "drawing.pdf", "Scheme 9.pdf", "scheme 11.pdf", "Акт.pdf", "Ёлка.pdf", "Чертёж.pdf"];

        await supplier.PressWithFiles(await supplier.Page(Files), "Add and seal", [.. inOrder.Reverse().Select(name => ("files", name, Pdf))]);

        var review = await supplier.Page($"{Portal.OfferPath}/review");
        foreach (var page in new[] { await supplier.Page(Files), await supplier.Page(Portal.OfferPath), review })
        {
            Assert.Equal(inOrder, page.QuerySelectorAll("main a[href*='/offer/files/']").Select(link => link.TextContent));
        }

        Assert.Equal(inOrder, review.QuerySelectorAll("ins").Select(name => name.TextContent).Where(name => name.EndsWith(".pdf", StringComparison.Ordinal)));
        await portal.Submit(7, Given.InTime, reviewed: 2);
        await portal.Open();
        var documents = await portal.SignedIn("buyer").Page($"{Portal.ComparisonPath}/documents");
        Assert.Equal(inOrder, documents.QuerySelectorAll("main a[href*='/documents/']").Select(link => link.TextContent.Trim()).Where(name => name.EndsWith(".pdf", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("virus.exe", "MZ\u0090 this is no document")]
    [InlineData("empty.pdf", "")]
    [InlineData("picture.png", "%PDF-1.4 not a picture")]
    public async Task What_is_no_document_or_says_something_else_than_it_is_is_refused_by_name(string name, string content)
    {
        var portal = await shared.Once(() => Portal.With(Databases.Sqlite));
        var supplier = portal.SignedIn("supplier:7");

        var answer = await Add(supplier, name, Encoding.Latin1.GetBytes(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(Path.GetFileNameWithoutExtension(name), (await answer.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Set<SealedChunk>().CountAsync()));
    }

    [Fact]
    public async Task Of_more_files_than_one_form_may_have_the_first_that_is_not_taken_is_named()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var supplier = portal.SignedIn("supplier:7");

        using var answer = await supplier.PressWithFiles(
            await supplier.Page(Files), "Add and seal", Enumerable.Range(1, 105).Select(i => ("files", $"{i}.pdf", Pdf)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("101.pdf was one too many: at most 100 files are taken at once.", (await answer.Parsed()).Text(), StringComparison.Ordinal);
        Assert.Equal(100, (await supplier.Page(Files)).QuerySelectorAll(".files a").Length);
    }

    [Fact]
    public async Task A_file_that_a_colleague_adds_while_a_form_is_open_is_not_lost_by_saving_that_form()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var supplier = portal.SignedIn("supplier:7");
        var form = await supplier.PressAndFollow(await supplier.Page(Portal.OfferPath), "Save", ("Lines[0001].UnitPrice", "80"));
        await Added(supplier, Name, Pdf);

        var saved = await supplier.PressAndFollow(form, "Save", ("Lines[0001].UnitPrice", "81"));

        Assert.Equal("81.00", saved.Value("Lines[0001].UnitPrice"));
        Assert.Equal(Name, saved.QuerySelector(".files a")!.TextContent);
    }

    [Fact]
    public async Task A_removed_file_leaves_the_working_copy_and_goes_when_nothing_refers_to_it()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var supplier = portal.SignedIn("supplier:7");
        var page = await supplier.PressAndFollow(await Added(supplier, Name, Pdf), $"Remove {Name}");

        Assert.Null(page.QuerySelector(".files a"));
        for (var copy = 2; copy <= OfferVault.CopiesKept; copy++)
        {
            Assert.Equal(1, await portal.Seen(Scope.System, db => db.Set<SealedChunk>().CountAsync()));
            await portal.Save(7, copy, basedOn: copy);
        }

        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Set<SealedChunk>().CountAsync()));
        Assert.Equal(OfferVault.CopiesKept, await portal.Seen(Scope.System, db => db.Set<SealedContent>().CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task With_the_round_answers_terms_and_files_are_open_to_the_buyer(string database)
    {
        await using var portal = await Portal.With(database);
        await Added(portal.SignedIn("supplier:7"), Name, Pdf);
        await portal.Save(7, 100, basedOn: 1, change: content => content with { PaymentTerms = "30 days" });
        await portal.Submit(7, Given.InTime, reviewed: 2);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.OpenedAttachments.CountAsync()));

        await portal.Open();

        var opened = await portal.Seen(Portal.Buyer, db => db.OpenedAttachments.SingleAsync());
        Assert.Equal((Name, (long)Pdf.Length, true), (opened.Name, opened.Size, opened.IsIntact));
        Assert.Equal(Pdf, await portal.As(Portal.Buyer, services => services.GetRequiredService<OfferVault>().ReadOpenedAttachment(opened)));
        var terms = await portal.Seen(Portal.Buyer, db => db.OpenedOffers.SingleAsync());
        Assert.Equal(("30 days", "GENERAL", 22m), (terms.PaymentTerms, terms.VatCategory, terms.VatPercent));
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => portal.As(Portal.Supplier(8), services => services.GetRequiredService<OfferVault>().ReadOpenedAttachment(opened)));

        var all = await Taken(portal);
        Assert.Equal(("Supplier 7 S00000007/" + Name, Convert.ToHexString(Pdf)), (Assert.Single(all).Key, Convert.ToHexString(all.Single().Value)));
        Assert.Equal(Pdf, await portal.SignedIn("buyer").GetByteArrayAsync($"{Portal.ComparisonPath}/documents/{opened.File}"));
        var taken = await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Action == nameof(OfferDocumentDownloaded) && a.RoundId == portal.RoundId).ToListAsync());
        Assert.Equal([Portal.BuyerId, Portal.BuyerId], taken.Select(record => record.PersonId));
        Assert.All(taken, record => Assert.DoesNotContain("184350", record.Details, StringComparison.Ordinal));

        // What is lost after the opening is no empty file.
        await portal.Seen(Scope.System, db => db.Set<SealedChunk>().ExecuteDeleteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => Taken(portal));
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("deleted")]
    [InlineData("another's")]
    public async Task A_file_that_is_not_the_one_of_the_receipt_is_named_at_the_opening_and_the_rest_goes_on(string tampering)
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        foreach (var supplier in new long[] { 7, 8 })
        {
            await Added(portal.SignedIn($"supplier:{supplier}"), Name, Pdf);
            await portal.Save(supplier, 100, basedOn: 1);
            await portal.Submit(supplier, Given.InTime, reviewed: 2);
        }

        await portal.Seen(Scope.System, async db =>
        {
            var (own, theirs) = (db.Set<SealedChunk>().Where(c => c.SupplierId == 7), db.Set<SealedChunk>().Where(c => c.SupplierId == 8));
            var bytes = await (tampering == "flipped" ? own : theirs).Select(c => c.Bytes).SingleAsync();
            bytes[^1] ^= (byte)(tampering == "flipped" ? 1 : 0);
            return tampering == "deleted" ? await own.ExecuteDeleteAsync() : await own.ExecuteUpdateAsync(set => set.SetProperty(c => c.Bytes, bytes));
        });
        await portal.Open();

        var files = await portal.Seen(Portal.Buyer, db => db.OpenedAttachments.OrderBy(a => a.SupplierId).Select(a => a.IsIntact).ToListAsync());
        Assert.Equal([false, true], files);
        var all = await Taken(portal);
        Assert.Equal(["Left out.txt", "Supplier 8 S00000008/" + Name], all.Keys.Order(StringComparer.Ordinal));
        Assert.Contains($"Supplier 7 S00000007: {Name}", Encoding.UTF8.GetString(all["Left out.txt"]), StringComparison.Ordinal);
        Assert.Equal(2, await portal.Seen(Portal.Buyer, db => db.OfferLines.CountAsync()));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == nameof(AttachmentSealFoundBroken))));
    }

    [Fact]
    public async Task A_file_that_is_not_all_there_blocks_submission_by_name()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await Added(portal.SignedIn("supplier:7"), Name, Pdf);
        await portal.Save(7, 100, basedOn: 1);
        await portal.Seen(Scope.System, db => db.Set<SealedChunk>().ExecuteDeleteAsync());

        var refused = await Assert.ThrowsAsync<SrmPortal.Domain.Common.RuleViolation>(() => portal.Submit(7, Given.InTime, reviewed: 2));

        Assert.Equal((OfferRules.FileMissing, Name), (refused.Broken.Single().Code, refused.Broken.Single().Values.Single()));
    }

    private static async Task<IDocument> Added(HttpClient client, string name, byte[] bytes)
    {
        var answer = await Add(client, name, bytes);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode} {(await answer.Parsed()).Text()}");
        return await client.Page(answer.Headers.Location!.ToString());
    }

    private static async Task<HttpResponseMessage> Add(HttpClient client, string name, byte[] bytes)
    {
        var (action, fields) = (await client.Page(Files)).Form("Add and seal");
        return await client.PostAsync(action, Browsing.WithFile(fields, "files", name, bytes));
    }

    /// <summary>What the buyer takes away of all offers at once.</summary>
    private static async Task<Dictionary<string, byte[]>> Taken(Portal portal)
    {
        var answer = await portal.SignedIn("buyer").GetAsync(Portal.ComparisonPath + "/documents.zip");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var bytes = new MemoryStream();
            using var packed = entry.Open();
            packed.CopyTo(bytes);
            return bytes.ToArray();
        });
    }
}
