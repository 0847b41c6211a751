using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data.Sealing;

namespace SrmPortal.Web.Tests;

/// <summary>A receipt proves itself: on the public page, and to programs that know nothing of the portal.</summary>
public sealed class VerifyTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    [Fact]
    public async Task Anybody_checks_a_receipt_by_its_file_or_its_text_and_learns_what_was_opened()
    {
        await using var portal = await Submitted();
        var receipt = await Receipt(portal);

        var before = await Verified(portal, receipt);
        Assert.Contains("The receipt is genuine", before.Text(), StringComparison.Ordinal);
        Assert.Contains("1 of 1", before.Text(), StringComparison.Ordinal);
        Assert.Contains("have not been opened yet", before.Text(), StringComparison.Ordinal);
        await portal.Open();
        Assert.Contains("Exactly this version was opened", (await Verified(portal, receipt, asText: true)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_of_many_lines_is_checked_whole_when_its_text_is_pasted()
    {
        var portal = await WithReceipt();
        var receipt = await Receipt(portal);

        var page = await Verified(portal, "{" + new string(' ', 200_000) + receipt[1..], asText: true);

        Assert.Contains("The receipt is genuine", page.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content", "\"price\":\"90.0000\"", "\"price\":\"80.0000\"", "the content does not agree with the hash")]
    [InlineData("signedText", "20067776/0", "20067777/0", "the signature does not fit what was signed")]
    [InlineData("nonce", null, null, "the content does not agree with the hash")]
    public async Task A_receipt_that_was_changed_is_not_genuine(string field, string? from, string? to, string message)
    {
        var portal = await WithReceipt();
        var receipt = JsonNode.Parse(await Receipt(portal))!;
        receipt[field] = from is null ? new string('0', 64) : receipt[field]!.GetValue<string>().Replace(from, to, StringComparison.Ordinal);

        var page = await Verified(portal, receipt.ToJsonString());

        Assert.Contains(message, page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("The receipt is genuine", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_that_somebody_else_signed_is_not_genuine()
    {
        var portal = await WithReceipt();
        var receipt = JsonNode.Parse(await Receipt(portal))!;
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forger = new ReceiptKeys(other);
        var text = receipt["signedText"]!.GetValue<string>().Replace(receipt["keyId"]!.GetValue<string>(), forger.KeyId, StringComparison.Ordinal);
        (receipt["signedText"], receipt["signature"]) = (text, Convert.ToBase64String(forger.Sign(text)));

        Assert.Contains("not signed by a key of this portal", (await Verified(portal, receipt.ToJsonString())).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("{\"signedText\":\"x\",\"signature\":\"!\"}")]
    [InlineData("[1,2]")]
    public async Task What_is_no_receipt_is_said_to_be_none(string text)
    {
        var portal = await WithReceipt();
        var visitor = portal.CreateClient();

        var answer = await visitor.Press(await visitor.Page("/verify?culture=en"), "Check", ("pasted", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(text, (await answer.Parsed()).QuerySelector("textarea[name=pasted]")!.TextContent);
    }

    /// <summary>A hash that agrees proves nothing: anybody can make one for any text. Only what the portal signed is read further.</summary>
    [Theory]
    [InlineData("[]")]
    [InlineData("{\"lines\":5}")]
    [InlineData("{\"lines\":[7,{\"price\":1}]}")]
    [InlineData("no json at all")]
    public async Task What_somebody_has_made_up_with_a_right_hash_is_not_genuine(string content)
    {
        var portal = await WithReceipt();
        var hash = Convert.ToHexStringLower(SHA256.HashData([0x0f, .. System.Text.Encoding.UTF8.GetBytes(content)]));
        var signed = string.Join('\n', "srm/receipt/v1", "0123456789", "S00000007", "20067776/0", "1", "2026-12-01T08:59:00.000Z", hash, "", "0123456789abcdef", "-");
        var made = new JsonObject { ["signedText"] = signed, ["signature"] = Convert.ToBase64String(new byte[64]), ["nonce"] = "0f", ["content"] = content };

        Assert.Contains("not signed by a key of this portal", (await Verified(portal, made.ToJsonString())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_checks_too_much_in_a_minute_is_asked_to_wait_in_words()
    {
        await using var portal = await new Portal(Databases.Sqlite) { Settings = new() { ["Portal:AnonymousFormsPerMinute"] = "2" } }.Filled();
        await portal.Save(7, 90);
        await portal.Submit(7, Given.InTime);
        var receipt = await Receipt(portal);
        for (var time = 1; time <= 2; time++)
        {
            Assert.Contains("The receipt is genuine", (await Verified(portal, receipt)).Text(), StringComparison.Ordinal);
        }

        var refused = await Verified(portal, receipt);

        Assert.Contains("Too many forms in a short time", refused.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        // Reading goes on, and so do those who are signed in.
        Assert.Equal(HttpStatusCode.OK, (await portal.CreateClient().GetAsync("/.well-known/srm-keys")).StatusCode);
        var supplier = portal.SignedIn("supplier:7");
        await supplier.PressAndFollow(await supplier.Page(Portal.OfferPath), "Save", ("Lines[0001].UnitPrice", "95"));
    }

    [Fact]
    public void A_former_key_still_confirms_what_it_signed()
    {
        using ECDsa former = ECDsa.Create(ECCurve.NamedCurves.nistP256), now = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = new ReceiptKeys(former).Sign("text");
        var keys = new ReceiptKeys(now, former);

        Assert.True(keys.IsSigned("text", signature, new ReceiptKeys(former).KeyId));
        Assert.False(keys.IsSigned("text", signature, keys.KeyId));
    }

    [Fact]
    public async Task The_public_keys_lie_where_anybody_finds_them_and_hold_no_private_part()
    {
        var portal = await WithReceipt();

        using var keys = JsonDocument.Parse(await portal.CreateClient().GetStringAsync("/.well-known/srm-keys"));

        var key = keys.RootElement.GetProperty("keys")[0];
        Assert.Equal(portal.Services.GetRequiredService<ReceiptKeys>().KeyId, key.GetProperty("kid").GetString());
        Assert.False(key.TryGetProperty("d", out _));
    }

    [Fact]
    public async Task Programs_that_know_nothing_of_the_portal_come_to_the_same_hash()
    {
        var portal = await WithReceipt();
        var folder = Directory.CreateTempSubdirectory("srm-receipt-");
        var supplier = portal.SignedIn("supplier:7");
        var (json, bin) = (Path.Combine(folder.FullName, "receipt.json"), Path.Combine(folder.FullName, "receipt.bin"));
        await File.WriteAllBytesAsync(json, await supplier.GetByteArrayAsync($"{Portal.OfferPath}/versions/1/receipt.json"));
        await File.WriteAllBytesAsync(bin, await supplier.GetByteArrayAsync($"{Portal.OfferPath}/versions/1/receipt.bin"));
        var hash = await portal.Seen(Portal.Supplier(7), db => db.OfferVersions.Select(v => v.ContentHash).SingleAsync());

        Assert.StartsWith(Convert.ToHexStringLower(hash), Shell($"sha256sum '{bin}'"), StringComparison.Ordinal);
        if (Shell("command -v jq").Length > 0 && Shell("command -v xxd").Length > 0)
        {
            Assert.StartsWith(Convert.ToHexStringLower(hash), Shell($"{{ jq -r .nonce '{json}' | xxd -r -p; jq -rj .content '{json}'; }} | sha256sum"), StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_signed_text_has_its_ten_fields_in_order()
    {
        var portal = await WithReceipt();

        var version = await portal.Seen(Portal.Supplier(7), db => db.OfferVersions.SingleAsync());

        Assert.Equal(
            ["srm/receipt/v1", version.ReceiptNumber, "S00000007", "20067776/0", "1", "2026-12-01T08:59:00.000Z", Convert.ToHexStringLower(version.ContentHash), "", version.KeyId, "-"],
            version.SignedText.Split('\n'));
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{10}$", version.ReceiptNumber);
    }

    // It stays as it is: sealed, with the one version.
    private Task<Portal> WithReceipt() => shared.Once(Submitted);

    private static async Task<Portal> Submitted()
    {
        var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 90);
        await portal.Submit(7, Given.InTime);
        return portal;
    }

    private static Task<string> Receipt(Portal portal) => portal.SignedIn("supplier:7").GetStringAsync($"{Portal.OfferPath}/versions/1/receipt.json");

    private static async Task<IDocument> Verified(Portal portal, string receipt, bool asText = false)
    {
        var visitor = portal.CreateClient();
        var (action, fields) = (await visitor.Page("/verify?culture=en")).Form("Check", ("pasted", asText ? receipt : ""));
        var answer = await visitor.PostAsync(action, asText
            ? Browsing.WithFile(fields, "receipt", "", [])
            : Browsing.WithFile(fields, "receipt", "receipt.json", System.Text.Encoding.UTF8.GetBytes(receipt)));
        return await answer.Parsed();
    }

    private static string Shell(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
