using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>
/// A reviewer decides a check, and in the same transaction what follows from it happens: the registration goes back to the applicant, is
/// rejected, or, with the last check, becomes a supplier with its people.
/// </summary>
public sealed class DecideCheck(PortalDbContext db, DeskPeople people, AccreditCompany accredit, CommissionSeats seats) : IDeed
{
    /// <returns>Where the case stands now; null: there is no such case.</returns>
    public Task<CaseState?> Decide(string number, string check, DecideForm form, long personId, DateTime now) => Once(number, form.Key, form.Sending, now,
        async (accreditation, registration) =>
        {
            var calendar = await db.WorkingDays();
            accreditation.Decide(check, form.Verdict(calendar), await people.Of(personId, registration), calendar, now);
        });

    /// <summary>No answer came in time, and the head of the desk rejects.</summary>
    public Task<CaseState?> RejectOverdue(string number, string check, RejectForm form, long personId, DateTime now) => Once(number, form.Key, form.Sending, now,
        async (accreditation, registration) =>
            accreditation.RejectOverdue(check, DecideForm.Text(form.Reason), form.Key, await people.Of(personId, registration), await db.WorkingDays(), now));

    // A form that is sent twice decides once, and the second sending learns what came of the first.
    private Task<CaseState?> Once(string number, Guid key, int sending, DateTime now, Func<AccreditationCase, SupplierRegistration?, Task> decide) => db.InTransaction(async () =>
    {
        if (await Load(number) is not { } loaded)
        {
            return (CaseState?)null;
        }

        var (accreditation, registration) = loaded;
        if (!accreditation.Decisions.Any(decision => decision.Key == key))
        {
            RefuseIfSentAgain(registration, sending);
            await decide(accreditation, registration);
            await Follow(accreditation, registration, now);
        }

        return accreditation.State;
    });

    // Whoever decides has read what is there now, not what was there before.
    private static void RefuseIfSentAgain(SupplierRegistration? registration, int sending) => RuleViolation.ThrowIfAny(
        registration is not null && registration.Sendings != sending
            ? [new BrokenRule(SharedRules.ChangedMeanwhile, nameof(DecideForm.Sending), registration.Sendings)] : []);

    private async Task<(AccreditationCase Case, SupplierRegistration? Registration)?> Load(string number)
    {
        if (!await db.LockCase(number))
        {
            return null;
        }

        var accreditation = await db.AccreditationCases.Include(c => c.Checks).Include(c => c.Decisions).Include(c => c.StopFactors).AsSplitQuery().SingleAsync(c => c.Number == number);
        return (accreditation, await db.Registrations.SingleOrDefaultAsync(r => r.Id == accreditation.RegistrationId));
    }

    private async Task Follow(AccreditationCase accreditation, SupplierRegistration? registration, DateTime now)
    {
        if (registration is null)
        {
            return;
        }

        if (registration.CanBeginReview)
        {
            registration.BeginReview();
        }

        var decision = accreditation.Decisions[^1];
        if (decision.Outcome is CheckOutcome.InformationRequested)
        {
            registration.ReturnForCorrection(decision.Parts, decision.AnswerDue!.Value, now);
        }
        else if (accreditation.State is CaseState.Rejected)
        {
            registration.Reject(now);
            await seats.FreeAll(accreditation, now);
        }
        else if (accreditation.State is CaseState.Approved)
        {
            accreditation.BecameSupplier(await accredit.Accredit(registration, now));
            registration.Accredit(now);
        }
    }
}
