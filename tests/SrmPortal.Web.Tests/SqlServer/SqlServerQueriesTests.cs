using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Web.Tests.Everywhere;

namespace SrmPortal.Web.Tests.SqlServer;

/// <summary>What the portal asks while people do everything that there is to do, and while everybody looks at every page, put to SQL Server's own parser and binder.</summary>
[Collection(EveryPage.Name)]
public sealed class SqlServerQueriesTests(Crawl crawl)
{
    // By words that only its command has: what was never asked was not checked either.
    private static readonly (string What, string Words)[] WhatMattersMost =
    [
        ("the lock of a round", "SET [r].[Sequence] = [r].[Sequence] + 1"), ("the lock of a company's people", "SET [s].[Number] = [s].[Number]"),
        ("the number of an event", "NEXT VALUE FOR [EventNumber]"), ("the search for events", "[SearchTitle] LIKE"), ("the search for suppliers and applications", "[SearchText] LIKE"),
        ("the comparison", "FROM [OfferLines]"), ("the award", "FROM [Awards]"), ("the import", "FROM [SupplierImports]"),
        ("the notifications", "FROM [Notifications]"), ("the desk", "FROM [AccreditationChecks]"), ("the registration", "FROM [Registrations]"), ("the company's people", "FROM [Memberships]"),
    ];

    [Fact]
    public async Task Every_query_that_the_application_asks_is_one_that_SQL_Server_understands()
    {
        var server = new SqlServerWithoutServer();
        await using var db = server.NewContext();
        var asked = crawl.Queries.Asked;
        List<string> untranslated = [];
        foreach (var query in asked)
        {
            if (Record.Exception(() => QueriesOfTheApplication.AskOf(db, query)) is { } thrown)
            {
                untranslated.Add($"{query}\n{thrown.GetBaseException().Message}");
            }
        }

        Assert.True(untranslated is [], string.Join("\n\n", untranslated));
        await Assert.ThrowsAsync<InvalidOperationException>(db.NextEventNumber);

        using var model = server.Schema();
        Assert.True(server.Recorded.Count > asked.Count, $"{asked.Count} asked, {server.Recorded.Count} recorded");
        for (var i = 0; i < server.Recorded.Count; i++)
        {
            Assert.Empty(SqlServerWithoutServer.SyntaxErrors(server.Recorded[i].Text));
            model.AddObjects(SqlServerWithoutServer.AsProcedure(server.Recorded[i], i));
        }

        Assert.Empty(SqlServerWithoutServer.Faults(model));
        Assert.All(WhatMattersMost, one => Assert.True(server.Recorded.Any(command => command.Text.Contains(one.Words, StringComparison.Ordinal)), one.What));
    }

    [Fact]
    public void The_only_SQL_that_is_written_by_hand_allocates_numbers_and_searches_on_SQLite() =>
        Assert.All(crawl.Queries.WrittenByHand, sql => Assert.Matches("^(UPDATE NumberSeries|SELECT nextval|SELECT rowid AS Value FROM RoundSearch)", sql));
}
