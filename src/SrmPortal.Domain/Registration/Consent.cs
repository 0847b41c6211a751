namespace SrmPortal.Domain.Registration;

/// <summary>Three, each given by itself.</summary>
public enum ConsentKind
{
    /// <summary>Terms of use, with the agreement on the simple electronic signature.</summary>
    Terms,

    /// <summary>The applicant's own personal data; a document by itself, revocable.</summary>
    PersonalData,

    /// <summary>The other people who are named were informed.</summary>
    PeopleInformed,
}

/// <summary>A text as it was shown to be agreed to.</summary>
/// <param name="Edition">Grows with each change of the text.</param>
/// <param name="Language">In which it was read.</param>
/// <param name="TextHash">SHA-256 of the text in UTF-8, in hexadecimal.</param>
public sealed record ConsentText(ConsentKind Kind, int Edition, string Language, string TextHash);

/// <summary>Who agreed to which text, and when (UTC). Never changed, except that it may be revoked.</summary>
public sealed record Consent(ConsentText Text, string GivenBy, string Email, DateTime GivenAt, DateTime? RevokedAt)
{
    public bool IsInForce => RevokedAt is null;
}
