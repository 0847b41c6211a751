using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Categories;

/// <summary>A line of a list of categories.</summary>
/// <param name="Above">The names above it, from the root down; of a list within one node empty.</param>
/// <param name="Below">How many are below it at all depths.</param>
public sealed record CategoryLine(string Code, string Name, string NameEn, bool NeedsCommission, bool IsRetired, string Above, int Below);

/// <summary>The roots of the tree, or what was found in it.</summary>
/// <param name="Q">What is looked for, or null.</param>
/// <param name="Lines">The first of them.</param>
/// <param name="Found">How many there are.</param>
/// <param name="Count">Of all.</param>
/// <param name="Retired">Withdrawn ones among all.</param>
public sealed record CategoriesPage(string? Q, IReadOnlyList<CategoryLine> Lines, int Found, int Count, int Retired)
{
    public const int MostHits = 200;

    public static async Task<CategoriesPage> Read(PortalDbContext db, string? q)
    {
        var all = await db.Categories.AsNoTracking().OrderBy(c => c.Path).ToListAsync();
        var (looked, byCode) = (Search.Folded(q ?? ""), all.ToDictionary(c => c.Code));
        // Of each path the number of those that begin so, without going through the tree for each.
        var below = all.SelectMany(c => c.CodesThatCover.SkipLast(1)).GroupBy(code => code).ToDictionary(one => one.Key, one => one.Count());
        var found = looked.Length == 0 ? [.. all.Where(c => c.ParentId is null)] : ProductsPage.Hits(all, looked);
        return new CategoriesPage(looked.Length == 0 ? null : q,
        [
            .. found.Take(MostHits).Select(c => new CategoryLine(c.Code, c.Name, c.NameEn, c.NeedsCommission, c.IsRetired,
                string.Join(" › ", c.CodesThatCover.SkipLast(1).Where(byCode.ContainsKey).Select(code => ProductsPage.NameOf(byCode[code]))), below.GetValueOrDefault(c.Code))),
        ], found.Count, all.Count, all.Count(c => c.IsRetired));
    }
}

/// <summary>One category with what stands above and right below it. Its fields are named like those of <see cref="CategoryForm"/>.</summary>
public sealed record CategoryPage
{
    public required string Code { get; init; }

    public required int Revision { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required bool NeedsCommission { get; init; }

    public required bool IsRetired { get; init; }

    /// <summary>From the root down.</summary>
    public required IReadOnlyList<(string Code, string Name)> Above { get; init; }

    /// <summary>Whether the one right above is withdrawn: then it can't be brought back.</summary>
    public required bool IsAboveRetired { get; init; }

    public required IReadOnlyList<CategoryLine> Children { get; init; }

    /// <summary>Below it at all depths that are offered.</summary>
    public required int OfferedBelow { get; init; }

    /// <summary>Suppliers approved for this very category.</summary>
    public required int Suppliers { get; init; }

    public string Title => Language.IsRussian ? Name : NameEn;

    public static async Task<CategoryPage?> Read(PortalDbContext db, string code)
    {
        if (await db.Categories.AsNoTracking().Where(c => c.Code == code)
            .Select(c => new { Category = c, Suppliers = db.Suppliers.Count(s => s.Categories.Any(one => one.CategoryId == c.Id)) }).SingleOrDefaultAsync() is not { } read)
        {
            return null;
        }

        var (category, path) = (read.Category, read.Category.Path);
        var codes = category.CodesThatCover.SkipLast(1).ToArray();
        var around = await db.Categories.AsNoTracking().Where(c => codes.Contains(c.Code) || c.Path.StartsWith(path)).OrderBy(c => c.Path).ToListAsync();
        var below = around.Where(c => c.Code != category.Code && category.Covers(c)).ToArray();
        var above = codes.Select(one => around.Single(c => c.Code == one)).ToArray();
        return new CategoryPage
        {
            Code = category.Code,
            Revision = category.Revision,
            Name = category.Name,
            NameEn = category.NameEn,
            NeedsCommission = category.NeedsCommission,
            IsRetired = category.IsRetired,
            Above = [.. above.Select(c => (c.Code, ProductsPage.NameOf(c)))],
            IsAboveRetired = above.LastOrDefault() is { IsRetired: true },
            Children = [.. below.Where(c => c.ParentId == category.Id).Select(c => new CategoryLine(c.Code, c.Name, c.NameEn, c.NeedsCommission, c.IsRetired, "", below.Count(one => one != c && c.Covers(one))))],
            OfferedBelow = below.Count(c => !c.IsRetired),
            Suppliers = read.Suppliers,
        };
    }
}

/// <param name="Above">The node that it belongs to; null: a root.</param>
public sealed record NewCategoryPage(CategoryPage? Above)
{
    public string? Code => Above is null ? null : $"{Above.Code}.";

    public string? Name => null;

    public string? NameEn => null;

    /// <summary>As the one above it.</summary>
    public bool NeedsCommission => Above?.NeedsCommission is true;
}

public sealed record CategoryPreviewPage(string FileName, CategoryPlan Plan, string Token)
{
    public const int MostShown = 200;

    /// <summary>Those of the sheet that something becomes of.</summary>
    public IReadOnlyList<PlannedCategory> Changes { get; } = [.. Plan.Rows.Where(row => row.Change is not PlannedChange.Nothing)];
}
