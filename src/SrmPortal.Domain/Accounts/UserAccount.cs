using System.Text;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accounts;

/// <summary>Locked and "reset pending" are derived, not states.</summary>
public enum AccountState { NotActivated, Active, Deactivated }

/// <summary>
/// One person who signs in, with one e-mail address and one user name. What the person may do for a supplier is a
/// <see cref="Membership"/>, what for the group a <see cref="StaffAppointment"/>. Secrets are not here.
/// </summary>
public sealed partial class UserAccount : AggregateRoot
{
    private string? _phone, _position;

    private UserAccount()
    {
    }

    /// <param name="userName">Prefix and nine random digits, never reused: <c>SRM483920175</c>.</param>
    /// <param name="email">The own address; upper and lower case are the same.</param>
    /// <param name="fullName">Surname, first name, patronymic.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    public UserAccount(string userName, string email, string fullName, string language)
    {
        (UserName, NormalizedUserName, FullName, Language) = (userName, UserNames.Folded(userName), fullName, language);
        (Email, NormalizedEmail) = (email.Trim(), Normalized(email));
        SearchText = Searched();
        Changed(new AccountCreated(userName));
    }

    public string UserName { get; private set; } = "";

    /// <summary>The key by which a user name is unique and found: <see cref="UserNames.Folded"/>.</summary>
    public string NormalizedUserName { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>The key by which an address is unique.</summary>
    public string NormalizedEmail { get; private set; } = "";

    /// <summary>An address that the person or the master has named, and that has not been confirmed yet. The old one stands until then.</summary>
    public string? NewEmail { get; private set; }

    /// <summary>The address before the last change, which is told of it; null: it never changed.</summary>
    public string? FormerEmail { get; private set; }

    public string FullName { get; private set; } = "";

    /// <summary>Name, address and user name, folded for searching.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>As it is dialled, shown to suppliers for buyers; null where none is known.</summary>
    public string? Phone { get => _phone; init => _phone = value; }

    /// <summary>Of the group's people: what they are there, or their department. What a supplier's person is stands in the membership.</summary>
    public string? Position { get => _position; init => _position = value; }

    /// <summary>The language of the portal and of mails for this person.</summary>
    public string Language { get; private set; } = "ru";

    /// <summary>IANA id of the reader's own zone; null follows the event's.</summary>
    public string? TimeZone { get; private set; }

    public AccountState State { get; private set; }

    /// <summary>When user name and activation link were sent last, in UTC; null: never.</summary>
    public DateTime? AccessSentAt { get; private set; }

    /// <summary>In UTC; null: never.</summary>
    public DateTime? LastSignInAt { get; private set; }

    /// <summary>Surname and initials: <c>Ковалёва М. С.</c></summary>
    public string ShortName => ShortNameOf(FullName);

    public static string ShortNameOf(string fullName) => fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var surname, .. var names] when names.Length > 0 => $"{surname} {string.Join('\u00A0', names.Select(name => name[0] + "."))}",
        _ => fullName,
    };

    private string Searched() => Search.Folded($"{FullName} {Email} {UserName}");

    public static string Normalized(string email) => email.Trim().Normalize().ToUpperInvariant();

    /// <summary>What a typed user name or address is looked for by, best first; an address may have been typed with look-alikes.</summary>
    public static string[] KeysOf(string login) => login.Contains('@', StringComparison.Ordinal)
        ? [Normalized(login), UserNames.WithoutLookAlikes(Normalized(login).Normalize(NormalizationForm.FormKC))]
        : [UserNames.Folded(login)];

    /// <summary>Sends user name and activation link; a newer link makes the older one invalid.</summary>
    /// <param name="supplierId">The company in whose name; null for the group's own people.</param>
    /// <param name="now">In UTC.</param>
    public void SendAccess(long? supplierId, DateTime now)
    {
        RuleViolation.ThrowIf(State is not AccountState.NotActivated, AccountRules.IsActivated);
        AccessSentAt = now;
        Changed(new AccessSent(UserName, supplierId));
    }

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

    /// <summary>The person has set a password; with the first one the account is active.</summary>
    public void TakePassword()
    {
        var isFirst = State is AccountState.NotActivated;
        Activate();
        Changed(new PasswordSet(UserName, isFirst));
    }

    public void SignIn(bool inNewBrowser, DateTime now)
    {
        RuleViolation.ThrowIf(State is not AccountState.Active, AccountRules.Deactivated);
        LastSignInAt = now;
        Changed(new SignedIn(UserName, inNewBrowser));
    }

    public void Deactivate()
    {
        RuleViolation.ThrowIf(State is AccountState.Deactivated, AccountRules.Deactivated);
        State = AccountState.Deactivated;
        Changed(new AccountDeactivated(UserName));
    }

    /// <summary>Who the person is.</summary>
    public void ChangePerson(string fullName, string? phone) => ChangePerson(fullName, phone, Position);

    /// <summary>Who somebody of the group is.</summary>
    public void ChangePerson(string fullName, string? phone, string? position)
    {
        PersonalValue[] changed = [.. new[] { ("name", FullName, fullName), ("phone", Phone, phone), ("position", Position, position) }
            .Where(value => value.Item2 != value.Item3).Select(value => new PersonalValue(Id, value.Item1, value.Item2, value.Item3))];
        if (changed.Length > 0)
        {
            (FullName, _phone, _position) = (fullName, phone, position);
            SearchText = Searched();
            Changed(new PersonChanged(UserName) { Personal = changed });
        }
    }

    /// <summary>An address typed wrongly, before anybody has been in by it.</summary>
    public void CorrectEmail(string email)
    {
        RuleViolation.ThrowIf(State is not AccountState.NotActivated, AccountRules.IsActivated);
        var before = Email;
        (Email, NormalizedEmail) = (email.Trim(), Normalized(email));
        SearchText = Searched();
        Changed(new PersonChanged(UserName) { Personal = [new PersonalValue(Id, "email", before, Email)] });
    }

    /// <summary>Another address, which counts when it is confirmed there; the present one is told.</summary>
    /// <param name="email">As typed.</param>
    /// <param name="byMaster">Whether a master user of the person's company names it.</param>
    /// <param name="field">Of the form.</param>
    public void NameNewEmail(string email, bool byMaster, string field)
    {
        RuleViolation.ThrowIf(State is not AccountState.Active, AccountRules.NotActive);
        RuleViolation.ThrowIfAny(Normalized(email) == NormalizedEmail ? [new BrokenRule(AccountRules.SameEmail, field)] : []);
        NewEmail = email.Trim();
        Changed(new NewEmailNamed(UserName, byMaster) { Personal = [new PersonalValue(Id, "new-email", null, NewEmail)] });
    }

    /// <summary>The person has got the mail at the new address.</summary>
    public void ConfirmNewEmail()
    {
        RuleViolation.ThrowIf(NewEmail is null || State is not AccountState.Active, AccountRules.LinkNotValid);
        (FormerEmail, Email, NormalizedEmail, NewEmail) = (Email, NewEmail!, Normalized(NewEmail!), null);
        SearchText = Searched();
        Changed(new EmailChanged(UserName) { Personal = [new PersonalValue(Id, "email", FormerEmail, Email)] });
    }

    public void DropNewEmail()
    {
        if (NewEmail is not null)
        {
            NewEmail = null;
            Changed(new NewEmailDropped(UserName));
        }
    }

    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="timeZone">IANA id; null follows the event's.</param>
    public void Prefer(string language, string? timeZone)
    {
        if ((language, timeZone) != (Language, TimeZone))
        {
            (Language, TimeZone) = (language, timeZone);
            Changed(new PreferencesChanged(UserName, language, timeZone));
        }
    }
}

public static class AccountRules
{
    public const string Deactivated = "account.deactivated";
    public const string IsActivated = "account.is-activated";
    public const string NotActive = "account.not-active";
    public const string LinkNotValid = "account.link-not-valid";
    public const string SameEmail = "account.same-email";
    public const string TooManyMails = "account.too-many-mails";
}

/// <summary>Signing in answers the same whether anybody has that name or not.</summary>
public static class SignInRules
{
    public const string Wrong = "signin.wrong";
    public const string Locked = "signin.locked";
    public const string WrongCode = "signin.wrong-code";
    public const string CodeClosed = "signin.code-closed";
    public const string TooLate = "signin.too-late";
}

/// <summary>The second step of signing in, by an authenticator app.</summary>
public static class SecondStepRules
{
    public const string WrongCode = "twostep.wrong-code";
    public const string NotBegun = "twostep.not-begun";
    public const string IsOff = "twostep.is-off";
    public const string Required = "twostep.required";
}
