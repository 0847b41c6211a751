using System.Globalization;
using AngleSharp.Dom;

namespace SrmPortal.Benchmarks;

/// <summary>How the form of an offer is filled in.</summary>
internal static class OfferFilling
{
    /// <summary>What this button sends when every line on the page has this price.</summary>
    public static (string Action, IReadOnlyList<KeyValuePair<string, string>> Fields) Filled(this IDocument page, string button, int price) => page.Form(button,
        [.. page.QuerySelectorAll("input.in-price").Select(input => (input.GetAttribute("name")!, price.ToString(CultureInfo.InvariantCulture))), ("ValidUntil", Later(page))]);

    // The page itself says until when at least.
    private static string Later(IDocument page) => page.QuerySelector("#ValidUntil")!.GetAttribute("value") is { Length: > 0 } kept ? kept
        : TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(200).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
