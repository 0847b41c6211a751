using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Tests.Events;

/// <summary>A list so long that nobody counts it to its end.</summary>
public sealed class LongListTests
{
    private const int Rounds = 1_130;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_supplier_of_very_many_events_sees_its_newest_first_and_those_of_no_other(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        await portal.As(Scope.System, async services => await AddRounds(services.GetRequiredService<PortalDbContext>()));
        var supplier = portal.SignedIn("supplier:7");
        var theirs = Enumerable.Range(0, Rounds).Where(IsOfSeven).Select(Number).Reverse().ToArray();

        foreach (var (query, expected) in new[]
        {
            ("", theirs),
            ("?page=2", theirs[25..]),
            ("?sort=number&page=2", [.. theirs.Reverse().Skip(24)]),
            ("?q=ails", theirs),
            ("?status=open", theirs),
        })
        {
            var page = await supplier.Page("/events" + query);
            Assert.Equal(expected.Take(25).Select(number => number + "/0"), page.QuerySelectorAll("tbody td.id").Select(cell => cell.TextContent));
            Assert.NotNull(page.QuerySelector(".pager"));
        }
    }

    private static bool IsOfSeven(int i) => i % 10 != 0;

    private static string Number(int i) => $"{30_000_000 + i}";

    private static async Task<int> AddRounds(PortalDbContext db)
    {
        db.AddRange(Enumerable.Range(0, Rounds).Select(i =>
        {
            var round = new Round(new SourcingEvent(Number(i), 1, 1), 0, Given.Terms with { Title = "Rails" }, new RoundItem("0001", "Rail", 1, "t"));
            long supplier = IsOfSeven(i) ? 7 : 8;
            round.ChooseSuppliers([supplier]);
            round.Publish(1, Given.Facts(Given.OnPublishing, supplier));
            round.TakeEvents();
            return round;
        }));
        return await db.SaveChangesAsync();
    }
}
