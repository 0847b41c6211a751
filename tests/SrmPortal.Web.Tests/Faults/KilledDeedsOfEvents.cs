using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Tests.Events;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>A supplier asks the buyer something.</summary>
internal sealed class Asking(KilledStand stand, HttpClient supplier) : IKilledDeed
{
    private const string Path = $"/events/{KilledStand.OpenRound}/clarifications";

    private IDocument _page = null!;
    private string _text = "";

    public async Task Prepare(int time) => (_page, _text) = (await supplier.Page(Path), $"Is a passport needed for lot {time}?");

    public Task<HttpResponseMessage> Press() => supplier.Press(_page, "Ask", ("Kind", nameof(ClarificationKind.Explanation)), ("Text", _text));

    public async Task<bool> Look(bool wasConfirmed)
    {
        var isDone = await Asked() == 1;
        Assert.True(isDone || !wasConfirmed, $"“{_text}” was confirmed and is not there.");
        // The same button, once more: it is asked once.
        Assert.Equal(HttpStatusCode.Redirect, (await Press()).StatusCode);
        Assert.Equal(1, await Asked());
        return isDone;
    }

    private Task<int> Asked() => stand.Portal.Seen(Scope.System, db => db.Clarifications.CountAsync(c => c.Text == _text));
}

/// <summary>The buyer extends the deadline.</summary>
internal sealed class Extending(KilledStand stand, HttpClient buyer) : IKilledDeed
{
    private const string Path = $"/events/{KilledStand.OpenRound}/extend";

    private IDocument _page = null!;
    private int _time;

    private string Reason => $"Asked for, time {_time}";

    public async Task Prepare(int time) => (_page, _time) = (await buyer.Page(Path), time);

    public Task<HttpResponseMessage> Press() => buyer.Press(_page, "Extend the deadline", ("Reason", Reason),
        ("DeadlineDate", stand.Now.AddDays(10 + _time).ToString("d MMM yyyy", CultureInfo.InvariantCulture)), ("DeadlineTime", "12:00"));

    public async Task<bool> Look(bool wasConfirmed)
    {
        var isDone = await IsWhole();
        Assert.True(isDone || !wasConfirmed, $"Extension {_time} was confirmed and is not there.");
        if (!isDone)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await Press()).StatusCode);
            Assert.True(await IsWhole());
        }

        // The same button, once more: the deadline is that already, and nobody is told twice.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Press()).StatusCode);
        Assert.True(await IsWhole());
        return isDone;
    }

    /// <summary>Deadline, history and mail, all or nothing.</summary>
    private async Task<bool> IsWhole()
    {
        var id = await stand.RoundId(KilledStand.OpenRound);
        var found = await stand.Portal.Seen(Scope.System, async db => (
            Days: ((await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == id)).Deadline.Date - stand.Now.Date).Days,
            Changes: await db.RoundChanges.CountAsync(c => c.RoundId == id && c.Reason == Reason),
            All: await db.RoundChanges.CountAsync(c => c.RoundId == id),
            Told: await db.Outbox.CountAsync(m => m.Kind == nameof(RoundExtended))));
        Assert.Equal(found.All, found.Told);
        Assert.Equal(found.Changes == 1, found.Days == 10 + _time);
        return found.Changes == 1;
    }
}

/// <summary>The buyer adds rows of a spreadsheet to another draft each time, out of the preview.</summary>
internal sealed class Importing(KilledStand stand, HttpClient buyer) : IKilledDeed
{
    private const int Rows = 300;

    private IDocument _preview = null!;
    private string _draft = "";

    public async Task Prepare(int time)
    {
        _draft = Drafts.PathOf(await Drafts.Begin(buyer, $"Rows {time}"));
        _preview = await buyer.Pasted(_draft, string.Join('\n', Enumerable.Range(1, Rows).Select(i => $"Pipe {i}\t{i}\tt")));
    }

    public Task<HttpResponseMessage> Press() => buyer.Press(_preview, $"Add {Rows} rows");

    public async Task<bool> Look(bool wasConfirmed)
    {
        var isDone = await Added() == Rows;
        Assert.True(isDone || (!wasConfirmed && await Added() == 0), $"Import, confirmed {wasConfirmed}: {await Added()} of {Rows} rows are there.");
        // The same button, once more: the rows are there once.
        Assert.Equal(HttpStatusCode.Redirect, (await Press()).StatusCode);
        Assert.Equal(Rows, await Added());
        return isDone;
    }

    private async Task<int> Added() => (await stand.Portal.ItemsOf(_draft)).Count;
}

/// <summary>What a supplier types keeps itself, without being saved.</summary>
internal sealed class Typing(HttpClient supplier) : IKilledDeed
{
    private const string Terms = "PaymentTerms";

    private IDocument _form = null!;
    private string _before = "", _typed = "";

    public async Task Prepare(int time)
    {
        _form = await supplier.Page(Saving.Path);
        (_before, _typed) = (_form.Value(Terms) ?? "", $"Typed at time {time}");
    }

    public Task<HttpResponseMessage> Press()
    {
        var (_, fields) = _form.Form("Save", (Terms, _typed));
        return supplier.PostAsync(_form.QuerySelector("#offer")!.GetAttribute("data-typed"), new FormUrlEncodedContent(fields));
    }

    public async Task<bool> Look(bool wasConfirmed)
    {
        var found = (await supplier.Page(Saving.Path)).Value(Terms) ?? "";
        Assert.True(found == _typed || (!wasConfirmed && found == _before), $"Typed “{_typed}” over “{_before}”, confirmed: {wasConfirmed}, found “{found}”.");
        if (found != _typed)
        {
            Assert.Equal(HttpStatusCode.OK, (await Press()).StatusCode);
            Assert.Equal(_typed, (await supplier.Page(Saving.Path)).Value(Terms));
        }

        return found == _typed;
    }
}

/// <summary>A draft saves itself while its buyer types, and keeps a question that isn't added yet.</summary>
internal sealed class Drafting(HttpClient buyer, string draft) : IKilledDeed
{
    private IDocument _form = null!, _question = null!;
    private string _text = "";
    private bool _isTerms;

    public async Task Prepare(int time)
    {
        (_isTerms, _text) = (time % 2 == 0, $"As written at time {time}");
        (_form, _question) = (await buyer.Page(draft), await buyer.Page($"{draft}/questions/new"));
    }

    public Task<HttpResponseMessage> Press()
    {
        var page = _isTerms ? _form : _question;
        var (_, fields) = _isTerms ? page.Form("Save the draft", ("Description", _text)) : page.Form("Save the question", ("Text", _text));
        return buyer.PostAsync(page.QuerySelector("form[data-autosave]")!.GetAttribute("data-autosave"), new FormUrlEncodedContent(fields));
    }

    public async Task<bool> Look(bool wasConfirmed)
    {
        var isDone = await IsThere();
        Assert.True(isDone || !wasConfirmed, $"“{_text}” was confirmed and is not there.");
        if (!isDone)
        {
            Assert.Equal(HttpStatusCode.OK, (await Press()).StatusCode);
            Assert.True(await IsThere());
        }

        return isDone;
    }

    private async Task<bool> IsThere() => (_isTerms ? (await buyer.Page(draft)).QuerySelector("[name=Description]") : (await buyer.Page($"{draft}/questions/new")).QuerySelector("[name=Text]"))!
        .TextContent.Trim() == _text;
}
