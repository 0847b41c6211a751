using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>From the deadline to the opening: who opens, by the rule that was fixed before publishing.</summary>
public sealed partial class Round
{
    /// <summary>How long the first of two confirmations waits for the second; then it begins anew.</summary>
    public static readonly TimeSpan ConfirmationLasts = TimeSpan.FromHours(24);

    private readonly List<OpeningConfirmation> _openingConfirmations = [];

    /// <summary>All that were given, also the ones that nobody followed in time.</summary>
    public IReadOnlyList<OpeningConfirmation> OpeningConfirmations => _openingConfirmations;

    /// <summary>When whoever was to open it found no offer in force, in UTC. Then it can only be ended without an award.</summary>
    public DateTime? FoundEmptyAt { get; private set; }

    public bool CanBeOpenedAt(TimeSpan drain, DateTime now) =>
        State is RoundState.Published && FoundEmptyAt is null && now >= Deadline + drain;

    public bool CanConfirmOpening(long personId, TimeSpan drain, DateTime now) => CanBeOpenedAt(drain, now)
        && OpeningRule is not OpeningRule.Automatic && StandingConfirmation(now)?.PersonId != personId && MayOpen(personId);

    /// <summary>The first of two confirmations, while it waits for the second; null where the next one is the first.</summary>
    public OpeningConfirmation? StandingConfirmation(DateTime now) => OpeningRule is OpeningRule.TwoOpeners
        ? _openingConfirmations.Where(confirmation => confirmation.StandsAt(now)).MaxBy(confirmation => confirmation.At) : null;

    /// <summary>Somebody who is to open confirms, having given the password again.</summary>
    /// <param name="personId">The account.</param>
    /// <param name="drain">How long after the deadline a request that was read in time may commit.</param>
    /// <param name="now">In UTC.</param>
    /// <returns>Whether that suffices: then the round is opened at once. Otherwise it waits for the second person.</returns>
    public bool ConfirmOpening(long personId, TimeSpan drain, DateTime now)
    {
        RefuseUnlessToBeOpened(drain, now);
        RuleViolation.ThrowIf(OpeningRule is OpeningRule.Automatic, OpeningRules.OpensByItself);
        var first = StandingConfirmation(now);
        RuleViolation.ThrowIf(first is not null && first.PersonId == personId, OpeningRules.SamePerson, first?.ValidUntil ?? now);
        RuleViolation.ThrowIf(!MayOpen(personId), OpeningRules.NotAnOpener);
        _openingConfirmations.Add(new OpeningConfirmation(this, personId, now));
        var suffices = IsConfirmedAt(now);
        Changed(new OpeningConfirmed(Name, personId, now, suffices));
        return suffices;
    }

    /// <summary>Opening waits for requests that were read in time and are still being written.</summary>
    /// <param name="drain">How long after the deadline such a request may commit.</param>
    /// <param name="now">In UTC.</param>
    public void Open(TimeSpan drain, DateTime now)
    {
        RefuseUnlessToBeOpened(drain, now);
        RuleViolation.ThrowIf(!IsConfirmedAt(now), OpeningRules.NotConfirmed);
        (State, OpenedAt) = (RoundState.Opened, now);
        Changed(new RoundOpened(Name, now));
    }

    /// <summary>Instead of opening, where no offer is in force.</summary>
    /// <param name="drain">How long after the deadline an offer that was read in time may still come in.</param>
    /// <param name="now">In UTC.</param>
    public void FindEmpty(TimeSpan drain, DateTime now)
    {
        RefuseUnlessToBeOpened(drain, now);
        RuleViolation.ThrowIf(!IsConfirmedAt(now), OpeningRules.NotConfirmed);
        FoundEmptyAt = now;
        Changed(new RoundFoundEmpty(Name, now));
    }

    private void RefuseUnlessToBeOpened(TimeSpan drain, DateTime now)
    {
        RuleViolation.ThrowIf(State is not RoundState.Published, OpeningRules.NotSealed);
        RuleViolation.ThrowIf(FoundEmptyAt is not null, OpeningRules.NothingToOpen);
        RuleViolation.ThrowIf(now < Deadline + drain, OpeningRules.NotYet, Deadline + drain);
    }

    private bool IsConfirmedAt(DateTime now) => _openingConfirmations.Count(confirmation => confirmation.StandsAt(now)) >= OpeningRule switch
    {
        OpeningRule.Automatic => 0,
        OpeningRule.OneOpener => 1,
        _ => 2,
    };

    /// <summary>Who is to open it, by account, where it doesn't open by itself: publishing asks for their names.</summary>
    public IEnumerable<long> Openers => new[] { OpenerId, OpeningRule is OpeningRule.TwoOpeners ? SecondOpenerId : null }.OfType<long>();

    public bool MayOpen(long personId) => Openers.Contains(personId);

    /// <summary>Whether it waits for this person to be opened.</summary>
    public bool IsToBeOpenedBy(long personId) => OpeningRule is not OpeningRule.Automatic && OpenedAt is null && FoundEmptyAt is null && !State.IsFinal() && MayOpen(personId);

    /// <summary>Whether a colleague can open in the place of one who is named. Of two openers none can be both, and a confirmation that stands is the person's own.</summary>
    public bool CanHandOverOpening(long from, long to, DateTime now) =>
        IsToBeOpenedBy(from) && !MayOpen(to) && !_openingConfirmations.Any(confirmation => confirmation.PersonId == from && confirmation.StandsAt(now));

    /// <summary>Whoever hands over what he or she runs, or has left, opens no more: else nobody could. By the same rule as before, and recorded.</summary>
    public void HandOverOpening(long from, long to, DateTime now)
    {
        if (CanHandOverOpening(from, to, now))
        {
            (OpenerId, SecondOpenerId) = (OpenerId == from ? to : OpenerId, SecondOpenerId == from ? to : SecondOpenerId);
            Changed(new OpenerReplaced(Name, from, to));
        }
    }
}

/// <summary>One person's act towards the opening of a round: kept for ever, with its time.</summary>
public sealed class OpeningConfirmation : IInsertOnly
{
    private OpeningConfirmation()
    {
    }

    internal OpeningConfirmation(Round round, long personId, DateTime at) => (Round, PersonId, At) = (round, personId, at);

    public long Id { get; private set; }

    public Round Round { get; private set; } = null!;

    public long RoundId { get; private set; }

    public long PersonId { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The first instant, in UTC, at which it waits no more.</summary>
    public DateTime ValidUntil => At + Round.ConfirmationLasts;

    public bool StandsAt(DateTime now) => now < ValidUntil;
}

/// <summary>Where a second person is needed, that person is told.</summary>
public sealed record OpeningConfirmed(string Subject, long PersonId, DateTime At, bool Suffices) : Announcement(Subject);

/// <summary>A colleague opens in the place of one who was named.</summary>
public sealed record OpenerReplaced(string Subject, long FromId, long ToId) : DomainEvent(Subject);

public sealed record RoundOpened(string Subject, DateTime At) : Announcement(Subject);

/// <summary>The buyer is told that there was nothing to open.</summary>
public sealed record RoundFoundEmpty(string Subject, DateTime At) : Announcement(Subject);

public static class OpeningRules
{
    public const string NotYet = "opening.not-yet";
    public const string NotSealed = "opening.not-sealed";
    public const string NothingToOpen = "opening.nothing-to-open";
    public const string OpensByItself = "opening.by-itself";
    public const string NotAnOpener = "opening.not-an-opener";
    public const string SamePerson = "opening.same-person";
    public const string NotConfirmed = "opening.not-confirmed";
    public const string PasswordWrong = "opening.password-wrong";
}
