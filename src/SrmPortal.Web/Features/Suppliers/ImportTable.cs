using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Domain.Suppliers.Import;
using SrmPortal.Web.Infrastructure.Spreadsheets;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>A sheet by its heads.</summary>
/// <param name="Name">Of the sheet.</param>
/// <param name="Rows">Below the head.</param>
/// <param name="Missing">Why it can't be read.</param>
internal sealed record Table(string Name, IReadOnlyList<Line> Rows, IReadOnlyList<BrokenRule> Missing)
{
    public static Table Of(IReadOnlyList<ReadSheet> sheets, string ru, string en, int place, IReadOnlyList<ImportColumn> columns)
    {
        var title = Infrastructure.Language.IsRussian ? ru : en;
        var sheet = sheets.FirstOrDefault(one => Search.Folded(one.Name) == Search.Folded(ru) || Search.Folded(one.Name) == Search.Folded(en)) ?? sheets.ElementAtOrDefault(place);
        if (sheet is null || sheet.Rows.Count == 0)
        {
            return new Table(title, [], [new BrokenRule(ImportRules.NoSheet, ImportForm.FileField, title)]);
        }

        Dictionary<string, int> places = [];
        foreach (var (column, cell) in sheet.Rows[0].Cells.OrderBy(cell => cell.Key))
        {
            if (columns.FirstOrDefault(one => one.IsHead(cell.Text)) is { } known)
            {
                places.TryAdd(known.Field, column);
            }
        }

        BrokenRule[] missing = [.. columns.Where(column => column.IsRequired && !places.ContainsKey(column.Field))
            .Select(column => new BrokenRule(ImportRules.NoColumn, ImportForm.FileField, sheet.Name, column.Head))];
        return new Table(sheet.Name, [.. sheet.Rows.Skip(1).Select(row => new Line(sheet.Name, row, places))], missing);
    }
}

/// <summary>A row by the names of its fields.</summary>
internal sealed record Line(string Sheet, ReadRow Row, IReadOnlyDictionary<string, int> Places)
{
    public int No => Row.No;

    public ReadCell this[string field] => Places.TryGetValue(field, out var column) ? Row[column] : new ReadCell("", "");

    public bool Has(string field) => Places.ContainsKey(field);

    public string Text(string field) => this[field].Text;

    /// <summary><c>Компании!E7</c>; of a column that is not there the row alone.</summary>
    public string Address(string? field) => field is not null && Places.TryGetValue(field, out var column) ? $"{Sheet}!{Row[column].Address}" : $"{Sheet}!{Row.No}:{Row.No}";
}

/// <summary>A company while it is read.</summary>
internal sealed class Draft(Line line)
{
    private readonly List<ImportFault> _faults = [];
    private readonly List<LostZeros> _zeros = [];

    public Line Line { get; } = line;

    public CompanyDetails Details { get; set; } = new();

    public IReadOnlyList<string> Regions { get; set; } = [];

    public IReadOnlyList<long> Categories { get; set; } = [];

    public DateOnly? Until { get; set; }

    public List<RegistrationPerson> People { get; } = [];

    /// <summary>A number as it is kept; zeros that the spreadsheet has cut are put back, and that is said.</summary>
    public string Number(string field, string country)
    {
        var read = country == Countries.Russia ? IdentifierText.NormalisedLatin(Line[field].Text) : NationalNumber.Normalised(Line[field].Text);
        if (country == Countries.Russia && ImportChecks.WithLostZeros(field, read) is { } meant)
        {
            _zeros.Add(new LostZeros(Line.Address(field), read, meant));
            return meant;
        }

        return read;
    }

    public void Fault(ReadCell cell, string code, params string[] values) => _faults.Add(new ImportFault($"{Line.Sheet}!{cell.Address}", code, values));

    public void Fault(Line line, string field, string code, params string[] values) => _faults.Add(new ImportFault(line.Address(field), code, values));

    public void Take(IEnumerable<BrokenRule> wrong, Line line) => _faults.AddRange(wrong.Select(rule =>
        new ImportFault(line.Address(rule.Field), rule.Code, [.. rule.Values.Select(value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "")])));

    /// <summary>What shows <c>#REF!</c> has no value; what is too long would not be stored.</summary>
    public void RefuseErrorsAndLengths(Line line, IReadOnlyList<ImportColumn> columns)
    {
        foreach (var column in columns.Where(column => line.Has(column.Field)))
        {
            var cell = line[column.Field];
            var longest = column.Field switch
            {
                nameof(CompanyDetails.FullName) when line == Line => 400,
                nameof(CompanyDetails.ShortName) => 400,
                nameof(CompanyDetails.LegalAddress) => 500,
                nameof(CompanyDetails.Phone) => 50,
                nameof(CompanyDetails.RegistrationNumber) => 35,
                nameof(RegistrationPerson.BasisNumber) => 100,
                nameof(RegistrationContent.Regions) or nameof(RegistrationContent.Categories) => 4000,
                _ => 200,
            };
            if (cell.IsError)
            {
                Fault(line, column.Field, ImportRules.FormulaError, cell.Text);
            }
            else if (cell.Text.Length > longest)
            {
                Fault(line, column.Field, ImportRules.TooLong, longest.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    public ImportedCompany Finished()
    {
        Take(ImportChecks.WhatIsWrong(People), Line);
        return new ImportedCompany
        {
            Row = Line.No,
            Details = Details,
            Regions = Regions,
            Categories = Categories,
            AccreditedUntil = Until,
            People = People,
            Faults = [.. _faults.Distinct()],
            LostZeros = _zeros,
            Cells = ImportRow.Compared.Append(nameof(CompanyDetails.TaxNumber)).ToDictionary(field => field, Line.Address),
        };
    }
}
