using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Demo;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Tests;

/// <summary>What <c>dotnet run</c> shows on a fresh machine, at whatever hour, and when it is started again.</summary>
public sealed class DemonstrationTests
{
    [Fact]
    public Task At_noon_there_is_something_in_every_state() => Plays(new DateTime(2026, 12, 1, 9, 0, 20, DateTimeKind.Utc));

    /// <summary>In the holidays two working days are more than a week, and everything is closed.</summary>
    [Fact]
    public Task After_midnight_on_the_first_of_January_too() => Plays(new DateTime(2026, 12, 31, 21, 30, 0, DateTimeKind.Utc));

    private static async Task Plays(DateTime now)
    {
        await using var portal = new Portal(Databases.Sqlite) { Settings = { ["Demo:Data"] = "true", ["Database:MigrateAtStart"] = "true" } };
        portal.Clock.SetUtcNow(now);

        var rounds = await portal.Seen(Scope.System, db => db.Rounds.AsNoTracking().Include(r => r.Event).ToListAsync());
        RoundState[] shown = [RoundState.Draft, RoundState.PendingApproval, RoundState.Published, RoundState.Closed, RoundState.Opened, RoundState.AwardProposed, RoundState.Awarded, RoundState.Superseded, RoundState.Cancelled];
        Assert.Equal(shown, rounds.Select(round => round.StateAt(now)).Distinct().Order());
        Assert.Contains(rounds, round => round.Audience is Audience.OpenToCategories && round.State is RoundState.Published);
        var quick = rounds.Where(round => round.Deadline - now > TimeSpan.Zero && round.Deadline - now < TimeSpan.FromHours(1)).ToList();
        Assert.InRange(Assert.Single(quick).Deadline - now, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
        Assert.All(rounds.Except(quick).Select(round => Zones.Local(round.Deadline, round.TimeZone)), deadline => Assert.Contains((deadline.Hour, deadline.Minute), new[] { (12, 0), (15, 0), (17, 0) }));

        var registrations = await portal.Seen(Scope.System, db => db.Registrations.AsNoTracking().ToListAsync());
        Assert.Equal(Enum.GetValues<RegistrationState>().Where(state => state is not RegistrationState.Expired), registrations.Select(one => one.State).Distinct().Order());
        Assert.Contains(registrations, one => one.State is RegistrationState.Draft && !one.IsAddressConfirmed && one.Content.Files.Any());
        Assert.Equal(3, await portal.Seen(Scope.System, db => db.AccreditationCases.Where(c => c.Decisions.Any())
            .CountAsync(c => db.Registrations.Any(r => r.Id == c.RegistrationId && r.State == RegistrationState.InReview))));
        Assert.InRange(await portal.Seen(Scope.System, db => db.Categories.CountAsync()), 200, 1000);
        // One accreditation ends soon, and one is being renewed.
        Assert.Single(registrations, one => one.IsRenewal && one.State is RegistrationState.Submitted);
        Assert.Equal(2, (await portal.Seen(Scope.System, db => db.Suppliers.ToListAsync())).Count(one => one.WhyNotRenew(now) is null));

        // In the second round of an event each way to begin the choice comes to another sum, and one price is unusually low.
        var buyer = Scope.StaffOf(await portal.Seen(Scope.System, db => db.Events.Select(e => e.BuyerId!.Value).FirstAsync()), Domain.Accounts.StaffRoles.Buyer);
        var second = Assert.Single(rounds, round => round.No == 1);
        var offers = await portal.Seen(buyer, async db => (await Evaluation.Read(db, (await EvaluationHead.Read(db, second.Event.Number, 1, null))!)).Comparison);
        decimal[] totals = [StartingPoint.CheapestPerItem(offers).Total, StartingPoint.CheapestComplete(offers)!.Total, StartingPoint.FewSuppliers(offers, 2).Total];
        Assert.Equal(3, totals.Distinct().Count());
        Assert.Single(offers.Items.SelectMany(item => offers.For(item.Number)), offers.IsSuspiciouslyLow);
        Assert.Equal(3, offers.Contenders.Count);

        Assert.Equal([2, 3, 3], await StartedAgain(portal, now, 1, 2, 3));
        Assert.Equal([1], await StartedAgain(portal, now, 20));
        Assert.Equal(rounds.Count + 3, await portal.Seen(Scope.System, db => db.Rounds.CountAsync()));
    }

    /// <summary>How many events that close within ten minutes are open after each start.</summary>
    private static async Task<IReadOnlyList<int>> StartedAgain(Portal portal, DateTime now, params int[] minutes)
    {
        List<int> open = [];
        foreach (var minute in minutes)
        {
            var again = now.AddMinutes(minute);
            await portal.Services.GetRequiredService<Demonstration>().Play(again);
            open.Add(await portal.Seen(Scope.System, db => db.Rounds.CountAsync(r => r.State == RoundState.Published && r.Deadline > again && r.Deadline < again.AddHours(1))));
        }

        return open;
    }
}
