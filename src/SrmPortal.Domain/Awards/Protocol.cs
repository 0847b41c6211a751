using System.Security.Cryptography;
using System.Text;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Awards;

/// <summary>
/// The protocol of a round as it was written when the round came to its end, under its number. It is never changed: a correction is
/// a protocol of its own with the next number, which says everything again and what is corrected; each earlier one stays as it is.
/// </summary>
public sealed class Protocol : AggregateRoot, IOfRound, IInsertOnly
{
    private Protocol()
    {
    }

    /// <param name="round">Decided.</param>
    /// <param name="content">What it says.</param>
    /// <param name="personId">Whose act it comes from; null: the portal made it up for.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="signing">The portal's signature of a text.</param>
    public Protocol(Round round, ProtocolContent content, long? personId, DateTime now, Signing signing)
    {
        RuleViolation.ThrowIf(!round.State.HasProtocol(), AwardRules.NoProtocolYet);
        (Round, RoundId, No, PersonId, At) = (round, round.Id, content.No, personId, now);
        (AuditHead, Content) = (content.AuditHead, content.ToJson());
        Hash = HashOf(Content);
        (Signature, KeyId) = signing(SignedText(round.Name, No, Hash));
        Changed(new ProtocolMade(round.Name, No, Hash));
    }

    public Round Round { get; private set; } = null!;

    public long RoundId { get; private set; }

    long? IOfRound.RoundId => RoundId;

    /// <summary>From 1.</summary>
    public int No { get; private set; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTime At { get; private set; }

    public long? PersonId { get; private set; }

    /// <summary>A <see cref="ProtocolContent"/> as JSON, byte for byte what <see cref="Hash"/> is of.</summary>
    public string Content { get; private set; } = "";

    /// <summary>As in the content: a witness of the history up to there, that everybody holds who holds the protocol.</summary>
    public string? AuditHead { get; private set; }

    /// <summary>SHA-256 of <see cref="Content"/> in UTF-8, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>ES256 over <see cref="SignedText"/>, by the key that signs receipts.</summary>
    public byte[] Signature { get; private set; } = [];

    public string KeyId { get; private set; } = "";

    /// <summary>Whether what is stored is still what was written.</summary>
    public bool IsIntact => Hash == HashOf(Content);

    /// <summary>What the portal puts its signature under.</summary>
    public static string SignedText(string round, int no, string hash) => $"protocol {round} no {no} sha256 {hash}";

    /// <summary>The next protocol, in which something is put right.</summary>
    /// <param name="round">With its event and team.</param>
    /// <param name="correction">What, why, and by whom.</param>
    /// <param name="auditHead">The state of the history now.</param>
    /// <param name="personId">A buyer of the team.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="signing">The portal's signature of a text.</param>
    public Protocol Corrected(Round round, (string Text, string Reason, string Person) correction, string auditHead, long personId, DateTime now, Signing signing)
    {
        RuleViolation.ThrowIf(!round.Event.IsRunBy(personId), AwardRules.NotYours);
        RuleViolation.ThrowIfAny(
        [
            .. WhatIsWrong(correction.Text, nameof(ProtocolCorrection.Text), AwardRules.CorrectionMissing),
            .. WhatIsWrong(correction.Reason, nameof(ProtocolCorrection.Reason), AwardRules.CorrectionReasonMissing),
        ]);
        var content = ProtocolContent.FromJson(Content);
        return new Protocol(round, content with
        {
            No = No + 1,
            PreviousHash = Hash,
            AuditHead = auditHead,
            Corrections = [.. content.Corrections, new ProtocolCorrection(No + 1, now, correction.Person, correction.Text.Trim(), correction.Reason.Trim())],
        }, personId, now, signing);
    }

    private static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static IEnumerable<BrokenRule> WhatIsWrong(string text, string field, string missing) =>
        string.IsNullOrWhiteSpace(text) ? [new(missing, field)]
        : text.Length > ProtocolCorrection.TextLength ? [new(AwardRules.TooLong, field, ProtocolCorrection.TextLength)] : [];
}

/// <summary>The portal's signature of a text, and the key that made it.</summary>
public delegate (byte[] Signature, string KeyId) Signing(string text);

/// <summary>A protocol was made; what it says stands in it alone.</summary>
public sealed record ProtocolMade(string Subject, int No, string Hash) : DomainEvent(Subject);
