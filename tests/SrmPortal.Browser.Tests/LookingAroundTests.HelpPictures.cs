using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using SrmPortal.Web.Features.Helping;

namespace SrmPortal.Browser.Tests;

/// <summary>
/// The pictures of the help: with <c>SRM_HELP_PICTURES=1</c> they are taken anew, into <c>wwwroot/help-pictures</c>; else what they show
/// by its words must still stand on the page.
/// </summary>
public sealed partial class LookingAroundTests
{
    private const int PictureWidth = 1000, PictureHeight = 584;

    // What a reader finds a place by; numbers, dates and data go on.
    private const string Words = """
        inPicture => [...document.querySelectorAll('h1, h2, legend, label, thead th, button, a.btn, .tabs a, .stripe-tag, .hazard b, dt')]
            .filter(one => { const box = one.getBoundingClientRect(); return box.width > 1 && box.height > 1 && (!inPicture || (box.top >= 0 && box.bottom <= innerHeight)) && one.checkVisibility(); })
            .map(one => one.innerText.replace(/[0-9]+/g, '0').replace(/\s+/g, ' ').trim()).filter(text => text.length > 0 && !/\d/.test(text.replace(/0/g, '')))
        """;

    private static readonly (string Name, string? Person, string Page)[] HelpPictures =
    [
        ("registration", null, "/registration/country"),
        ("forgotten", null, "/forgotten"),
        ("event", "kovaleva@uraltrubsnab.example", "/events/20060007/0"),
        ("offer-saved", "kovaleva@uraltrubsnab.example", "/events/20060007/0/offer"),
        ("receipt", "mescheryakova@vtd.example", "/events/20060007/0/offer/versions/1"),
        ("people", "orlov@uraltrubsnab.example", "/company/people"),
    ];

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task The_pictures_of_the_help_show_what_stands_on_the_pages(string language)
    {
        var anew = Environment.GetEnvironmentVariable("SRM_HELP_PICTURES") == "1";
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../src/SrmPortal.Web/wwwroot/help-pictures"));
        List<string> differences = [];
        foreach (var person in HelpPictures.GroupBy(picture => picture.Person))
        {
            await using var visitor = await Visitor.Comes(chromium.Browser, stand.Address, language, PictureWidth);
            await visitor.Page.SetViewportSizeAsync(PictureWidth, PictureHeight);
            if (person.Key is { } login)
            {
                await visitor.SignsIn(login, stand.Accounts.Password);
            }

            foreach (var (name, _, page) in person)
            {
                await visitor.GoTo(page);
                var (picture, said) = (Path.Combine(folder, $"{name}-{language}.png"), Path.Combine(Path.GetDirectoryName(Here())!, "HelpPictures", $"{name}-{language}.txt"));
                if (anew)
                {
                    Directory.CreateDirectory(folder);
                    Directory.CreateDirectory(Path.GetDirectoryName(said)!);
                    await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = picture });
                    await File.WriteAllTextAsync(said, string.Join('\n', await visitor.Page.EvaluateAsync<string[]>(Words, true)) + "\n");
                }

                Assert.True(File.Exists(picture), picture);
                // What a picture shows may stand a little lower by now; what is nowhere any more makes it untrue.
                var gone = (await File.ReadAllLinesAsync(said)).Except(await visitor.Page.EvaluateAsync<string[]>(Words, false)).ToArray();
                if (gone.Length > 0)
                {
                    differences.Add($"{name}-{language}.png shows what {page} has no more: {string.Join(", ", gone)}");
                }
            }
        }

        Assert.True(differences is [], $"SRM_HELP_PICTURES=1 takes them anew.\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void Every_picture_stands_in_an_article()
    {
        var articles = string.Concat(Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../src/SrmPortal.Web/Features/Helping/Articles"))).Select(File.ReadAllText));

        Assert.All(HelpPictures.SelectMany(picture => new[] { $"{picture.Name}-ru.png", $"{picture.Name}-en.png" }), file => Assert.Contains($"(/help-pictures/{file})", articles, StringComparison.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
