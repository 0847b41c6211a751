using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Registration;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

/// <summary>
/// Puts the questionnaire before the reviewers, the first time or after a correction, and keeps it as it was sent. Several companies may
/// send the same tax number: nobody can block a competitor. One that is a supplier already is refused.
/// </summary>
public sealed class SendRegistration(PortalDbContext db, OwnRegistration own, AccreditationDesk desk) : IDeed
{
    /// <param name="reviewed">The revision that stood on the summary; pressed twice, the second press finds it sent.</param>
    /// <param name="instant">When the request had been read.</param>
    public Task<string> Send(int reviewed, DateTime instant) => db.InTransaction(async () =>
    {
        var registration = await own.ToChange();
        if (registration.State is RegistrationState.Submitted or RegistrationState.InReview)
        {
            return registration.Number!;
        }

        RuleViolation.ThrowIfAny(registration.Revision == reviewed ? []
            : [new(SharedRules.ChangedMeanwhile, nameof(SendForm.Revision), registration.Revision)]);
        var asked = await own.Asked(registration);
        RuleViolation.ThrowIfAny(await own.Infected(registration, asked));
        if (registration.CanSendAgain)
        {
            var before = await db.RegistrationSendings.Where(s => s.RegistrationId == registration.Id).OrderByDescending(s => s.No).Select(s => s.Content).FirstAsync();
            registration.SendAgain(before, asked, instant);
            await desk.Answer(registration, instant);
        }
        else
        {
            RuleViolation.ThrowIfAny(registration.CanSend ? [] : [new(RegistrationRules.WrongState)]);
            RuleViolation.ThrowIfAny([.. registration.WhatBlocksSending(asked, own.Editions, instant), .. await AlreadyRegistered(registration)]);
            registration.Send(RandomNumbers.RegistrationNumber(), asked, own.Editions, instant);
            await desk.Start(registration, instant);
        }

        db.Add(new RegistrationSending(registration, instant));
        return registration.Number!;
    });

    // Only who has shown to own the address is told.
    private async Task<IEnumerable<BrokenRule>> AlreadyRegistered(SupplierRegistration registration) =>
        registration.IsAddressConfirmed && await own.IsSupplierAlready(registration)
            ? [new(RegistrationRules.AlreadyRegistered, nameof(CompanyDetails.TaxNumber))] : [];
}
