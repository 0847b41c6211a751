using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accounts;

/// <summary>
/// A person may take back the consent to the processing of personal data. The access ends at once; within a month everything that says who it was
/// is erased, and what the person did stays readable as done by a number.
/// </summary>
public sealed partial class UserAccount
{
    /// <summary>Within so many days of its being taken back, data are destroyed (152-FZ, article 21).</summary>
    public const int DaysToErase = 30;

    /// <summary>When the consent was taken back, in UTC.</summary>
    public DateTime? ConsentRevokedAt { get; private set; }

    /// <summary>When who it was was erased, in UTC.</summary>
    public DateTime? ErasedAt { get; private set; }

    public DateTime? EraseBy => ConsentRevokedAt?.AddDays(DaysToErase);

    /// <summary>What stands in the place of the name in past events.</summary>
    private string Number => FormattableString.Invariant($"№\u00A0{Id}");

    /// <summary>The person's own act: nobody else does it for somebody.</summary>
    public void RevokeConsent(DateTime now)
    {
        RuleViolation.ThrowIf(IsStaff, ErasureRules.OfStaff);
        RuleViolation.ThrowIf(State is not AccountState.Active, AccountRules.Deactivated);
        (State, ConsentRevokedAt) = (AccountState.Deactivated, now);
        Changed(new ConsentOfPersonRevoked(UserName, now.AddDays(DaysToErase)));
    }

    /// <summary>Nothing here says any more who it was; the user name, which is random, and the number stay. Who still works on the portal can't be erased.</summary>
    public void Erase(DateTime now)
    {
        RuleViolation.ThrowIf(ErasedAt is not null, ErasureRules.Already);
        RuleViolation.ThrowIf(IsStaff && State is AccountState.Active, ErasureRules.StillWorks);
        (FullName, _phone, _position, NewEmail, FormerEmail, TimeZone, BlockReason) = (Number, null, null, null, null, null, null);
        Email = $"{UserName.ToLowerInvariant()}@erased.invalid";
        (NormalizedEmail, SearchText, State, ErasedAt) = (Normalized(Email), Searched(), AccountState.Deactivated, now);
        Changed(new PersonErased(UserName));
    }
}

/// <summary>A person has taken back the consent; administrators are told until when the data are to be erased.</summary>
public sealed record ConsentOfPersonRevoked(string Subject, DateTime EraseBy) : Announcement(Subject);

/// <summary>What says who it was is gone.</summary>
public sealed record PersonErased(string Subject) : DomainEvent(Subject);

/// <summary>Somebody took away what is held about a person.</summary>
/// <param name="Subject">The user name.</param>
/// <param name="AccountId">Whose data they are.</param>
public sealed record HeldDataTaken(string Subject, long AccountId) : DomainEvent(Subject);

public static class ErasureRules
{
    public const string OfStaff = "erasure.of-staff";
    public const string Already = "erasure.already";
    public const string StillWorks = "erasure.still-works";
    public const string NotConfirmed = "erasure.not-confirmed";
    public const string WrongName = "erasure.wrong-name";
}
