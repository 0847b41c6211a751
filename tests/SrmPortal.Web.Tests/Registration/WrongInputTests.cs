using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using static SrmPortal.Web.Tests.Registration.WrongInput;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>Every field says how to mend it, and keeps what was typed.</summary>
public sealed class WrongInputTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    [Theory]
    [InlineData("LastName", "", "Enter your surname.")]
    [InlineData("FirstName", "", "Enter your first name.")]
    [InlineData("Email", "ковалёва", "Enter an address like")]
    [InlineData("Email", "a b@c.example", "Enter an address like")]
    [InlineData("LastName", "long", "at most 100 characters")]
    public async Task In_the_first_step(string field, string typed, string message)
    {
        var portal = await WithoutRegistrations();
        var applicant = portal.Applicant();
        typed = typed == "long" ? new string('я', 101) : typed;

        var again = await Refused(applicant, await applicant.Page("/registration/country"), "Save and continue", [.. Applicants.Start, (field, typed)]);

        SaysAt(again, field, message);
        Assert.Equal(typed, again.Value(field));
        Assert.Equal("Сергеевна", again.Value("MiddleName"));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Registrations.CountAsync()));
    }

    [Theory]
    [InlineData("FullName", "", "Enter the full name")]
    [InlineData("ShortName", "", "Enter the short name")]
    [InlineData("TaxNumber", "7707083894", "The check digit does not fit. You entered 7707083894")]
    [InlineData("TaxNumber", "275012345", "10 digits for a company")]
    [InlineData("TaxNumber", "0000000000", "No INN begins with 00")]
    [InlineData("TaxNumber", "123456789047", "This is the INN of a person")]
    [InlineData("Kpp", "12", "A KPP has 9 characters")]
    [InlineData("RegistrationNumber", "1027700132196", "The check digit does not fit")]
    [InlineData("LegalAddress.Index", "6200", "six digits")]
    [InlineData("LegalAddress.Region", "", "Enter the region")]
    [InlineData("LegalAddress.City", "", "Enter the town or village")]
    [InlineData("LegalAddress.Street", "", "Enter the street")]
    [InlineData("Phone", "позвоните", "Enter the phone number")]
    [InlineData("Email", "нет", "Enter an address like")]
    [InlineData("Website", "не знаю", "Enter an address like")]
    [InlineData("BankCode", "12", "A BIK has 9 digits")]
    [InlineData("BankAccount", "40702810938000012346", "The account does not fit the BIK 044525225")]
    [InlineData("BankAccount", "407", "An account has 20 digits")]
    public async Task In_the_second_step_and_the_rest_is_saved(string field, string typed, string message)
    {
        var portal = await WithMany();
        var applicant = portal.Applicant();
        var details = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);

        var again = await Refused(applicant, details, "Save and continue", [.. Applicants.Company, (field, typed)]);

        SaysAt(again, field, message);
        Assert.Equal(typed, again.Value(field));
        Assert.Equal("ООО «УралТрубСнаб» 🔩", field == "ShortName" ? "ООО «УралТрубСнаб» 🔩" : (await portal.LatestRegistration()).Content.Details.ShortName);
        var later = await applicant.Page("/registration/details");
        Assert.Equal("ПАО «Промкредит»", later.Value("BankName"));
        await applicant.PressAndFollow(again, "Save and continue", [.. Applicants.Company, ("Website", "")]);
    }

    [Fact]
    public async Task Of_other_addresses_that_are_not_given()
    {
        var portal = await WithMany();
        var applicant = portal.Applicant();
        var details = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);

        var again = await Refused(applicant, details, "Save and continue", [.. Applicants.Company, ("ActualSame", "false"), ("PostalSameAs", "own")]);

        SaysAt(again, "ActualAddress.City", "Enter the town or village");
        again = await Refused(applicant, again, "Save and continue",
            [("ActualAddress.Index", "614000"), ("ActualAddress.Region", "Пермский край"), ("ActualAddress.City", "Пермь"), ("ActualAddress.Street", "ул. Ленина")]);
        SaysAt(again, "PostalAddress.Street", "Enter the street");
        await applicant.PressAndFollow(again, "Save and continue",
            ("PostalAddress.Index", "101000"), ("PostalAddress.Region", "Москва"), ("PostalAddress.Street", "а/я 5"));

        var saved = (await portal.LatestRegistration()).Content.Details;
        Assert.Equal(("614000, Пермский край, Пермь, ул. Ленина", "101000, Москва, а/я 5"), (saved.ActualAddress.ToString(), saved.PostalAddress.ToString()));
        var later = await applicant.Page("/registration/details");
        Assert.Equal("own", later.QuerySelector("[name=PostalSameAs]:checked")!.GetAttribute("value"));
        await applicant.PressAndFollow(later, "Save and continue", ("PostalSameAs", "actual"));
        saved = (await portal.LatestRegistration()).Content.Details;
        Assert.Equal(saved.ActualAddress, saved.PostalAddress);
        Assert.NotEqual(saved.LegalAddress, saved.PostalAddress);
    }

    [Theory]
    [InlineData("People[0].FullName", "", "Enter surname")]
    [InlineData("People[0].Position", "", "Enter the position")]
    [InlineData("People[0].Phone", "нет", "Enter the phone number")]
    [InlineData("People[0].Email", "нет", "Enter an address like")]
    [InlineData("People[0].Basis", "", "Choose the basis for signing")]
    [InlineData("People[0].BasisDate", "31.02.2026", "31.02.2026")]
    [InlineData("People[0].BasisUntil", "1/2/2026", "Write the date")]
    public async Task In_the_third_step(string field, string typed, string message)
    {
        var portal = await WithMany();
        var applicant = portal.Applicant();
        var people = await AtPeople(applicant);

        var again = await Refused(applicant, people, "Save and continue", [.. Applicants.People, (field, typed)]);

        SaysAt(again, field, message);
        Assert.Equal(typed, again.QuerySelector($"[name='{field}']") is IHtmlSelectElement select ? select.Value : again.Value(field));
        Assert.True(again.QuerySelector<IHtmlInputElement>("#RU-66")!.IsChecked);
        Assert.True(again.QuerySelectorAll<IHtmlInputElement>("[name='People[0].Roles']").All(role => role.IsChecked));
    }

    [Theory]
    [InlineData("Signatory", "Name somebody with the right to sign.")]
    [InlineData("ContactPerson", "Name a contact person.")]
    [InlineData("MasterUser", "Name a master user.")]
    public async Task Of_people_who_are_missing(string role, string message)
    {
        var portal = await WithMany();
        var applicant = portal.Applicant();

        var again = await Refused(applicant, await AtPeople(applicant), "Save and continue", [.. Applicants.People, ("People[0].Roles", "-" + role)]);

        Assert.Contains(message, again.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_users_with_one_address_at_the_second()
    {
        var portal = await WithMany();
        var applicant = portal.Applicant();
        var two = await applicant.PressAndFollow(await AtPeople(applicant), "Add a person", Applicants.People);

        var again = await Refused(applicant, two, "Save and continue",
        [
            ("People[1].FullName", "Фёдоров Павел Леонидович"), ("People[1].Position", "Менеджер"), ("People[1].Phone", "+7 343 226-41-85"),
            ("People[1].Email", "ORLOV@uraltrubsnab.example"), ("People[1].Roles", "ContactPerson"),
        ]);

        SaysAt(again, "People[1].Email", "This address already belongs to Орлов Д.\u00A0И.");
        Assert.Equal("ORLOV@uraltrubsnab.example", again.Value("People[1].Email"));
        await applicant.PressAndFollow(again, "Save and continue", ("People[1].Email", "fedorov@uraltrubsnab.example"));
        Assert.Equal(2, (await portal.LatestRegistration()).Content.People.Count);
    }

    [Fact]
    public async Task People_are_added_and_removed_and_districts_chosen_by_buttons_that_lose_nothing()
    {
        var portal = await WithMany();
        var applicant = portal.Applicant();

        var page = await applicant.PressAndFollow(await AtPeople(applicant), "Add a person", Applicants.People);
        page = await applicant.PressAndFollow(page, "Choose the district: Ural", ("People[1].FullName", "Фёдоров Павел"));
        Assert.Equal(6, page.QuerySelectorAll<IHtmlInputElement>("[name=Regions]").Count(region => region.IsChecked && region.Value.StartsWith("RU-", StringComparison.Ordinal)));
        page = await applicant.PressAndFollow(page, "Clear: Ural");
        Assert.Equal(["KZ"], (await portal.LatestRegistration()).Content.Regions);
        Assert.Equal("Фёдоров Павел", page.Value("People[1].FullName"));
        page = await applicant.PressAndFollow(page, "Remove: Фёдоров Павел");

        Assert.Null(page.QuerySelector("[name='People[1].FullName']"));
        Assert.Equal("orlov@uraltrubsnab.example", page.Value("People[0].Email"));
    }

    [Fact]
    public async Task Of_no_region_and_no_category()
    {
        var portal = await WithMany();
        var applicant = portal.Applicant();
        var again = await Refused(applicant, await AtPeople(applicant), "Save and continue", [.. Applicants.People, ("Regions", "-RU-66"), ("Regions", "-KZ")]);
        Assert.Contains("Choose at least one region", again.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);

        var products = await applicant.PressAndFollow(again, "Save and continue", ("Regions", "KZ"));
        again = await Refused(applicant, products, "Save and continue", []);
        Assert.Contains("Choose at least one category", again.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_in_the_tree_keeps_what_was_chosen_and_a_group_covers_what_is_below()
    {
        var portal = await WithMany();
        var applicant = portal.Applicant();
        var products = await applicant.PressAndFollow(await AtPeople(applicant), "Save and continue", Applicants.People);

        var found = await applicant.PressAndFollow(products, "Find", ("Categories", await portal.CategoryKey("t41")), ("Q", "seamless"));
        Assert.Contains("Found 1 of 3.", found.Text(), StringComparison.Ordinal);
        Assert.Contains("One more check.", found.Text(), StringComparison.Ordinal);
        await applicant.PressAndFollow(found, "Save and continue", ("Categories", await portal.CategoryKey("t12.04")), ("Categories", await portal.CategoryKey("t12")));

        var keys = (await portal.LatestRegistration()).Content.Categories;
        var chosen = await portal.Seen(Scope.System, db => db.Categories.Where(c => keys.Contains(c.Id)).Select(c => c.Code).Order().ToListAsync());
        Assert.Equal(["t12", "t41"], chosen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_company_that_is_registered_already_once_the_address_is_confirmed(bool afterStepTwo)
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        if (afterStepTwo)
        {
            await applicant.FillIn(portal);
        }

        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new Supplier("S90000001", GivenRegistration.Company with { ShortName = "АО «Чужое имя»" }, [], [], Given.InTime, Given.InTime.AddYears(1)));
            return await db.SaveChangesAsync();
        });
        if (!afterStepTwo)
        {
            var details = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);
            Assert.Contains("/people", (await applicant.Press(details, "Save and continue", Applicants.Company)).Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        var summary = await applicant.FollowMailedLink(portal);
        var refused = afterStepTwo ? await applicant.Press(summary, "Send the registration")
            : await applicant.Press(await applicant.Page("/registration/details"), "Save and continue");
        var page = await refused.Parsed();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("This company is already registered.", page.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Чужое имя", page.Text(), StringComparison.Ordinal);
        Assert.Equal(RegistrationState.Draft, (await portal.Registration()).State);
    }

    [Fact]
    public async Task What_the_form_does_not_ask_cannot_be_set()
    {
        var portal = await WithMany();
        var applicant = portal.Applicant();
        var (action, fields) = (await applicant.Page("/registration/country")).Form("Save and continue", Applicants.Start);
        await applicant.PostAsync(action, new FormUrlEncodedContent([.. fields, new("State", "Accredited"), new("Number", "12345678"), new("AddressConfirmedAt", "2026-01-01"), new("Id", "99")]));
        var registration = await portal.LatestRegistration();
        Assert.Equal((RegistrationState.Draft, null, false), (registration.State, registration.Number, registration.IsAddressConfirmed));

        (action, fields) = (await applicant.Page("/registration/details")).Form("Save and continue", Applicants.Company);
        await applicant.PostAsync(action, new FormUrlEncodedContent([.. fields, new("Country", "KZ"), new("Registration.State", "Accredited")]));
        Assert.Equal("RU", (await portal.LatestRegistration()).Content.Details.Country);
    }

    [Fact]
    public async Task A_machine_that_fills_in_what_nobody_sees_begins_nothing()
    {
        var portal = await WithoutRegistrations();
        var applicant = portal.Applicant();

        var answer = await applicant.Press(await applicant.Page("/registration/country"), "Save and continue", [.. Applicants.Start, ("CompanyFax", "123")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Registrations.CountAsync()));
    }

    // Nobody gets as far as to begin one there.
    private Task<Portal> WithoutRegistrations() => shared.OfMany();

    // Each test begins its own, in a browser of its own.
    private Task<Portal> WithMany() => shared.OfMany();
}
