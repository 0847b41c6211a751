using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Reference;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Reference;

public sealed class BankDirectoryTests
{
    private static readonly (string, string, string, string)
        Prom = ("044525225", "ПАО «Промкредит»".Replace("«", "&quot;", StringComparison.Ordinal).Replace("»", "&quot;", StringComparison.Ordinal), "Москва", "30101810400000000225"),
        Ural = ("046577674", "Уральский банк", "Екатеринбург", "30101810500000000674");

    [Theory]
    [InlineData("windows-1251", false)]
    [InlineData("utf-8", false)]
    [InlineData("windows-1251", true)]
    public void It_is_read_in_its_own_encoding_plain_or_packed(string encoding, bool packed)
    {
        var xml = Directories.Xml("2026-11-24", encoding, Prom, Ural);

        var directory = Ed807.Read(new MemoryStream(packed ? Directories.Zipped(xml) : xml));

        Assert.Equal(new DateOnly(2026, 11, 24), directory.Day);
        // Whoever takes part no more is left out.
        Assert.Equal(["044525225", "046577674"], directory.Banks.Keys.Order());
        var bank = directory.Banks["046577674"];
        Assert.Equal(("Уральский банк", "г. Екатеринбург", "30101810500000000674"), (bank.Name, bank.City, bank.CorrespondentAccount));
    }

    [Theory]
    [InlineData("<!DOCTYPE ED807 [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><ED807 BusinessDay=\"2026-11-24\"><BICDirectoryEntry BIC=\"044525225\"><ParticipantInfo NameP=\"&a;\"/></BICDirectoryEntry></ED807>")]
    [InlineData("<ED501/>")]
    [InlineData("<ED807 BusinessDay=\"24.11.2026\"/>")]
    [InlineData("<ED807 BusinessDay=\"2026-11-24\"><BICDirectoryEntry")]
    [InlineData("no XML at all")]
    [InlineData("PK and no archive")]
    public void What_is_no_directory_is_refused(string text) =>
        Assert.Equal("banks.not-a-directory", Assert.Throws<RuleViolation>(() => Ed807.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Broken.Single().Code);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_administrator_sees_what_would_change_takes_it_over_and_a_BIK_fills_in_the_bank(string database)
    {
        await using var portal = await Applicants.Portal(database);
        var administrator = await portal.Administrator();
        var preview = await Upload(administrator, Directories.Xml("2026-11-23", "windows-1251", Prom, ("044525111", "Старый банк", "Москва", "30101810400000000111")));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Banks.CountAsync()));
        Assert.Equal(["2", "2", "0", "0", "0"], Counts(preview));
        await administrator.PressAndFollow(preview, "Take it over");

        preview = await Upload(administrator, Directories.Zipped(Directories.Xml("2026-11-24", "windows-1251", Prom with { Item3 = "Королёв" }, Ural)));
        Assert.Equal(["2", "1", "1", "0", "1"], Counts(preview));
        await administrator.PressAndFollow(preview, "Take it over");
        Assert.Equal(["044525225 г. Королёв", "046577674 г. Екатеринбург"], (await portal.Seen(Scope.System, db => db.Banks.OrderBy(b => b.Bik).ToListAsync())).Select(b => $"{b.Bik} {b.City}"));
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == "BanksImported")));

        // One of the day before doesn't take its place, and a token that nobody gave opens nothing.
        var older = await Upload(administrator, Directories.Xml("2026-11-23", "utf-8", Prom));
        Assert.Contains("This directory is older.", older.Text(), StringComparison.Ordinal);
        Assert.Equal("/administration/banks", (await administrator.GetAsync("/administration/banks/preview?token=forged")).Headers.Location!.ToString());

        var applicant = portal.Applicant();
        var details = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);
        await applicant.PressAndFollow(details, "Save and continue", [.. Applicants.Company, ("BankName", "")]);
        var company = (await portal.Registration()).Content.Details;
        Assert.Equal(("ПАО \"Промкредит\"", "г. Королёв", "30101810400000000225"), (company.BankName, company.BankCity, company.CorrespondentAccount));
        Assert.True((await applicant.Page("/registration/details")).QuerySelector("[name=BankName]")!.HasAttribute("readonly"));

        Assert.Equal("""{"name":"Уральский банк","city":"г. Екатеринбург","account":"30101810500000000674"}""",
            System.Text.RegularExpressions.Regex.Unescape(await applicant.GetStringAsync("/registration/details/bank/046577674")));
        Assert.Equal(HttpStatusCode.NoContent, (await applicant.GetAsync("/registration/details/bank/046577675")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_no_directory_is_said_at_its_field_and_nobody_else_gets_there()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var administrator = await portal.Administrator();

        var refused = await administrator.PressWithFiles(await administrator.Page("/administration/banks"), "Show what would change", [("File", "banks.xml", "<ED807"u8.ToArray())]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("no directory ED807", (await refused.Parsed()).GetElementById("File-e")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await portal.Applicant().GetAsync("/administration/banks")).StatusCode);
    }

    private static IEnumerable<string> Counts(IDocument preview) => preview.QuerySelectorAll("dl.facts dd").Select(one => one.TextContent);

    private static async Task<IDocument> Upload(HttpClient administrator, byte[] file)
    {
        var answer = await administrator.PressWithFiles(await administrator.Page("/administration/banks"), "Show what would change", [("File", "ED807.xml", file)]);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, (await answer.Parsed()).Text());
        return await administrator.Page(answer.Headers.Location!.ToString());
    }
}
