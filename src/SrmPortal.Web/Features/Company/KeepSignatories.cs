using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accounts;
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
        var signatory = await Entered(form, supplier.Id, null, now);
        supplier.NameSignatory(signatory, WorkingDays.DayOf(now));
        await db.SaveChangesAsync();
        Tell(supplier, signatory);
    });

    public Task<Supplier> Change(string code, SignatoryForm form, DateTime now) => WithSupplier(async supplier =>
    {
        var signatory = supplier.Signatories.SingleOrDefault(one => one.Code == code);
        var before = Person(signatory);
        supplier.ChangeSignatory(code, await Entered(form, supplier.Id, signatory?.Authority, now), WorkingDays.DayOf(now));
        if (Person(signatory) != before)
        {
            Tell(supplier, signatory!);
        }
    });

    public Task<Supplier> Dismiss(string code) => WithSupplier(supplier =>
    {
        supplier.DismissSignatory(code);
        return Task.CompletedTask;
    });

    /// <param name="form">What was typed and chosen.</param>
    /// <param name="company">Whose the file becomes.</param>
    /// <param name="known">On what the person signs so far: its file is there.</param>
    /// <param name="now">In UTC.</param>
    private async Task<Signatory> Entered(SignatoryForm form, long company, SigningAuthority? known, DateTime now)
    {
        var byPower = form.Basis is SigningBasis.PowerOfAttorney;
        var authority = byPower ? new SigningAuthority(form.Basis, Typed.Line(form.BasisNumber), form.BasisDate, form.BasisUntil) : new SigningAuthority(form.Basis, "", null, null);
        var file = form.Paper is null ? null : UploadedFile.Of(form.Paper);
        RuleViolation.ThrowIfAny(file?.Refusal is { } refusal ? [refusal] : byPower && file is null && authority != known ? [new(PaperRules.NoFile, nameof(form.Paper))] : []);
        var stored = file is null || !byPower ? null : db.Add(file.Keep(FileOwner.Supplier(company), now)).Entity;
        await db.SaveChangesAsync();
        return new Signatory(Typed.Line(form.FullName), Typed.Line(form.Position), Typed.Line(form.Phone), Typed.Line(form.Email), authority, stored?.Id);
    }

    // Who is named in another's place hears of it like who is named anew.
    private void Tell(Supplier supplier, Signatory named) => db.Record(new SignatoriesNamed(supplier.Number, supplier.Id, supplier.Name) { Only = [named.Id] });

    private static (string? Name, string? Email) Person(Signatory? signatory) => (signatory?.FullName, signatory is null ? null : UserAccount.Normalized(signatory.Email));

    private Task<Supplier> WithSupplier(Func<Supplier, Task> deed) => db.InTransaction(async () =>
    {
        var company = await db.LockAsMaster(scope.Is);
        var supplier = await db.Suppliers.Include(s => s.Signatories).AsSingleQuery().SingleAsync(s => s.Id == company);
        await deed(supplier);
        return supplier;
    });
}
