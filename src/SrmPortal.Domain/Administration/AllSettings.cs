using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Administration;

/// <summary>All that the administrator can settle, in the order in which it is shown.</summary>
public static class AllSettings
{
    /// <summary>Stands for everybody of a supplier where roles are chosen.</summary>
    public const string EverybodyOfASupplier = "Supplier";

    /// <summary>Stands for the master users of suppliers where roles are chosen.</summary>
    public const string MasterUsers = "MasterUser";

    /// <summary>Nobody settles to keep events, offers, receipts and the history for less.</summary>
    public const int LeastRecordYears = 3;

    private const long MostMoney = 1_000_000_000_000;

    /// <summary>Roles that can be made to sign in with a second step.</summary>
    public static readonly IReadOnlyList<string> Roles = [.. Enum.GetNames<StaffRoles>().Where(name => name != nameof(StaffRoles.None)), MasterUsers, EverybodyOfASupplier];

    public static readonly IReadOnlyList<Setting> InOrder =
    [
        Number("notice", "Portal:HoursBeforeDeadline", SettingGroup.Events, SettingUnit.Hours, 24, 1, 720),
        Number("amendment-days", "Portal:AmendmentWorkingDays", SettingGroup.Events, SettingUnit.WorkingDays, 2, 1, 20),
        Amount("publishing-threshold", "Portal:ApprovalThreshold"),
        Amount("award-threshold", "Portal:AwardApprovalThreshold"),
        new()
        {
            Name = "threshold-currency", Key = "Portal:ThresholdCurrency", Group = SettingGroup.Events, Kind = SettingKind.Choice,
            Default = PublishingPolicy.Usual.ThresholdCurrency, Possible = Currencies.All,
        },
        Number("wrong-passwords", "Portal:LockOut:WrongPasswords", SettingGroup.Access, SettingUnit.None, 3, 2, 10),
        Number("lock-out-minutes", "Portal:LockOut:Minutes", SettingGroup.Access, SettingUnit.Minutes, 15, 1, 1440),
        Number("wrong-passwords-of-strangers", "Portal:LockOut:OfAllStrangers", SettingGroup.Access, SettingUnit.None, 60, 10, 1000),
        Number("anonymous-forms", "Portal:AnonymousFormsPerMinute", SettingGroup.Access, SettingUnit.None, 60, 5, 1000),
        Number("session-idle", "Portal:Session:IdleMinutes", SettingGroup.Access, SettingUnit.Minutes, 60, 10, 240),
        Number("session-hours", "Portal:Session:Hours", SettingGroup.Access, SettingUnit.Hours, 12, 1, 12),
        new()
        {
            Name = "second-step", Key = "Portal:TwoStep:Roles", Group = SettingGroup.Access, Kind = SettingKind.Choices,
            Default = string.Join(", ", Roles.Except([MasterUsers, EverybodyOfASupplier])), Possible = Roles,
        },
        new() { Name = "user-name-prefix", Key = "Portal:UserNamePrefix", Group = SettingGroup.Access, Kind = SettingKind.Letters, Default = "SRM", Least = 2, Most = 8 },
        Number("mail-per-host", "Mail:PerHostPerMinute", SettingGroup.Mail, SettingUnit.None, 300, 1, 10000),
        Number("digest-hour", "Portal:DigestHour", SettingGroup.Mail, SettingUnit.Hours, 8, 0, 23),
        Number("unopened-days", "Sealing:KeepUnopenedDays", SettingGroup.Keeping, SettingUnit.Days, 365, 30, 3650),
        Number("rejected-days", "Keeping:RejectedDays", SettingGroup.Keeping, SettingUnit.Days, 365, 90, 3650),
        Number("record-years", "Keeping:RecordYears", SettingGroup.Keeping, SettingUnit.Years, 5, LeastRecordYears, 30),
    ];

    private static Setting Number(string name, string key, SettingGroup group, SettingUnit unit, int usual, long least, long most) =>
        new() { Name = name, Key = key, Group = group, Unit = unit, Default = FormattableString.Invariant($"{usual}"), Least = least, Most = most };

    private static Setting Amount(string name, string key) => new()
    {
        Name = name,
        Key = key,
        Group = SettingGroup.Events,
        Kind = SettingKind.Amount,
        Unit = SettingUnit.Currency,
        Default = FormattableString.Invariant($"{PublishingPolicy.Usual.ApprovalThreshold:0}"),
        Most = MostMoney,
    };
}
