using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Registration;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Company;

/// <summary>Begins a renewal with what the portal has of the supplier, or goes on with the one that is open: a supplier has one at a time.</summary>
public sealed class BeginRenewal(PortalDbContext db, ConsentTexts consents) : IDeed
{
    public Task<SupplierRegistration> Begin(long supplierId, long personId, RegistrationParts changed, DateTime now) => db.InTransaction(async () =>
    {
        await db.LockCompany(supplierId);
        if (await Open(db, supplierId).SingleOrDefaultAsync() is { } open)
        {
            if (open.State is RegistrationState.Draft)
            {
                // What has lapsed since it was begun is asked as well.
                open.OpenAlso(changed | await Unfit(db, open.Content, now), consents.Editions, now);
            }

            return open;
        }

        var supplier = await Known(db, supplierId);
        RuleViolation.ThrowIfAny(supplier.WhyNotRenew(now) is { } refusal ? [refusal] : []);
        var account = await db.Accounts.SingleAsync(a => a.Id == personId);
        var content = await ContentOf(db, supplier, now);
        var name = account.FullName.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        var applicant = new Applicant(name[0], name.ElementAtOrDefault(1) ?? "", name.ElementAtOrDefault(2) ?? "", account.Email, account.Language);
        var renewal = SupplierRegistration.Renewal(supplierId, applicant, content, changed | await Lapsed(db, supplier, content, now),
            await Given(db, supplier), consents.Editions, now);
        db.Add(renewal);
        await db.SaveChangesAsync();
        // What was known is kept as the version before the first: reviewers see what has changed since.
        db.Add(new RegistrationSending(renewal, now));
        return renewal;
    });

    /// <summary>What was agreed to in the registrations that made the company a supplier, or renewed it.</summary>
    public static async Task<IReadOnlyList<Consent>> Given(PortalDbContext db, Supplier supplier) =>
    [
        .. (await db.Registrations.IgnoreQueryFilters([Walls.Person]).AsNoTracking().Where(r => r.State == RegistrationState.Accredited
            && r.Country == supplier.Country && r.TaxKey == supplier.TaxKey && r.BranchKpp == supplier.BranchKpp).OrderBy(r => r.Id).ToListAsync()).SelectMany(r => r.Consents),
    ];

    public static IQueryable<SupplierRegistration> Open(PortalDbContext db, long supplierId) => db.Registrations.Where(r => r.RenewsSupplierId == supplierId
        && (r.State == RegistrationState.Draft || r.State == RegistrationState.Submitted || r.State == RegistrationState.InReview || r.State == RegistrationState.ReturnedForCorrection));

    public static Task<Supplier> Known(PortalDbContext db, long supplierId) =>
        db.Suppliers.AsNoTracking().Include(s => s.Categories).Include(s => s.Signatories).Include(s => s.Documents).AsSplitQuery().SingleAsync(s => s.Id == supplierId);

    /// <summary>What the questionnaire would hold: everything but documents whose last day has passed.</summary>
    public static async Task<RegistrationContent> ContentOf(PortalDbContext db, Supplier supplier, DateTime now)
    {
        var members = await db.Memberships.AsNoTracking().Include(m => m.Account).Where(m => m.SupplierId == supplier.Id && m.State == MembershipState.Active && m.Account.State != AccountState.Deactivated)
            .OrderBy(m => m.Id).ToListAsync();
        var today = WorkingDays.DayOf(now);
        return new RegistrationContent
        {
            Details = supplier.Company,
            Regions = [.. supplier.Regions],
            Categories = [.. supplier.Categories.Select(category => category.CategoryId).Order()],
            People = People(supplier, members),
            Documents = [.. supplier.Documents.Where(document => !(document.ValidUntil < today)).OrderBy(document => document.Id).GroupBy(document => document.Kind)
                .Select(same => new RegistrationDocument(same.Key, same.Last().Number, same.Last().ValidUntil, [.. same.SelectMany(document => document.Files)]))],
        };
    }

    /// <summary>The parts without which it couldn't be sent, and documents that have lapsed though they need not be there.</summary>
    public static async Task<RegistrationParts> Lapsed(PortalDbContext db, Supplier supplier, RegistrationContent content, DateTime now) =>
        await Unfit(db, content, now) | (supplier.Documents.Any(document => document.ValidUntil < WorkingDays.DayOf(now)) ? RegistrationParts.Documents : 0);

    private static async Task<RegistrationParts> Unfit(PortalDbContext db, RegistrationContent content, DateTime now)
    {
        var today = WorkingDays.DayOf(now);
        var asked = await db.DocumentKinds.AskedOf(content.Details.Country, content.Details.LegalForm);
        return (DetailsChecks.WhatIsWrong(content.Details).Any() ? RegistrationParts.Details : 0)
            | (PeopleChecks.WhatIsWrong(content, today).Any() ? RegistrationParts.People : 0)
            | (CategoryChecks.WhatIsWrong(content).Any() ? RegistrationParts.Categories : 0)
            | (DocumentChecks.WhatIsWrong(content, asked, today).Any() ? RegistrationParts.Documents : 0);
    }

    // Who signs and who works on events may be the same person: by the address.
    private static RegistrationPerson[] People(Supplier supplier, IReadOnlyCollection<Membership> members)
    {
        var people = members.Where(member => member.Rights.IsContactPerson || member.Rights.IsMasterUser).Select(member => new RegistrationPerson
        {
            FullName = member.Account.FullName,
            Position = member.Position ?? "",
            Phone = member.Account.Phone ?? "",
            Email = member.Account.Email,
            Roles = (member.Rights.IsContactPerson ? PersonRoles.ContactPerson : 0) | (member.Rights.IsMasterUser ? PersonRoles.MasterUser : 0),
        }).ToList();
        foreach (var signatory in supplier.Signatories)
        {
            var same = people.FindIndex(person => UserAccount.Normalized(person.Email) == UserAccount.Normalized(signatory.Email) && !person.Is(PersonRoles.Signatory));
            var signing = (same >= 0 ? people[same] : new RegistrationPerson { FullName = signatory.FullName, Position = signatory.Position, Phone = signatory.Phone, Email = signatory.Email }) with
            {
                Basis = signatory.Authority.Basis,
                BasisNumber = signatory.Authority.Number,
                BasisDate = signatory.Authority.Date,
                BasisUntil = signatory.Authority.Until,
            };
            signing = signing with { Roles = signing.Roles | PersonRoles.Signatory };
            if (same >= 0)
            {
                people[same] = signing;
            }
            else
            {
                people.Add(signing);
            }
        }

        return [.. people];
    }
}
