using System.Globalization;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Administration;

/// <summary>What a setting is made of, and with it how it is entered.</summary>
public enum SettingKind { WholeNumber, Amount, Choice, Choices, Letters }

/// <summary>What a setting counts. Amounts are in the currency that another setting names.</summary>
public enum SettingUnit { None, Minutes, Hours, Days, WorkingDays, Years, Currency }

/// <summary>What a setting is about.</summary>
public enum SettingGroup { Events, Access, Keeping, Mail }

/// <summary>Something that the group settles for its portal: within bounds, and with a value that holds until it is settled otherwise.</summary>
public sealed partial record Setting
{
    /// <summary>In forms and in the history. It never changes.</summary>
    public required string Name { get; init; }

    /// <summary>Of the configuration, by which a deployment may begin with another value: <c>Portal:HoursBeforeDeadline</c>.</summary>
    public required string Key { get; init; }

    public required SettingGroup Group { get; init; }

    public SettingKind Kind { get; init; }

    public SettingUnit Unit { get; init; }

    /// <summary>As it is kept: a number with a point, names parted by a comma and a space.</summary>
    public required string Default { get; init; }

    /// <summary>Of numbers; of letters how many there are.</summary>
    public long Least { get; init; }

    public long Most { get; init; }

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<string> Possible { get; init; } = [];

    /// <summary>Reads what a person has typed or chosen.</summary>
    /// <param name="typed">One text, or what was chosen of several.</param>
    /// <param name="separator">The reader's decimal separator.</param>
    /// <param name="refusal">Why it can't be, without a field; null when it can.</param>
    /// <returns>As it is kept.</returns>
    public string Read(IReadOnlyList<string> typed, char separator, out BrokenRule? refusal)
    {
        refusal = null;
        switch (Kind)
        {
            case SettingKind.WholeNumber or SettingKind.Amount:
                var number = HumanNumber.Read(One(typed), separator, Kind == SettingKind.Amount ? 2 : 0, decimal.MaxValue, out refusal);
                refusal ??= number < Least || number > Most ? new(SettingRules.OutOfBounds, null, (decimal)Least, (decimal)Most) : null;
                return Kept(number);
            case SettingKind.Letters:
                var letters = (One(typed)).Trim().ToUpperInvariant();
                refusal = Latin().IsMatch(letters) && letters.Length >= Least && letters.Length <= Most ? null : new(SettingRules.NotLetters, null, Least, Most);
                return letters;
            default:
                refusal = typed.All(Possible.Contains) && (typed.Count == 1 || Kind == SettingKind.Choices) ? null : new(SettingRules.NotOffered);
                return Kept(typed);
        }
    }

    /// <summary>As it is kept, of what a deployment has written.</summary>
    /// <remarks>What it has written can be outside the bounds: the deployment decides, and the page shows what holds.</remarks>
    public string Normal(string written) => Kind switch
    {
        SettingKind.WholeNumber or SettingKind.Amount when decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => Kept(number),
        SettingKind.Choices => Kept(written.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        _ => written,
    };

    private static string One(IReadOnlyList<string> typed) => typed is [var first, ..] ? first : "";

    private string Kept(IEnumerable<string> chosen) => Kind == SettingKind.Choices
        ? string.Join(", ", Possible.Where(one => chosen.Contains(one, StringComparer.OrdinalIgnoreCase)))
        : chosen.FirstOrDefault() ?? "";

    private static string Kept(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Z]+$")]
    private static partial Regex Latin();
}

public static class SettingRules
{
    public const string OutOfBounds = "setting.out-of-bounds";
    public const string NotLetters = "setting.not-letters";
    public const string NotOffered = "setting.not-offered";
}
