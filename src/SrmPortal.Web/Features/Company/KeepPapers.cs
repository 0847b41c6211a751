using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Company;

/// <summary>A master user keeps the company's documents. A file that was there stays stored: history and a running renewal name it.</summary>
public sealed class KeepPapers(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <param name="form">What was typed and chosen.</param>
    /// <param name="replaced">The code of the one in whose place it comes; null: none.</param>
    /// <param name="now">In UTC.</param>
    public Task<Supplier> Add(PaperForm form, string? replaced, DateTime now) => WithSupplier(async (supplier, asked) =>
    {
        var kind = asked.FirstOrDefault(one => one.Kind == form.Kind);
        UploadedFile[] files = [.. form.Files.Select(UploadedFile.Of)];
        RuleViolation.ThrowIfAny(new[]
        {
            kind is null ? new BrokenRule(PaperRules.NoKind, nameof(form.Kind)) : null,
            kind is { HasValidity: true } && form.ValidUntil is null ? new(PaperRules.NoValidity, nameof(form.ValidUntil)) : null,
            files.Length == 0 ? new(PaperRules.NoFile, nameof(form.Files)) : files.Length > PaperForm.MostFiles ? new(ChangeRules.TooManyPapers, nameof(form.Files), PaperForm.MostFiles) : null,
        }.Concat(files.Select(file => file.Refusal)).OfType<BrokenRule>());
        StoredFile[] stored = [.. files.Select(file => db.Add(file.Keep(FileOwner.Supplier(supplier.Id), now)).Entity)];
        await db.SaveChangesAsync();
        var document = new SupplierDocument(kind!.Kind, Typed.Line(form.Number), form.ValidUntil, stored.Select(file => new DocumentFile(file.Id, file.Name, file.Size)), now);
        supplier.AddDocument(document, replaced, WorkingDays.DayOf(now));
    });

    public Task<Supplier> Remove(string code) => WithSupplier((supplier, asked) =>
    {
        var kind = supplier.Documents.FirstOrDefault(document => document.Code == code)?.Kind;
        supplier.RemoveDocument(code, asked.Any(one => one.Kind == kind && one.IsMandatory));
        return Task.CompletedTask;
    });

    private Task<Supplier> WithSupplier(Func<Supplier, IReadOnlyList<DocumentRequirement>, Task> deed) => db.InTransaction(async () =>
    {
        var company = await db.LockAsMaster(scope.Is);
        var supplier = await db.Suppliers.Include(s => s.Documents).AsSingleQuery().SingleAsync(s => s.Id == company);
        await deed(supplier, await db.DocumentKinds.AskedOf(supplier.Country, supplier.Company.LegalForm));
        return supplier;
    });
}
