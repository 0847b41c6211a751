using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accreditation;

/// <summary>What a search in a register has shown.</summary>
public enum StopFactorResult { Clear, Found, NotApplicable }

/// <summary>
/// Something that stands in the way of an accreditation, or has to be weighed: <c>insolvency</c>. The administrator keeps the list; a case copies
/// what its checks need when it starts.
/// </summary>
public sealed class StopFactor
{
    public const int LongestLink = 300;

    public int Id { get; init; }

    /// <summary>The check that looks it up.</summary>
    public string CheckCode { get; init; } = "";

    public int Order { get; init; }

    public string Name { get; init; } = "";

    public string NameEn { get; init; } = "";

    /// <summary>Codes of countries (ISO 3166-1 alpha-2) split by spaces, or <see cref="CheckDefinition.Any"/>: a Russian register knows no foreign company.</summary>
    public string Countries { get; init; } = CheckDefinition.Any;

    /// <summary>Where it is looked up, <c>https://…</c>; may be empty. The portal never asks there by itself.</summary>
    public string Link { get; init; } = "";

    public bool IsActive { get; init; } = true;

    public string Title => ReadersLanguage.IsRussian ? Name : NameEn;

    /// <summary>All that is wrong with it, each at its field.</summary>
    /// <param name="checks">The codes of the checks that there are.</param>
    public IEnumerable<BrokenRule> WhatIsWrong(IReadOnlyCollection<string> checks) =>
    [
        .. !checks.Contains(CheckCode) ? [new BrokenRule(CheckRules.UnknownCheck, nameof(CheckCode))] : Array.Empty<BrokenRule>(),
        .. CheckRules.Named(Name, nameof(Name)), .. CheckRules.Named(NameEn, nameof(NameEn)),
        .. Order is < 1 or > CheckDefinition.LatestOrder ? [new(CheckRules.Order, nameof(Order), CheckDefinition.LatestOrder)] : Array.Empty<BrokenRule>(),
        .. CheckRules.Known(Countries, nameof(Countries)),
        .. Link.Length > 0 && (Link.Length > LongestLink || !Uri.TryCreate(Link, UriKind.Absolute, out var link) || link.Scheme != Uri.UriSchemeHttps)
            ? [new(CheckRules.BadLink, nameof(Link), LongestLink)] : Array.Empty<BrokenRule>(),
    ];

    public bool IsFor(string country) => IsActive && (Countries == CheckDefinition.Any || Countries.Split(' ').Contains(country));
}

/// <summary>The list of one check of a case.</summary>
public sealed class StopFactorList
{
    private StopFactorList()
    {
    }

    internal StopFactorList(string checkCode, IEnumerable<StopFactor> factors) => (CheckCode, Items) = (checkCode,
        [.. factors.OrderBy(factor => factor.Order).ThenBy(factor => factor.Id).Select(factor => new StopFactorItem(factor.Id, factor.Name, factor.NameEn, factor.Link))]);

    public long CaseId { get; private set; }

    public string CheckCode { get; private set; } = "";

    public IReadOnlyList<StopFactorItem> Items { get; private set; } = [];

    internal void LookedUp(IReadOnlyList<StopFactorItem> items) => Items = items;
}

/// <summary>One line of a check's list of stop-factors: a copy of what is asked, and what was found.</summary>
public sealed record StopFactorItem(int FactorId, string Name, string NameEn, string Link)
{
    /// <summary>Null: not looked up yet.</summary>
    public StopFactorResult? Result { get; init; }

    /// <summary>The day on which it was looked up, in Moscow.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>What proves it: number and date of an extract, an address, a remark.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>The extract or the picture itself; may be missing where <see cref="Evidence"/> says enough.</summary>
    public EvidenceFile? File { get; init; }

    /// <summary>The account of who wrote it down.</summary>
    public long? ById { get; init; }

    public string Title => ReadersLanguage.IsRussian ? Name : NameEn;

    internal bool SaysTheSameAs(StopFactorEntry entry) => (Result, CheckedOn, Evidence) == (entry.Result, entry.CheckedOn, entry.Evidence);
}

/// <summary>What was attached as evidence; the desk's alone.</summary>
/// <param name="FileId">Where it is stored.</param>
/// <param name="Size">In bytes.</param>
public sealed record EvidenceFile(long FileId, string Name, long Size);

/// <summary>What a reviewer writes down about one stop-factor.</summary>
/// <param name="FactorId">Which.</param>
/// <param name="Result">Null: not looked up yet.</param>
/// <param name="CheckedOn">The day, in Moscow.</param>
/// <param name="Evidence">What proves it.</param>
public sealed record StopFactorEntry(int FactorId, StopFactorResult? Result, DateOnly? CheckedOn, string Evidence);
