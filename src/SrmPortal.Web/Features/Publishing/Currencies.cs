namespace SrmPortal.Web.Features.Publishing;

/// <summary>In what the group buys.</summary>
internal static class Currencies
{
    public static readonly IReadOnlyList<string> All = ["RUB", "CNY", "EUR", "USD", "KZT", "BYN", "TRY", "INR", "AED"];

    public static bool Knows(string? code) => code is not null && All.Contains(code);
}
