using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Awarding;

namespace SrmPortal.Web.Features.Protocols;

/// <summary>A protocol as it was made, or, until the event is over, as it would be.</summary>
/// <param name="Head">The round.</param>
/// <param name="Content">What it says.</param>
/// <param name="Kept">The stored one; null while there is none.</param>
/// <param name="Last">The number of the latest; 0: there is none.</param>
public sealed record ProtocolPage(EvaluationHead Head, ProtocolContent Content, Protocol? Kept, int Last)
{
    /// <summary>Whether hash and signature agree with what is stored; false is an alarm.</summary>
    public bool IsGenuine { get; init; } = true;

    public bool IsLatest => Kept is null || Kept.No == Last;

    public bool MayCorrect => Head.IsRunByReader && Last > 0;

    /// <param name="db">As the reader may see it.</param>
    /// <param name="keys">Whose signatures are known.</param>
    /// <param name="head">The round.</param>
    /// <param name="no">Which of them; null: the latest.</param>
    /// <returns>Null: there is none of that number.</returns>
    public static async Task<ProtocolPage?> Read(PortalDbContext db, ReceiptKeys keys, EvaluationHead head, int? no = null)
    {
        var latest = await db.Protocols.AsNoTracking().Where(p => p.RoundId == head.Id).OrderByDescending(p => p.No).FirstOrDefaultAsync();
        var last = latest?.No ?? 0;
        var kept = no is null || no == last ? latest : await db.Protocols.AsNoTracking().SingleOrDefaultAsync(p => p.RoundId == head.Id && p.No == no);
        return kept is not null
            ? new ProtocolPage(head, ProtocolContent.FromJson(kept.Content), kept, last)
            {
                IsGenuine = kept.IsIntact && keys.IsSigned(Protocol.SignedText(head.Name, kept.No, kept.Hash), kept.Signature, kept.KeyId),
            }
            : no is null ? new ProtocolPage(head, await ProtocolFacts.Read(db, head), null, 0) : null;
    }
}

/// <summary>What has to read otherwise, and why.</summary>
public class CorrectionForm
{
    /// <summary>The number of the protocol that the person saw.</summary>
    public int Corrects { get; init; }

    public string? Text { get; init; }

    public string? Reason { get; init; }

    internal sealed class Validator : AbstractValidator<CorrectionForm>
    {
        public Validator() => RuleFor(form => form.Corrects).GreaterThanOrEqualTo(1);
    }
}

/// <summary>Asks what is wrong in the latest protocol.</summary>
public sealed class CorrectionPage : CorrectionForm
{
    public required EvaluationHead Head { get; init; }
}

/// <summary>A protocol was taken away as a file.</summary>
/// <param name="Subject">The round.</param>
/// <param name="No">Of the protocol.</param>
/// <param name="Format">pdf or json.</param>
public sealed record ProtocolDownloaded(string Subject, int No, string Format) : DomainEvent(Subject);
