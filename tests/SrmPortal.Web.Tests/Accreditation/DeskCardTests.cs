using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Features.Accreditation;
using static SrmPortal.Web.Tests.Accreditation.DeskPortal;

namespace SrmPortal.Web.Tests.Accreditation;

/// <summary>One case as the desk sees it: documents in the page, the same and similar companies, stop-factors, history and comments.</summary>
public sealed class DeskCardTests
{
    private const string Framed = "default-src 'none'; frame-ancestors 'self'";

    [Fact]
    public async Task Documents_open_in_the_desks_page_alone_and_nothing_in_them_runs()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        var browser = portal.SignedIn($"staff:{Completeness}");
        var card = await browser.Page($"/accreditation/{number}");

        var opened = await browser.GetAsync(card.QuerySelector("a[href*='document=']")!.GetAttribute("href")!.Split('#')[0]);
        Assert.EndsWith("; frame-src 'self'", opened.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var frame = (await opened.Parsed()).QuerySelector("iframe")!.GetAttribute("src")!;
        var pdf = await browser.GetAsync(frame);
        Assert.Equal((HttpStatusCode.OK, Framed, "nosniff", "inline", "application/pdf"), Answer(pdf));
        Assert.DoesNotContain("frame-src", (await browser.GetAsync("/accreditation")).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        await Becomes(portal, FileKind.Png);
        Assert.Equal((HttpStatusCode.OK, $"{Framed}; sandbox", "nosniff", "inline", "image/png"), Answer(await browser.GetAsync(frame)));
        await Becomes(portal, FileKind.Jpeg);
        Assert.Equal((HttpStatusCode.OK, $"{Framed}; sandbox", "nosniff", "inline", "image/jpeg"), Answer(await browser.GetAsync(frame)));
        foreach (var kind in new[] { FileKind.Tiff, FileKind.Heic, FileKind.Docx, FileKind.Xlsx, FileKind.Signature })
        {
            await Becomes(portal, kind);
            Assert.Equal("attachment", (await browser.GetAsync(frame)).Content.Headers.ContentDisposition!.DispositionType);
        }

        Assert.Null((await browser.Page($"/accreditation/{number}")).QuerySelector("a[href*='document=']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn($"staff:{Buyer}").GetAsync(frame)).StatusCode);
        Assert.True(await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(DocumentDownloaded))) >= 8);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Companies_of_nearly_the_same_name_are_found_by_the_database(string provider)
    {
        await using var portal = await DeskPortal.With(provider);
        await Supplier(portal, "АО «УРАЛ-ТРУБСНАБ»", "772816897");
        await Supplier(portal, "ООО «УралТрубоСнабб»", "770207013");
        await Supplier(portal, "ООО «УралТрубСбыт»", "771234567");
        await Supplier(portal, "ООО «Волга-Метиз»", "632144477");
        await portal.Sent(GivenRegistration.Applicant with { Email = "other@snab.example" },
            GivenRegistration.Company with { TaxNumber = GivenRegistration.OtherInn, ShortName = "УралТрубСнап, ООО" }, people: GivenRegistration.Everything with { Email = "other@snab.example" });
        var number = await portal.Sent();
        var browser = portal.SignedIn($"staff:{Security}");

        Assert.Contains("3 companies have nearly the same name", (await browser.Page($"/accreditation/{number}")).Text(), StringComparison.Ordinal);
        var near = (await browser.Page($"/accreditation/{number}/companies")).QuerySelectorAll("section[aria-labelledby=near] tbody tr").Select(row => row.TextContent).ToArray();

        Assert.Equal(3, near.Length);
        Assert.Contains("УРАЛ-ТРУБСНАБ", near[0], StringComparison.Ordinal);
        Assert.Contains("the same name", near[0], StringComparison.Ordinal);
        Assert.Contains(near, row => row.Contains("УралТрубСнап", StringComparison.Ordinal) && row.Contains("1 letter differs", StringComparison.Ordinal));
        Assert.Contains(near, row => row.Contains("УралТрубоСнабб", StringComparison.Ordinal) && row.Contains("2 letters differ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_of_an_earlier_version_are_put_in_order_once()
    {
        await using var portal = await DeskPortal.With();
        await Supplier(portal, "АО «Уралтрубснаб»", "772816897");
        var number = await portal.Sent();
        await portal.Seen(Scope.System, db => db.Suppliers.ExecuteUpdateAsync(set => set.SetProperty(s => s.NameKey, "").SetProperty(s => s.NameLength, 0)));
        await portal.Seen(Scope.System, db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(r => r.NameKey, "").SetProperty(r => r.NameLength, 0)));

        await portal.As(Scope.System, async services =>
        {
            await services.GetRequiredService<NameCompanies>().DoWhatIsDue(portal.Now(), CancellationToken.None);
            return true;
        });

        Assert.Equal("уралтрубснаб", (await portal.RegistrationOf(number)).NameKey);
        Assert.Contains("1 company has nearly the same name", (await portal.SignedIn($"staff:{Security}").Page($"/accreditation/{number}")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_factors_are_looked_up_on_their_page_before_the_check_is_passed()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Pass(number, "completeness");
        var browser = portal.SignedIn($"staff:{Security}");
        var card = await browser.Page($"/accreditation/{number}");
        var refused = await browser.Press(card, "Record the decision", ("Outcome", "Passed"));
        Assert.Contains("not all stop-factors are looked up, 4 are missing", (await refused.Parsed()).Errors(), StringComparison.Ordinal);

        var list = await browser.Page(card.QuerySelector("a[href$='/stop-factors']")!.GetAttribute("href")!);
        var half = await browser.Press(list, "Save the list", ("Items[0].Result", "Clear"), ("Items[0].Evidence", "ЮЭ9965-26-1 от 01.12.2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        var again = await half.Parsed();
        Assert.Equal("ЮЭ9965-26-1 от 01.12.2026", again.QuerySelector("[name='Items[0].Evidence']")!.GetAttribute("value"));
        (string, string)[] all = [.. Enumerable.Range(0, 4).SelectMany(i => new[] { ($"Items[{i}].Result", i == 2 ? "Found" : "Clear"), ($"Items[{i}].CheckedOn", "1 Dec 2026"), ($"Items[{i}].Evidence", $"Выписка {i}") })];
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Press(again, "Save the list", all)).StatusCode);

        card = await browser.Page($"/accreditation/{number}");
        Assert.Contains("Выписка 3", card.Text(), StringComparison.Ordinal);
        Assert.Contains("write for the desk why", (await (await browser.Press(card, "Record the decision", ("Outcome", "Passed"))).Parsed()).Errors(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Press(card, "Record the decision", ("Outcome", "Passed"), ("Note", "Запись 2019 года, погашена."))).StatusCode);
        Assert.Equal(CheckState.Passed, (await portal.CaseOf(number)).Check("security")!.State);

        // What was found is the desk's: no applicant reads it.
        await portal.DeliverMail();
        var status = (await portal.Browser().Page(portal.LinkMailedTo("kovaleva@uraltrubsnab.example"))).Text();
        Assert.DoesNotContain("Выписка", status, StringComparison.Ordinal);
        var registration = await portal.RegistrationOf(number);
        Assert.Empty(await portal.Seen(Scope.Applicant(registration.Id), db => db.AccreditationCases.SelectMany(c => c.StopFactors).ToListAsync()));
        Assert.Contains("looked up 4 of 4, found 1", (await browser.Page($"/accreditation/{number}/history")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colleagues_comment_and_the_applicant_never_reads_it()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        var legal = portal.SignedIn($"staff:{Legal}");
        var page = await legal.Page($"/accreditation/{number}/history");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await legal.Press(page, "Add the comment", ("Text", " "))).StatusCode);
        await legal.Press(page, "Add the comment", ("Text", "Директор тот же, что у ООО «Ромашка»."));
        await legal.Press(page, "Add the comment", ("Text", "Директор тот же, что у ООО «Ромашка»."));

        var read = await portal.SignedIn($"staff:{Security}").Page($"/accreditation/{number}/history");
        Assert.Single(read.QuerySelectorAll(".comment"));
        Assert.Contains("Директор тот же", read.QuerySelector(".comment")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await portal.CaseOf(number)).CommentCount);
        var registration = await portal.RegistrationOf(number);
        Assert.Empty(await portal.Seen(Scope.Applicant(registration.Id), db => db.CaseComments.ToListAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn($"staff:{Buyer}").GetAsync($"/accreditation/{number}/history")).StatusCode);
    }

    [Fact]
    public async Task The_history_tells_what_was_decided_and_why_a_check_is_open_again()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Pass(number, "completeness");
        await portal.Decide(Security, number, CheckOutcome.InformationRequested, "Адрес?", ("Parts", "Details"));
        var registration = await portal.RegistrationOf(number);
        await portal.Correct(registration.Id, one => one.FillDetails(one.Content.Details with { Phone = "+7 343 226-41-99" }, portal.Now()));
        await portal.SendAs(registration.Id);

        var history = (await portal.SignedIn($"staff:{Head}").Page($"/accreditation/{number}/history")).Text();

        foreach (var said in new[] { "Completeness: Passed", "Security: Information requested", "Returned for correction: “Company details”", "Sent again; changed: “Company details”", "To be checked again: Completeness, Security", "The application was sent", "Applicant" })
        {
            Assert.Contains(said, history, StringComparison.Ordinal);
        }

        // It reads past the wall of the audit, and only what is about this case.
        var other = await portal.Sent(GivenRegistration.Applicant with { Email = "other@snab.example" });
        var others = (await portal.SignedIn($"staff:{Head}").Page($"/accreditation/{other}/history")).Text();
        Assert.Contains("The application was sent", others, StringComparison.Ordinal);
        Assert.DoesNotContain("Completeness: Passed", others, StringComparison.Ordinal);
        Assert.DoesNotContain("Returned for correction", others, StringComparison.Ordinal);
    }

    private static (HttpStatusCode, string, string, string?, string?) Answer(HttpResponseMessage answer) => (answer.StatusCode, answer.Headers.GetValues("Content-Security-Policy").Single(),
        answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentType?.MediaType);

    // As if the content of every file had been told to be of this kind.
    private static Task Becomes(Portal portal, FileKind kind) => portal.Seen(Scope.System, db => db.Files.ExecuteUpdateAsync(set => set.SetProperty(f => f.Kind, kind)));

    private static Task Supplier(Portal portal, string name, string serial) => portal.Seen(Scope.System, async db =>
    {
        db.Add(new Supplier($"S{serial[..8]}", GivenRegistration.Company with { ShortName = name, TaxNumber = Inn.WithCheckDigits(serial) }, [], [], portal.Now(), portal.Now().AddYears(3)));
        return await db.SaveChangesAsync();
    });
}
