using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>What the desk arranges around a check: who decides it, until when, on which day the commission meets. False: there is no such case.</summary>
public sealed class ArrangeCheck(PortalDbContext db, DeskPeople people, CommissionSeats seats) : IDeed
{
    /// <summary>The first reviewer has opened the registration.</summary>
    public Task<bool> BeginReview(long registrationId) => db.InTransaction(async () =>
    {
        var registration = await db.Registrations.SingleAsync(r => r.Id == registrationId);
        if (registration.CanBeginReview)
        {
            registration.BeginReview();
        }

        return true;
    });

    public Task<bool> Give(string number, string check, long reviewerId, long headId) =>
        Do(number, async (accreditation, registration) =>
            accreditation.Give(check, await people.Of(reviewerId, registration), await people.Of(headId, registration)));

    /// <summary>A longer time to answer is the applicant's too.</summary>
    public Task<bool> Prolong(string number, string check, DateOnly day, long headId, DateTime now) =>
        Do(number, async (accreditation, registration) =>
        {
            var until = (await db.WorkingDays()).EndOf(day);
            accreditation.Prolong(check, until, await people.Of(headId, registration), now);
            var asked = accreditation.Check(check)!;
            if (asked.State is CheckState.InformationRequested && registration is not null)
            {
                registration.ReturnForCorrection(accreditation.LastDecisionOn(asked)!.Parts, until, now);
            }
        });

    public Task<bool> SetMeeting(string number, string check, DateOnly day, long personId, DateTime now) =>
        Do(number, async (accreditation, registration) =>
        {
            if (accreditation.Check(check) is { } asked)
            {
                await seats.Free(accreditation, asked, now);
            }

            accreditation.SetMeeting(check, day, await people.Of(personId, registration), await db.WorkingDays(), now);
        });

    /// <summary>What was found in the registers, for one check.</summary>
    /// <param name="refused">What else stands in the way: said with it.</param>
    public Task<bool> LookUp(string number, string check, IReadOnlyList<StopFactorEntry> entries, long personId, DateTime now, params IReadOnlyList<BrokenRule> refused) =>
        Do(number, async (accreditation, registration) =>
        {
            try
            {
                accreditation.LookUp(check, entries, await people.Of(personId, registration), now);
            }
            catch (RuleViolation violation) when (refused.Count > 0)
            {
                throw new RuleViolation([.. refused, .. violation.Broken]);
            }

            RuleViolation.ThrowIfAny(refused);
        });

    /// <summary>A remark for colleagues. A form that is sent twice is one remark.</summary>
    public Task<bool> Comment(string number, string text, Guid key, long personId, DateTime now) =>
        Do(number, async (accreditation, registration) =>
        {
            if (!await db.CaseComments.AnyAsync(comment => comment.Key == key))
            {
                accreditation.Comment(text, key, await people.Of(personId, registration), now);
            }
        });

    private Task<bool> Do(string number, Func<AccreditationCase, SupplierRegistration?, Task> arrange) => db.InTransaction(async () =>
    {
        if (!await db.LockCase(number))
        {
            return false;
        }

        var accreditation = await db.AccreditationCases.Include(c => c.Checks).Include(c => c.Decisions).Include(c => c.StopFactors).AsSplitQuery().SingleAsync(c => c.Number == number);
        await arrange(accreditation, await db.Registrations.SingleOrDefaultAsync(r => r.Id == accreditation.RegistrationId));
        return true;
    });
}
