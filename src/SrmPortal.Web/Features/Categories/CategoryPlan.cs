using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers.Import;
using SrmPortal.Web.Features.Suppliers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Categories;

/// <summary>What becomes of a category of the sheet.</summary>
public enum PlannedChange { Add, Change, Withdraw, Restore, Nothing }

/// <summary>A category as the sheet wants it.</summary>
/// <param name="Row">Of the sheet.</param>
/// <param name="Code">By it the category is found again.</param>
/// <param name="Above">The code of the node above; null for a root.</param>
/// <param name="Before">As it is; null: a new one.</param>
public sealed record PlannedCategory(int Row, string Code, string? Above, string Name, string NameEn, bool NeedsCommission, bool IsRetired, Category? Before)
{
    public bool IsRenamed => Before is not null && (Name, NameEn) != (Before.Name, Before.NameEn);

    /// <summary>It will need the commission, or no longer.</summary>
    public bool CommissionChanges => Before is not null && Before.NeedsCommission != NeedsCommission;

    public PlannedChange Change => Before is null ? PlannedChange.Add
        : IsRetired && !Before.IsRetired ? PlannedChange.Withdraw
        : !IsRetired && Before.IsRetired ? PlannedChange.Restore
        : IsRenamed || CommissionChanges ? PlannedChange.Change : PlannedChange.Nothing;
}

/// <summary>
/// What a sheet would do to the tree. By their codes those that are there are found again, so that the same sheet changes nothing the second
/// time; what the sheet doesn't name stays as it is. With one fault nothing is done: each is named by its cell.
/// </summary>
public sealed class CategoryPlan
{
    private readonly Dictionary<string, Category> _there;
    private readonly Dictionary<string, Line> _lines = [];
    private readonly List<(int Row, ImportFault Fault)> _faults = [];
    private readonly List<PlannedCategory> _rows = [];

    private CategoryPlan(IReadOnlyCollection<Category> tree, IReadOnlyList<Line> lines)
    {
        _there = tree.ToDictionary(category => category.Code);
        foreach (var line in lines)
        {
            var code = line.Text(nameof(Category.Code));
            if (code.Length > 0 && !_lines.TryAdd(code, line))
            {
                Fault(line, nameof(Category.Code), CategoryRules.Twice, Shown.Number(_lines[code].No));
            }
        }

        _rows.AddRange(lines.Where(line => !_lines.TryGetValue(line.Text(nameof(Category.Code)), out var first) || first == line).Select(Planned));
        var withdrawn = _rows.Where(row => row.IsRetired).Select(row => row.Code).ToHashSet();
        Withdrawn = [.. tree.Where(category => !category.IsRetired && !_lines.ContainsKey(category.Code) && category.CodesThatCover.Any(withdrawn.Contains)).Select(category => category.Code)];
        RefuseWhatIsOfferedBelowWithdrawn(withdrawn);
    }

    /// <summary>In the order of the sheet.</summary>
    public IReadOnlyList<PlannedCategory> Rows => _rows;

    /// <summary>What the sheet doesn't name and what is withdrawn with the node above it: codes.</summary>
    public IReadOnlyList<string> Withdrawn { get; }

    /// <summary>From the top of the sheet down.</summary>
    public IReadOnlyList<ImportFault> Faults => [.. _faults.OrderBy(one => one.Row).ThenBy(one => one.Fault.Cell, StringComparer.Ordinal).Select(one => one.Fault)];

    public bool ChangesSomething => Rows.Any(row => row.Change is not PlannedChange.Nothing) || Withdrawn.Count > 0;

    public int CountOf(PlannedChange change) => Rows.Count(row => row.Change == change);

    /// <exception cref="RuleViolation">There is no such sheet in it.</exception>
    public static CategoryPlan Of(IReadOnlyList<ReadSheet> sheets, IReadOnlyCollection<Category> tree)
    {
        var table = Table.Of(sheets, CategorySheet.NameRu, CategorySheet.NameEn, 0, CategorySheet.Columns);
        RuleViolation.ThrowIfAny(table.Missing);
        RuleViolation.ThrowIfAny(table.Rows.Count > 0 ? [] : [new BrokenRule(CategoryRules.NothingInIt, nameof(CategoriesForm.File))]);
        return new CategoryPlan(tree, table.Rows);
    }

    /// <summary>Those above come before those below them.</summary>
    public IEnumerable<PlannedCategory> InOrderOfPlaces => Rows.OrderBy(row => WayUp(row.Code).Count);

    private PlannedCategory Planned(Line line)
    {
        var (code, before) = (line.Text(nameof(Category.Code)), _there.GetValueOrDefault(line.Text(nameof(Category.Code))));
        var planned = new PlannedCategory(line.No, code, AboveOf(line), Typed.Line(line.Text(nameof(Category.Name))), Typed.Line(line.Text(nameof(Category.NameEn))),
            YesOrNo(line, CategorySheet.Commission) ?? before?.NeedsCommission ?? false, YesOrNo(line, CategorySheet.Withdrawn) ?? before?.IsRetired ?? false, before);
        foreach (var column in CategorySheet.Columns.Where(column => line[column.Field].IsError))
        {
            Fault(line, column.Field, ImportRules.FormulaError, line.Text(column.Field));
        }

        foreach (var wrong in Category.WhatIsWrong(before is null ? code : null, planned.Name, planned.NameEn))
        {
            Fault(line, wrong.Field!, wrong.Code, [.. wrong.Values.Select(value => $"{value}")]);
        }

        Place(line, planned);
        return planned;
    }

    // Where the sheet has no such column, the code says it: 24.20.11 belongs to 24.20, or else to 24.
    private string? AboveOf(Line line)
    {
        var own = line.Text(nameof(Category.Code));
        if (line.Has(CategorySheet.Above))
        {
            return line.Text(CategorySheet.Above) is { Length: > 0 } named ? named : null;
        }

        if (_there.TryGetValue(own, out var there))
        {
            return AboveOf(there);
        }

        for (var code = own; code.LastIndexOf('.') is > 0 and var dot;)
        {
            code = code[..dot];
            if (_there.ContainsKey(code) || _lines.ContainsKey(code))
            {
                return code;
            }
        }

        return null;
    }

    private static string? AboveOf(Category there) => there.CodesThatCover.SkipLast(1).LastOrDefault();

    private void Place(Line line, PlannedCategory planned)
    {
        var way = WayUp(planned.Code);
        if (planned.Before is { } there)
        {
            if (AboveOf(there) != planned.Above)
            {
                Fault(line, CategorySheet.Above, CategoryRules.Moved, AboveOf(there) ?? Shown.None);
            }
        }
        else if (planned.Above is { } named && !_there.ContainsKey(named) && !_lines.ContainsKey(named))
        {
            Fault(line, CategorySheet.Above, CategoryRules.NoAbove, named);
        }
        else if (way.Count(code => code == planned.Code) > 1)
        {
            Fault(line, CategorySheet.Above, CategoryRules.Circle, planned.Above!);
        }
        else if (way.Sum(code => code.Length + 1) + 1 > Category.LongestPath)
        {
            Fault(line, nameof(Category.Code), CategoryRules.TooDeep, $"{Category.LongestPath}");
        }
    }

    /// <summary>The codes from this one up to its root, in the tree as it will be; one that belongs to itself ends where it comes back.</summary>
    private List<string> WayUp(string code)
    {
        List<string> way = [code];
        for (var above = Up(code); above is not null; above = Up(above))
        {
            var comesBack = way.Contains(above);
            way.Add(above);
            if (comesBack)
            {
                break;
            }
        }

        return way;
    }

    private string? Up(string code) =>
        _there.TryGetValue(code, out var there) ? AboveOf(there) : _lines.TryGetValue(code, out var line) ? AboveOf(line) : null;

    private void RefuseWhatIsOfferedBelowWithdrawn(HashSet<string> withdrawn)
    {
        var named = _rows.Select(row => row.Code).ToHashSet();
        foreach (var row in _rows.Where(row => !row.IsRetired && row.Code.Length > 0))
        {
            if (WayUp(row.Code).Skip(1).FirstOrDefault(code => withdrawn.Contains(code) || (_there.GetValueOrDefault(code) is { IsRetired: true } && !named.Contains(code))) is { } above && above != row.Code)
            {
                Fault(_lines[row.Code], CategorySheet.Withdrawn, CategoryRules.RetiredAbove, above);
            }
        }
    }

    private bool? YesOrNo(Line line, string column)
    {
        if (!line.Has(column))
        {
            return null;
        }

        var cell = line[column];
        if (cell.IsEmpty)
        {
            return false;
        }

        if (Search.Folded(cell.Text) is "нет" or "no" or "n" or "0" or "-" or "false" or "ложь")
        {
            return false;
        }

        if (!ImportColumns.IsYes(cell))
        {
            Fault(line, column, CategoryRules.NotYesOrNo, cell.Text);
        }

        return true;
    }

    private void Fault(Line line, string column, string code, params string[] values) => _faults.Add((line.No, new ImportFault(line.Address(column), code, values)));
}
