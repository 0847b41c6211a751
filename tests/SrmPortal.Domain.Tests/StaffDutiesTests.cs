using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Tests;

/// <summary>What somebody does for the group, and that an administrator always remains.</summary>
public sealed class StaffDutiesTests
{
    private static readonly DateTime Now = new(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Duties_are_taken_as_a_whole_and_only_what_changes_is_recorded()
    {
        var person = Active(StaffRoles.Buyer);

        person.TakeDuties(new(StaffRoles.Buyer | StaffRoles.Auditor, ["legal"], [new(1, null), new(null, 7)]), otherAdministrators: 0);

        Assert.Equal(StaffRoles.Buyer | StaffRoles.Auditor | StaffRoles.Reviewer, person.Roles);
        Assert.Equal(["legal"], person.Checks);
        Assert.Equal([new BuyerPlace(1, null), new BuyerPlace(null, 7)], person.Places);
        Assert.Equal([nameof(StaffAppointed), nameof(StaffAppointed), nameof(BuyerPlacesChanged), nameof(StaffDutiesChanged)], Told(person));
        person.TakeDuties(new(StaffRoles.Buyer | StaffRoles.Auditor, ["legal"], [new(null, 7), new(1, null)]), otherAdministrators: 0);
        Assert.Empty(Told(person));
        person.TakeDuties(new(StaffRoles.Buyer, [], []), otherAdministrators: 0);
        Assert.Equal((StaffRoles.Buyer, true), (person.Roles, Assert.Single(person.Appointments).IsEverywhere));
    }

    [Theory]
    [InlineData(StaffRoles.None, StaffRules.NoRole)]
    [InlineData(StaffRoles.Support | StaffRoles.Buyer, StaffRules.SupportReadsNoOffers)]
    [InlineData(StaffRoles.Support | StaffRoles.Approver, StaffRules.SupportReadsNoOffers)]
    [InlineData(StaffRoles.Support | StaffRoles.Auditor, StaffRules.SupportReadsNoOffers)]
    public void Nobody_is_without_a_role_and_support_reads_no_offers(StaffRoles roles, string rule) =>
        Refused(rule, () => Active(StaffRoles.Buyer).TakeDuties(new(roles, [], []), otherAdministrators: 1));

    [Fact]
    public void The_last_administrator_is_neither_blocked_nor_demoted()
    {
        var last = Active(StaffRoles.Administrator);

        Refused(StaffRules.LastAdministrator, () => last.Block("Has left", otherAdministrators: 0, Now));
        Refused(StaffRules.LastAdministrator, () => last.TakeDuties(new(StaffRoles.Buyer, [], []), otherAdministrators: 0));
        last.TakeDuties(new(StaffRoles.Buyer, [], []), otherAdministrators: 1);
        last.Block("Has left", otherAdministrators: 0, Now);
        Assert.Equal(AccountState.Deactivated, last.State);
    }

    [Fact]
    public void A_block_is_lifted_to_what_was_before()
    {
        var (invited, active) = (Person(StaffRoles.Buyer), Active(StaffRoles.Buyer));
        Refused(StaffRules.NoReason, () => active.Block(" ", 1, Now));
        invited.Block("Wrong person", 1, Now);
        active.Block("Has left", 1, Now);
        Refused(StaffRules.AlreadyBlocked, () => active.Block("Again", 1, Now));
        Refused(AccountRules.Deactivated, invited.TakePassword);
        Refused(AccountRules.IsActivated, () => invited.SendAccess(null, Now));

        invited.Unblock();
        active.Unblock();

        Assert.Equal((AccountState.NotActivated, AccountState.Active), (invited.State, active.State));
        Assert.Equal(((DateTime?)null, (string?)null), (active.BlockedAt, active.BlockReason));
        Refused(StaffRules.NotBlocked, active.Unblock);
        Refused(StaffRules.NotStaff, () => new UserAccount("SRM000000002", "b@b.example", "Титов Олег", "ru").Block("A rival", 1, Now));
    }

    private static UserAccount Active(StaffRoles role)
    {
        var person = Person(role);
        person.Activate();
        person.TakeEvents();
        return person;
    }

    private static UserAccount Person(StaffRoles role)
    {
        var person = new UserAccount("SRM000000001", "a@group.example", "Ёлкин Пётр", "ru");
        person.Appoint(role);
        return person;
    }

    private static IEnumerable<string> Told(UserAccount person) => person.TakeEvents().Select(one => one.GetType().Name);

    private static void Refused(string rule, Action deed) => Assert.Equal(rule, Assert.Single(Assert.Throws<RuleViolation>(deed).Broken).Code);
}
