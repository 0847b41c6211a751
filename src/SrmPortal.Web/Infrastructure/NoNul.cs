using Microsoft.Extensions.Primitives;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// The one character that PostgreSQL cannot keep, nor compare with. Nobody types it. The framework refuses it in a form of the usual kind;
/// in an address it is refused here, and of the parts of other forms it is left out.
/// </summary>
internal static class NoNul
{
    public static bool IsIn(IQueryCollection query) => query.Any(field => Has(field.Key) || field.Value.Any(Has));

    /// <summary>The same form without it.</summary>
    public static IFormCollection Without(IFormCollection form) => !form.Any(field => Has(field.Key) || field.Value.Any(Has)) ? form
        : new FormCollection(form.GroupBy(field => Cleaned(field.Key), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => new StringValues([.. same.SelectMany(field => field.Value).Select(value => Cleaned(value ?? ""))]), StringComparer.OrdinalIgnoreCase), form.Files);

    public static string Cleaned(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    private static bool Has(string? text) => text?.Contains('\0', StringComparison.Ordinal) is true;
}
