using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Reference;
using SrmPortal.Web.Mail;
using SrmPortal.Web.Tests.Mail;
using SrmPortal.Web.Tests.Registration;
using static SrmPortal.Web.Tests.Registration.WrongInput;

namespace SrmPortal.Web.Tests.Reference;

/// <summary>The lists of regions and countries are the administrator's.</summary>
public sealed class PlacesTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    [Fact]
    public async Task A_region_is_added_renamed_and_retired_and_stays_where_it_was_chosen()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var administrator = await portal.Administrator();
        await administrator.PressAndFollow(await administrator.Page("/administration/places/new"), "Save",
            ("Code", "ru-99"), ("District", "ural"), ("Ru", "Новая область"), ("En", "New Region"));
        await administrator.PressAndFollow(await administrator.Page("/administration/places/RU-66"), "Save", ("Ru", "Свердловская обл."), ("En", "Sverdlovsk"));

        var applicant = portal.Applicant();
        var people = await AtPeople(applicant);
        Assert.Contains("New Region", people.Text(), StringComparison.Ordinal);
        Assert.Contains("Sverdlovsk", people.QuerySelector("label[for='RU-66']")!.TextContent, StringComparison.Ordinal);
        await applicant.PressAndFollow(people, "Save and continue", [.. Applicants.People, ("Regions", "RU-99")]);
        await administrator.PressAndFollow(await administrator.Page("/administration/places/RU-99"), "Save", ("IsRetired", "true"));

        var later = await applicant.Page("/registration/people");
        Assert.Contains("RU-99", (await portal.Registration()).Content.Regions);
        Assert.True(later.QuerySelector("#RU-99")!.HasAttribute("checked"));
        await applicant.PressAndFollow(later, "Save and continue", ("Regions", "-RU-99"));
        Assert.Null((await applicant.Page("/registration/people")).QuerySelector("#RU-99"));
        Assert.Equal(4, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == "PlaceListed")));
    }

    [Fact]
    public async Task A_retired_country_begins_no_registration_any_more()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var administrator = await portal.Administrator();
        var applicant = portal.Applicant();
        var before = await applicant.Page("/registration/country");
        await administrator.PressAndFollow(await administrator.Page("/administration/places/KZ"), "Save", ("IsRetired", "true"));

        SaysAt(await Refused(applicant, before, "Save and continue", [.. Applicants.Start, ("Country", "KZ")]), "Country", "Choose the country");
        Assert.Null((await applicant.Page("/registration/country")).QuerySelector("option[value=KZ]"));
    }

    [Theory]
    [InlineData("RU-66", "ural", "Имя", "Name", "Code", "There is one with this code")]
    [InlineData("RU66", "ural", "Имя", "Name", "Code", "Enter a code such as RU-99")]
    [InlineData("RU-98", "", "Имя", "Name", "District", "A region belongs to a federal district")]
    [InlineData("XX", "ural", "Имя", "Name", "District", "a country to none")]
    [InlineData("RU-98", "ural", "", "Name", "Ru", "Enter the name")]
    public async Task What_is_wrong_is_said_at_its_field(string code, string district, string ru, string en, string field, string message)
    {
        var portal = await shared.Once(() => Applicants.Portal(Databases.Sqlite));
        var administrator = await portal.Administrator();

        SaysAt(await Refused(administrator, await administrator.Page("/administration/places/new"), "Save", [("Code", code), ("District", district), ("Ru", ru), ("En", en)]), field, message);
    }

    [Fact]
    public async Task What_the_portal_writes_by_itself_has_the_administrators_names()
    {
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled();
        var administrator = await portal.Administrator();
        await administrator.PressAndFollow(await administrator.Page("/administration/places/KZ"), "Save", ("En", "Kazakhstan, Republic of"));
        ToldMail.Instead.Value = _ => new Letter($"From {Countries.Name("KZ")}", "Places");

        await portal.DeliverMail();

        Assert.Equal("From Kazakhstan, Republic of", Assert.Single(portal.Mails).Subject);
    }

    [Fact]
    public async Task Russia_stays_and_nobody_else_keeps_the_lists()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var administrator = await portal.Administrator();

        SaysAt(await Refused(administrator, await administrator.Page("/administration/places/RU"), "Save", [("IsRetired", "true")]), "IsRetired", "Russia can’t be retired");
        Assert.NotEqual(HttpStatusCode.OK, (await portal.Applicant().GetAsync("/administration/places")).StatusCode);
        Assert.Contains("Bashkortostan", (await administrator.Page("/administration/places?q=башкорт")).Text(), StringComparison.Ordinal);
    }
}
