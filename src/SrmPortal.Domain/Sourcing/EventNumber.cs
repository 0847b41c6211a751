using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>
/// An event's number as people paste it: <c>20067776/0</c>, <c>2006 7776</c>, <c>№ 20067776 от 20.11</c>. A practice event has a <c>P</c> and
/// seven random digits, <c>P4718203</c>: it takes no number of the real events away, and nobody takes it for one.
/// </summary>
public static partial class EventNumber
{
    public const int Length = 8;

    private const char Practice = 'P';

    public static string ForPractice() => Practice + RandomNumbers.Digits(Length - 1);

    /// <summary>Whether an event's number, or a round's name, <c>P4718203/0</c>, is that of a practice event.</summary>
    public static bool IsPractice([NotNullWhen(true)] string? name) => name is not null && PracticeName().IsMatch(name);

    /// <summary>The number, and the round's if it is named; null where there is none in the text.</summary>
    public static (string Number, int? No)? Find(string? text)
    {
        if (text is not null && PracticePasted().Match(text) is { Success: true } practice)
        {
            return (Practice + practice.Groups["digits"].Value, RoundIn(practice));
        }

        if (text is null || (Together().Match(text) is { Success: true } together ? together : Spaced().Match(text)) is not { Success: true } found)
        {
            return null;
        }

        var number = string.Concat(found.Groups["number"].Value.Where(char.IsAsciiDigit));
        return (number, RoundIn(found));
    }

    private static int? RoundIn(Match found) =>
        found.Groups["no"] is { Success: true } no ? no.Value.Aggregate(0, (sum, digit) => (10 * sum) + digit - '0') : null;

    [GeneratedRegex("^P[0-9]{7}(/[0-9]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PracticeName();

    // The letter as either alphabet has it.
    [GeneratedRegex(@"(?<![\p{L}0-9])[PpРр](?<digits>[0-9]{7})(?![0-9])(?:\s*/\s*(?<no>[0-9]{1,2})(?![0-9]))?", RegexOptions.CultureInvariant)]
    private static partial Regex PracticePasted();

    [GeneratedRegex(@"(?<![0-9])(?<number>[0-9]{8})(?![0-9])(?:\s*/\s*(?<no>[0-9]{1,2})(?![0-9]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Together();

    [GeneratedRegex(@"(?<![0-9])(?<number>[0-9](?:\s?[0-9]){7})(?!\s?[0-9])(?:\s*/\s*(?<no>[0-9]{1,2})(?![0-9]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Spaced();
}
