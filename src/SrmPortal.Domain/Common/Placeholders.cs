using System.Text.RegularExpressions;

namespace SrmPortal.Domain.Common;

/// <summary>Named places in a text that the administrator keeps: <c>{company}</c>. They are filled in one pass: what a value holds is never one.</summary>
public static partial class Placeholders
{
    public static IEnumerable<string> In(string text) => Place().Matches(text).Select(match => match.Groups[1].Value);

    public static string Fill(string text, Func<string, string?> value) => Place().Replace(text, match => value(match.Groups[1].Value) ?? match.Value);

    /// <param name="text">As it was typed.</param>
    /// <param name="field">Where.</param>
    /// <param name="known">All that may stand in it.</param>
    /// <param name="mandatory">What must.</param>
    public static IEnumerable<BrokenRule> WhatIsWrong(string text, string field, IReadOnlyCollection<string> known, params IEnumerable<string> mandatory)
    {
        string[] used = [.. In(text).Distinct()];
        foreach (var name in used.Except(known))
        {
            yield return new(PlaceholderRules.Unknown, field, name, string.Join(" ", known.Select(one => $"{{{one}}}")));
        }

        foreach (var name in mandatory.Except(used))
        {
            yield return new(PlaceholderRules.Missing, field, name);
        }

        if (Place().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0)
        {
            yield return new(PlaceholderRules.Stray, field);
        }
    }

    [GeneratedRegex(@"\{([^{}\r\n]*)\}")]
    private static partial Regex Place();
}

public static class PlaceholderRules
{
    public const string Unknown = "placeholder.unknown";
    public const string Missing = "placeholder.missing";
    public const string Stray = "placeholder.stray";
}
