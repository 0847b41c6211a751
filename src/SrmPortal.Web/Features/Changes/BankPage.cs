using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Registration;

namespace SrmPortal.Web.Features.Changes;

/// <summary>The company's accounts, and one of them to be changed. Its fields are named like those of <see cref="BankForm"/>.</summary>
public sealed class BankPage : AskingPage, IBankFields
{
    public required string Name { get; init; }

    public required string Country { get; init; }

    /// <summary>The main one first.</summary>
    public required IReadOnlyList<BankDetails> Accounts { get; init; }

    public required bool IsMaster { get; init; }

    /// <summary>From 1; null: none is chosen.</summary>
    public int? No { get; init; }

    /// <summary><c>main</c>, <c>removal</c>.</summary>
    public string? What { get; init; }

    public BankDetails? Chosen => No is { } no && no >= 1 && no <= Accounts.Count ? Accounts[no - 1] : null;

    public bool IsRussian => Country == Countries.Russia;

    public bool IsBankKnown { get; private set; }

    public bool IsMain { get; }

    public string BankCode => Chosen?.Code ?? "";

    public string BankName => Chosen?.Bank ?? "";

    public string BankCity => Chosen?.City ?? "";

    public string BankAccount => Chosen?.Account ?? "";

    public string CorrespondentAccount => Chosen?.CorrespondentAccount ?? "";

    public string CorrespondentBank => Chosen?.CorrespondentBank ?? "";

    /// <summary>Asks the directory for the bank that was typed, or that stands.</summary>
    public async Task<BankPage> LookUp(PortalDbContext db, string? typed)
    {
        IsBankKnown = await db.BankOf(typed ?? BankCode) is not null;
        return this;
    }

    public static async Task<BankPage> Read(PortalDbContext db, Scope scope, int? no, string? what)
    {
        var company = scope.SupplierId!.Value;
        var supplier = await db.Suppliers.AsNoTracking().Include(s => s.FurtherAccounts).AsSingleQuery().SingleAsync(s => s.Id == company);
        return new BankPage
        {
            Name = supplier.Name,
            Country = supplier.Country,
            Accounts = supplier.BankAccounts,
            IsMaster = scope.IsMasterUser,
            Revision = supplier.Revision,
            Pending = await PendingOf(db, company, DataKind.Bank),
            No = no,
            What = what,
        };
    }
}
