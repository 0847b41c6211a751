using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accreditation;

/// <summary>
/// A meeting of the qualification commission: companies choose it until it is full. Of two who want the last place at once the second
/// finds it taken, as each taking is a change of the slot.
/// </summary>
public sealed class CommissionSlot : AggregateRoot
{
    public const int LongestPlace = 300;
    public const int LargestCapacity = 200;

    private readonly List<SlotSeat> _seats = [];

    private CommissionSlot()
    {
    }

    /// <param name="checkCode">Which check is decided there.</param>
    /// <param name="at">When it begins, in UTC; later than now.</param>
    /// <param name="place">Where, or the way into a video conference.</param>
    /// <param name="capacity">How many companies.</param>
    /// <param name="now">In UTC.</param>
    public CommissionSlot(string checkCode, DateTime at, string place, int capacity, DateTime now)
    {
        RuleViolation.ThrowIfAny(WhatIsWrong(at, place, capacity, now));
        (CheckCode, At, Place, Capacity) = (checkCode, at, place.Trim(), capacity);
        Changed(new SlotOffered(Subject, checkCode, at, capacity));
    }

    /// <summary>Ten random characters, by which pages name it.</summary>
    public string Code { get; private set; } = RandomNumbers.Code();

    public string CheckCode { get; private set; } = "";

    /// <summary>In UTC.</summary>
    public DateTime At { get; private set; }

    public string Place { get; private set; } = "";

    public int Capacity { get; private set; }

    public bool IsCancelled { get; private set; }

    /// <summary>How many seats are taken. Who reads a slot sees no seats but the own, so it is counted here.</summary>
    public int Taken { get; private set; }

    public IReadOnlyList<SlotSeat> Seats => _seats;

    public string Subject => $"{CheckCode} {At:yyyy-MM-dd HH:mm}";

    public bool IsFull => Taken >= Capacity;

    /// <summary>It may still move or be called off.</summary>
    public bool CanChange(DateTime now) => !IsCancelled && At > now;

    /// <summary>A company comes. Who has a seat already keeps it.</summary>
    public void Seat(long caseId, DateTime now)
    {
        if (_seats.Any(seat => seat.CaseId == caseId))
        {
            return;
        }

        RuleViolation.ThrowIfAny(IsCancelled || At <= now ? [new BrokenRule(AccreditationRules.SlotGone, "Slot")]
            : IsFull ? [new BrokenRule(AccreditationRules.SlotFull, "Slot")] : []);
        _seats.Add(new SlotSeat(caseId, now));
        Taken++;
        Changed(new SlotTaken(Subject, caseId, Taken));
    }

    /// <summary>A company does not come after all; its seat is free for others.</summary>
    public void Free(long caseId)
    {
        if (_seats.SingleOrDefault(seat => seat.CaseId == caseId) is { } seat)
        {
            _seats.Remove(seat);
            Taken--;
            Changed(new SlotFreed(Subject, caseId, Taken));
        }
    }

    /// <summary>Who comes is told by who calls.</summary>
    public void Change(DateTime at, string place, int capacity, DateTime now)
    {
        RuleViolation.ThrowIf(!CanChange(now), AccreditationRules.SlotGone);
        RuleViolation.ThrowIfAny(
        [
            .. WhatIsWrong(at, place, capacity, now),
            .. capacity < Taken && capacity > 0 ? [new BrokenRule(AccreditationRules.SlotTooSmall, nameof(Capacity), Taken)] : Array.Empty<BrokenRule>(),
        ]);
        var (from, before) = (At, Capacity);
        (At, Place, Capacity) = (at, place.Trim(), capacity);
        Changed(new SlotChanged(Subject, from, at, before, capacity));
    }

    /// <summary>Called off. Who had a seat is told by who calls, and chooses another.</summary>
    /// <returns>The cases that had a seat.</returns>
    public IReadOnlyList<long> Cancel(DateTime now)
    {
        RuleViolation.ThrowIf(!CanChange(now), AccreditationRules.SlotGone);
        long[] cases = [.. _seats.Select(seat => seat.CaseId)];
        _seats.Clear();
        (IsCancelled, Taken) = (true, 0);
        Changed(new SlotCancelled(Subject, cases.Length));
        return cases;
    }

    private static IEnumerable<BrokenRule> WhatIsWrong(DateTime at, string place, int capacity, DateTime now)
    {
        if (at <= now)
        {
            yield return new(AccreditationRules.SlotPast, "Day");
        }

        if (place.Trim().Length == 0)
        {
            yield return new(AccreditationRules.NoPlace, nameof(Place));
        }
        else if (place.Trim().Length > LongestPlace)
        {
            yield return new(AccreditationRules.TooLong, nameof(Place), LongestPlace);
        }

        if (capacity is < 1 or > LargestCapacity)
        {
            yield return new(AccreditationRules.SlotCapacity, nameof(Capacity), LargestCapacity);
        }
    }
}

/// <summary>A company's seat at a meeting of the commission.</summary>
public sealed class SlotSeat
{
    private SlotSeat()
    {
    }

    internal SlotSeat(long caseId, DateTime now) => (CaseId, TakenAt) = (caseId, now);

    public long SlotId { get; private set; }

    public long CaseId { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime TakenAt { get; private set; }
}

public sealed record SlotOffered(string Subject, string Check, DateTime At, int Capacity) : DomainEvent(Subject);

public sealed record SlotChanged(string Subject, DateTime From, DateTime To, int CapacityBefore, int Capacity) : DomainEvent(Subject);

public sealed record SlotCancelled(string Subject, int Seats) : DomainEvent(Subject);

public sealed record SlotTaken(string Subject, long CaseId, int Seats) : DomainEvent(Subject);

public sealed record SlotFreed(string Subject, long CaseId, int Seats) : DomainEvent(Subject);
