using SrmPortal.Domain.Registration;

namespace SrmPortal.Web.Features.Account;

/// <summary>Names and numbers of people as they are kept.</summary>
internal static class Tidy
{
    /// <summary>One space between words, none around.</summary>
    public static string Name(string typed) => string.Join(' ', typed.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string? Position(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Name(typed);

    public static string? Phone(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Name(typed);

    /// <summary>Empty, or one that is taken in a questionnaire too: what an account was opened with can be saved again.</summary>
    public static bool IsPhone(string? typed) => string.IsNullOrWhiteSpace(typed) || ContactWays.IsPhone(typed.Trim());

    public static bool IsEmail(string? typed) => typed is not null && ContactWays.IsEmail(typed.Trim());
}
