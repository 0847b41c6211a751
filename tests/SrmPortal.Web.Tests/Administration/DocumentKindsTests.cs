using System.Net;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Administration;

/// <summary>What the administrator enters is what applicants are asked, and every change is recorded.</summary>
public sealed class DocumentKindsTests
{
    private const long Administrator = 3;

    private static readonly string Admin = $"staff:{Administrator}";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_kind_that_is_added_is_asked_of_whom_its_lines_name(string database)
    {
        await using var portal = await With(database);
        var browser = portal.SignedIn(Admin);

        await browser.PressAndFollow(await browser.Page("/administration/documents/new"), "Save",
            ("Name", "Справка о резидентстве"), ("NameEn", "Certificate of residence"), ("Code", "residence"), ("Order", "5"), ("HasNumber", "false"), ("HasValidity", "true"),
            ("Demands[0].Country", "!RU"), ("Demands[0].IsMandatory", "true"), ("Demands[1].Country", "RU"), ("Demands[1].Forms", "LLC"), ("Demands[1].IsMandatory", "false"));

        var kinds = await browser.Page("/administration/documents?country=KZ&form=Organisation");
        Assert.Contains("Certificate of residence — required", kinds.QuerySelector("#asked")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Any country but Russia — required", kinds.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        var applicant = portal.Applicant();
        var documents = await WrongInput.AtDocuments(applicant, portal);
        Assert.Contains("Certificate of residence (optional)", Words(documents.QuerySelector("#kind-residence")!), StringComparison.Ordinal);
        Assert.NotNull(documents.QuerySelector("[name='Documents[0].ValidUntil']"));
        Assert.Null(documents.QuerySelector("[name='Documents[0].Number']"));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(r => r.Action == nameof(DocumentKindAdded) && r.PersonId == Administrator)));
    }

    [Fact]
    public async Task A_kind_is_changed_and_left_out_with_what_was_and_is_in_the_record()
    {
        await using var portal = await With();
        var browser = portal.SignedIn(Admin);
        var page = await browser.Page("/administration/documents/charter");

        page = await browser.PressAndFollow(page, "Save", ("NameEn", "Articles of association"), ("IsRetired", "true"));

        Assert.Equal("Articles of association", page.Value("NameEn"));
        var recorded = await portal.Seen(Scope.System, db => db.Audit.SingleAsync(r => r.Action == nameof(DocumentKindChanged)));
        Assert.Contains("Charter", recorded.Details, StringComparison.Ordinal);
        Assert.Contains("Articles of association", recorded.Details, StringComparison.Ordinal);
        Assert.DoesNotContain("Articles", (await browser.Page("/administration/documents")).QuerySelector("#asked")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_second_is_told_and_keeps_what_was_typed()
    {
        await using var portal = await With();
        var browser = portal.SignedIn(Admin);
        var (first, second) = (await browser.Page("/administration/documents/charter"), await browser.Page("/administration/documents/charter"));
        await browser.Press(first, "Save", ("NameEn", "Articles"));

        var refused = await browser.Press(second, "Save", ("NameEn", "Statute"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.Parsed();
        Assert.Equal("Statute", again.Value("NameEn"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Press(again, "Save")).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        await using var portal = await With();
        var browser = portal.SignedIn(Admin);

        var refused = await (await browser.Press(await browser.Page("/administration/documents/new"), "Save",
            ("Name", "Устав"), ("NameEn", "Charter"), ("Code", "charter"), ("Order", "5"))).Parsed();
        Assert.Contains("in use", refused.QuerySelector("#Code-e")!.TextContent, StringComparison.Ordinal);
        refused = await (await browser.Press(refused, "Save", ("Code", "other"), ("Blank", "Мы, {compny}"), ("BlankEn", "We, {company}"), ("Demands[0].Country", "KZ"), ("Demands[0].Forms", "LLC"))).Parsed();
        Assert.Contains("{compny} is not known", refused.QuerySelector("#Blank-e")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(refused.QuerySelectorAll("#Demands_0__Forms-e"));
        Assert.Equal(9, await portal.Seen(Scope.System, db => db.DocumentKinds.CountAsync()));
    }

    [Fact]
    public async Task A_blank_form_is_filled_with_what_was_entered_to_print_and_as_a_file()
    {
        await using var portal = await With();
        var browser = portal.SignedIn(Admin);
        await browser.PressAndFollow(await browser.Page("/administration/documents/declaration"), "Save",
            ("BlankEn", "# Declaration\n\nWe, {company},\nTIN {tax-number}\n\nSigned by {signatory} <b>{position}</b>"));
        var applicant = portal.Applicant();
        await WrongInput.AtDocuments(applicant, portal);

        var page = await applicant.Page("/registration/blank/declaration");
        Assert.Equal("Declaration", page.QuerySelector(".sheet h1")!.TextContent);
        Assert.Contains("We, Общество с ограниченной ответственностью «УралТрубСнаб» 🔩,TIN 7707083893", page.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Signed by Орлов Дмитрий Игоревич <b>Директор</b>", page.QuerySelector(".sheet")!.TextContent, StringComparison.Ordinal);

        var file = await applicant.GetAsync("/registration/blank/declaration/docx");
        Assert.Equal("Signed declaration.docx", file.Content.Headers.ContentDisposition!.FileNameStar);
        using var document = WordprocessingDocument.Open(new MemoryStream(await file.Content.ReadAsByteArrayAsync()), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document));
        Assert.Contains("«УралТрубСнаб» 🔩", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await applicant.GetAsync("/registration/blank/charter")).StatusCode);
        Assert.Contains("UralTrubSnab", (await browser.Page("/administration/documents/declaration/blank")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_administrator_keeps_them()
    {
        await using var portal = await With();
        foreach (var path in new[] { "/administration", "/administration/documents", "/administration/documents/charter" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("buyer").GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await portal.SignedIn(Admin).GetAsync(path)).StatusCode);
        }
    }

    private static async Task<Portal> With(string database = Databases.Sqlite)
    {
        var portal = await Applicants.Portal(database);
        await portal.AddStaffMember(Administrator, StaffRoles.Administrator);
        return portal;
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
