using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>Something that a person does and that is killed around its answer.</summary>
internal interface IKilledDeed
{
    /// <summary>Up to the page with the button; everything on the way is confirmed.</summary>
    Task Prepare(int time);

    /// <summary>Presses the button.</summary>
    Task<HttpResponseMessage> Press();

    /// <summary>
    /// After the restart. What was confirmed has to be there, whole; what was not is there whole or not at all, and the same button can be
    /// pressed again and does it once.
    /// </summary>
    /// <returns>Whether it had been done.</returns>
    Task<bool> Look(bool wasConfirmed);
}

internal sealed class Saving(KilledStand stand, HttpClient supplier) : IKilledDeed
{
    public const string Path = $"/events/{KilledStand.OpenRound}/offer", Price = "Lines[0001].UnitPrice";

    private IDocument _form = null!;
    private string _typed = "", _before = "";

    public async Task Prepare(int time)
    {
        _form = await supplier.Page(Path);
        (_before, _typed) = (_form.Value(Price) ?? "", string.Create(CultureInfo.InvariantCulture, $"{700 + time}.25"));
    }

    public Task<HttpResponseMessage> Press() => supplier.Press(_form, "Save", (Price, _typed), ("PaymentTerms", $"So said at {_typed}"), ("ValidUntil", stand.ValidUntil));

    public async Task<bool> Look(bool wasConfirmed)
    {
        var page = await supplier.Page(Path);
        var isDone = page.Value(Price) == _typed;
        Assert.True(isDone || (!wasConfirmed && page.Value(Price) == _before), $"Saved {_typed} over {_before}, confirmed: {wasConfirmed}, found {page.Value(Price)}.");
        if (!isDone)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await Press()).StatusCode);
            page = await supplier.Page(Path);
        }

        Assert.Equal(_typed, page.Value(Price));
        Assert.Contains($"So said at {_typed}", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        return isDone;
    }
}

internal sealed class Submitting(KilledStand stand, HttpClient supplier) : IKilledDeed
{
    private IDocument _review = null!;
    private string _price = "";

    public int Versions { get; private set; }

    public decimal LastPrice => decimal.Parse(_price, CultureInfo.InvariantCulture);

    public List<string> Receipts { get; } = [];

    public async Task Prepare(int time)
    {
        _price = string.Create(CultureInfo.InvariantCulture, $"{400 + time}.75");
        await supplier.PressAndFollow(await supplier.Page(Saving.Path), "Save", (Saving.Price, _price), ("ValidUntil", stand.ValidUntil));
        _review = await supplier.Page($"{Saving.Path}/review");
    }

    public Task<HttpResponseMessage> Press() => supplier.Press(_review, "Submit the offer", ("Signs", "true"));

    public async Task<bool> Look(bool wasConfirmed)
    {
        Versions++;
        var path = $"{Saving.Path}/versions/{Versions}";
        var isDone = (await supplier.GetAsync(path)).StatusCode is HttpStatusCode.OK;
        Assert.True(isDone || !wasConfirmed, $"Version {Versions} was confirmed and is not there.");

        // The same button, once more: the receipt of the first press, or the first.
        Assert.EndsWith($"/versions/{Versions}", (await Press()).Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await supplier.GetAsync($"{Saving.Path}/versions/{Versions + 1}")).StatusCode);

        var file = await supplier.GetStringAsync($"{path}/receipt.json");
        using var receipt = JsonDocument.Parse(file);
        Assert.Contains($"\"price\":\"{_price}00\"", receipt.RootElement.GetProperty("content").GetString(), StringComparison.Ordinal);
        var visitor = stand.Browser();
        var (action, fields) = (await visitor.Page("/verify")).Form("Check");
        var verified = await (await visitor.PostAsync(action, Browsing.WithFile(fields, "receipt", "receipt.json", Encoding.UTF8.GetBytes(file)))).Parsed();
        Assert.Contains("The receipt is genuine", verified.Text(), StringComparison.Ordinal);
        Receipts.Add(receipt.RootElement.GetProperty("signedText").GetString()!.Split('\n')[1]);
        return isDone;
    }
}

internal sealed class Opening(KilledStand stand, HttpClient buyer) : IKilledDeed
{
    private IDocument _page = null!;
    private int _round;

    private string Path => $"/events/{KilledStand.ClosedRound(_round)}";

    public async Task Prepare(int time) => (_round, _page) = (time, await buyer.Page($"/events/{KilledStand.ClosedRound(time)}/opening"));

    public Task<HttpResponseMessage> Press() => buyer.Press(_page, "Confirm and open", ("Password", Portal.Password));

    public async Task<bool> Look(bool wasConfirmed)
    {
        var id = await stand.RoundId(KilledStand.ClosedRound(_round));
        var isDone = await stand.Portal.Seen(Scope.System, db => db.Rounds.Where(r => r.Id == id).Select(r => r.OpenedAt != null).SingleAsync());
        Assert.True(isDone || !wasConfirmed, $"Round {_round} was confirmed open and is closed.");
        await AllOrNothing(id, isDone);
        if (!isDone)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await Press()).StatusCode);
            await AllOrNothing(id, true);
        }

        var comparison = (await buyer.Page($"{Path}/comparison")).Text();
        foreach (var supplier in new[] { KilledStand.Saver, KilledStand.Submitter })
        {
            Assert.Contains(KilledStand.PriceOf(supplier, _round).ToString("#,##0.00", CultureInfo.InvariantCulture), comparison.Replace('\u00A0', ','), StringComparison.Ordinal);
        }

        return isDone;
    }

    private async Task AllOrNothing(long round, bool isOpen)
    {
        var found = await stand.Portal.Seen(Scope.System, async db => (
            Lines: await db.OfferLines.Where(l => l.RoundId == round).CountAsync(),
            Intact: await db.Offers.CountAsync(o => o.Round.Id == round && o.OpenedIntact == true && o.State == OfferState.UnderEvaluation),
            Confirmations: await db.OpeningConfirmations.CountAsync(c => c.Round.Id == round)));
        Assert.Equal(isOpen ? (2, 2, 1) : (0, 0, 0), found);
    }
}

/// <summary>Another step of another company's registration each time.</summary>
internal sealed class Registering(KilledStand stand) : IKilledDeed
{
    private const int Steps = 6;

    private HttpClient _applicant = null!;
    private IDocument _page = null!;
    private int _step;
    private string _email = "";

    public List<string> Sent { get; } = [];

    public async Task Prepare(int time)
    {
        (_applicant, _step, _email) = (stand.Browser(), time % Steps, $"applicant{time}@supplier.example");
        _page = await _applicant.Page("/registration/country");
        for (var step = 0; step < _step; step++)
        {
            _page = await Follow(await Press(step));
        }

        if (_step == Steps - 1)
        {
            _page = await _applicant.PressAndFollow(await _applicant.Page(await stand.LinkMailedTo(_email)), "Confirm the address and go on");
        }
    }

    public Task<HttpResponseMessage> Press() => Press(_step);

    public async Task<bool> Look(bool wasConfirmed)
    {
        if (_step == 0 && !wasConfirmed)
        {
            // Without an answer the browser has nothing; the button is pressed again, and begins one registration in all.
            var isDone = await Count() == 1;
            await Follow(await Press());
            Assert.Equal(1, await Count());
            return isDone;
        }

        var wasDone = await IsDone(_step);
        Assert.True(wasDone || !wasConfirmed, $"Step {_step} was confirmed and is not there.");
        for (var before = 0; before < _step; before++)
        {
            Assert.True(await IsDone(before), $"Step {before} was confirmed before.");
        }

        if (!wasDone)
        {
            await Follow(await Press());
            Assert.True(await IsDone(_step));
        }

        if (_step == Steps - 1)
        {
            Sent.Add((await Stored()).ShownNumber);
        }

        return wasDone;
    }

    private async Task<HttpResponseMessage> Press(int step) => step switch
    {
        0 => await _applicant.Press(_page, "Save and continue", [.. Applicants.Start, ("Email", _email)]),
        1 => await _applicant.Press(_page, "Save and continue", Applicants.Company),
        2 => await _applicant.Press(_page, "Save and continue", Applicants.People),
        3 => await _applicant.Press(_page, "Save and continue", ("Categories", await stand.Portal.CategoryKey("t12.04"))),
        4 => await _applicant.PressWithFiles(_page, "Save and check everything", Applicants.Documents, Applicants.Consents),
        _ => await _applicant.Press(_page, "Send the registration"),
    };

    /// <summary>What the applicant sees of a step.</summary>
    private async Task<bool> IsDone(int step)
    {
        switch (step)
        {
            case 0:
                return (await _applicant.Page("/registration/country")).Value("Email") == _email;
            case 1:
                return (await _applicant.Page("/registration/summary")).Text().Contains("ООО «УралТрубСнаб» 🔩", StringComparison.Ordinal);
            case 2:
                return (await _applicant.Page("/registration/summary")).Text().Contains("Орлов Дмитрий Игоревич", StringComparison.Ordinal);
            case 3:
                return (await _applicant.Page("/registration/summary")).Text().Contains("Seamless pipes", StringComparison.Ordinal);
            case 4:
                var files = (await _applicant.Page("/registration/documents")).QuerySelectorAll(".files a");
                foreach (var file in files)
                {
                    Assert.Equal(Given.Pdf, await _applicant.GetByteArrayAsync(file.GetAttribute("href")));
                }

                Assert.True(files.Length is 0 or 4, $"{files.Length} of 4 files are there.");
                return files.Length == 4;
            default:
                return (await Stored()).State is RegistrationState.Submitted && (await _applicant.Page("/registration/status")).Text().Contains((await Stored()).ShownNumber, StringComparison.Ordinal);
        }
    }

    private async Task<IDocument> Follow(HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode} {(await answer.Parsed()).Text()}");
        return await _applicant.Page(answer.Headers.Location!.ToString());
    }

    private Task<int> Count() => stand.Portal.Seen(Scope.System, async db => (await db.Registrations.AsNoTracking().ToListAsync()).Count(r => r.Applicant.Email == _email));

    private Task<SupplierRegistration> Stored() =>
        stand.Portal.Seen(Scope.System, async db => (await db.Registrations.AsNoTracking().ToListAsync()).Single(r => r.Applicant.Email == _email));
}
