using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Finds the registration behind a mailed link. Whoever brings the token has no scope yet: the token is the right to its row.</summary>
public sealed class ResumeDraft(PortalDbContext db, SecretLinks links, CurrentScope scope) : IDeed
{
    public async Task<bool> IsKnown(string token, DateTime now) => await Behind(token, now) is not null;

    /// <summary>Confirms the address, and is the registration; null where the link lets nobody in.</summary>
    public async Task<SupplierRegistration?> Open(string token, DateTime now)
    {
        if (await Behind(token, now) is not { } id)
        {
            return null;
        }

        scope.Is = scope.Is with { RegistrationId = id };
        return await db.InTransaction(async () =>
        {
            var registration = await db.Registrations.SingleAsync(r => r.Id == id);
            registration.ConfirmAddress(now);
            return registration;
        });
    }

    /// <summary>Sends the links of every living registration of this address, as far as the limit of each allows.</summary>
    public async Task SendLinks(string email, DateTime now)
    {
        // However it was typed then and now: phones begin an address with a capital.
        var key = UserAccount.Normalized(email);
        var drafts = await Living(now).Where(r => r.ApplicantKey == key).OrderByDescending(r => r.Id).Select(r => r.Id).Take(10).ToListAsync();
        foreach (var id in drafts)
        {
            await db.InTransaction(async () =>
            {
                var registration = await Living(now).SingleOrDefaultAsync(r => r.Id == id);
                if (registration?.CanAskForLink(now) is true)
                {
                    registration.AskForLink(now);
                }

                return id;
            });
        }
    }

    private async Task<long?> Behind(string token, DateTime now) => await links.Find(RegistrationLinks.Resume, token, now) is { IsValid: true, SubjectId: var id }
        && await Living(now).AnyAsync(r => r.Id == id) ? id : null;

    private IQueryable<SupplierRegistration> Living(DateTime now) => db.Registrations.IgnoreQueryFilters([Walls.Person]).Where(r =>
        r.State != RegistrationState.Expired && r.State != RegistrationState.Withdrawn
        && (r.State != RegistrationState.Draft || r.TouchedAt > now.AddDays(-SupplierRegistration.DaysIdle)));
}
