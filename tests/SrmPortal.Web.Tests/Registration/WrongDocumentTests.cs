using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SrmPortal.Domain.Registration;
using static SrmPortal.Web.Tests.Registration.WrongInput;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>A wrong file, number or date of the fifth step is named at its field, and the rest is kept.</summary>
public sealed class WrongDocumentTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    [Theory]
    [InlineData("отчёт.rar", "526172211A0700", "отчёт.rar is an archive")]
    [InlineData("баланс.xls", "D0CF11E0A1B11AE1", "old Office format")]
    [InlineData("устав.pdf", "89504E470D0A1A0A", "its content is PNG")]
    [InlineData("вирус.pdf", "4D5A90000300", "can't be taken")]
    [InlineData("пусто.pdf", "", "пусто.pdf is empty")]
    public async Task Of_a_wrong_file_with_the_rest_kept(string name, string hex, string message)
    {
        var portal = await shared.OfMany();
        var applicant = portal.Applicant();
        var documents = await AtDocuments(applicant, portal);
        var before = portal.FilesKept();

        var answer = await applicant.PressWithFiles(documents, "Save and check everything",
            [("Documents[0].Files", "Устав.pdf", Given.Pdf), ("Documents[1].Files", name, Convert.FromHexString(hex))], [.. Applicants.Consents, ("Documents[0].Number", "б/н")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await answer.Parsed();

        Assert.Contains(message, again.QuerySelector("#Documents_1__e0")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Устав.pdf", again.Text(), StringComparison.Ordinal);
        Assert.Equal("б/н", again.Value("Documents[0].Number"));
        Assert.Single((await portal.LatestRegistration()).Content.Files);
        Assert.Equal(before + 1, portal.FilesKept());
    }

    [Fact]
    public async Task Of_a_file_that_is_too_large_at_its_field_and_of_a_form_that_is_too_large_on_top()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite, new()
        {
            ["Files:LargestFile"] = "1048576",
            ["Files:LargestRegistration"] = "1572864",
            ["Files:LargestForm"] = "4194304",
        });
        var applicant = portal.Applicant();
        var documents = await AtDocuments(applicant, portal);
        byte[] large = [.. Given.Pdf, .. new byte[1048576]], fits = [.. Given.Pdf, .. new byte[1000000]];

        var again = await (await applicant.PressWithFiles(documents, "Save and check everything",
            [("Documents[0].Files", "Устав.pdf", large), ("Documents[1].Files", "Решение.pdf", fits), ("Documents[3].Files", "Баланс.pdf", fits)])).Parsed();
        Assert.Contains("Устав.pdf is over 1 MB", again.QuerySelector("#Documents_0__e0")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Баланс.pdf was one too many", again.QuerySelector("#Documents_3__e0")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Решение.pdf"], (await portal.Registration()).Content.Files.Select(file => file.Name));

        again = await (await applicant.PressWithFiles(again, "Save and check everything", [("Documents[3].Files", "Баланс.pdf", fits)])).Parsed();
        Assert.Contains("Баланс.pdf doesn't fit", again.QuerySelector("#Documents_3__e0")!.TextContent, StringComparison.Ordinal);

        var huge = await applicant.PressWithFiles(again, "Save and check everything", [("Documents[0].Files", "Устав.pdf", new byte[5_000_000])]);
        Assert.Equal(HttpStatusCode.Redirect, huge.StatusCode);
        Assert.Contains("The last sending was too large.", (await applicant.Page(huge.Headers.Location!.ToString())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_validity_that_is_missing_unreadable_or_over()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        var page = await (await applicant.PressWithFiles(await AtDocuments(applicant, portal), "Save and check everything",
            [.. Applicants.Documents, ("Documents[2].Files", "Доверенность.pdf", Given.Pdf)], Applicants.Consents)).Parsed();
        SaysAt(page, "Documents[2].ValidUntil", "enter until when it is valid");

        page = await (await applicant.PressWithFiles(page, "Save and check everything", [], ("Documents[2].ValidUntil", "позже"))).Parsed();
        SaysAt(page, "Documents[2].ValidUntil", "Write the date");
        Assert.Equal("позже", page.Value("Documents[2].ValidUntil"));
        page = await (await applicant.PressWithFiles(page, "Save and check everything", [], ("Documents[2].ValidUntil", "01.01.2026"))).Parsed();
        SaysAt(page, "Documents[2].ValidUntil", "no longer valid");

        Assert.Equal(HttpStatusCode.Redirect, (await applicant.PressWithFiles(page, "Save and check everything", [], ("Documents[2].ValidUntil", "31 Dec 2027"))).StatusCode);
    }

    [Fact]
    public async Task Of_documents_and_consents_that_are_missing_each_by_itself()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();

        var again = await (await applicant.PressWithFiles(await AtDocuments(applicant, portal), "Save and check everything", [], ("Terms", "true"))).Parsed();

        var summary = again.QuerySelector(".error-summary")!.TextContent;
        Assert.Contains("Charter: attach the file", summary, StringComparison.Ordinal);
        Assert.Contains("processing of your personal data", summary, StringComparison.Ordinal);
        Assert.Contains("people named in step 3 have been informed", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("consent to the terms", summary, StringComparison.Ordinal);
        Assert.True(again.QuerySelector<IHtmlInputElement>("#Terms")!.IsChecked);
        Assert.False(again.QuerySelector<IHtmlInputElement>("#PersonalData")!.IsChecked);
    }
}
