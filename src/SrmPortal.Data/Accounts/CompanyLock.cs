using Microsoft.EntityFrameworkCore;

namespace SrmPortal.Data;

public static class CompanyLock
{
    /// <summary>
    /// Takes the lock on a company's people: the first statement of whatever may take a master user away. What is read after it is
    /// true until the transaction ends. False: there is no such company for this scope.
    /// </summary>
    public static async Task<bool> LockCompany(this PortalDbContext db, long supplierId) =>
        await db.Suppliers.Where(supplier => supplier.Id == supplierId)
            .ExecuteUpdateAsync(set => set.SetProperty(supplier => supplier.Number, supplier => supplier.Number)) == 1;
}
