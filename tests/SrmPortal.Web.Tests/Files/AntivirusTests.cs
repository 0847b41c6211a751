using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure.Uploads.Antivirus;
using SrmPortal.Web.Tests.Accreditation;
using SrmPortal.Web.Tests.Registration;
using Applicants = SrmPortal.Web.Tests.Registration.Applicants;

namespace SrmPortal.Web.Tests.Files;

/// <summary>Nobody opens a file before the antivirus has let it pass, and none is lost because it was away.</summary>
public sealed class AntivirusTests
{
    private static readonly byte[] Infected = [.. Given.Pdf, .. ClamdServer.Eicar];

    [Fact]
    public async Task What_is_clean_is_taken_and_what_is_infected_is_named_at_its_field_with_the_rest_kept()
    {
        await using var clamd = new ClamdServer();
        await using var portal = await Applicants.Portal(Databases.Sqlite, clamd.Settings);
        var applicant = portal.Applicant();
        var documents = await WrongInput.AtDocuments(applicant, portal);

        var again = await (await applicant.PressWithFiles(documents, "Save and check everything",
            [("Documents[0].Files", "Устав.pdf", Given.Pdf), ("Documents[1].Files", "Решение.pdf", Infected)], ("Documents[0].Number", "б/н"))).Parsed();

        Assert.Contains($"Решение.pdf holds malware ({ClamdServer.Threat})", again.QuerySelector("#Documents_1__e0")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("б/н", again.Value("Documents[0].Number"));
        Assert.Equal(2, clamd.Asked);
        var file = await portal.Seen(Scope.System, db => db.Files.SingleAsync());
        Assert.Equal(("Устав.pdf", ScanState.Clean), (file.Name, file.Scan));
        Assert.Single(Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories));
        Assert.Equal(HttpStatusCode.OK, (await applicant.GetAsync($"/registration/files/{file.Token}")).StatusCode);
        var recorded = await portal.Seen(Scope.System, db => db.Audit.SingleAsync(r => r.Action == nameof(InfectedFileRefused)));
        Assert.Equal("Решение.pdf", recorded.Subject);
        Assert.Contains(ClamdServer.Threat, recorded.Details, StringComparison.Ordinal);

        // The name of a file may be longer than the subject of a record.
        var longest = new string('я', FileNames.Longest);
        await portal.Seen(Scope.System, db =>
        {
            db.Record(new InfectedFileRefused(longest, ClamdServer.Threat));
            return db.SaveChangesAsync();
        });
        var cut = await portal.Seen(Scope.System, db => db.Audit.OrderByDescending(r => r.Id).FirstAsync());
        Assert.Equal($"{longest[..(AuditRecord.SubjectLength - 1)]}…", cut.Subject);
        Assert.Contains(longest, cut.Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ClamdManner.Silent)]
    [InlineData(ClamdManner.Drop)]
    [InlineData(ClamdManner.Error)]
    public async Task What_gets_no_verdict_waits_opened_by_nobody_and_is_asked_about_again(ClamdManner manner)
    {
        await using var clamd = new ClamdServer { Manner = manner };
        await using var portal = await Applicants.Portal(Databases.Sqlite, clamd.Settings);
        var applicant = portal.Applicant();
        var page = await applicant.Stored(await WrongInput.AtDocuments(applicant, portal), "Documents[0].Files", Given.Pdf);

        Assert.Contains("Being checked", page.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".files a"));
        var file = await portal.Seen(Scope.System, db => db.Files.SingleAsync());
        foreach (var path in new[] { $"/registration/files/{file.Token}", $"/registration/files/{file.Token}/shown" })
        {
            var answer = await applicant.GetAsync(path);
            Assert.Equal(HttpStatusCode.Locked, answer.StatusCode);
            Assert.Contains("waits for the virus check", (await answer.Parsed()).Text(), StringComparison.Ordinal);
        }

        await portal.AskAgain();
        Assert.Equal(ScanState.Waiting, await portal.Seen(Scope.System, db => db.Files.Select(f => f.Scan).SingleAsync()));
        clamd.Manner = ClamdManner.Honest;
        await portal.AskAgain();

        Assert.Equal(Given.Pdf, await applicant.GetByteArrayAsync($"/registration/files/{file.Token}"));
        Assert.Contains("Taken", (await applicant.Page("/registration/documents")).QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_turns_out_infected_while_it_waits_is_removed_and_the_applicant_is_told(string database)
    {
        await using var clamd = new ClamdServer { Manner = ClamdManner.Drop };
        await using var portal = await Applicants.Portal(database, clamd.Settings);
        var applicant = portal.Applicant();
        await applicant.FillIn(portal);
        var summary = await applicant.FollowMailedLink(portal);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await applicant.Stored(await applicant.Page("/registration/documents"), "Documents[0].Files", Infected);
        portal.ForgetMails();
        clamd.Manner = ClamdManner.Honest;

        await portal.AskAgain();
        await portal.AskAgain();

        var removed = await portal.Seen(Scope.System, db => db.Files.SingleAsync(f => f.Scan == ScanState.Infected));
        Assert.Equal(ClamdServer.Threat, removed.Threat);
        Assert.Equal(Applicants.Documents.Length, Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Length);
        Assert.Equal(HttpStatusCode.Gone, (await applicant.GetAsync($"/registration/files/{removed.Token}")).StatusCode);
        await portal.DeliverMail();
        Assert.Contains(ClamdServer.Threat, Assert.Single(portal.Mails).TextBody, StringComparison.Ordinal);

        summary = await applicant.Page("/registration/summary");
        var refused = await applicant.Press(summary, "Send the registration");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("attach a clean file", (await refused.Parsed()).Text(), StringComparison.Ordinal);
        var page = await applicant.Page("/registration/documents");
        Assert.Contains("File removed", page.Text(), StringComparison.Ordinal);
        await applicant.PressAndFollow(page, $"Remove: {removed.Name}");
        Assert.Equal(HttpStatusCode.Redirect, (await applicant.Press(await applicant.Page("/registration/summary"), "Send the registration")).StatusCode);
    }

    [Fact]
    public async Task The_house_opens_no_file_in_quarantine_either()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        var file = await portal.Seen(Scope.System, db => db.Files.OrderBy(f => f.Id).FirstAsync());
        await portal.Seen(Scope.System, db => db.Files.ExecuteUpdateAsync(set => set.SetProperty(f => f.Scan, ScanState.Waiting)));

        foreach (var path in new[] { $"/accreditation/{number}/files/{file.Token}", $"/files/{file.Token}", $"/files/{file.Token}/shown" })
        {
            Assert.Equal(HttpStatusCode.Locked, (await portal.SignedIn($"staff:{DeskPortal.Completeness}").GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task An_attachment_of_an_offer_is_asked_about_before_it_is_sealed()
    {
        await using var clamd = new ClamdServer();
        await using var portal = await new Portal(Databases.Sqlite) { Settings = clamd.Settings }.Filled();
        var supplier = portal.SignedIn("supplier:7");
        const string Path = $"{Portal.OfferPath}/files";

        var some = await supplier.PressWithFiles(await supplier.Page(Path), "Add and seal", [("files", "Сертификат.pdf", Given.Pdf), ("files", "Цена 184350.pdf", Infected)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, some.StatusCode);
        var page = await some.Parsed();
        Assert.Contains($"Цена 184350.pdf holds malware ({ClamdServer.Threat})", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Сертификат.pdf"], page.QuerySelectorAll(".files a").Select(link => link.TextContent));
        Assert.DoesNotContain("184350", portal.EverythingStored, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(r => r.Action == nameof(InfectedFileRefused))));

        clamd.Manner = ClamdManner.Drop;
        var none = await supplier.PressWithFiles(page, "Add and seal", [("files", "Паспорт.pdf", Given.Pdf)]);
        page = await none.Parsed();
        Assert.Contains("the virus check does not answer", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Сертификат.pdf"], page.QuerySelectorAll(".files a").Select(link => link.TextContent));
        Assert.False(Directory.Exists(portal.FilesFolder) && Directory.EnumerateFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public async Task Who_balances_the_load_is_told_that_it_is_silent_and_an_upload_does_not_wait_for_it_twice()
    {
        await using var clamd = new ClamdServer();
        await using var portal = await new Portal(Databases.Sqlite) { Settings = clamd.Settings }.Filled();
        var visitor = portal.CreateClient();
        Assert.Contains("\"antivirus\":\"Healthy\"", await visitor.GetStringAsync("/health/ready"), StringComparison.Ordinal);
        clamd.Manner = ClamdManner.Drop;
        Assert.Contains("\"antivirus\":\"Degraded\"", await visitor.GetStringAsync("/health/ready"), StringComparison.Ordinal);

        var antivirus = portal.Services.GetRequiredService<IAntivirus>();
        var content = new MemoryStream(Given.Pdf);
        Assert.Equal(ScanState.Waiting, (await antivirus.Scan(content, default)).State);
        Assert.Equal(ScanState.Waiting, (await antivirus.Scan(content, default)).State);
        Assert.Equal(1, clamd.Asked);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        clamd.Manner = ClamdManner.Honest;
        Assert.Equal(ScanState.Clean, (await antivirus.Scan(content, default)).State);
    }

    [Fact]
    public async Task The_administrator_sees_whether_it_answers_and_how_many_files_wait()
    {
        await using var clamd = new ClamdServer();
        await using var portal = await Applicants.Portal(Databases.Sqlite, clamd.Settings);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 3, StaffRoles.Administrator);
            return true;
        });
        var applicant = portal.Applicant();
        clamd.Manner = ClamdManner.Drop;
        await applicant.Stored(await WrongInput.AtDocuments(applicant, portal), "Documents[0].Files", Given.Pdf);

        var page = (await portal.SignedIn("staff:3").Page("/administration/files")).Text();
        Assert.Contains("Does not answer", page, StringComparison.Ordinal);
        Assert.Matches("quarantine\\s*1, the oldest since", page);
        clamd.Manner = ClamdManner.Honest;
        await portal.AskAgain();
        Assert.Contains("Answers", (await portal.SignedIn("staff:3").Page("/administration/files")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_from_before_it_was_configured_are_asked_about_and_stay_open_until_then()
    {
        await using var clamd = new ClamdServer();
        await using var portal = await Applicants.Portal(Databases.Sqlite, clamd.Settings);
        var applicant = portal.Applicant();
        var page = await applicant.Stored(await WrongInput.AtDocuments(applicant, portal), "Documents[0].Files", Given.Pdf);
        clamd.Manner = ClamdManner.Drop;
        await applicant.Stored(page, "Documents[1].Files", Infected, "Решение.pdf");
        await portal.Seen(Scope.System, db => db.Files.ExecuteUpdateAsync(set => set.SetProperty(f => f.Scan, ScanState.NotAsked)));

        // Silent, it judges nothing and closes nothing.
        await portal.AskAgain();
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Files.CountAsync(f => f.Scan == ScanState.NotAsked)));
        clamd.Manner = ClamdManner.Honest;
        await portal.AskAgain();

        Assert.Equal([ScanState.Clean, ScanState.Infected], await portal.Seen(Scope.System, db => db.Files.OrderBy(f => f.Id).Select(f => f.Scan).ToListAsync()));
        Assert.Single(Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories));
        await portal.DeliverMail();
        Assert.Contains(portal.Mails, mail => mail.TextBody!.Contains(ClamdServer.Threat, StringComparison.Ordinal));

        // One that it can't judge is held, as if it came now.
        await portal.Seen(Scope.System, db => db.Files.Where(f => f.Scan == ScanState.Clean).ExecuteUpdateAsync(set => set.SetProperty(f => f.Scan, ScanState.NotAsked)));
        clamd.Manner = ClamdManner.Error;
        await portal.AskAgain();
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Files.CountAsync(f => f.Scan == ScanState.Waiting)));
    }

    [Fact]
    public async Task Without_antivirus_files_are_taken_at_once()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.Stored(await WrongInput.AtDocuments(applicant, portal), "Documents[0].Files", Infected);

        Assert.Equal(ScanState.NotAsked, await portal.Seen(Scope.System, db => db.Files.Select(f => f.Scan).SingleAsync()));
        Assert.Contains("\"antivirus\":\"Healthy\"", await portal.CreateClient().GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }
}

internal static class Storing
{
    /// <summary>Chooses a file, as the script does that presses the hidden button.</summary>
    public static async Task<IDocument> Stored(this HttpClient applicant, IDocument documents, string field, byte[] content, string name = "Устав.pdf")
    {
        var answer = await applicant.PressWithFiles(documents, "Store", [(field, name, content)]);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode} {(await answer.Parsed()).Text()}");
        return await applicant.Page("/registration/documents");
    }

    public static Task<bool> AskAgain(this Portal portal) => portal.As(Scope.System, async services =>
    {
        await services.GetRequiredService<ScanWaitingFiles>().DoWhatIsDue(portal.Clock.GetUtcNow().UtcDateTime, default);
        return true;
    });
}
