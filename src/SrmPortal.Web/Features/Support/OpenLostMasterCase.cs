using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Support;

/// <summary>A company's letter has come: the case is opened, the letter stored with it. The company's lock comes first, so that there is one.</summary>
public sealed class OpenLostMasterCase(PortalDbContext db, CurrentScope scope) : IDeed
{
    /// <returns>Null: there is no such supplier.</returns>
    public Task<LostMasterCase?> Open(string supplierNumber, LostMasterForm form, DateTime now) => db.InTransaction(async () =>
    {
        if (await db.Suppliers.Where(s => s.Number == supplierNumber).Select(s => (long?)s.Id).SingleOrDefaultAsync() is not { } company)
        {
            return null;
        }

        await db.LockCompany(company);
        if (form.Key != Guid.Empty && await db.LostMasterCases.SingleOrDefaultAsync(c => c.Key == form.Key && c.SupplierId == company) is { } sent)
        {
            return sent;
        }

        var letter = form.Letter is null ? null : UploadedFile.Of(form.Letter);
        var (master, signedBy) = (form.Master(), Tidy.Name(form.SignedBy ?? ""));
        await RefuseSecond(company);
        RuleViolation.ThrowIfAny(
        [
            .. letter is null ? [new(SupportRules.NoLetter, nameof(form.Letter))] : new[] { letter.Refusal }.OfType<BrokenRule>(),
            .. LostMasterCase.WhatIsMissing(master, signedBy),
        ]);
        var blocks = await Blocked(company, form.Blocks, master);
        await RefuseAddress(master);
        var supplier = await db.Suppliers.SingleAsync(s => s.Id == company);
        var opened = db.Add(new LostMasterCase(supplier, master, signedBy, blocks, form.Key == Guid.Empty ? Guid.NewGuid() : form.Key, scope.Is.PersonId!.Value, now)).Entity;
        await db.SaveChangesAsync();
        var file = db.Add(letter!.Keep(FileOwner.LostMaster(opened.Id), now)).Entity;
        await db.SaveChangesAsync();
        opened.Keep(file.Id, supplier);
        return opened;
    });

    private async Task RefuseSecond(long company)
    {
        var open = await db.LostMasterCases.Where(c => c.SupplierId == company && (c.State == LostMasterState.New || c.State == LostMasterState.Checked || c.State == LostMasterState.Approved))
            .Select(c => c.Number).SingleOrDefaultAsync();
        RuleViolation.ThrowIfAny(open is null ? [] : [new(SupportRules.CaseOpen, null, LostMasterCase.Shown(open))]);
    }

    private async Task<long[]> Blocked(long company, IReadOnlyCollection<string> codes, NamedMaster master)
    {
        var masters = await db.Memberships.AsNoTracking().Where(m => m.SupplierId == company && m.Rights.IsMasterUser && codes.Contains(m.Code)).Select(m => new { m.AccountId, m.Account.NormalizedEmail }).ToListAsync();
        RuleViolation.ThrowIfAny(masters.Count == codes.Distinct().Count() ? [] : [new(SupportRules.NotOfCompany, nameof(LostMasterForm.Blocks))]);
        var address = UserAccount.Normalized(master.Email);
        RuleViolation.ThrowIfAny(masters.Any(one => one.NormalizedEmail == address) ? [new(SupportRules.BlocksNewMaster, nameof(LostMasterForm.Blocks))] : []);
        return [.. masters.Select(one => one.AccountId)];
    }

    private async Task RefuseAddress(NamedMaster master)
    {
        var address = UserAccount.Normalized(master.Email);
        var holder = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == address);
        RuleViolation.ThrowIfAny(holder switch
        {
            { IsStaff: true } => [new(MembershipRules.OfStaff, nameof(master.Email))],
            { State: AccountState.Deactivated } => [new(SupportRules.AccountClosed, nameof(master.Email))],
            _ => Array.Empty<BrokenRule>(),
        });
    }
}
