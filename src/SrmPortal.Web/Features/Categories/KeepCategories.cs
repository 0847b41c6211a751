using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Categories;

/// <summary>Adds, renames, withdraws and brings back single categories. Each is recorded: what it was and what it is.</summary>
public sealed class KeepCategories(PortalDbContext db) : IDeed
{
    /// <param name="above">The code of the node above; null for a root.</param>
    /// <param name="form">As typed.</param>
    public Task<Category> Add(string? above, CategoryForm form) => db.InTransaction(async () =>
    {
        var (code, name, nameEn) = (Typed.Line(form.Code), Typed.Line(form.Name), Typed.Line(form.NameEn));
        var parent = above is null ? null : await db.Categories.SingleOrDefaultAsync(c => c.Code == above) ?? throw new RuleViolation(new BrokenRule(CategoryRules.NoAbove, null, above));
        RuleViolation.ThrowIfAny(
        [
            .. Category.WhatIsWrong(code, name, nameEn),
            .. await db.Categories.AnyAsync(c => c.Code == code) ? [new(CategoryRules.CodeTaken, nameof(form.Code), code)] : Array.Empty<BrokenRule>(),
            .. parent is { IsRetired: true } ? [new(CategoryRules.RetiredAbove, null, parent.Code)] : Array.Empty<BrokenRule>(),
            .. Category.PathOf(parent?.Path, code).Length > Category.LongestPath ? [new(CategoryRules.TooDeep, nameof(form.Code), Category.LongestPath)] : Array.Empty<BrokenRule>(),
        ]);
        var added = db.Add(new Category(parent, code, name, nameEn) { NeedsCommission = form.NeedsCommission }).Entity;
        db.Record(new CategoryAdded(code, parent?.Code, name, nameEn, form.NeedsCommission));
        return added;
    });

    /// <returns>False: there is no such category.</returns>
    public Task<bool> Change(string code, CategoryForm form) => db.InTransaction(async () =>
    {
        if (await db.Categories.SingleOrDefaultAsync(c => c.Code == code) is not { } category)
        {
            return false;
        }

        RuleViolation.ThrowIfAny(category.Revision == form.Revision ? [] : [new BrokenRule(SharedRules.ChangedMeanwhile, nameof(form.Revision), category.Revision)]);
        category.Change(Typed.Line(form.Name), Typed.Line(form.NameEn), form.NeedsCommission);
        return true;
    });

    /// <summary>With all below it.</summary>
    /// <returns>How many are not offered any more; null: there is no such category.</returns>
    public Task<int?> Withdraw(string code) => db.InTransaction(async () =>
    {
        if (await db.Categories.Where(c => c.Code == code).Select(c => c.Path).SingleOrDefaultAsync() is not { } path)
        {
            return (int?)null;
        }

        var below = await db.Categories.Where(c => c.Path.StartsWith(path) && !c.IsRetired).ToListAsync();
        below.ForEach(category => category.Retire());
        return below.Count;
    });

    /// <returns>False: there is no such category.</returns>
    public Task<bool> Restore(string code) => db.InTransaction(async () =>
    {
        if (await db.Categories.SingleOrDefaultAsync(c => c.Code == code) is not { } category)
        {
            return false;
        }

        category.Restore(await db.Categories.SingleOrDefaultAsync(c => c.Id == category.ParentId));
        return true;
    });
}

/// <summary>
/// Takes a sheet over into the tree. Between the preview and its confirmation the file lies in the store, for a day at most; a protected token
/// of the page says where.
/// </summary>
public sealed class ImportCategories(PortalDbContext db, IFileStore store, IDataProtectionProvider protection) : IDeed
{
    private readonly IDataProtector _protector = protection.CreateProtector("SrmPortal.Categories/1");

    /// <summary>Refuses what is no such sheet, and keeps the file.</summary>
    /// <returns>The token of the preview.</returns>
    public async Task<string> Keep(Stream file, string fileName, CancellationToken cancellation)
    {
        CategoryPlan.Of(Sheets(file), []);
        file.Position = 0;
        var written = (await store.Write(FileArea.Files, file, long.MaxValue, cancellation))!;
        return _protector.Protect($"{written.StoreName}|{fileName}");
    }

    /// <summary>What would change; null: the file is not there any more.</summary>
    public async Task<(string FileName, CategoryPlan Plan)?> Preview(string token) => Kept(token) is not var (name, sheets) ? null
        : (name, CategoryPlan.Of(sheets, await db.Categories.AsNoTracking().ToListAsync()));

    public Task<CategoryPlan> TakeOver(string token) => db.InTransaction(async () =>
    {
        var (name, sheets) = Kept(token) ?? throw new RuleViolation(new BrokenRule(CategoryRules.Gone));
        var tree = await db.Categories.ToDictionaryAsync(c => c.Code);
        var plan = CategoryPlan.Of(sheets, tree.Values);
        RuleViolation.ThrowIf(plan.Faults.Count > 0, CategoryRules.HasFaults);
        var (added, withdrawn, restored, changed) = (plan.Rows.Where(row => row.Before is null).Select(row => row.Code).ToArray(),
            plan.CountOf(PlannedChange.Withdraw) + plan.Withdrawn.Count, plan.CountOf(PlannedChange.Restore), plan.Rows.Count(row => row.IsRenamed || row.CommissionChanges));
        foreach (var row in plan.InOrderOfPlaces)
        {
            Put(tree, row);
        }

        foreach (var code in plan.Withdrawn)
        {
            tree[code].Retire();
        }

        if (added.Length + withdrawn + restored + changed > 0)
        {
            db.Record(new CategoriesImported(name, added, changed, withdrawn, restored));
        }

        return plan;
    });

    private void Put(Dictionary<string, Category> tree, PlannedCategory row)
    {
        var above = row.Above is null ? null : tree[row.Above];
        if (!tree.TryGetValue(row.Code, out var category))
        {
            category = tree[row.Code] = db.Add(new Category(above, row.Code, row.Name, row.NameEn) { NeedsCommission = row.NeedsCommission }).Entity;
        }

        category.Change(row.Name, row.NameEn, row.NeedsCommission);
        if (row.IsRetired)
        {
            category.Retire();
        }
        else
        {
            category.Restore(above);
        }
    }

    private static IReadOnlyList<ReadSheet> Sheets(Stream file) =>
        UploadedSheets.Read(file, CategorySheet.Limits, CategorySheet.MostRows, nameof(CategoriesForm.File));

    private (string Name, IReadOnlyList<ReadSheet> Sheets)? Kept(string token)
    {
        try
        {
            var (stored, name) = _protector.Unprotect(token).Split('|', 2) is [var one, var two] ? (one, two) : ("", "");
            using var file = store.Open(stored);
            return (name, Sheets(file));
        }
        catch (Exception fault) when (fault is System.Security.Cryptography.CryptographicException or IOException or ArgumentException)
        {
            return null;
        }
    }
}
