using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Features.Offers;

/// <summary>Takes a submitted offer back before the deadline. The password is asked again; working copy and receipts stay.</summary>
public sealed class WithdrawOffer(PortalDbContext db, IPasswordCheck passwords, CurrentScope scope, ClockWatch clock) : IDeed
{
    /// <param name="roundId">A round that the supplier is invited to.</param>
    /// <param name="form">The version that the person saw, and the password.</param>
    /// <param name="instant">When the request had been read.</param>
    public async Task Withdraw(long roundId, WithdrawForm form, DateTime instant)
    {
        if (!await passwords.IsRight(form.Password))
        {
            throw new RuleViolation(new BrokenRule(OfferRules.PasswordWrong, nameof(form.Password)));
        }

        await db.InTransaction(async () =>
        {
            var locked = await db.LockRound(roundId);
            var offer = await db.Offers.Include(o => o.Round.Event).SingleOrDefaultAsync(o => o.Round.Id == roundId)
                ?? throw new RuleViolation(new BrokenRule(OfferRules.NothingToWithdraw));
            clock.RefuseIfWrong();
            RuleViolation.ThrowIf(!locked, RoundRules.NotAccepting);
            RuleViolation.ThrowIfAny(offer.VersionNo == form.VersionNo ? []
                : [new(SharedRules.ChangedMeanwhile, nameof(form.VersionNo), offer.VersionNo)]);
            offer.Withdraw(scope.Is.MaySubmit, instant, scope.Is.HeldUntil);
            return offer.VersionNo;
        });
    }
}
