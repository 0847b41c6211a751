using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SrmPortal.Domain.Registration;
using static SrmPortal.Web.Tests.Registration.WrongInput;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>Whichever step is left, by its button or by the row of steps, and however wrong what was typed there: it stands there again.</summary>
public sealed class GoingBackTests
{
    private static readonly (string Name, string Value)[] WrongCompany =
    [
        .. Applicants.Company, ("TaxNumber", "7707083894"), ("Kpp", "12"), ("RegistrationNumber", "1027"), ("LegalAddress.Index", "62"), ("LegalAddress.City", ""), ("Phone", "позвоните"),
        ("Email", "нет"), ("Website", "не знаю"), ("BankCode", "04452"), ("BankAccount", "407"), ("ActualSame", "false"), ("ActualAddress.City", "Пермь"), ("PostalSameAs", "own"), ("PostalAddress.Street", "а/я 5"),
    ];

    private static readonly (string Name, string Value)[] WrongPeople =
    [
        ("Regions", "KZ"), ("People[0].FullName", "Орлов"), ("People[0].Position", ""), ("People[0].Phone", "нет"), ("People[0].Email", "orlov@"), ("People[0].Roles", "-ContactPerson"),
        ("People[0].Roles", "Signatory"), ("People[0].Basis", "PowerOfAttorney"), ("People[0].BasisNumber", "17"), ("People[0].BasisUntil", "31 Dec 2020"),
    ];

    [Fact]
    public async Task Back_from_a_step_that_is_filled_in_wrongly_and_forth_again()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        var details = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);

        var country = await applicant.PressAndFollow(details, "Back: country", WrongCompany);
        Assert.Equal(("Ковалёва", Applicants.Email), (country.Value("LastName"), country.Value("Email")));
        details = await applicant.PressAndFollow(country, "Save and continue", ("LastName", "Ковалёва-Орлова"));
        Holds(details, [.. WrongCompany.Where(one => one.Name is not "ActualSame" and not "PostalSameAs")]);
        Assert.Equal("own", details.QuerySelector("[name=PostalSameAs]:checked")!.GetAttribute("value"));

        var people = await applicant.PressAndFollow(details, "Save and continue", [.. Applicants.Company, ("Website", ""), ("ActualSame", "true"), ("PostalSameAs", "legal")]);
        details = await applicant.PressAndFollow(people, "Back: company details", WrongPeople);
        Holds(details, Applicants.Company);
        people = await applicant.PressAndFollow(details, "Save and continue");
        Holds(people, [.. WrongPeople.Where(one => one.Name is not ("Regions" or "People[0].Roles"))]);
        Assert.Equal(["KZ", "Signatory"], Ticked(people, "Regions", "People[0].Roles"));

        var products = await applicant.PressAndFollow(people, "Save and continue", [.. Applicants.People, ("People[0].BasisUntil", "")]);
        people = await applicant.PressAndFollow(products, "Back: regions and people", ("Categories", await portal.CategoryKey("t41")), ("Q", "pipes"));
        Assert.Equal("Директор", people.Value("People[0].Position"));
        products = await applicant.PressAndFollow(people, "Save and continue");
        Assert.Contains("Chosen: 1", products.Text(), StringComparison.Ordinal);

        var documents = await applicant.PressAndFollow(products, "Save and continue");
        var unread = await applicant.PressWithFiles(documents, "Back: products", [Applicants.Documents[0]], ("Documents[0].Number", "б/н"), ("Documents[2].ValidUntil", "скоро"), ("Terms", "true"));
        // A date that can't be read would be lost: the step stays, and says so.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unread.StatusCode);
        documents = await unread.Parsed();
        SaysAt(documents, "Documents[2].ValidUntil", "Write the date");
        Assert.Equal("скоро", documents.Value("Documents[2].ValidUntil"));
        var left = await applicant.PressWithFiles(documents, "Back: products", [("Documents[3].Files", "Баланс.pdf", Given.Pdf)], ("Documents[2].ValidUntil", "1 Jan 2020"));
        products = await applicant.Page(left.Headers.Location!.ToString());
        documents = await applicant.PressAndFollow(products, "Save and continue");
        Holds(documents, [("Documents[0].Number", "б/н"), ("Documents[2].ValidUntil", "1\u00A0Jan 2020")]);
        Assert.All(new[] { Applicants.Documents[0].Name, "Баланс.pdf" }, name => Assert.Contains(name, documents.Text(), StringComparison.Ordinal));
        Assert.True(documents.QuerySelector<IHtmlInputElement>("#Terms")!.IsChecked);
        Assert.Equal("Ковалёва-Орлова", (await portal.Registration()).Applicant.LastName);
    }

    [Fact]
    public async Task What_was_only_chosen_is_there_again_too()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        var details = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);

        var country = await applicant.PressAndFollow(details, "Back: country", ("ActualSame", "false"), ("PostalSameAs", "own"), ("LegalForm", "JSC"), ("IsBranch", "true"));
        details = await applicant.PressAndFollow(country, "Save and continue");

        Assert.False(details.QuerySelector<IHtmlInputElement>("[name=ActualSame][type=checkbox]")!.IsChecked);
        Assert.True(details.QuerySelector<IHtmlInputElement>("[name=IsBranch][type=checkbox]")!.IsChecked);
        Assert.Equal(("own", "JSC"), (details.QuerySelector("[name=PostalSameAs]:checked")!.GetAttribute("value"), details.QuerySelector<IHtmlSelectElement>("[name=LegalForm]")!.Value));
        country = await applicant.PressAndFollow(details, "Back: country", ("ActualSame", "true"), ("PostalSameAs", "actual"));
        details = await applicant.PressAndFollow(country, "Save and continue");
        Assert.True(details.QuerySelector<IHtmlInputElement>("[name=ActualSame][type=checkbox]")!.IsChecked);
        Assert.Equal("actual", details.QuerySelector("[name=PostalSameAs]:checked")!.GetAttribute("value"));
    }

    [Fact]
    public async Task By_the_row_of_steps_what_was_typed_goes_along()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        var details = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);

        var documents = await applicant.PressAndFollow(details, "Documents", WrongCompany);
        Assert.Equal("5 of 5", documents.QuerySelector(".stepper [aria-current] .no")!.TextContent["Step ".Length..]);
        var left = await applicant.PressWithFiles(documents, "Regions and people", [("Documents[0].Files", "Устав.pdf", Given.Pdf)], ("PersonalData", "true"));
        var people = await applicant.Page(left.Headers.Location!.ToString());
        var products = await applicant.PressAndFollow(people, "Products", WrongPeople);
        var country = await applicant.PressAndFollow(products, "Country", ("Categories", await portal.CategoryKey("t12")));
        details = await applicant.PressAndFollow(country, "Company details", ("FirstName", "Мария"));

        Holds(details, [("TaxNumber", "7707083894"), ("Phone", "позвоните")]);
        var saved = await portal.Registration();
        Assert.Equal(("Мария", "Орлов", 1, 1, ConsentKind.PersonalData), (saved.Applicant.FirstName, saved.Content.People.Single().FullName, saved.Content.Categories.Count, saved.Content.Files.Count(),
            saved.Consents.Single(consent => consent.IsInForce).Text.Kind));
        // Step 1 can't be left without what the draft needs to be found again.
        var refused = await applicant.Press(await applicant.Page("/registration/country"), "Documents", ("Email", "нет"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("нет", (await refused.Parsed()).Value("Email"));
    }

    [Fact]
    public async Task Enter_does_what_it_did_before_there_were_buttons_above_the_form()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await AtDocuments(applicant, portal);

        foreach (var (step, sends) in new[] { ("country", ""), ("details", ""), ("people", "save"), ("products", "search"), ("documents", "save") })
        {
            var page = await applicant.Page($"/registration/{step}");
            var first = page.QuerySelectorAll("button[type=submit]").First(button => button.GetAttribute("form") == "step" || button.Closest("form")?.Id == "step");
            Assert.Equal(sends, first.GetAttribute("value") ?? "");
        }
    }

    private static void Holds(IDocument page, (string Name, string Value)[] typed)
    {
        foreach (var same in typed.Where(one => one.Name is not ("Regions" or "People[0].Roles")).GroupBy(one => one.Name))
        {
            var (field, value) = (page.QuerySelector($"[name='{same.Key}']:not([type=hidden])")!, same.Last().Value);
            var shown = field is IHtmlSelectElement select ? select.Value : field.GetAttribute("value") ?? "";
            Assert.True(Bare(shown) == Bare(value), $"{same.Key}: {shown} instead of {value}");
        }
    }

    // Numbers are kept without the spaces and dashes that people type.
    private static string Bare(string? text) => string.Concat((text ?? "").Where(sign => !char.IsWhiteSpace(sign) && sign != '-'));

    private static IEnumerable<string> Ticked(IDocument page, params string[] names) =>
        names.SelectMany(name => page.QuerySelectorAll<IHtmlInputElement>($"[name='{name}'][type=checkbox]").Where(box => box.IsChecked).Select(box => box.Value));
}
