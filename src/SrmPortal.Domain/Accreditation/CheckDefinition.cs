using System.Globalization;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Accreditation;

/// <summary>
/// A check that new cases get. The administrator keeps the list; a case copies what it needs when it starts, so that a change disturbs no
/// running review.
/// </summary>
public sealed class CheckDefinition
{
    /// <summary>Stands for any country.</summary>
    public const string Any = "*";

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

    public bool IsActive { get; init; } = true;

    public string Title => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? Name : NameEn;

    public IReadOnlyList<string> CategoryCodes => Categories.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private bool HasCategories => IsCommission || Categories.Length > 0;

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
public sealed record CheckNeeded(CheckDefinition Definition, string? CategoryCode);
