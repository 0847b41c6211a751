using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Tests;

public sealed class MembershipTests
{
    private static readonly UserAccount Account = new("SRM483920175", "a@b.example", "Ковалёва Марина Сергеевна", "ru");

    [Fact]
    public void A_master_lifts_the_block_of_a_master_and_not_the_groups()
    {
        var membership = new Membership(Account, 7, MembershipRights.Contact);
        membership.Block();
        membership.Unblock();
        Assert.Equal(MembershipState.Active, membership.State);

        membership.Block();
        membership.Block(byStaff: true);

        Refused(MembershipRules.BlockedByStaff, () => membership.Unblock());
        membership.Unblock(byStaff: true);
        Assert.Equal(MembershipState.Active, membership.State);
    }

    [Fact]
    public void Who_is_blocked_before_having_agreed_is_asked_again_after()
    {
        var membership = new Membership(Account, 7, MembershipRights.Contact, asksFirst: true);
        membership.Block();
        Refused(MembershipRules.NothingToAccept, membership.Accept);
        membership.Unblock();

        Assert.Equal(MembershipState.PendingAcceptance, membership.State);
        membership.Accept();
        Assert.Equal(MembershipState.Active, membership.State);
        Refused(MembershipRules.NothingToAccept, membership.Accept);
    }

    [Fact]
    public void Whose_access_has_ended_gets_no_new_address_by_a_link_from_before()
    {
        var account = new UserAccount("SRM483920176", "a@b.example", "Ковалёва Марина Сергеевна", "ru");
        account.Activate();
        account.NameNewEmail("new@b.example", byMaster: false, "NewEmail");
        account.RevokeConsent(new DateTime(2026, 11, 24, 6, 0, 0, DateTimeKind.Utc));

        Refused(AccountRules.LinkNotValid, account.ConfirmNewEmail);
        Assert.Equal("a@b.example", account.Email);
    }

    [Fact]
    public void Every_person_has_a_role()
    {
        Refused(MembershipRules.NoRole, () => new Membership(Account, 7, new(false, false, false, true)));
        Refused(MembershipRules.NoRole, () => new Membership(Account, 7, MembershipRights.Contact).Change(new(false, false, false, false), null));
    }

    [Fact]
    public void People_of_the_group_work_for_no_supplier()
    {
        var staff = new UserAccount("SRM000000001", "s@group.example", "Staff", "ru");
        staff.Appoint(StaffRoles.Buyer);

        Refused(MembershipRules.OfStaff, () => new Membership(staff, 7, MembershipRights.Contact));
    }

    [Fact]
    public void Every_change_is_told_and_nothing_is_told_where_nothing_changed()
    {
        var membership = new Membership(Account, 7, MembershipRights.Contact, "Менеджер");
        var revision = membership.Revision;
        membership.Change(MembershipRights.Contact, "Менеджер");
        Assert.Equal(revision, membership.Revision);

        membership.Change(MembershipRights.Master, "Директор");
        membership.Block();
        membership.Unblock();

        Assert.Equal(["MembershipGranted", "RightsChanged", "MembershipBlocked", "MembershipUnblocked"], membership.TakeEvents().Select(one => one.GetType().Name));
    }

    private static void Refused(string code, Action deed) =>
        Assert.Contains(Assert.Throws<RuleViolation>(deed).Broken, rule => rule.Code == code);
}
