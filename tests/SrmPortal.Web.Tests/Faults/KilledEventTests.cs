using SrmPortal.Data;
using SrmPortal.Web.Tests.Events;
using Xunit.Abstractions;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>
/// The process gets SIGKILL while a supplier asks, a buyer extends, imports and drafts, and what a supplier types keeps itself, all at once.
/// Whatever was confirmed to anybody is there when it stands again; the rest is there whole or not at all, and its button does it once.
/// </summary>
public sealed class KilledEventTests(ITestOutputHelper output)
{
    [Fact]
    public Task Whatever_was_confirmed_of_an_event_before_a_kill_is_there_after_it() => KillAndLook(Databases.Sqlite, 3, seed: 20061203);

    [ProofFact]
    public Task The_same_holds_for_twenty_kills() => KillAndLook(Databases.Sqlite, 20, Random.Shared.Next());

    [ProofFact]
    public async Task The_same_holds_where_the_database_is_a_server()
    {
        if (Databases.All.Contains(Databases.PostgreSql))
        {
            await KillAndLook(Databases.PostgreSql, 20, Random.Shared.Next());
        }
    }

    private async Task KillAndLook(string database, int kills, int seed)
    {
        output.WriteLine($"Seed {seed}, {database}.");
        var random = new Random(seed);
        await using var stand = await KilledStand.WithRoundsToOpen(database, 0);
        await stand.Start();
        var (buyer, supplier, other) = (await stand.SignedIn(Portal.BuyerId), await stand.SignedIn(KilledStand.Submitter * 10), await stand.SignedIn(KilledStand.Saver * 10));
        var (rows, terms) = (Drafts.PathOf(await Drafts.Begin(buyer, "Rows")), Drafts.PathOf(await Drafts.Begin(buyer, "Terms")));
        IKilledDeed[] deeds = [new Asking(stand, supplier), new Extending(stand, buyer), new Importing(stand, buyer, rows), new Typing(other), new Drafting(buyer, terms)];
        var usual = deeds.ToDictionary(deed => deed, _ => TimeSpan.FromMilliseconds(300));
        var (confirmed, cut) = (0, 0);
        for (var time = 1; time <= kills; time++)
        {
            var round = time;
            await Task.WhenAll(deeds.Select(deed => Task.Run(() => deed.Prepare(round))));
            var answers = await stand.KillAround(deeds, deeds[time % deeds.Length], random, usual);
            await stand.Start();
            var found = await Task.WhenAll(deeds.Select((deed, i) => Task.Run(() => deed.Look(answers[i]))));
            for (var i = 0; i < deeds.Length; i++)
            {
                output.WriteLine($"Kill {time}, {deeds[i].GetType().Name}: {(answers[i] ? "confirmed" : found[i] ? "done and not confirmed" : "not done")}.");
            }

            (confirmed, cut) = (confirmed + answers.Count(one => one), cut + answers.Count(one => !one));
        }

        output.WriteLine($"{confirmed} answers had come, {cut} were cut off.");
        Assert.True(confirmed > 0 && cut > 0, $"{confirmed} confirmed, {cut} cut off");
    }
}
