using System.Text.RegularExpressions;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Categories;

/// <summary>
/// A node of the purchasing classifier. Who supplies it supplies all below it. It is never deleted: what is withdrawn is not offered any more,
/// and stays where it was chosen. Code and place are for ever, as approvals, events and checks name them.
/// </summary>
public sealed partial class Category : AggregateRoot
{
    public const int LongestCode = 20, LongestName = 200, LongestPath = 200;

    // Addresses of the administrator's pages that are no category's.
    private static readonly string[] Reserved = ["new", "import", "tree.xlsx"];

    private bool _needsCommission;

    private Category()
    {
    }

    /// <param name="parent">The node above, null for a root.</param>
    /// <param name="code">Unique in the tree: <c>24.20.11</c>.</param>
    /// <param name="name">In Russian.</param>
    /// <param name="nameEn">In English.</param>
    public Category(Category? parent, string code, string name, string nameEn)
    {
        (Parent, Code, Name, NameEn) = (parent, code, name, nameEn);
        Path = PathOf(parent?.Path, code);
    }

    public Category? Parent { get; private set; }

    public long? ParentId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>The codes from the root down to this node, each ended by a slash: <c>/24/24.20/24.20.11/</c>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Whether suppliers of it also face the qualification commission (transport and logistics).</summary>
    public bool NeedsCommission
    {
        get => _needsCommission;
        init => _needsCommission = value;
    }

    /// <summary>Not offered any more.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>Codes of this node and of all above it: an approval for any of them covers this node.</summary>
    public IReadOnlyList<string> CodesThatCover => Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public static string PathOf(string? above, string code) => $"{above ?? "/"}{code}/";

    /// <summary>All that is wrong with these, each at its field.</summary>
    /// <param name="code">Of a new node; null: it has one.</param>
    /// <param name="name">In Russian.</param>
    /// <param name="nameEn">In English.</param>
    public static IEnumerable<BrokenRule> WhatIsWrong(string? code, string name, string nameEn) =>
    [
        .. code is null || (code.Length <= LongestCode && CodePattern().IsMatch(code) && !Reserved.Contains(code, StringComparer.OrdinalIgnoreCase))
            ? Array.Empty<BrokenRule>() : [new(CategoryRules.BadCode, nameof(Code), LongestCode)],
        .. from one in new[] { (Text: name, Field: nameof(Name)), (Text: nameEn, Field: nameof(NameEn)) }
           where one.Text.Length is 0 or > LongestName
           select new BrokenRule(CategoryRules.NoName, one.Field, LongestName),
    ];

    public bool Covers(Category other) => other.Path.StartsWith(Path, StringComparison.Ordinal);

    public void Change(string name, string nameEn, bool needsCommission)
    {
        RuleViolation.ThrowIfAny(WhatIsWrong(null, name, nameEn));
        if ((name, nameEn, needsCommission) != (Name, NameEn, NeedsCommission))
        {
            var before = Said;
            (Name, NameEn, _needsCommission) = (name, nameEn, needsCommission);
            Changed(new CategoryChanged(Code, before, Said));
        }
    }

    /// <summary>It is not offered any more, and nothing below it is: who withdraws it withdraws those too.</summary>
    public void Retire()
    {
        if (!IsRetired)
        {
            IsRetired = true;
            Changed(new CategoryWithdrawn(Code));
        }
    }

    /// <param name="above">The node above, as it is now; null for a root.</param>
    public void Restore(Category? above)
    {
        RuleViolation.ThrowIfAny(above is { IsRetired: true } ? [new BrokenRule(CategoryRules.RetiredAbove, null, above.Code)] : []);
        if (IsRetired)
        {
            IsRetired = false;
            Changed(new CategoryRestored(Code));
        }
    }

    private string Said => $"{Name} / {NameEn}{(NeedsCommission ? "; commission" : "")}";

    // Codes are split by spaces and commas where several stand together, and by slashes in a path.
    [GeneratedRegex(@"^[0-9A-Za-zА-Яа-я](?:[0-9A-Za-zА-Яа-я._-]*[0-9A-Za-zА-Яа-я])?$")]
    private static partial Regex CodePattern();
}

/// <summary>The classifier as it is offered where categories are chosen.</summary>
public static class CategoryTree
{
    /// <summary>What can be chosen, and of what is withdrawn what was chosen, with the way to it.</summary>
    public static IReadOnlyList<Category> Offered(this IReadOnlyCollection<Category> all, IReadOnlyCollection<long> chosen)
    {
        Category[] kept = [.. all.Where(category => category.IsRetired && chosen.Contains(category.Id))];
        return [.. all.Where(category => !category.IsRetired || kept.Any(category.Covers))];
    }
}

public sealed record CategoryAdded(string Subject, string? Above, string Name, string NameEn, bool NeedsCommission) : DomainEvent(Subject);

/// <param name="Before">Names, and whether the commission is needed.</param>
public sealed record CategoryChanged(string Subject, string Before, string After) : DomainEvent(Subject);

public sealed record CategoryWithdrawn(string Subject) : DomainEvent(Subject);

public sealed record CategoryRestored(string Subject) : DomainEvent(Subject);

/// <summary>A sheet was taken over; what it has changed is told by itself.</summary>
/// <param name="Added">Codes.</param>
/// <param name="ChangedCount">How many have other names, or need the commission or no longer.</param>
public sealed record CategoriesImported(string Subject, IReadOnlyList<string> Added, int ChangedCount, int Withdrawn, int Restored) : DomainEvent(Subject);

public static class CategoryRules
{
    public const string BadCode = "category.bad-code";
    public const string CodeTaken = "category.code-taken";
    public const string NoName = "category.no-name";
    public const string NoAbove = "category.no-above";
    public const string RetiredAbove = "category.retired-above";
    public const string TooDeep = "category.too-deep";
    public const string Moved = "category.moved";
    public const string Circle = "category.circle";
    public const string Twice = "category.twice";
    public const string NotYesOrNo = "category.not-yes-or-no";
    public const string NothingInIt = "category.nothing-in-it";
    public const string HasFaults = "category.has-faults";
    public const string Gone = "category.gone";
}
