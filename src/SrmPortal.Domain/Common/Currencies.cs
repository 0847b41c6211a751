namespace SrmPortal.Domain.Common;

/// <summary>In what the group buys, and counts its limits: ISO 4217.</summary>
public static class Currencies
{
    public static readonly IReadOnlyList<string> All = ["RUB", "CNY", "EUR", "USD", "KZT", "BYN", "TRY", "INR", "AED"];

    public static bool Knows(string? code) => code is not null && All.Contains(code);
}
