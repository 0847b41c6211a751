using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers.Identifiers;

namespace SrmPortal.Domain.Sourcing;

/// <summary>
/// Asks a company that isn't registered to do so and to take part. Its number decides who it is: as soon as a company with that number is
/// accredited, before the deadline, it gets its <see cref="Invitation"/>. It sees nothing of the round before.
/// </summary>
public sealed class OutsideInvitation : AggregateRoot, IOfRound
{
    public const int LongestName = 200;

    private OutsideInvitation()
    {
    }

    /// <param name="round">The first of its event: a draft, or one that accepts offers.</param>
    /// <param name="company">Who is asked.</param>
    /// <param name="by">Somebody of the team.</param>
    /// <param name="now">In UTC.</param>
    public OutsideInvitation(Round round, OutsideCompany company, long by, DateTime now)
    {
        round.RefuseUnlessRunBy(by);
        RuleViolation.ThrowIf(round.IsFurther, NextRules.NobodyElse);
        RuleViolation.ThrowIf(round.StateAt(now) is not (RoundState.Draft or RoundState.Published), RoundRules.NotAccepting);
        RuleViolation.ThrowIfAny([.. company.WhatIsWrong()]);
        (Round, Name, Email, Country, TaxKey) = (round, company.Name, company.Email, company.Country, company.TaxNumber);
        (AddedById, AddedAt, WithPublishing) = (by, now, round.State is RoundState.Draft);
        if (!WithPublishing)
        {
            Changed(new OutsiderAsked(round.Name));
        }
    }

    public Round Round { get; private set; } = null!;

    public long RoundId { get; private set; }

    long? IOfRound.RoundId => RoundId == 0 ? Round?.Id : RoundId;

    /// <summary>As the buyer knows it.</summary>
    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>ISO 3166-1; with <see cref="TaxKey"/> it says which company is meant.</summary>
    public string Country { get; private set; } = "";

    public string TaxKey { get; private set; } = "";

    public long AddedById { get; private set; }

    public DateTime AddedAt { get; private set; }

    /// <summary>Named in the draft: written to when the round is published. Else at once.</summary>
    public bool WithPublishing { get; private set; }

    /// <summary>When the company had become a supplier and was invited as one, in UTC.</summary>
    public DateTime? JoinedAt { get; private set; }

    public bool CanBeRemoved => Round.State is RoundState.Draft;

    public void Join(DateTime now) => JoinedAt ??= now;
}

/// <summary>A company that the portal doesn't know yet.</summary>
/// <param name="Name">As the buyer knows it.</param>
/// <param name="Email">Where it is written to.</param>
/// <param name="Country">ISO 3166-1.</param>
/// <param name="TaxNumber">Without spaces.</param>
public sealed record OutsideCompany(string Name, string Email, string Country, string TaxNumber)
{
    /// <summary>Fields are those of this record.</summary>
    public IEnumerable<BrokenRule> WhatIsWrong()
    {
        if (Name.Length is 0 or > OutsideInvitation.LongestName)
        {
            yield return new(OutsiderRules.NoName, nameof(Name), OutsideInvitation.LongestName);
        }

        if (!ContactWays.IsEmail(Email))
        {
            yield return new(RegistrationRules.NotAnEmail, nameof(Email));
        }

        if (TaxNumber.Length == 0)
        {
            yield return new(RegistrationRules.NoTaxNumber, nameof(TaxNumber));
        }
        else if ((Country == Countries.Russia ? Inn.Refusal(TaxNumber, nameof(TaxNumber)) : NationalNumber.Refusal(Country, TaxNumber, nameof(TaxNumber))) is { } wrong)
        {
            yield return wrong;
        }
    }
}

/// <summary>The company is written to.</summary>
public sealed record OutsiderAsked(string Subject) : Announcement(Subject);

public static class OutsiderRules
{
    public const string NoName = "outsider.no-name";
    public const string IsSupplier = "outsider.is-supplier";
    public const string AskedAlready = "outsider.asked-already";
}
