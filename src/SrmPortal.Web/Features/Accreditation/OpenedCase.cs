using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Registration;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>One case with what it is about and who looks at it: enough to say what that person may do.</summary>
/// <param name="Case">With checks, decisions and notes.</param>
/// <param name="Reader">Who looks at it.</param>
public sealed record OpenedCase(AccreditationCase Case, DeskPerson Reader)
{
    /// <summary>Null: a case of a supplier.</summary>
    public required SupplierRegistration? Registration { get; init; }

    /// <summary>What was sent the time before; null: nothing was.</summary>
    public required RegistrationSending? Before { get; init; }

    /// <summary>Whether there are other registrations of the same company that are not withdrawn.</summary>
    public required bool HasCompeting { get; init; }

    /// <summary>Who decides or may be given one of its checks, the reader among them.</summary>
    public required IReadOnlyList<DeskPeople.Colleague> Colleagues { get; init; }

    /// <summary>The supplier that came of it, or of a competing registration.</summary>
    public required string? SupplierNumber { get; init; }

    /// <summary>The first reviewer who opens it begins the review; the applicant sees it "in review" from then on.</summary>
    public bool BeginsReview => Registration is { CanBeginReview: true } && Case.Checks.Any(check => Case.CanDecide(check, Reader));

    public static async Task<OpenedCase?> Read(PortalDbContext db, DeskPeople people, long personId, string number)
    {
        var accreditation = await db.AccreditationCases.AsNoTracking().Include(c => c.Checks).Include(c => c.Decisions).Include(c => c.Notes).Include(c => c.StopFactors)
            .AsSingleQuery().SingleOrDefaultAsync(c => c.Number == number);
        if (accreditation is null)
        {
            return null;
        }

        var supplier = accreditation.SupplierId;
        var about = await db.Registrations.AsNoTracking().Where(r => r.Id == accreditation.RegistrationId).Select(r => new
        {
            Registration = r,
            Before = db.RegistrationSendings.Where(s => s.RegistrationId == r.Id).OrderByDescending(s => s.No).Skip(1).FirstOrDefault(),
            Supplier = db.Suppliers.Where(s => s.Id == supplier || (supplier == null && s.Country == r.Country && s.TaxKey == r.TaxKey && s.BranchKpp == r.BranchKpp)).Select(s => s.Number).FirstOrDefault(),
            HasCompeting = r.RenewsSupplierId == null && db.Registrations.Any(other => other.Id != r.Id && other.RenewsSupplierId == null && other.Country == r.Country && other.TaxKey == r.TaxKey && other.BranchKpp == r.BranchKpp
                && other.Number != null && other.State != RegistrationState.Withdrawn && other.State != RegistrationState.Expired && other.State != RegistrationState.Draft),
        }).SingleOrDefaultAsync();
        var (reader, colleagues) = await people.Around(accreditation, about?.Registration, personId);
        return new OpenedCase(accreditation, reader)
        {
            Registration = about?.Registration,
            Before = about?.Before,
            HasCompeting = about?.HasCompeting is true,
            Colleagues = colleagues,
            SupplierNumber = about is not null ? about.Supplier
                : await db.Suppliers.Where(s => s.Id == supplier).Select(s => s.Number).FirstOrDefaultAsync(),
        };
    }
}
