using System.Net;
using AngleSharp.Dom;
using SrmPortal.Domain.Registration;
using static SrmPortal.Web.Tests.Registration.WrongInput;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>
/// Whoever saves second is shown both values of each field that differs, on every step, and nothing is written until one of them was chosen.
/// </summary>
public sealed class TwoTabsTests
{
    [Fact]
    public async Task In_the_first_step()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);

        await Decides(applicant, "/registration/country", [], [("LastName", "Иванова"), ("Country", "RU")], [("LastName", "Петрова"), ("Country", "BY")],
            new() { ["LastName"] = ("Петрова", "Иванова"), ["Country"] = ("Belarus", "Russia") },
            async () => (await portal.Registration()).Applicant.LastName, mine: "Петрова", theirs: "Иванова");
        Assert.Equal("RU", (await portal.Registration()).Country);
    }

    [Fact]
    public async Task In_the_second_step()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);

        await Decides(applicant, "/registration/details", Applicants.Company,
            [("Phone", "+7 343 111-11-11"), ("LegalAddress.Building", "д. 1")], [("Phone", "+7 343 222-22-22"), ("LegalAddress.Building", "д. 2")],
            new()
            {
                ["Phone"] = ("+7 343 222-22-22", "+7 343 111-11-11"),
                ["LegalAddress"] = (Street("д. 2"), Street("д. 1")),
                ["ActualAddress"] = (Street("д. 2"), Street("д. 1")),
                ["PostalAddress"] = (Street("д. 2"), Street("д. 1")),
            },
            async () => (await portal.Registration()).Content.Details.Phone, mine: "+7 343 222-22-22", theirs: "+7 343 111-11-11");
        Assert.Equal(Street("д. 1"), (await portal.Registration()).Content.Details.LegalAddress.ToString());
    }

    [Fact]
    public async Task In_the_third_step()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await AtPeople(applicant);

        await Decides(applicant, "/registration/people", Applicants.People,
            [("People[0].Position", "Директор"), ("Regions", "RU-74"), ("Regions", "-RU-77")], [("People[0].Position", "Заместитель"), ("Regions", "-RU-74"), ("Regions", "RU-77")],
            new() { ["People[0].Position"] = ("Заместитель", "Директор"), ["Regions"] = ("Moscow", "Chelyabinsk Region") },
            async () => (await portal.Registration()).Content.People.Single().Position, mine: "Заместитель", theirs: "Директор");
        Assert.Contains("RU-74", (await portal.Registration()).Content.Regions);
    }

    [Fact]
    public async Task In_the_fourth_step()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.PressAndFollow(await AtPeople(applicant), "Save and continue", Applicants.People);
        var (pipes, transport) = (await portal.CategoryKey("t12"), await portal.CategoryKey("t41"));

        await Decides(applicant, "/registration/products", [], [("Categories", pipes), ("Categories", $"-{transport}")], [("Categories", $"-{pipes}"), ("Categories", transport)],
            new() { ["Categories"] = ("t41", "t12") },
            async () => (await portal.Registration()).Content.Categories.Single().ToString(System.Globalization.CultureInfo.InvariantCulture), mine: transport, theirs: pipes);
    }

    [Fact]
    public async Task In_the_fifth_step()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await AtDocuments(applicant, portal);
        await applicant.PressWithFiles(await applicant.Page("/registration/documents"), "Save and check everything", Applicants.Documents, Applicants.Consents);

        await Decides(applicant, "/registration/documents", [], [("Documents[0].Number", "1")], [("Documents[0].Number", "2")],
            new() { ["Documents[0].Number"] = ("2", "1") },
            async () => (await portal.Registration()).Content.DocumentOf("charter").Number, mine: "2", theirs: "1", button: "Save and check everything");
    }

    private static string Street(string house) => $"620014, Свердловская область, Екатеринбург, ул. Хохрякова, {house}";

    /// <summary>Two tabs are opened, both are saved; the second is asked, must answer for each field, and both answers are kept.</summary>
    private static async Task Decides(HttpClient applicant, string path, (string, string)[] both, (string, string)[] first, (string, string)[] second,
        Dictionary<string, (string Mine, string Theirs)> shown, Func<Task<string>> stored, string mine, string theirs, string button = "Save and continue")
    {
        async Task<HttpResponseMessage> Press(IDocument page, params IEnumerable<(string, string)> typed) =>
            page.QuerySelector("form[enctype]") is null ? await applicant.Press(page, button, typed) : await applicant.PressWithFiles(page, button, [], typed);

        foreach (var keep in new[] { "mine", "theirs" })
        {
            var (one, other) = (await applicant.Page(path), await applicant.Page(path));
            var saved = await Press(one, [.. both, .. first]);
            Assert.True(saved.StatusCode is HttpStatusCode.Redirect, (await saved.Parsed()).Text());

            var asked = await Asked(await Press(other, [.. both, .. second]));
            Assert.Equal(theirs, await stored());
            Assert.Equal(shown.Keys.Order(), Fields(asked).Values.Order());
            foreach (var (no, field) in Fields(asked))
            {
                string Value(string side) => asked.QuerySelector($"[name='Choices[{no}].Keep'][value={side}]")!.ParentElement!.QuerySelector("b")!.TextContent;
                Assert.Equal(shown[field], (Value("mine"), Value("theirs")));
            }

            // Pressed without a choice, nothing is written either, and it is asked again.
            var again = await Asked(await Press(asked));
            Assert.Contains("choose which one stays", again.QuerySelector(".error-summary")!.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(theirs, await stored());

            var decided = await Press(again, Fields(again).Keys.Select(no => ($"Choices[{no}].Keep", keep)));
            Assert.True(decided.StatusCode is HttpStatusCode.Redirect, (await decided.Parsed()).Text());
            Assert.Equal(keep == "mine" ? mine : theirs, await stored());
        }
    }

    private static Dictionary<int, string> Fields(IDocument page) => page.QuerySelectorAll("[name^='Choices['][name$='.Field']")
        .Select((field, no) => (no, field.GetAttribute("value")!)).ToDictionary(one => one.no, one => one.Item2);

    private static async Task<IDocument> Asked(HttpResponseMessage answer)
    {
        var page = await answer.Parsed();
        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode} {answer.Headers.Location} {page.Text()}");
        Assert.Empty(page.QuerySelectorAll("[name^='Choices['][checked]"));
        return page;
    }
}
