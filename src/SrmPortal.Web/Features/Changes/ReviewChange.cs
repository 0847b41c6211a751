using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Changes;

/// <summary>A reviewer approves or refuses a change. The company's lock comes first: of two who decide at once the second finds it decided.</summary>
public sealed class ReviewChange(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <returns>Null: there is no such request.</returns>
    public Task<ChangeRequest?> Approve(string code, DateTime now) => With(code, async (request, supplier) =>
    {
        if (request.After.Details is { } details && details.Key != supplier.Company.Key)
        {
            var (country, taxNumber, branch) = details.Key;
            RuleViolation.ThrowIf(await db.Suppliers.AnyAsync(s => s.Country == country && s.TaxKey == taxNumber && s.BranchKpp == branch && s.Id != supplier.Id), ChangeRules.CompanyThere);
        }

        request.Approve(scope.Is.PersonId!.Value, supplier, now);
    });

    /// <returns>Null: there is no such request.</returns>
    public Task<ChangeRequest?> Refuse(string code, string reason, DateTime now) => With(code, (request, supplier) =>
    {
        request.Refuse(scope.Is.PersonId!.Value, reason, supplier, now);
        return Task.CompletedTask;
    });

    private Task<ChangeRequest?> With(string code, Func<ChangeRequest, Supplier, Task> deed) => db.InTransaction(async () =>
    {
        if (await db.ChangeRequests.Where(c => c.Code == code).Select(c => (long?)c.SupplierId).SingleOrDefaultAsync() is not { } supplierId)
        {
            return null;
        }

        await db.LockCompany(supplierId);
        var supplier = await db.Suppliers.Include(s => s.Categories).Include(s => s.FurtherAccounts).AsSplitQuery().SingleAsync(s => s.Id == supplierId);
        var request = await db.ChangeRequests.SingleAsync(c => c.Code == code);
        await deed(request, supplier);
        return request;
    });
}
