using System.Text.RegularExpressions;

namespace SrmPortal.Domain.Sourcing;

/// <summary>An event's number as people paste it: <c>20067776/0</c>, <c>2006 7776</c>, <c>№ 20067776 от 20.11</c>.</summary>
public static partial class EventNumber
{
    public const int Length = 8;

    /// <summary>The number, and the round's if it is named; null where there is none in the text.</summary>
    public static (string Number, int? No)? Find(string? text)
    {
        if (text is null || (Together().Match(text) is { Success: true } together ? together : Spaced().Match(text)) is not { Success: true } found)
        {
            return null;
        }

        var number = string.Concat(found.Groups["number"].Value.Where(char.IsAsciiDigit));
        return (number, found.Groups["no"] is { Success: true } no ? no.Value.Aggregate(0, (sum, digit) => (10 * sum) + digit - '0') : null);
    }

    [GeneratedRegex(@"(?<![0-9])(?<number>[0-9]{8})(?![0-9])(?:\s*/\s*(?<no>[0-9]{1,2})(?![0-9]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Together();

    [GeneratedRegex(@"(?<![0-9])(?<number>[0-9](?:\s?[0-9]){7})(?!\s?[0-9])(?:\s*/\s*(?<no>[0-9]{1,2})(?![0-9]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Spaced();
}
