using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Registration;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>What belongs to one applicant is there for that one, and for reviewers once it was sent.</summary>
public sealed class ApplicantWallTests
{
    [Fact]
    public async Task Another_applicants_file_is_not_there_and_the_own_one_is_an_attachment_with_its_name()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var (one, other) = (portal.Applicant(), portal.Applicant());
        await one.FillIn(portal);
        await other.FillIn(portal, email: "rival@other.example");
        var file = await portal.Seen(Scope.System, db => db.Files.OrderBy(f => f.Id).FirstAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/registration/files/{file.Token}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/registration/files/{file.Token}/shown")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Applicant().GetAsync($"/registration/files/{file.Token}")).StatusCode);
        var own = await one.GetAsync($"/registration/files/{file.Token}");
        Assert.Equal(Given.Pdf, await own.Content.ReadAsByteArrayAsync());
        Assert.Equal("Устав УралТрубСнаб, ред. 2023.pdf", own.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(("attachment", "nosniff"), (own.Content.Headers.ContentDisposition.DispositionType, own.Headers.GetValues("X-Content-Type-Options").Single()));
        var shown = await one.GetAsync($"/registration/files/{file.Token}/shown");
        Assert.Equal("inline", shown.Content.Headers.ContentDisposition!.DispositionType);
        var policy = shown.Headers.GetValues("Content-Security-Policy").Single();
        Assert.All(new[] { "default-src 'none'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'" }, rule => Assert.Contains(rule, policy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Removing_another_applicants_file_removes_nothing()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var (one, other) = (portal.Applicant(), portal.Applicant());
        await one.FillIn(portal);
        await other.FillIn(portal, email: "rival@other.example");
        var file = await portal.Seen(Scope.System, db => db.Files.OrderBy(f => f.Id).FirstAsync());
        var own = await portal.Seen(Scope.System, db => db.Files.OrderBy(f => f.Id).LastAsync());

        var page = await other.Page("/registration/documents");
        var button = page.QuerySelector($"button[value='remove:{own.Token}']")!;
        button.SetAttribute("value", $"remove:{file.Token}");
        await other.PressWithFiles(page, button.TextContent, []);
        Assert.Equal(8, await portal.Seen(Scope.System, db => db.Files.CountAsync()));

        var mine = await other.Page("/registration/documents");
        await other.PressWithFiles(mine, button.TextContent, []);
        Assert.Equal(7, await portal.Seen(Scope.System, db => db.Files.CountAsync()));
        Assert.Equal(7, Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_draft_is_for_no_staff_and_what_was_sent_for_reviewers_only()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.FillIn(portal);
        var everybody = Enum.GetValues<StaffRoles>().Where(role => role is not StaffRoles.None).ToArray();
        async Task<string> Seeing() => string.Join(' ', await Task.WhenAll(everybody.Select(async role =>
            await portal.Seen(Scope.StaffOf(2, role), async db => await db.Registrations.CountAsync() + await db.Files.CountAsync()) > 0 ? role.ToString() : "")).ContinueWith(all => all.GetAwaiter().GetResult().Where(role => role.Length > 0)));

        Assert.Equal("", await Seeing());
        await applicant.PressAndFollow(await applicant.FollowMailedLink(portal), "Send the registration");
        Assert.Equal("Reviewer HeadOfDesk Auditor", await Seeing());
        Assert.Equal(0, await portal.Seen(Scope.None, async db => await db.Registrations.CountAsync() + await db.Files.CountAsync() + await db.RegistrationSendings.CountAsync()));
    }

    [Fact]
    public async Task A_form_of_one_registration_sent_with_the_cookie_of_another_is_refused()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        var first = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);
        await applicant.PressAndFollow(await applicant.Page("/registration/country?another=true"), "Save and continue", [.. Applicants.Start, ("Email", "second@other.example")]);

        Assert.Equal(HttpStatusCode.BadRequest, (await applicant.Press(first, "Save and continue", Applicants.Company)).StatusCode);
        Assert.All(await portal.Seen(Scope.System, db => db.Registrations.ToListAsync()), registration => Assert.Equal("", registration.Content.Details.FullName));
    }

    [Fact]
    public async Task The_cookie_is_for_the_server_alone_on_these_pages_alone_and_a_forged_one_opens_nothing()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        var answer = await applicant.Press(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith(ApplicantCookie.Name, StringComparison.Ordinal)).ToLowerInvariant();

        Assert.Contains("path=/registration", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);

        var forger = portal.Applicant();
        forger.DefaultRequestHeaders.Add("Cookie", $"{ApplicantCookie.Name}=1");
        Assert.Equal(HttpStatusCode.Redirect, (await forger.GetAsync("/registration/details")).StatusCode);
    }

    [Fact]
    public async Task An_idle_draft_is_reminded_of_and_expires_with_all_that_was_in_it()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.FillIn(portal);
        async Task Age(int days)
        {
            await portal.As(Scope.System, async services =>
            {
                await services.GetRequiredService<AgeDrafts>().Age(Given.InTime.AddDays(days), default);
                return days;
            });
            await portal.DeliverMail();
        }

        await Age(22);
        Assert.Single(portal.MailsTo(Applicants.Email));
        await Age(23);
        await Age(23);
        Assert.Equal(2, portal.MailsTo(Applicants.Email).Count);
        await Age(29);
        Assert.Equal(3, portal.MailsTo(Applicants.Email).Count);
        await Age(30);
        var gone = await portal.Registration();
        Assert.Equal((RegistrationState.Expired, "", "", 0, 0), (gone.State, gone.Applicant.Email, gone.TaxKey, gone.Content.People.Count, gone.Consents.Count));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Files.CountAsync()));
        Assert.Empty(Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories));
        Assert.Null((await (await applicant.GetAsync("/registration/details")).Parsed()).QuerySelector("main button[type=submit]"));
    }

    [Fact]
    public async Task Bytes_that_nobody_owns_are_swept_away_after_a_day()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        await portal.Applicant().FillIn(portal);
        var store = portal.Services.GetRequiredService<IFileStore>();
        var lost = (await store.Write(FileArea.Files, new MemoryStream([1]), 10, default))!;
        var @sealed = (await store.Write(FileArea.Sealed, new MemoryStream([1]), 10, default))!;
        // A process was killed in the middle of an upload.
        var half = Path.Combine(portal.FilesFolder, lost.StoreName[..3], $"{lost.StoreName[..3]}{new string('0', 37)}.part");
        await File.WriteAllBytesAsync(half, [1]);

        Task<int> Sweep(DateTime now) => portal.As(Scope.System, services => services.GetRequiredService<UnownedFiles>().Delete(now));
        Assert.Equal(0, await Sweep(TimeProvider.System.GetUtcNow().UtcDateTime));
        Assert.Equal(2, await Sweep(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(25)));

        Assert.False(File.Exists(half));
        Assert.Throws<FileNotFoundException>(() => store.Open(lost.StoreName));
        await store.Open(@sealed.StoreName).DisposeAsync();
        Assert.Equal(5, Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_consent_is_recorded_with_its_text_and_the_text_can_be_read_in_both_languages()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        await portal.Applicant().FillIn(portal);
        var given = (await portal.Registration()).Consents;

        foreach (var (kind, path) in new[] { (ConsentKind.Terms, "/terms"), (ConsentKind.PersonalData, "/personal-data"), (ConsentKind.PeopleInformed, "/people-informed") })
        {
            var text = given.Single(consent => consent.Text.Kind == kind);
            Assert.Equal((1, "en", Applicants.Email, "Ковалёва Марина Сергеевна"), (text.Text.Edition, text.Text.Language, text.Email, text.GivenBy));
            Assert.Contains(text.Text.TextHash, (await portal.Applicant().Page(path)).Text(), StringComparison.Ordinal);
            Assert.Contains("Редакция 1", (await portal.Applicant("ru").Page(path)).Text(), StringComparison.Ordinal);
        }
    }
}
