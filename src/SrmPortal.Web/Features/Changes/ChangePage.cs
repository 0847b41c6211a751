using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Changes;

/// <summary>One request: what stands, what would stand, who asked, where it is. The company and the desk read the same.</summary>
public sealed class ChangePage
{
    public required ChangeRequest Request { get; init; }

    public required Supplier Supplier { get; init; }

    /// <summary>Names by account; of people of the group the company learns none.</summary>
    public required IReadOnlyDictionary<long, string> People { get; init; }

    public required IReadOnlyList<StoredFile> Papers { get; init; }

    /// <summary>What is asked for, by code.</summary>
    public required IReadOnlyList<Asked> Categories { get; init; }

    /// <summary>For the desk: why the reader can't approve it; null: he or she can.</summary>
    public BrokenRule? Refusal { get; init; }

    /// <summary>Doubts about what was typed, for the desk: unusual, and taken nevertheless.</summary>
    public IReadOnlyList<BrokenRule> Doubts { get; init; } = [];

    // The field of the form of refusal.
    public string? Reason { get; }

    /// <summary>What stands now: while the request is open the value of today, else the one of then.</summary>
    public CompanyDetails Stands => Request.IsOpen ? Supplier.Company : Request.Before.Details!;

    public static async Task<ChangePage?> Read(PortalDbContext db, Scope scope, string code)
    {
        if (await db.ChangeRequests.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code) is not { } request)
        {
            return null;
        }

        var supplier = await db.Suppliers.AsNoTracking().Include(s => s.Categories).Include(s => s.FurtherAccounts).AsSplitQuery().SingleAsync(s => s.Id == request.SupplierId);
        long[] people = [.. new[] { request.AskedById, request.FirstById, request.DecidedById }.OfType<long>()];
        long[] papers = [.. request.Papers.Select(paper => paper.FileId)];
        var asked = request.After.Categories;
        return new ChangePage
        {
            Request = request,
            Supplier = supplier,
            People = await db.Accounts.AsNoTracking().Where(a => people.Contains(a.Id) && (scope.IsStaff || !a.IsStaff)).ToDictionaryAsync(a => a.Id, a => UserAccount.ShortNameOf(a.FullName)),
            Papers = papers.Length == 0 ? [] : await db.Files.AsNoTracking().Where(f => papers.Contains(f.Id)).OrderBy(f => f.Id).ToListAsync(),
            Categories = asked.Count == 0 ? [] : await db.Categories.AsNoTracking().Where(c => asked.Contains(c.Id)).OrderBy(c => c.Path)
                .Select(c => new Asked(c.Code, Language.IsRussian ? c.Name : c.NameEn, c.NeedsCommission)).ToListAsync(),
            Refusal = scope.IsStaff ? request.WhyNotApprove(scope.PersonId!.Value, supplier) : null,
            Doubts = request.IsOpen ? DoubtsOf(request, supplier) : [],
        };
    }

    private static IReadOnlyList<BrokenRule> DoubtsOf(ChangeRequest request, Supplier supplier) => request.Kind switch
    {
        DataKind.Identity => [.. Domain.Registration.DetailsChecks.Doubts(request.After.Details!)],
        DataKind.Bank => [.. request.After.Banks.Except(supplier.BankAccounts).SelectMany(bank => Domain.Registration.DetailsChecks.Doubts(bank.In(supplier.Company)))],
        _ => [],
    };

    /// <param name="Code">Of the classifier.</param>
    /// <param name="Name">In the reader's language.</param>
    /// <param name="NeedsCommission">Whether the commission looks at who supplies it.</param>
    public sealed record Asked(string Code, string Name, bool NeedsCommission);
}
