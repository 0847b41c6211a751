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
        foreach (var (person, path) in new[] { ("supplier:7", Portal.OfferPath), ("supplier:7", Portal.OfferPath + "/review"), ("supplier:7", Portal.OfferPath + "/versions/1"), ("buyer", Portal.OffersPath) })
        {
            await portal.SignedIn(person).GetAsync(path);
        }
    }
}
