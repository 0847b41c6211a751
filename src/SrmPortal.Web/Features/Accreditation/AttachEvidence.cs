using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>Stores what reviewers attach as evidence of stop-factors. It belongs to the case: who applied never sees it.</summary>
public sealed class AttachEvidence(PortalDbContext db, DeskPeople people, IFileStore store) : IDeed
{
    /// <returns>Files that can't be taken, each at its field; the others are. Null: there is no such case.</returns>
    public async Task<IReadOnlyList<BrokenRule>?> Attach(string number, string check, IReadOnlyList<StopFactorsForm.Line> lines, long personId, DateTime now)
    {
        if (!lines.Any(line => line.File is not null || line.RemoveFile))
        {
            return [];
        }

        List<BrokenRule> refused = [];
        List<string> replaced = [];
        var isThere = await db.InTransaction(async () =>
        {
            refused.Clear();
            replaced.Clear();
            if (!await db.LockCase(number))
            {
                return false;
            }

            var accreditation = await db.AccreditationCases.Include(c => c.Checks).Include(c => c.Decisions).Include(c => c.StopFactors).AsSplitQuery().SingleAsync(c => c.Number == number);
            var person = await people.Of(personId, await db.Registrations.SingleOrDefaultAsync(r => r.Id == accreditation.RegistrationId));
            foreach (var line in lines.Where(line => line.File is not null || line.RemoveFile))
            {
                await Attach(accreditation, check, line, person, refused, replaced, now);
            }

            return true;
        });
        replaced.ForEach(store.Delete);
        return isThere ? refused : null;
    }

    private async Task Attach(AccreditationCase accreditation, string check, StopFactorsForm.Line line, DeskPerson person, List<BrokenRule> refused, List<string> replaced, DateTime now)
    {
        EvidenceFile? evidence = null;
        if (line.File is not null)
        {
            var file = UploadedFile.Of(line.File);
            if (file.Refusal is { } refusal)
            {
                refused.Add(refusal);
                return;
            }

            // Who may not decide writes nothing, not even a file.
            RuleViolation.ThrowIfAny(accreditation.Check(check) is { } asked && accreditation.WhyNotDecide(asked, person) is { } reason ? [reason] : []);
            var stored = db.Add(file.Keep(FileOwner.Case(accreditation.Id), now)).Entity;
            await db.SaveChangesAsync();
            evidence = new EvidenceFile(stored.Id, stored.Name, stored.Size);
        }

        if (accreditation.Attach(check, line.FactorId, evidence, person) is { } before && before != evidence
            && await db.Files.SingleOrDefaultAsync(f => f.Id == before.FileId) is { } old)
        {
            db.Remove(old);
            replaced.Add(old.StoreName);
        }
    }
}
