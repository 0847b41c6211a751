using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Features.Account;

/// <summary>
/// Lets a person in: who has no password yet gets user name and activation link, who has an account is asked whether to work for the
/// company too. Used when a company is accredited, by the import's "send", and by a master user.
/// </summary>
public static class SendAccess
{
    /// <summary>Within the transaction of the caller, who saves. The membership is loaded with its account.</summary>
    /// <returns>False: the person has access already.</returns>
    public static bool To(Membership membership, DateTime now)
    {
        if (IsAskedToAgree(membership))
        {
            membership.Offer(now);
            return true;
        }

        if (GetsLink(membership))
        {
            membership.Account.SendAccess(membership.SupplierId, now);
            return true;
        }

        return false;
    }

    /// <summary>Whether anything would be sent. The membership is loaded with its account.</summary>
    public static bool IsDue(Membership membership) => IsAskedToAgree(membership) || GetsLink(membership);

    private static bool IsAskedToAgree(Membership membership) =>
        membership.State is MembershipState.PendingAcceptance && membership.Account.State is AccountState.Active;

    private static bool GetsLink(Membership membership) => membership.Account.State is AccountState.NotActivated && !membership.IsBlocked;
}
