using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Registration;

namespace SrmPortal.Web.Features.Company;

/// <summary>What the company has given, what lapses, what is missing.</summary>
/// <param name="Name">Of the company.</param>
/// <param name="Rows">What needs attention first.</param>
/// <param name="Asked">What companies like this are asked for.</param>
/// <param name="IsMaster">Whether the reader keeps them.</param>
/// <param name="Today">In the portal's zone.</param>
public sealed record PapersPage(string Name, IReadOnlyList<PapersPage.Row> Rows, IReadOnlyList<DocumentRequirement> Asked, bool IsMaster, DateOnly Today)
{
    /// <summary>So many days before its end a document is called lapsing.</summary>
    public const int SoonDays = 60;

    public IEnumerable<DocumentRequirement> Missing => Asked.Where(kind => kind.IsMandatory && Rows.All(row => row.Document.Kind != kind.Kind));

    public static async Task<PapersPage> Read(PortalDbContext db, Scope scope, DateTime now)
    {
        var company = scope.SupplierId!.Value;
        var supplier = await db.Suppliers.AsNoTracking().Include(s => s.Documents).AsSingleQuery().SingleAsync(s => s.Id == company);
        var names = await db.DocumentKinds.NamesByCode();
        var asked = await db.DocumentKinds.AskedOf(supplier.Country, supplier.Company.LegalForm);
        long[] files = [.. supplier.Documents.SelectMany(document => document.Files).Select(file => file.FileId)];
        var stored = files.Length == 0 ? [] : await db.Files.AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id);
        var today = WorkingDays.DayOf(now);
        return new PapersPage(supplier.Name,
            [
                .. supplier.Documents.OrderBy(document => document.ValidUntil ?? DateOnly.MaxValue).ThenBy(document => document.Id).Select(document => new Row(
                    document, names.GetValueOrDefault(document.Kind, document.Kind), [.. document.Files.Where(file => stored.ContainsKey(file.FileId)).Select(file => stored[file.FileId])],
                    document.ValidUntil is { } until ? until.DayNumber - today.DayNumber : null,
                    asked.Any(kind => kind.Kind == document.Kind && kind.IsMandatory) && supplier.Documents.Count(other => other.Kind == document.Kind) == 1)),
            ],
            asked, scope.IsMasterUser, today);
    }

    public Row? Find(string code) => Rows.FirstOrDefault(row => row.Document.Code == code);

    public PaperPage Form(Row? replaced, string? kind) => new()
    {
        Replaced = replaced,
        Kinds = [.. Asked.Select(one => new SelectListItem(one.Title, one.Kind))],
        Kind = replaced?.Document.Kind ?? kind,
        Number = replaced?.Document.Number,
        HasValidity = replaced is null || replaced.Document.ValidUntil is not null || Asked.Any(one => one.Kind == replaced.Document.Kind && one.HasValidity),
    };

    /// <param name="Document">As it is kept.</param>
    /// <param name="Title">What kind it is.</param>
    /// <param name="Files">As they can be opened.</param>
    /// <param name="DaysLeft">Negative: it has lapsed; null: it doesn't end.</param>
    /// <param name="IsNeeded">The only one of a kind that has to be there.</param>
    public sealed record Row(SupplierDocument Document, string Title, IReadOnlyList<StoredFile> Files, int? DaysLeft, bool IsNeeded);
}

/// <summary>Its fields are named like those of <see cref="PaperForm"/>.</summary>
public sealed class PaperPage
{
    public required PapersPage.Row? Replaced { get; init; }

    public required IReadOnlyList<SelectListItem> Kinds { get; init; }

    public required bool HasValidity { get; init; }

    public string? Kind { get; init; }

    public string? Number { get; init; }

    public DateOnly? ValidUntil { get; }

    public IReadOnlyList<IFormFile> Files { get; } = [];
}
