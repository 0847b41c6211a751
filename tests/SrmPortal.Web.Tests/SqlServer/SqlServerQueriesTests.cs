using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;

namespace SrmPortal.Web.Tests.SqlServer;

public sealed class SqlServerQueriesTests
{
    [Fact]
    public async Task Every_query_that_the_application_asks_is_one_that_SQL_Server_understands()
    {
        var asked = new QueriesOfTheApplication();
        await using (var portal = await Portal.With(Databases.Sqlite, services => services.ConfigureDbContext<SqlitePortalDbContext>(
            options => options.AddInterceptors(asked)), null, 7, 8))
        {
            await portal.Save(7, 100);
            await portal.Submit(7, Given.InTime);
            await portal.Open();
            await VisitEverything(portal);
        }

        var server = new SqlServerWithoutServer();
        await using var db = server.NewContext();
        foreach (var query in asked.Asked)
        {
            if (Record.Exception(() => QueriesOfTheApplication.AskOf(db, query)) is { } thrown)
            {
                Assert.Fail($"{query}\n{thrown.GetBaseException()}");
            }
        }
        await Assert.ThrowsAsync<InvalidOperationException>(db.NextEventNumber);

        using var model = server.Schema();
        Assert.True(server.Recorded.Count >= asked.Asked.Count, $"{asked.Asked.Count} asked, {server.Recorded.Count} recorded");
        for (var i = 0; i < server.Recorded.Count; i++)
        {
            Assert.Empty(SqlServerWithoutServer.SyntaxErrors(server.Recorded[i].Text));
            model.AddObjects(SqlServerWithoutServer.AsProcedure(server.Recorded[i], i));
        }

        Assert.Empty(SqlServerWithoutServer.Faults(model));
    }

    // Every page that answers by GET, as everybody who may see one: what they show is what they ask.
    private static async Task VisitEverything(Portal portal)
    {
        foreach (var (person, path) in new[] { ("supplier:7", Portal.OfferPath), ("supplier:7", Portal.OfferPath + "/review"), ("supplier:7", Portal.OfferPath + "/versions/1"), ("buyer", Portal.OffersPath),
            ("supplier:7", "/"), ("supplier:7", "/events?q=677&status=open&category=12&deadline=week&sort=place"), ("supplier:7", "/events?number=*677*/0&status=closed"),
            ("supplier:7", "/events?text=pipe&sort=-title"), ("supplier:7", "/events/20067776"), ("supplier:7", "/events/20067776/0"), ("supplier:7", "/events/20067776/0/items"),
            ("supplier:7", "/events/20067776/0/questions"), ("supplier:7", "/events/20067776/0/documents"), ("supplier:7", "/events/20067776/0/print"),
            ("buyer", "/"), ("buyer", "/events?mine=true&category=12"), ("buyer", "/events/new"), ("buyer", "/events/20067776/0"), ("buyer", "/events/20067776/0/suppliers"),
            ("buyer", "/events/20067776/0/cancel"), ("buyer", "/events/20067776/0/draft"), ("buyer", "/events/20067776/0/draft/items"), ("buyer", "/events/20067776/0/draft/items/0001"),
            ("buyer", "/events/20067776/0/draft/questions"), ("buyer", "/events/20067776/0/draft/documents"), ("buyer", "/events/20067776/0/draft/suppliers?q=supplier"),
            ("buyer", "/events/20067776/0/draft/suppliers"), ("buyer", "/events/20067776/0/draft/publish"), ("buyer", "/approvals") })
        {
            await portal.SignedIn(person).GetAsync(path);
        }
    }
}
