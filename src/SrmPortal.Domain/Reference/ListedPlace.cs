using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Reference;

/// <summary>
/// A region or country that the administrator has added, renamed or retired; it stands before what the program brings. What is retired is not
/// offered any more; where it was chosen it stays, with its name.
/// </summary>
public sealed class ListedPlace : AggregateRoot
{
    public const int LongestName = 100;

    private ListedPlace()
    {
    }

    /// <param name="code">Of a region <c>RU-</c> and two or three digits or letters; of a country ISO 3166-1 alpha-2.</param>
    /// <param name="district">Of a region of Russia; null for a country.</param>
    public ListedPlace(string code, string? district, string ru, string en)
    {
        RuleViolation.ThrowIfAny(WhatIsWrong(ru, en));
        (Code, District, Ru, En) = (code, district, ru, en);
        Changed(new PlaceListed(code, ru, en, IsRetired));
    }

    public string Code { get; private set; } = "";

    public string? District { get; private set; }

    public string Ru { get; private set; } = "";

    public string En { get; private set; } = "";

    public bool IsRetired { get; private set; }

    public void Change(string ru, string en, bool isRetired)
    {
        RuleViolation.ThrowIfAny(WhatIsWrong(ru, en));
        if ((ru, en, isRetired) != (Ru, En, IsRetired))
        {
            (Ru, En, IsRetired) = (ru, en, isRetired);
            Changed(new PlaceListed(Code, ru, en, isRetired));
        }
    }

    private static IEnumerable<BrokenRule> WhatIsWrong(string ru, string en) =>
        from one in new[] { (Name: ru, Field: nameof(Ru)), (Name: en, Field: nameof(En)) }
        where one.Name.Length is 0 or > LongestName
        select new BrokenRule(PlaceRules.NoName, one.Field, LongestName);
}

/// <summary>The administrator has changed a list.</summary>
public sealed record PlaceListed(string Subject, string Ru, string En, bool IsRetired) : DomainEvent(Subject);

/// <summary>The directory of banks was replaced.</summary>
public sealed record BanksImported(string Subject, int Count, int Added, int Changed, int Removed) : DomainEvent(Subject);

public static class PlaceRules
{
    public const string NoName = "place.no-name";
    public const string NoCode = "place.no-code";
    public const string CodeTaken = "place.code-taken";
    public const string NoDistrict = "place.no-district";
    public const string RussiaStays = "place.russia-stays";
}

public static class BankDirectoryRules
{
    public const string NoFile = "banks.no-file";
    public const string NotADirectory = "banks.not-a-directory";
    public const string NoBanks = "banks.none";
    public const string OlderThanThere = "banks.older";
    public const string Gone = "banks.gone";
}
