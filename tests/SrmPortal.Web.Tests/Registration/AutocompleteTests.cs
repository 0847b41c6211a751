using AngleSharp.Dom;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>What browsers know of their owner helps where the questionnaire asks for it, and never stands among other people's data.</summary>
public sealed class AutocompleteTests
{
    [Fact]
    public async Task A_browser_fills_in_the_applicants_own_data_and_nobody_elses()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        var start = await applicant.Page("/registration/country");
        Assert.Equal(["country", "family-name", "given-name", "additional-name", "email"],
            new[] { "Country", "LastName", "FirstName", "MiddleName", "Email" }.Select(field => start.QuerySelector($"[name={field}]")!.GetAttribute("autocomplete")));
        var details = await applicant.PressAndFollow(start, "Save and continue", Applicants.Start);
        Assert.Equal(["organization", "work tel", "work email", "url", "postal-code", "address-level2"],
            new[] { "FullName", "Phone", "Email", "Website", "LegalAddress.Index", "LegalAddress.City" }.Select(field => details.QuerySelector($"[name='{field}']")!.GetAttribute("autocomplete")));

        var people = await applicant.PressAndFollow(details, "Save and continue", Applicants.Company);

        var fields = people.QuerySelectorAll("input[name^='People']:not([type=checkbox]):not([type=radio]):not([type=hidden])");
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.Equal("off", field.GetAttribute("autocomplete")));
    }
}
