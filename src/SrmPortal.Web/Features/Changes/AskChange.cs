using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Features.Company;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Changes;

/// <summary>A master user asks to change what the accreditation rests on, or takes that back.</summary>
public sealed class AskChange(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <param name="kind">What is to change.</param>
    /// <param name="form">What was sent with it.</param>
    /// <param name="after">As it would be, of the supplier as it is.</param>
    /// <param name="now">In UTC.</param>
    public Task<ChangeRequest> Ask(DataKind kind, ChangeForm form, Func<Supplier, ChangeContent> after, DateTime now) => db.InTransaction(async () =>
    {
        var company = await db.LockAsMaster(scope.Is);
        var supplier = await db.Suppliers.Include(s => s.Categories).Include(s => s.FurtherAccounts).AsSplitQuery().SingleAsync(s => s.Id == company);
        var open = await db.ChangeRequests.Where(c => c.SupplierId == company && c.Kind == kind && (c.State == ChangeState.Pending || c.State == ChangeState.SecondReview))
            .Select(c => (DateTime?)c.AskedAt).SingleOrDefaultAsync();
        RuleViolation.ThrowIfAny(open is { } since ? [new(ChangeRules.Pending, null, since)] : []);
        RuleViolation.ThrowIfAny(form.Revision == supplier.Revision ? [] : [new(SharedRules.ChangedMeanwhile, nameof(form.Revision), supplier.Revision)]);
        var content = after(supplier);
        RuleViolation.ThrowIfAny(ChangeChecks.WhatIsWrong(supplier, kind, content).Concat(await Taken(supplier, content)));
        var papers = await Keep(form, company, isNeeded: content.Banks.Except(supplier.BankAccounts).Any(), now);
        return db.Add(new ChangeRequest(supplier, kind, content, DecideForm.Text(form.Why), papers, scope.Is.PersonId!.Value, now)).Entity;
    });

    /// <returns>Null: there is no such request of this company.</returns>
    public Task<ChangeRequest?> Withdraw(string code, DateTime now) => db.InTransaction(async () =>
    {
        var company = await db.LockAsMaster(scope.Is);
        var request = await db.ChangeRequests.SingleOrDefaultAsync(c => c.Code == code && c.SupplierId == company);
        request?.Withdraw(scope.Is.PersonId!.Value, await db.Suppliers.SingleAsync(s => s.Id == company), now);
        return request;
    });

    private async Task<IEnumerable<BrokenRule>> Taken(Supplier supplier, ChangeContent content)
    {
        if (content.Details is not { } details || details.Key == supplier.Company.Key)
        {
            return [];
        }

        var (country, taxNumber, branch) = details.Key;
        var isTaken = await db.Suppliers.IgnoreQueryFilters([Walls.Company]).AnyAsync(s => s.Country == country && s.TaxKey == taxNumber && s.BranchKpp == branch && s.Id != supplier.Id);
        return isTaken ? [new(ChangeRules.CompanyThere, nameof(CompanyDetails.TaxNumber))] : [];
    }

    private async Task<IReadOnlyList<DocumentFile>> Keep(ChangeForm form, long company, bool isNeeded, DateTime now)
    {
        UploadedFile[] files = [.. form.Papers.Select(UploadedFile.Of)];
        RuleViolation.ThrowIfAny(files.Length == 0 && isNeeded ? [new(ChangeRules.NoPaper, nameof(form.Papers))]
            : files.Length > ChangeForm.MostPapers ? [new(ChangeRules.TooManyPapers, nameof(form.Papers), ChangeForm.MostPapers)]
            : files.Select(file => file.Refusal).OfType<BrokenRule>());
        StoredFile[] stored = [.. files.Select(file => db.Add(file.Keep(FileOwner.Supplier(company), now)).Entity)];
        await db.SaveChangesAsync();
        return [.. stored.Select(file => new DocumentFile(file.Id, file.Name, file.Size))];
    }
}
