using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>A round after its deadline, as the head of every page of its opening, evaluation and award shows it.</summary>
public sealed record EvaluationHead
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required int No { get; init; }

    public required EventKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Zone { get; init; }

    public required RoundState StoredState { get; init; }

    public required DateTime? PublishedAt { get; init; }

    public required DateTime Deadline { get; init; }

    public required DateTime? OpenedAt { get; init; }

    public required DateTime? FoundEmptyAt { get; init; }

    public required DateTime? DecidedAt { get; init; }

    public required OpeningRule OpeningRule { get; init; }

    /// <summary>In which is compared, ISO 4217.</summary>
    public required string Currency { get; init; }

    public required IReadOnlyList<CurrencyRate> Rates { get; init; }

    /// <summary>All confirmations, in their order; of the ones that opened the round the last one or two.</summary>
    public required IReadOnlyList<Confirmation> Confirmations { get; init; }

    /// <summary>Whether the reader runs the event.</summary>
    public required bool IsRunByReader { get; init; }

    public required int Questions { get; init; }

    /// <summary>How many rounds at most suppliers were told of; null: no number.</summary>
    public required int? AnnouncedRounds { get; init; }

    /// <summary>By number; none: the round is one whole.</summary>
    public required IReadOnlyList<RoundLot> Lots { get; init; }

    /// <summary>Of the event's latest round, drafts too.</summary>
    public required int LastNo { get; init; }

    /// <summary>Of all opened offers; 0 before the opening, as all counts.</summary>
    public required int Documents { get; init; }

    public required int InForce { get; init; }

    public required int NotConfirmed { get; init; }

    public required int Broken { get; init; }

    public string Name => $"{Number}/{No}";

    public string Path => $"/events/{Number}/{No}";

    /// <summary>Of the round before.</summary>
    public string EarlierName => $"{Number}/{No - 1}";

    public bool IsEvaluated => StoredState is RoundState.Opened;

    public IEnumerable<Confirmation> Openers => Confirmations.TakeLast(OpeningRule switch { OpeningRule.Automatic => 0, OpeningRule.OneOpener => 1, _ => 2 });

    /// <summary>The currencies other than that of comparison.</summary>
    public IEnumerable<CurrencyRate> OtherRates => Rates.Where(rate => rate.Code != Currency && rate.Rate is not null);

    public RoundState StateAt(DateTime now) => StoredState.At(Deadline, now);

    /// <summary>Null where there is no such round for this reader.</summary>
    public static Task<EvaluationHead?> Read(PortalDbContext db, string number, int no, long? reader) =>
        db.Rounds.AsNoTracking().Where(r => r.Number == number && r.No == no).Select(r => new EvaluationHead
        {
            Id = r.Id,
            Number = number,
            No = no,
            Kind = r.Kind,
            Title = r.Title,
            Zone = r.TimeZone,
            StoredState = r.State,
            PublishedAt = r.PublishedAt,
            Deadline = r.Deadline,
            OpenedAt = r.OpenedAt,
            FoundEmptyAt = r.FoundEmptyAt,
            DecidedAt = r.DecidedAt,
            OpeningRule = r.OpeningRule,
            Currency = r.ComparisonCurrency,
            Rates = r.Rates,
            Confirmations = r.OpeningConfirmations.OrderBy(c => c.At).ThenBy(c => c.Id)
                .Select(c => new Confirmation(c.PersonId, db.Accounts.Where(a => a.Id == c.PersonId).Select(a => a.FullName).FirstOrDefault() ?? "", c.At)).ToList(),
            IsRunByReader = r.Event.BuyerId == reader || r.Event.Team.Any(m => m.AccountId == reader),
            Questions = r.Questions.Count,
            AnnouncedRounds = r.AnnouncedRounds,
            Lots = r.Lots,
            LastNo = db.Rounds.Where(other => other.Number == number).Max(other => other.No),
            Documents = db.OpenedAttachments.Count(a => a.RoundId == r.Id),
            InForce = db.Offers.Count(o => o.Round.Id == r.Id && o.OpenedIntact == true),
            NotConfirmed = db.Offers.Count(o => o.Round.Id == r.Id && o.State == OfferState.NeedsConfirmation),
            Broken = db.Offers.Count(o => o.Round.Id == r.Id && o.OpenedIntact == false),
        }).SingleOrDefaultAsync();

    /// <param name="PersonId">By key.</param>
    /// <param name="FullName">Surname first.</param>
    /// <param name="At">In UTC.</param>
    public sealed record Confirmation(long PersonId, string FullName, DateTime At);
}
