using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Files;

/// <summary>What people send by mistake or on purpose: taken harmlessly, or refused at the field with a word that says why.</summary>
public sealed class HostileFileTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "договор.pdf", [.. "MZ"u8, 0x90, 0, .. new byte[600]], "договор.pdf can't be taken" },
        { "схема.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray(), "схема.svg can't be taken" },
        { "схема.png", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray(), "схема.png can't be taken" },
        { "страница.pdf", "<!DOCTYPE html><script>alert(1)</script>"u8.ToArray(), "страница.pdf can't be taken" },
    };

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_is_something_else_than_it_says_or_could_run_is_refused(string name, byte[] content, string message)
    {
        var portal = await shared.OfMany();
        var applicant = portal.Applicant();
        var before = portal.FilesKept();

        var answer = await applicant.PressWithFiles(await WrongInput.AtDocuments(applicant, portal), "Save and check everything",
            [("Documents[0].Files", name, content), ("Documents[1].Files", "Решение.pdf", Given.Pdf)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, (await answer.Parsed()).QuerySelector("#Documents_0__e0")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Решение.pdf"], (await portal.LatestRegistration()).Content.Files.Select(file => file.Name));
        Assert.Equal(before + 1, portal.FilesKept());
    }

    [Fact]
    public async Task A_file_of_thirty_megabytes_is_refused_at_its_field_and_the_rest_is_kept()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        byte[] large = [.. Given.Pdf, .. new byte[30 * 1024 * 1024]];

        var answer = await applicant.PressWithFiles(await WrongInput.AtDocuments(applicant, portal), "Save and check everything",
            [("Documents[0].Files", "Устав.pdf", large), ("Documents[1].Files", "Решение.pdf", Given.Pdf)], ("Documents[0].Number", "17"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Parsed();
        Assert.Contains("Устав.pdf is over 25 MB", page.QuerySelector("#Documents_0__e0")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("17", page.Value("Documents[0].Number"));
        Assert.Single((await portal.Registration()).Content.Files);
        Assert.Single(Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories));
        // The script says it before anything is sent: the limits stand at the field.
        Assert.Equal("26214400", page.QuerySelector("#Documents_0__f")!.GetAttribute("data-max-bytes"));
        Assert.Equal((104857600 - Given.Pdf.Length).ToString(System.Globalization.CultureInfo.InvariantCulture), page.QuerySelector("#Documents_0__f")!.GetAttribute("data-left-bytes"));
    }

    [Theory]
    [InlineData("../../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("..\\..\\web.config.pdf", "web.config.pdf")]
    [InlineData("%2e%2e%2fустав.pdf", "%2e%2e%2fустав.pdf")]
    public async Task A_path_in_a_name_leads_nowhere(string name, string kept)
    {
        var portal = await shared.OfMany();
        var applicant = portal.Applicant();

        var page = await applicant.Stored(await WrongInput.AtDocuments(applicant, portal), "Documents[0].Files", Given.Pdf, name);

        Assert.Equal(kept, page.QuerySelector(".files a")!.TextContent);
        Assert.All(Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories), path => Assert.Matches("^f[0-9a-f]{39}$", Path.GetFileName(path)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_Cyrillic_name_of_255_characters_is_kept_whole_and_comes_back(string database)
    {
        await using var portal = await Applicants.Portal(database);
        var applicant = portal.Applicant();
        var name = new string('ы', 251) + ".pdf";

        var page = await applicant.Stored(await WrongInput.AtDocuments(applicant, portal), "Documents[0].Files", Given.Pdf, name);

        var link = page.QuerySelector(".files a")!;
        Assert.Equal(name, link.TextContent);
        var file = await portal.Seen(Scope.System, db => db.Files.SingleAsync());
        var answer = await applicant.GetAsync($"/registration/files/{file.Token}");
        Assert.Equal(("attachment", name), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
    }

    [Fact]
    public async Task A_picture_of_a_phone_is_taken_to_be_saved_and_a_film_of_it_is_not()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        byte[] Boxed(string brand) => [0, 0, 0, 0x18, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[100]];

        var page = await applicant.Stored(await WrongInput.AtDocuments(applicant, portal), "Documents[0].Files", Boxed("heic"), "IMG_4718.HEIC");

        // Few browsers show HEIC: it is offered to be saved, never opened in the page.
        Assert.Contains("opens after saving", page.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
        var answer = await applicant.GetAsync(page.QuerySelector(".files a")!.GetAttribute("href"));
        Assert.Equal(("attachment", "image/heic"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        var film = await (await applicant.PressWithFiles(page, "Save and check everything", [("Documents[1].Files", "IMG_4719.heic", Boxed("mp42"))])).Parsed();
        Assert.Contains("IMG_4719.heic can't be taken. Choose a PDF, JPEG", film.QuerySelector("#Documents_1__e0")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_several_files_of_a_kind_is_removed_and_the_others_stay()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        var page = await applicant.Stored(await WrongInput.AtDocuments(applicant, portal), "Documents[0].Files", Given.Pdf, "Устав, часть 1.pdf");
        page = await applicant.Stored(page, "Documents[0].Files", Given.Pdf, "Устав, часть 2.pdf");
        byte[] picture = [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[50]];
        page = await applicant.Stored(page, "Documents[1].Files", picture, "Решение.png");

        Assert.EndsWith("/shown", page.QuerySelector("img.thumb")!.GetAttribute("src"), StringComparison.Ordinal);
        page = await applicant.PressAndFollow(page, "Remove: Устав, часть 1.pdf");

        Assert.Equal(["Устав, часть 2.pdf", "Решение.png"], page.QuerySelectorAll(".files a:not([aria-hidden])").Select(link => link.TextContent));
        Assert.Equal(2, Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Length);
    }
}
