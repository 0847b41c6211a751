using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Tests.Opening;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>The buyer publishes the next round of another opened one each time.</summary>
internal sealed class GoingOn(KilledStand stand, HttpClient buyer) : IKilledDeed
{
    private IDocument _page = null!;
    private string _number = "";

    public async Task Prepare(int time)
    {
        _number = KilledStand.ClosedRound(time)[..8];
        await KilledStand.Opens(buyer, $"{_number}/0");
        await buyer.PressAndFollow(await buyer.Page($"/events/{_number}/0/next"), $"Begin the draft of round {_number}/1",
            ("DeadlineDate", stand.Now.AddDays(10).ToString("d MMM yyyy", CultureInfo.InvariantCulture)), ("DeadlineTime", "12:00"));
        _page = await buyer.Page($"/events/{_number}/1/draft/publish");
    }

    public Task<HttpResponseMessage> Press() => buyer.Press(_page, "Publish and invite 2 suppliers");

    public async Task<bool> Look(bool wasConfirmed)
    {
        var isDone = await IsWhole();
        Assert.True(isDone || !wasConfirmed, $"Round {_number}/1 was confirmed to be published and is not.");
        if (!isDone)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await Press()).StatusCode);
            Assert.True(await IsWhole());
        }

        // The same button, once more: it is out already, and nobody is invited twice.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Press()).StatusCode);
        Assert.True(await IsWhole());
        return isDone;
    }

    /// <summary>The earlier round's end, the later one's key, its invitations and their mails, all or nothing.</summary>
    private async Task<bool> IsWhole()
    {
        var found = await stand.Portal.Seen(Scope.System, async db =>
        {
            var rounds = await db.Rounds.AsNoTracking().Include(r => r.Invitations).Where(r => r.Event.Number == _number).OrderBy(r => r.No).ToListAsync();
            return (Earlier: rounds[0].State, Later: rounds[1].State, Invited: rounds[1].Invitations.Count,
                Keys: await db.Set<RoundKey>().CountAsync(key => key.RoundId == rounds[1].Id),
                Told: await db.Outbox.CountAsync(mail => mail.Kind == nameof(RoundPublished) && mail.RoundId == rounds[1].Id));
        });
        var isPublished = found.Later is RoundState.Published;
        Assert.Equal(isPublished ? (RoundState.Superseded, RoundState.Published, 2, 1, 1) : (RoundState.Opened, RoundState.Draft, 0, 0, 0), found);
        return isPublished;
    }
}

/// <summary>The buyer corrects the protocol of one decided round, again and again.</summary>
internal sealed class Correcting(KilledStand stand, HttpClient buyer, string round) : IKilledDeed
{
    private readonly string _path = $"/events/{round}/protocol";

    private IDocument? _page;
    private string _text = "";
    private int _no;

    public async Task Prepare(int time)
    {
        if (_page is null)
        {
            await KilledStand.Opens(buyer, round);
            var matrix = OpenedEvent.Chosen(await buyer.Page($"/events/{round}/comparison"), ("0001", KilledStand.Saver));
            await buyer.PressAndFollow(await buyer.PressAndFollow(matrix, "Review the decision", ("Justification", "The best price.")), "Make the decision");
        }

        (_page, _text, _no) = (await buyer.Page($"{_path}/correction"), $"It was time {time}.", time + 2);
    }

    public Task<HttpResponseMessage> Press() => buyer.Press(_page!, $"Make protocol № {_no}", ("Text", _text), ("Reason", "A slip of the pen."));

    public async Task<bool> Look(bool wasConfirmed)
    {
        var isDone = await IsChained() == _no;
        Assert.True(isDone || !wasConfirmed, $"Protocol {_no} was confirmed and is not there.");
        // The same button, once more: it is made once.
        Assert.Equal(isDone ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Redirect, (await Press()).StatusCode);
        Assert.Equal(_no, await IsChained());
        return isDone;
    }

    /// <returns>How many there are, each with the hash of the one before.</returns>
    private async Task<int> IsChained()
    {
        var all = await stand.Portal.Seen(Scope.System, db => db.Protocols.AsNoTracking().Where(p => p.Round.Event.Number == round.Substring(0, 8)).OrderBy(p => p.No).ToListAsync());
        Assert.All(all, protocol => Assert.True(protocol.IsIntact));
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.Equal(pair.First.Hash, ProtocolContent.FromJson(pair.Second.Content).PreviousHash));
        return all.Count;
    }
}

/// <summary>The buyer decides another opened round each time.</summary>
internal sealed class Awarding(KilledStand stand, HttpClient buyer, Func<int, string> roundOf) : IKilledDeed
{
    private IDocument _page = null!;
    private string _round = "";

    public async Task Prepare(int time)
    {
        _round = roundOf(time);
        await KilledStand.Opens(buyer, _round);
        var matrix = OpenedEvent.Chosen(await buyer.Page($"/events/{_round}/comparison"), ("0001", KilledStand.Saver));
        _page = await buyer.PressAndFollow(matrix, "Review the decision", ("Justification", "The best price."));
    }

    public Task<HttpResponseMessage> Press() => buyer.Press(_page, "Make the decision");

    public async Task<bool> Look(bool wasConfirmed)
    {
        var isDone = await IsWhole();
        Assert.True(isDone || !wasConfirmed, $"The decision on {_round} was confirmed and is not there.");
        // The same button, once more: it is decided once.
        Assert.Equal(isDone ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Redirect, (await Press()).StatusCode);
        Assert.True(await IsWhole());
        return isDone;
    }

    /// <summary>The round's state, both results, the protocol and the mails, all or nothing.</summary>
    private async Task<bool> IsWhole()
    {
        var id = await stand.RoundId(_round);
        var found = await stand.Portal.Seen(Scope.System, async db => (
            State: await db.Rounds.Where(r => r.Id == id).Select(r => r.State).SingleAsync(),
            Protocols: await db.Protocols.CountAsync(p => p.Round.Id == id),
            Told: await db.Outbox.CountAsync(mail => mail.Kind == nameof(RoundAwarded) && mail.RoundId == id)));
        var isDecided = found.State is RoundState.Awarded;
        Assert.Equal(isDecided ? (RoundState.Awarded, 1, 1) : (RoundState.Opened, 0, 0), found);
        return isDecided;
    }
}
