using System.Globalization;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Accreditation;

/// <summary>
/// A check that new cases get. The administrator keeps the list; a case copies what it needs when it starts, so that a change disturbs no
/// running review.
/// </summary>
public sealed partial class CheckDefinition
{
    /// <summary>Stands for any country.</summary>
    public const string Any = "*";

    public const int LongestName = 100, LongestList = 1000, LatestOrder = 999, LongestNorm = 90;

    // Addresses below a case that are no check's.
    private static readonly string[] Reserved = ["companies", "history", "comments", "files"];

    public int Id { get; init; }

    /// <summary>What appointments of reviewers name: <c>security</c>.</summary>
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string NameEn { get; init; } = "";

    /// <summary>Who makes it, as the applicant reads it: <c>служба безопасности</c>.</summary>
    public string Department { get; init; } = "";

    public string DepartmentEn { get; init; } = "";

    /// <summary>Checks of the same number run side by side; the next number starts when all before it are passed.</summary>
    public int Order { get; init; }

    /// <summary>Within how many working days it is usually decided.</summary>
    public int NormDays { get; init; } = 3;

    /// <summary>What it rests upon: when that changes, it has to be passed again.</summary>
    public RegistrationParts Parts { get; init; } = RegistrationParts.All;

    /// <summary>Codes of countries (ISO 3166-1 alpha-2) split by spaces, or <see cref="Any"/>.</summary>
    public string Countries { get; init; } = Any;

    /// <summary>Codes of categories split by spaces; empty: whatever the company supplies.</summary>
    public string Categories { get; init; } = "";

    /// <summary>Only for categories that need the qualification commission (transport and logistics).</summary>
    public bool IsCommission { get; init; }

    /// <summary>It is decided at a meeting, and not before its day.</summary>
    public bool HasMeeting { get; init; }

    /// <summary>Whether a company faces it again when its accreditation is renewed.</summary>
    public bool InRenewal { get; init; } = true;

    public bool IsActive { get; init; } = true;

    public string Title => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? Name : NameEn;

    public IReadOnlyList<string> CategoryCodes => Categories.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether every company of every country faces it: at least one such check has to be there.</summary>
    public bool IsForAll => IsActive && InRenewal && Countries == Any && !HasCategories;

    private bool HasCategories => IsCommission || Categories.Length > 0;

    /// <summary>All that is wrong with it, each at its field.</summary>
    /// <param name="others">The rest of the list, as it is.</param>
    /// <param name="knownCategories">Those of its categories that exist.</param>
    public IEnumerable<BrokenRule> WhatIsWrong(IReadOnlyCollection<CheckDefinition> others, IReadOnlyCollection<string> knownCategories) =>
    [
        .. !CodePattern().IsMatch(Code) || Reserved.Contains(Code) ? [new BrokenRule(CheckRules.BadCode, nameof(Code))]
            : others.Any(other => other.Code == Code) ? [new(CheckRules.CodeTaken, nameof(Code), Code)] : Array.Empty<BrokenRule>(),
        .. CheckRules.Named(Name, nameof(Name)), .. CheckRules.Named(NameEn, nameof(NameEn)),
        .. CheckRules.Named(Department, nameof(Department)), .. CheckRules.Named(DepartmentEn, nameof(DepartmentEn)),
        .. Order is < 1 or > LatestOrder ? [new(CheckRules.Order, nameof(Order), LatestOrder)] : Array.Empty<BrokenRule>(),
        .. NormDays is < 1 or > LongestNorm ? [new(CheckRules.Norm, nameof(NormDays), LongestNorm)] : Array.Empty<BrokenRule>(),
        .. (Parts & RegistrationParts.All) is RegistrationParts.None ? [new(CheckRules.NoParts, nameof(Parts))] : Array.Empty<BrokenRule>(),
        .. CheckRules.Known(Countries, nameof(Countries)),
        .. CategoryCodes.Except(knownCategories).ToArray() is { Length: > 0 } unknown ? [new(CheckRules.UnknownCategory, nameof(Categories), string.Join(", ", unknown))] : Array.Empty<BrokenRule>(),
        .. IsForAll || others.Any(other => other.IsForAll) ? Array.Empty<BrokenRule>() : [new(CheckRules.NoneForAll, nameof(IsActive))],
    ];

    [GeneratedRegex("^[a-z][a-z0-9-]{1,31}$")]
    private static partial Regex CodePattern();

    /// <summary>Whether a company needs it, and if a category is why, which one.</summary>
    /// <param name="country">Of the company.</param>
    /// <param name="supplied">What it wants to supply.</param>
    /// <param name="demanding">Every category that demands a check of its own.</param>
    public CheckNeeded? NeededFor(string country, IReadOnlyCollection<Category> supplied, IReadOnlyCollection<Category> demanding)
    {
        if (!IsActive || !(Countries == Any || Countries.Split(' ').Contains(country)))
        {
            return null;
        }

        if (!HasCategories)
        {
            return new CheckNeeded(this, null);
        }

        // Who supplies a whole branch supplies the demanding leaf in it too.
        var codes = CategoryCodes;
        var cause = demanding.Where(category => (IsCommission && category.NeedsCommission) || codes.Contains(category.Code))
            .FirstOrDefault(category => supplied.Any(one => category.Covers(one) || one.Covers(category)));
        return cause is null ? null : new CheckNeeded(this, cause.Code);
    }
}

/// <param name="Definition">What is copied into the case.</param>
/// <param name="CategoryCode">The category that demands it, or null.</param>
public sealed record CheckNeeded(CheckDefinition Definition, string? CategoryCode)
{
    /// <summary>What this check has to look up about a company of this country.</summary>
    public IReadOnlyList<StopFactor> StopFactors { get; init; } = [];
}

/// <summary>What the administrator's list of checks and of stop-factors refuses.</summary>
public static class CheckRules
{
    public const string BadCode = "check.bad-code";
    public const string CodeTaken = "check.code-taken";
    public const string NoName = "check.no-name";
    public const string NameTooLong = "check.name-too-long";
    public const string Order = "check.order";
    public const string Norm = "check.norm";
    public const string NoParts = "check.no-parts";
    public const string UnknownCountry = "check.unknown-country";
    public const string UnknownCategory = "check.unknown-category";
    public const string NoneForAll = "check.none-for-all";
    public const string UnknownCheck = "check.unknown-check";
    public const string BadLink = "check.bad-link";

    internal static IEnumerable<BrokenRule> Named(string name, string field) =>
        name.Length == 0 ? [new(NoName, field)] : name.Length > CheckDefinition.LongestName ? [new(NameTooLong, field, CheckDefinition.LongestName)] : [];

    internal static IEnumerable<BrokenRule> Known(string countries, string field) =>
        countries == CheckDefinition.Any ? []
        : countries.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(code => !Reference.Countries.All.ContainsKey(code)).ToArray() is { Length: > 0 } unknown
            ? [new(UnknownCountry, field, string.Join(", ", unknown))]
        : countries.Trim().Length == 0 ? [new(UnknownCountry, field, "—")] : [];
}
