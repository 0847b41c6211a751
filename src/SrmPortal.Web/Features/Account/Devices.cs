using Microsoft.Extensions.Localization;

namespace SrmPortal.Web.Features.Account;

/// <summary>A browser in words, by what it says of itself: <c>Chrome, Windows</c>. Good enough to know one's own again; nothing is decided by it.</summary>
internal static class Devices
{
    // The first that is found: most browsers name those too that they descend from.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("YaBrowser", "Yandex Browser"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Named(string? userAgent, IStringLocalizer<Texts> texts)
    {
        string?[] known = [Found(Browsers, userAgent), Found(Systems, userAgent)];
        return known.Any(name => name is not null) ? string.Join(", ", known.OfType<string>()) : texts["Unknown browser"];
    }

    private static string? Found((string Mark, string Name)[] names, string? text) =>
        names.FirstOrDefault(one => text?.Contains(one.Mark, StringComparison.Ordinal) is true).Name;
}
