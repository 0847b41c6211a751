using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Registration;

/// <summary>From the sending on: what the accreditation desk does with it, and what time does with a draft that nobody touches.</summary>
public sealed partial class SupplierRegistration
{
    /// <summary>What the applicant may correct just now; None unless it was returned.</summary>
    public RegistrationParts OpenParts { get; private set; }

    /// <summary>In UTC; no timer rejects anybody, the head of the desk decides after it.</summary>
    public DateTime? CorrectionDue { get; private set; }

    /// <summary>What the last sending changed against the one before; None after the first.</summary>
    public RegistrationParts ChangedParts { get; private set; }

    /// <summary>How often it was sent; each sending is kept as it was.</summary>
    public int Sendings { get; private set; }

    /// <summary>Days before the end of which the applicant was reminded last; 0: not since it was touched.</summary>
    public int RemindedOfExpiry { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public bool CanBeginReview => State is RegistrationState.Submitted;

    public bool CanBeReturned => State is RegistrationState.InReview;

    public bool CanSendAgain => State is RegistrationState.ReturnedForCorrection;

    public bool CanBeAccredited => State is RegistrationState.InReview;

    public bool CanBeRejected => State is RegistrationState.InReview or RegistrationState.ReturnedForCorrection;

    /// <summary>For so many days after the last word the mailed page still says it.</summary>
    public const int DaysToRead = 90;

    /// <summary>Whether its page can still be opened by the mailed link.</summary>
    public bool CanBeRead(DateTime now) => !IsFinal || now < (DecidedAt ?? TouchedAt).AddDays(DaysToRead);

    public bool IsFinal => State is RegistrationState.Accredited or RegistrationState.Rejected or RegistrationState.Withdrawn or RegistrationState.Expired;

    /// <summary>All that stands in the way of sending, each at its field.</summary>
    /// <param name="asked">The documents of this country and legal form.</param>
    /// <param name="editions">The edition of each consent that is in force now.</param>
    /// <param name="now">In UTC.</param>
    public IEnumerable<BrokenRule> WhatBlocksSending(
        IReadOnlyList<DocumentRequirement> asked, IReadOnlyDictionary<ConsentKind, int> editions, DateTime now) =>
    [
        .. ApplicantChecks.WhatIsWrong(Applicant, Country),
        .. IsAnswered(RegistrationParts.Details) ? DetailsChecks.WhatIsWrong(Content.Details) : [],
        .. IsAnswered(RegistrationParts.People) ? PeopleChecks.WhatIsWrong(Content, WorkingDays.DayOf(now)) : [],
        .. IsAnswered(RegistrationParts.Categories) ? CategoryChecks.WhatIsWrong(Content) : [],
        .. IsAnswered(RegistrationParts.Documents) ? DocumentChecks.WhatIsWrong(Content, asked, WorkingDays.DayOf(now)) : [],
        // Agreed to once, with the first sending; what is asked for afterwards is something else.
        .. State is RegistrationState.Draft ? DocumentChecks.WhatIsNotAgreed(this, editions) : [],
        .. IsAddressConfirmed ? Array.Empty<BrokenRule>() : [new(RegistrationRules.AddressUnconfirmed, null, Applicant.Email)],
    ];

    /// <summary>Puts the questionnaire before the reviewers. That the company isn't a supplier yet is asked by who calls.</summary>
    /// <param name="number">Eight random digits.</param>
    /// <param name="asked">The documents of this country and legal form.</param>
    /// <param name="editions">The edition of each consent that is in force now.</param>
    /// <param name="now">In UTC.</param>
    public void Send(string number, IReadOnlyList<DocumentRequirement> asked, IReadOnlyDictionary<ConsentKind, int> editions, DateTime now)
    {
        RuleViolation.ThrowIf(!CanSend, RegistrationRules.WrongState);
        RuleViolation.ThrowIfAny(WhatBlocksSending(asked, editions, now));
        (State, Number, SubmittedAt, Sendings, OpenParts) = (RegistrationState.Submitted, number, now, 1, RegistrationParts.None);
        Take(Content);
        Touched(now);
        Changed(new RegistrationSubmitted(Subject, now));
    }

    /// <summary>The first check was opened.</summary>
    public void BeginReview()
    {
        RuleViolation.ThrowIf(!CanBeginReview, RegistrationRules.WrongState);
        State = RegistrationState.InReview;
        Changed(new RegistrationReviewBegun(Subject));
    }

    /// <summary>A check asks for corrections; the applicant may edit these parts alone. Asked again, the parts add up and the later date counts.</summary>
    /// <param name="parts">At least one.</param>
    /// <param name="due">In UTC, later than now.</param>
    /// <param name="now">In UTC.</param>
    public void ReturnForCorrection(RegistrationParts parts, DateTime due, DateTime now)
    {
        RuleViolation.ThrowIf(State is not (RegistrationState.InReview or RegistrationState.ReturnedForCorrection), RegistrationRules.WrongState);
        RuleViolation.ThrowIf((parts & RegistrationParts.All) is RegistrationParts.None, RegistrationRules.NothingAsked);
        RuleViolation.ThrowIf(due <= now, RegistrationRules.NoDueDate);
        (State, OpenParts) = (RegistrationState.ReturnedForCorrection, OpenParts | (parts & RegistrationParts.All));
        CorrectionDue = CorrectionDue > due ? CorrectionDue : due;
        Changed(new RegistrationReturned(Subject, OpenParts, CorrectionDue.Value));
    }

    /// <summary>Answers what was asked.</summary>
    /// <param name="before">As it was sent the last time; what differs makes its checks pending again.</param>
    /// <param name="asked">The documents of this country and legal form.</param>
    /// <param name="now">In UTC.</param>
    public void SendAgain(RegistrationContent before, IReadOnlyList<DocumentRequirement> asked, DateTime now)
    {
        RuleViolation.ThrowIf(!CanSendAgain, RegistrationRules.WrongState);
        RuleViolation.ThrowIfAny(WhatBlocksSending(asked, new Dictionary<ConsentKind, int>(), now));
        ChangedParts = Content.PartsDifferentFrom(before);
        (State, OpenParts, CorrectionDue, Sendings) = (RegistrationState.InReview, RegistrationParts.None, null, Sendings + 1);
        Touched(now);
        Changed(new RegistrationSentAgain(Subject, ChangedParts, now));
    }

    /// <summary>The last check was passed. The supplier comes into being in the same transaction.</summary>
    public void Accredit(DateTime now)
    {
        RuleViolation.ThrowIf(!CanBeAccredited, RegistrationRules.WrongState);
        (State, DecidedAt) = (RegistrationState.Accredited, now);
        Changed(new RegistrationAccredited(Subject));
    }

    /// <summary>A check was failed, or the head of the desk decided.</summary>
    public void Reject(DateTime now)
    {
        RuleViolation.ThrowIf(!CanBeRejected, RegistrationRules.WrongState);
        var before = State;
        (State, DecidedAt, OpenParts, CorrectionDue) = (RegistrationState.Rejected, now, RegistrationParts.None, null);
        Changed(new RegistrationRejected(Subject, before));
    }

    /// <summary>Reminds of, or does, what 30 idle days do to a draft: it ends, and what was entered is gone. Its files are the caller's to delete.</summary>
    public void Age(DateTime now)
    {
        RuleViolation.ThrowIf(State is not RegistrationState.Draft, RegistrationRules.WrongState);
        if (now >= ExpiresAt)
        {
            State = RegistrationState.Expired;
            Forget();
            Changed(new DraftExpired(Subject));
        }
        else if (DaysToRemind(now) is var days && days > 0 && (RemindedOfExpiry == 0 || RemindedOfExpiry > days))
        {
            RemindedOfExpiry = days;
            Changed(new DraftExpiresSoon(Subject, days, ExpiresAt));
        }
    }

    /// <summary>Nothing was sent, so that nothing may be kept of those who are named.</summary>
    private void Forget()
    {
        _consents = [];
        Take(new Applicant("", "", "", "", Applicant.Language));
        Take(new RegistrationContent { Details = new() { Country = Country } });
    }

    // What lapses in a part that nobody may mend just now can't hold up an answer to something else; the reviewers ask for it.
    private bool IsAnswered(RegistrationParts part) => State is not RegistrationState.ReturnedForCorrection || OpenParts.HasFlag(part);

    private int DaysToRemind(DateTime now) => now >= ExpiresAt.AddDays(-1) ? 1 : now >= ExpiresAt.AddDays(-7) ? 7 : 0;
}
