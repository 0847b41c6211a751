namespace SrmPortal.Benchmarks;

/// <summary>What is measured of the portal: pages one after another, deeds, the list under load.</summary>
internal sealed class Measurements(MeasuredPortal portal, Stage stage, Report report, BenchmarkOptions options)
{
    public async Task All()
    {
        List<HttpClient> buyers = [], suppliers = [];
        foreach (var login in stage.Buyers)
        {
            buyers.Add(await portal.SignIn(login));
        }

        foreach (var (login, _, _) in stage.Suppliers)
        {
            suppliers.Add(await portal.SignIn(login));
        }

        await Pages(buyers[0], suppliers[0]);
        foreach (var lines in stage.Open.Keys)
        {
            await Deeds(suppliers, lines);
        }

        var (perSecond, times) = await Measuring.LoadOfForms(suppliers, options.Writes / 4, async (browser, i) =>
            (await browser.Page($"/events/{stage.Open[20]}/0/offer")).Filled("Save", 5000 + i));
        report.Load("portal: read, fill and save an offer of 20 lines; times of the save", perSecond, times);
        await Load("portal: list of all events, buyers", buyers, "/events");
        await Load("portal: list of the own invitations, suppliers", suppliers, "/events");
        await Load("portal: event page", suppliers, $"/events/{stage.Open[20]}/0");
        await Load("portal: offer form of 20 lines", suppliers, $"/events/{stage.Open[20]}/0/offer");
        report.Remark($"working set at the end: {Environment.WorkingSet / 1024 / 1024:N0} MB, the clients and what the generator left included");
    }

    private async Task Pages(HttpClient buyer, HttpClient supplier)
    {
        await Page("list, first page (buyer, all events)", buyer, "/events");
        await Page("list with a filter (buyer, opened, by deadline)", buyer, "/events?status=opened&sort=-deadline");
        await Page("list by category (buyer)", buyer, "/events?category=12");
        await Page("search `*677*` (buyer)", buyer, "/events?q=*677*");
        await Page("search by words (buyer)", buyer, "/events?q=" + Uri.EscapeDataString("подшипник"));
        await Page("event page (buyer)", buyer, $"/events/{stage.Open[20]}/0");
        await Page("list, first page (supplier)", supplier, "/events");
        await Page("event page (supplier)", supplier, $"/events/{stage.Open[20]}/0");
        await Page("home (supplier)", supplier, "/");
        await Page("home (buyer)", buyer, "/");
        await Page("offer form of 20 lines", supplier, $"/events/{stage.Open[20]}/0/offer");
        await Page("offer form of 300 lines, a page of them", supplier, $"/events/{stage.Open[300]}/0/offer");
        await Page("offer form of 300 lines, all of them", supplier, $"/events/{stage.Open[300]}/0/offer?all=true", options.Reads / 4);
        foreach (var ((offers, items), number) in stage.Opened)
        {
            await Page($"comparison of {offers} offers × {items} items", buyer, $"/events/{number}/0/comparison", options.Reads / 4);
        }
    }

    private async Task Page(string what, HttpClient browser, string address, int? reads = null)
    {
        var times = await browser.Read(address, reads ?? options.Reads);
        var before = portal.Commands.Count;
        var bytes = await browser.GetByteArrayAsync(address);
        report.Page(what, times, portal.Commands.Count - before, bytes.Length);
    }

    // Each supplier saves a few times only: nobody has many copies behind.
    private async Task Deeds(List<HttpClient> suppliers, int lines)
    {
        var offer = $"/events/{stage.Open[lines]}/0/offer";
        var form = lines > 60 ? offer + "?all=true" : offer;
        var (before, after) = (0L, 0L);

        async Task<(HttpClient, string, IReadOnlyList<KeyValuePair<string, string>>)> FilledBy(int i)
        {
            after = portal.Commands.Count;
            var browser = suppliers[Math.Abs(i) % suppliers.Count];
            var (action, fields) = (await browser.Page(form)).Filled("Save", 1000 + Math.Abs(i));
            before = portal.Commands.Count;
            return (browser, action, fields);
        }

        var saved = await Measuring.Send(options.Writes, FilledBy);
        after = portal.Commands.Count;
        report.Page($"save of {lines} lines", saved, after - before, 0);

        async Task<(HttpClient, string, IReadOnlyList<KeyValuePair<string, string>>)> Reviewed(int i)
        {
            var (browser, action, fields) = await FilledBy(i);
            using var save = new FormUrlEncodedContent(fields);
            (await browser.PostAsync(action, save)).Dispose();
            var review = await browser.Page(offer + "/review");
            var form = review.Form("Submit the offer", [("Signs", "true")]);
            before = portal.Commands.Count;
            return (browser, form.Action, form.Fields);
        }

        var submitted = await Measuring.Send(options.Writes / 2, Reviewed);
        report.Page($"submit of {lines} lines", submitted, portal.Commands.Count - before, 0);
    }

    private async Task Load(string what, List<HttpClient> browsers, string address)
    {
        var (perSecond, times) = await Measuring.Load(browsers, address, options.Seconds);
        report.Load(what, perSecond, times);
    }
}
