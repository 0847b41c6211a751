using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Audit;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Tests.Administration;

/// <summary>Auditors read and search the history in sentences of their own language; of offers it knows nothing before the opening.</summary>
public sealed class HistoryTests
{
    private static readonly Type[] Events =
    [
        .. new[] { typeof(DomainEvent), typeof(PortalDbContext), typeof(HistorySentences) }.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract),
    ];

    [Fact]
    public void Every_happening_has_a_name_of_its_own() => Assert.Equal(Events.Length, Events.Select(type => type.Name).Distinct().Count());

    [Fact]
    public void Everything_that_is_recorded_has_a_sentence_in_both_languages()
    {
        var named = HistorySentences.All.Select(one => one.Action).ToHashSet();
        Assert.True(Events.All(type => named.Contains(type.Name)), "Add a line to Features/Audit/Sentences.tsv for " + string.Join(", ", Events.Select(type => type.Name).Where(name => !named.Contains(name))));
        Assert.Empty(named.Except(Events.Select(type => type.Name)));
        foreach (var sentence in HistorySentences.All)
        {
            var properties = Events.Single(type => type.Name == sentence.Action).GetProperties();
            string[] inEnglish = Named(sentence.English), inRussian = Named(sentence.Russian);
            Assert.Empty(inEnglish.Concat(inRussian).Except(properties.Select(one => one.Name)));
            Assert.Matches("[а-я]", sentence.Russian);
            Assert.DoesNotMatch("[А-Яа-я]", sentence.English);
            foreach (var value in properties.Where(one => inEnglish.Concat(inRussian).Contains(one.Name)).Select(one => Nullable.GetUnderlyingType(one.PropertyType) ?? one.PropertyType).Where(type => type.IsEnum && type != typeof(StaffRoles)))
            {
                Assert.All(Enum.GetNames(value), name => Assert.NotNull(HistorySentences.Word($"{value.Name}.{name}")));
            }
        }

        foreach (var title in new Func<HistorySentence, string>[] { one => HistorySentences.Blank(one.English), one => HistorySentences.Blank(one.Russian) })
        {
            Assert.Empty(HistorySentences.All.GroupBy(title).Where(group => group.Count() > 1).Select(group => group.Key));
        }

        static string[] Named(string sentence) => [.. HistorySentences.Braces().Matches(sentence).Select(match => match.Groups[1].Value)];
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_auditor_finds_what_happened_by_who_for_whom_to_what_and_when(string database)
    {
        await using var portal = await Stand(database);
        var auditor = portal.SignedIn("staff:5");
        await portal.GivePassword(70);
        await portal.SignInAs("SRM000000070");
        await portal.Open();
        await portal.As(Scope.System, services => services.GetRequiredService<AuditChain>().Seal(Given.InTime.AddHours(1)));

        Task<string> Found(string query) => Text(auditor, "/audit?" + query);
        var all = await Found("");
        Assert.Contains("20067776/0 was published, deadline 1 Dec 2026 12:00", all, StringComparison.Ordinal);
        Assert.Contains("Person 70 (SRM000000070) signed in", all, StringComparison.Ordinal);
        Assert.Contains("An offer for 20067776/0 was submitted, version 1", await Found("what=Offers"), StringComparison.Ordinal);
        Assert.DoesNotContain("signed in", await Found("what=offers"), StringComparison.Ordinal);
        Assert.DoesNotContain("was published", await Found("what=OfferSubmitted"), StringComparison.Ordinal);
        Assert.Contains("was submitted", await Found("company=supplier+7"), StringComparison.Ordinal);
        Assert.Contains("Nothing is recorded that fits", await Found("company=supplier+8&what=OfferSubmitted"), StringComparison.Ordinal);
        Assert.Contains("signed in", await Found("person=SRM000000070&what=Access"), StringComparison.Ordinal);
        Assert.DoesNotContain("was submitted", await Found("person=Buyer+1"), StringComparison.Ordinal);
        Assert.Contains("was published", await Found("event=%E2%84%96+2006+7776/0"), StringComparison.Ordinal);
        Assert.Contains("Nothing is recorded that fits", await Found("event=20067776/1"), StringComparison.Ordinal);
        Assert.Contains("Nothing is recorded that fits", await Found("from=02.12.2027"), StringComparison.Ordinal);
        Assert.Contains("was submitted", await Found("from=01.12.2026+11:00&to=01.12.2026"), StringComparison.Ordinal);
        Assert.Contains("Nothing is recorded that fits", await Found("to=01.12.2020+11:00"), StringComparison.Ordinal);
        Assert.Contains("Correct the time", await Found("from=yesterday&to=01.12.2026+25:00"), StringComparison.Ordinal);
        Assert.Contains("Предложение по 20067776/0 подано, версия 1", await Text(portal.SignedIn("staff:5", "ru"), "/audit"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("staff:1").GetAsync("/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync("/audit/history.xlsx")).StatusCode);

        var sheet = Rows(await auditor.GetByteArrayAsync("/audit/history.xlsx?what=OfferSubmitted"));
        var head = await portal.Seen(Scope.System, db => db.AuditBatches.Select(b => b.Head).SingleAsync());
        Assert.Contains(sheet, row => row.Contains("An offer for 20067776/0 was submitted, version 1") && row.Contains(head) && row.Contains("Supplier 7"));
        Assert.Contains("were taken as a sheet", await Found("what=HistoryDownloaded"), StringComparison.Ordinal);
        Assert.Equal("/audit?from=x", (await auditor.GetAsync("/audit/history.xlsx?from=x")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Before_the_opening_neither_page_nor_sheet_nor_filter_nor_count_knows_of_an_offer()
    {
        await using var portal = await Stand(Databases.Sqlite);
        var auditor = portal.SignedIn("staff:5");
        await portal.As(Scope.System, services => services.GetRequiredService<AuditChain>().Seal(Given.InTime.AddHours(1)));
        var visible = await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => !a.SecretUntilOpening));
        var secret = await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.SecretUntilOpening));
        Assert.NotEqual(0, secret);

        foreach (var query in new[] { "", "?what=Offers", "?company=supplier+7", "?person=person+70", "?event=20067776" })
        {
            var text = await Text(auditor, "/audit" + query);
            Assert.DoesNotMatch("offer for 20067776/0 was|was saved|version 1", text);
        }

        Assert.Contains($"{visible} record", await Text(auditor, "/audit"), StringComparison.Ordinal);
        Assert.Contains("Nothing is recorded that fits", await Text(auditor, "/audit?what=Offers"), StringComparison.Ordinal);
        Assert.Equal(visible + 1, Rows(await auditor.GetByteArrayAsync("/audit/history.xlsx")).Count);
    }

    private static async Task<Portal> Stand(string database)
    {
        var portal = await Portal.With(database, null, 7, 8);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 5, StaffRoles.Auditor);
            return true;
        });
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        return portal;
    }

    /// <summary>What stands below the filters.</summary>
    private static async Task<string> Text(HttpClient reader, string path) =>
        (await reader.Page(path)).Text().Replace('\u00A0', ' ').Split(["happened to the account.", "с его учётной записью."], StringSplitOptions.None)[1];

    /// <summary>The texts of the first sheet, row by row.</summary>
    private static List<string[]> Rows(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return [.. SpreadsheetReader.Read(stream, new SpreadsheetLimits())[0].Rows.Select(row => row.Cells.Values.Select(cell => cell.Text).ToArray())];
    }
}
