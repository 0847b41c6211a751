using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Company;

/// <summary>A master user names who signs for the company. A power of attorney comes with its file.</summary>
public sealed class KeepSignatories(PortalDbContext db, CurrentScope scope) : IDeed
{
    public Task<Supplier> Name(SignatoryForm form, DateTime now) => WithSupplier(async supplier =>
    {
        var signatory = await Typed(form, supplier.Id, isKnown: false, now);
        supplier.NameSignatory(signatory, WorkingDays.DayOf(now));
        await db.SaveChangesAsync();
        db.Record(new SignatoriesNamed(supplier.Number, supplier.Id, supplier.Name) { Only = [signatory.Id] });
    });

    public Task<Supplier> Change(string code, SignatoryForm form, DateTime now) => WithSupplier(async supplier =>
    {
        var before = supplier.Signatories.SingleOrDefault(one => one.Code == code);
        var isKnown = before is { Authority.Basis: SigningBasis.PowerOfAttorney } && before.Authority.Number == Infrastructure.Typed.Line(form.BasisNumber);
        supplier.ChangeSignatory(code, await Typed(form, supplier.Id, isKnown, now), WorkingDays.DayOf(now));
    });

    public Task<Supplier> Dismiss(string code) => WithSupplier(supplier =>
    {
        supplier.DismissSignatory(code);
        return Task.CompletedTask;
    });

    private async Task<Signatory> Typed(SignatoryForm form, long company, bool isKnown, DateTime now)
    {
        var byPower = form.Basis is SigningBasis.PowerOfAttorney;
        var authority = byPower ? new SigningAuthority(form.Basis, Infrastructure.Typed.Line(form.BasisNumber), form.BasisDate, form.BasisUntil) : new SigningAuthority(form.Basis, "", null, null);
        var file = form.Paper is null ? null : UploadedFile.Of(form.Paper);
        RuleViolation.ThrowIfAny(file?.Refusal is { } refusal ? [refusal] : byPower && file is null && !isKnown ? [new(PaperRules.NoFile, nameof(form.Paper))] : []);
        var stored = file is null || !byPower ? null : db.Add(file.Keep(FileOwner.Supplier(company), now)).Entity;
        await db.SaveChangesAsync();
        return new Signatory(Infrastructure.Typed.Line(form.FullName), Infrastructure.Typed.Line(form.Position), Infrastructure.Typed.Line(form.Phone), Infrastructure.Typed.Line(form.Email), authority, stored?.Id);
    }

    private Task<Supplier> WithSupplier(Func<Supplier, Task> deed) => db.InTransaction(async () =>
    {
        var company = await db.LockAsMaster(scope.Is);
        var supplier = await db.Suppliers.Include(s => s.Signatories).AsSingleQuery().SingleAsync(s => s.Id == company);
        await deed(supplier);
        return supplier;
    });
}
