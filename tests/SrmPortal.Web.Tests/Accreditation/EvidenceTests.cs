using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accreditation;
using static SrmPortal.Web.Tests.Accreditation.DeskPortal;

namespace SrmPortal.Web.Tests.Accreditation;

/// <summary>Extracts and pictures that reviewers attach to what they have looked up: checked like any file, and the desk's alone.</summary>
public sealed class EvidenceTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_extract_stands_for_the_words_and_only_the_desk_gets_it(string database)
    {
        await using var portal = await DeskPortal.With(database);
        var (number, reviewer, list) = await AtSecurity(portal);

        var answer = await reviewer.PressWithFiles(list, "Save the list", [("Items[1].File", "Выписка ЕГРЮЛ.pdf", Given.Pdf)], ("Items[1].Result", "Clear"), ("Items[1].CheckedOn", "1 Dec 2026"));
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, (await answer.Parsed()).Errors());

        var item = (await portal.CaseOf(number)).StopFactors.Single(one => one.CheckCode == "security").Items[1];
        Assert.Equal(("Выписка ЕГРЮЛ.pdf", StopFactorResult.Clear, ""), (item.File!.Name, item.Result, item.Evidence));
        var card = await reviewer.Page($"/accreditation/{number}");
        var link = card.QuerySelectorAll(".checks a").Single(one => one.TextContent.Contains("Выписка ЕГРЮЛ.pdf", StringComparison.Ordinal)).GetAttribute("href")!;
        var file = await reviewer.GetAsync(link);
        Assert.Equal((HttpStatusCode.OK, "attachment", "nosniff"), (file.StatusCode, file.Content.Headers.ContentDisposition!.DispositionType, file.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("evidence attached, Выписка ЕГРЮЛ.pdf", (await reviewer.Page($"/accreditation/{number}/history")).Text(), StringComparison.Ordinal);

        // The applicant, the supplier that may come of it and a buyer find nothing.
        var (registration, token) = (await portal.RegistrationOf(number), link[^32..]);
        Assert.Empty(await portal.Seen(Scope.Applicant(registration.Id), db => db.Files.Where(f => f.Token == token).ToListAsync()));
        Assert.Empty(await portal.Seen(Scope.Supplier(1, 1, CompanyRights.MasterUser), db => db.Files.Where(f => f.Token == token).ToListAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn($"staff:{Buyer}").GetAsync($"/files/{token}")).StatusCode);
        // Nor does it open under the address of another case.
        var other = await portal.Sent(GivenRegistration.Applicant with { Email = "other@snab.example" });
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync($"/accreditation/{other}/files/{token}")).StatusCode);
    }

    [Fact]
    public async Task A_file_that_cant_be_taken_is_named_at_its_field_and_nothing_else_is_lost()
    {
        await using var portal = await DeskPortal.With();
        var (number, reviewer, list) = await AtSecurity(portal);

        var refused = await reviewer.PressWithFiles(list, "Save the list",
            [("Items[0].File", "Выписка.pdf", Given.Pdf), ("Items[1].File", "Выписка.pdf", Encoding.ASCII.GetBytes("MZ\u0090 an executable"))], ("Items[0].Result", "Clear"), ("Items[0].CheckedOn", "1 Dec 2026"), ("Items[2].Evidence", "Записей нет"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.Parsed();
        Assert.Contains("Выписка.pdf", again.QuerySelector("#Items_1__File-e")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("choose the result", again.Errors(), StringComparison.Ordinal);
        Assert.Equal("Записей нет", again.Value("Items[2].Evidence"));
        // The sound one is attached: it need not be chosen again.
        Assert.NotNull(again.QuerySelector("[name='Items[0].RemoveFile']"));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Files.CountAsync(f => f.CaseId != null)));
        Assert.Null((await portal.CaseOf(number)).StopFactors.Single(one => one.CheckCode == "security").Items[0].Result);
    }

    [Fact]
    public async Task It_is_replaced_and_taken_away_while_the_check_is_open_and_then_stays()
    {
        await using var portal = await DeskPortal.With();
        var (number, reviewer, list) = await AtSecurity(portal);
        (string, string)[] found = [("Items[0].Result", "Clear"), ("Items[0].CheckedOn", "1 Dec 2026"), ("Items[0].Evidence", "Запись действует")];
        await reviewer.PressWithFiles(list, "Save the list", [("Items[0].File", "Первая.pdf", Given.Pdf)], found);
        var address = list.QuerySelector("form[enctype]")!.GetAttribute("action")!.Split('?')[0];

        await reviewer.PressWithFiles(await reviewer.Page(address), "Save the list", [("Items[0].File", "Вторая.pdf", Given.Pdf)]);
        Assert.Equal("Вторая.pdf", (await portal.Seen(Scope.System, db => db.Files.SingleAsync(f => f.CaseId != null))).Name);
        await reviewer.PressWithFiles(await reviewer.Page(address), "Save the list", [], ("Items[0].RemoveFile", "true"));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Files.CountAsync(f => f.CaseId != null)));
        Assert.Equal(4, Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Length);

        await reviewer.PressWithFiles(await reviewer.Page(address), "Save the list", [("Items[0].File", "Третья.pdf", Given.Pdf)]);
        var stale = await reviewer.Page(address);
        await portal.Pass(number, "security");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reviewer.PressWithFiles(stale, "Save the list", [("Items[0].File", "Поздняя.pdf", Given.Pdf)])).StatusCode);
        Assert.Equal("Третья.pdf", (await portal.Seen(Scope.System, db => db.Files.SingleAsync(f => f.CaseId != null))).Name);
        var other = await portal.SignedIn($"staff:{Legal}").Page(address);
        Assert.Contains("Третья.pdf", other.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Null(other.QuerySelector("input[type=file]"));
    }

    [Fact]
    public async Task The_desk_says_of_documents_and_evidence_that_they_wait_for_the_virus_check_or_are_gone()
    {
        await using var portal = await DeskPortal.With();
        var (number, reviewer, list) = await AtSecurity(portal);
        await reviewer.PressWithFiles(list, "Save the list", [("Items[0].File", "Выписка.pdf", Given.Pdf)], ("Items[0].Result", "Clear"), ("Items[0].CheckedOn", "1 Dec 2026"));
        await portal.Seen(Scope.System, db => db.Files.Where(f => f.Name == "charter.pdf" || f.CaseId != null).ExecuteUpdateAsync(set => set.SetProperty(f => f.Scan, ScanState.Waiting)));
        await portal.Seen(Scope.System, db => db.Files.Where(f => f.Name == "accounts.pdf").ExecuteUpdateAsync(set => set.SetProperty(f => f.Scan, ScanState.Infected)));

        var card = await reviewer.Page($"/accreditation/{number}");

        string Line(string name) => card.QuerySelectorAll(".files li, .checks li").Single(line => line.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;
        Assert.Contains("Waits for the virus check", Line("charter.pdf"), StringComparison.Ordinal);
        Assert.Contains("Waits for the virus check", Line("Выписка.pdf"), StringComparison.Ordinal);
        Assert.Contains("malware was found", Line("accounts.pdf"), StringComparison.Ordinal);
        Assert.DoesNotContain(card.QuerySelectorAll(".files a"), link => link.TextContent.Contains("charter.pdf", StringComparison.Ordinal));
        Assert.Contains(card.QuerySelectorAll(".files a"), link => link.TextContent.Contains("declaration.pdf", StringComparison.Ordinal));
    }

    private static async Task<(string Number, HttpClient Reviewer, IDocument List)> AtSecurity(Portal portal)
    {
        var number = await portal.Sent();
        await portal.Pass(number, "completeness");
        var reviewer = portal.SignedIn($"staff:{Security}");
        return (number, reviewer, await reviewer.Page($"/accreditation/{AccreditationCase.Shown(number)}/security/stop-factors"));
    }
}
