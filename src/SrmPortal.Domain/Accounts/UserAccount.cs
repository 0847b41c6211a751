using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accounts;

/// <summary>Locked and "reset pending" are derived from the credentials, not states.</summary>
public enum AccountState { NotActivated, Active, Deactivated }

/// <summary>
/// One person who signs in, with one e-mail address and one user name. What the person may do for a supplier is a
/// <see cref="Membership"/>, what for the group a <see cref="StaffAppointment"/>. Secrets are not here.
/// </summary>
public sealed class UserAccount : AggregateRoot
{
    private readonly List<StaffAppointment> _appointments = [];

    private UserAccount()
    {
    }

    /// <param name="userName">Prefix and nine random digits, never reused: <c>SRM483920175</c>.</param>
    /// <param name="email">The own address; upper and lower case are the same.</param>
    /// <param name="fullName">Surname, first name, patronymic.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    public UserAccount(string userName, string email, string fullName, string language)
    {
        (UserName, FullName, Language) = (userName, fullName, language);
        TakeEmail(email);
        Changed(new AccountCreated(userName));
    }

    public string UserName { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>The key by which an address is unique.</summary>
    public string NormalizedEmail { get; private set; } = "";

    public string FullName { get; private set; } = "";

    /// <summary>As it is dialled, shown to suppliers for buyers; null where none is known.</summary>
    public string? Phone { get; init; }

    /// <summary>What the person is: <c>Начальник отдела сбыта</c>, or for staff the department.</summary>
    public string? Position { get; init; }

    /// <summary>The language of the portal and of mails for this person.</summary>
    public string Language { get; private set; } = "ru";

    /// <summary>IANA id of the reader's own zone; null follows the event's.</summary>
    public string? TimeZone { get; private set; }

    public AccountState State { get; private set; }

    /// <summary>Whether the person works for the group: then there are appointments and no memberships.</summary>
    public bool IsStaff { get; private set; }

    public IReadOnlyList<StaffAppointment> Appointments => _appointments;

    /// <summary>Surname and initials: <c>Ковалёва М. С.</c></summary>
    public string ShortName => ShortNameOf(FullName);

    public static string ShortNameOf(string fullName) => fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var surname, .. var names] when names.Length > 0 => $"{surname} {string.Join('\u00A0', names.Select(name => name[0] + "."))}",
        _ => fullName,
    };

    public static string Normalized(string email) => email.Trim().Normalize().ToUpperInvariant();

    /// <summary>The person has set a password by the mailed link.</summary>
    public void Activate()
    {
        RuleViolation.ThrowIf(State is AccountState.Deactivated, AccountRules.Deactivated);
        if (State is AccountState.NotActivated)
        {
            State = AccountState.Active;
            Changed(new AccountActivated(UserName));
        }
    }

    public void Deactivate()
    {
        RuleViolation.ThrowIf(State is AccountState.Deactivated, AccountRules.Deactivated);
        State = AccountState.Deactivated;
        Changed(new AccountDeactivated(UserName));
    }

    /// <summary>Gives the person a role of the group.</summary>
    /// <param name="role">One role.</param>
    /// <param name="siteId">For a buyer: the site; null for all.</param>
    /// <param name="checkCode">For a reviewer: the check.</param>
    public void Appoint(StaffRoles role, long? siteId = null, string? checkCode = null)
    {
        IsStaff = true;
        _appointments.Add(new StaffAppointment(role, siteId, checkCode));
        Changed(new StaffAppointed(UserName, role));
    }

    private void TakeEmail(string email) => (Email, NormalizedEmail) = (email.Trim(), Normalized(email));
}

public sealed record AccountCreated(string Subject) : DomainEvent(Subject);

public sealed record AccountActivated(string Subject) : DomainEvent(Subject);

public sealed record AccountDeactivated(string Subject) : DomainEvent(Subject);

public sealed record StaffAppointed(string Subject, StaffRoles Role) : DomainEvent(Subject);

public static class AccountRules
{
    public const string Deactivated = "account.deactivated";
}
