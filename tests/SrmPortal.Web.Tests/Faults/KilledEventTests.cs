using SrmPortal.Data;
using SrmPortal.Web.Tests.Events;
using Xunit.Abstractions;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>
/// The process gets SIGKILL while a supplier asks, a buyer extends, imports, drafts, publishes a next round and corrects a protocol, and what a
/// supplier types keeps itself, all at once.
/// Whatever was confirmed to anybody is there when it stands again; the rest is there whole or not at all, and its button does it once.
/// </summary>
public sealed class KilledEventTests(ITestOutputHelper output)
{
    [Fact]
    public Task Whatever_was_confirmed_of_an_event_before_a_kill_is_there_after_it() => KillAndLook(Databases.Sqlite, 1, seed: 20061203);

    [ProofFact]
    public Task The_same_holds_for_twenty_kills() => KillAndLook(Databases.Sqlite, 20, Random.Shared.Next());

    [ServerProofFact]
    public Task The_same_holds_where_the_database_is_a_server() => KillAndLook(Databases.PostgreSql, 20, Random.Shared.Next());

    private async Task KillAndLook(string database, int kills, int seed)
    {
        output.WriteLine($"Seed {seed}, {database}.");
        var random = new Random(seed);
        await using var stand = await KilledStand.WithRoundsToOpen(database, kills + 1);
        await stand.Start();
        var (buyer, supplier, other) = (await stand.SignedIn(Portal.BuyerId), await stand.SignedIn(KilledStand.Submitter * 10), await stand.SignedIn(KilledStand.Saver * 10));
        var terms = Drafts.PathOf(await Drafts.Begin(buyer, "Terms"));
        IKilledDeed[] deeds =
        [
            new Asking(stand, supplier), new Extending(stand, buyer), new Importing(stand, buyer), new Typing(other), new Drafting(buyer, terms),
            new GoingOn(stand, buyer), new Correcting(stand, buyer, KilledStand.ClosedRound(kills)),
        ];
        var (confirmed, cut) = await stand.KillAgainAndAgain(deeds, kills, random, output);
        output.WriteLine($"{confirmed} answers had come, {cut} were cut off.");
        // One kill alone may come before all answers or after them.
        Assert.True(kills == 1 || (confirmed > 0 && cut > 0), $"{confirmed} confirmed, {cut} cut off");
    }
}
