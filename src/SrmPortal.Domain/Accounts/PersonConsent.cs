using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Accounts;

/// <summary>
/// A text that a supplier's person has agreed to, or has read where it only informs, under the own account: which edition, in which
/// language, when. It stays for ever; a consent to the processing of the own data may be revoked.
/// </summary>
public sealed class PersonConsent : AggregateRoot
{
    private PersonConsent()
    {
    }

    /// <param name="account">Whose.</param>
    /// <param name="text">As it was read.</param>
    /// <param name="now">In UTC.</param>
    public PersonConsent(UserAccount account, ConsentText text, DateTime now)
    {
        (Account, Kind, Edition, Language, TextHash, GivenAt) = (account, text.Kind, text.Edition, text.Language, text.TextHash, now);
        Changed(new PersonConsentGiven(account.UserName, text.Kind, text.Edition, text.Language, text.TextHash));
    }

    public UserAccount Account { get; private set; } = null!;

    public long AccountId { get; private set; }

    public ConsentKind Kind { get; private set; }

    public int Edition { get; private set; }

    /// <summary><c>ru</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "";

    /// <summary>SHA-256 of the text in UTF-8, in hexadecimal.</summary>
    public string TextHash { get; private set; } = "";

    /// <summary>In UTC.</summary>
    public DateTime GivenAt { get; private set; }

    /// <summary>In UTC; null: it holds.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>
    /// What a supplier's person has to accept or to read before going on. The terms and the notice on personal data are everybody's; the
    /// consent of an applicant is only renewed by who has given it and not revoked it.
    /// </summary>
    /// <param name="given">Of that person.</param>
    /// <param name="editions">Of each: who has agreed to this edition or a later one needn't agree again.</param>
    public static IReadOnlyList<ConsentKind> Owed(IReadOnlyCollection<PersonConsent> given, IReadOnlyDictionary<ConsentKind, int> editions)
    {
        var holding = given.Where(one => one.RevokedAt is null).ToArray();
        return [.. editions.Where(text => holding.All(one => one.Kind != text.Key || one.Edition < text.Value)
            && (text.Key is not ConsentKind.PersonalData || holding.Any(one => one.Kind == text.Key))).Select(text => text.Key)];
    }
}

/// <param name="Subject">The user name.</param>
/// <param name="Kind">Of the text.</param>
/// <param name="Edition">That was read.</param>
/// <param name="Language">In which it was read.</param>
/// <param name="TextHash">SHA-256 of it.</param>
public sealed record PersonConsentGiven(string Subject, ConsentKind Kind, int Edition, string Language, string TextHash) : DomainEvent(Subject);
