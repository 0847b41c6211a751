using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Domain.Registration;

public enum RegistrationState { Draft, Submitted, InReview, ReturnedForCorrection, Accredited, Rejected, Withdrawn, Expired }

/// <summary>
/// The questionnaire of a company that is no supplier yet. Saving takes it half-filled and even wrong, so that nothing typed is lost;
/// sending takes it only when nothing stands in the way. This file: filling it in. Its documents are
/// in <c>.Documents.cs</c>, what the desk does is in <c>.Review.cs</c>, asking anew in <c>.Renewal.cs</c>.
/// </summary>
public sealed partial class SupplierRegistration : AggregateRoot
{
    public const int DaysIdle = 30;
    public const int MailsAnHour = 5;

    private List<Consent> _consents = [];
    private List<DateTime> _mailsAsked = [];

    private SupplierRegistration()
    {
    }

    /// <param name="startKey">Made with the first form: sent twice, it begins one registration.</param>
    /// <param name="applicant">Who fills it in.</param>
    /// <param name="country">Of the company, ISO 3166-1 alpha-2.</param>
    /// <param name="now">In UTC.</param>
    public SupplierRegistration(Guid startKey, Applicant applicant, string country, DateTime now)
    {
        RuleViolation.ThrowIfAny([.. ApplicantChecks.WhatIsWrong(applicant, country), .. ApplicantChecks.WhatIsNotOffered(country)]);
        (StartKey, StartedAt) = (startKey, now);
        Take(applicant);
        Take(Content with { Details = Content.Details with { Country = country } });
        _mailsAsked = [now];
        Touched(RegistrationParts.None, now);
        Changed(new RegistrationStarted(Subject, country));
    }

    public RegistrationState State { get; private set; }

    /// <summary>Eight random digits, given when it is sent; shown as <c>4718-2093</c>.</summary>
    public string? Number { get; private set; }

    public Guid StartKey { get; private set; }

    public Applicant Applicant { get; private set; } = new("", "", "", "", "ru");

    /// <summary>The applicant's address as it is looked for: letter case does not count.</summary>
    public string ApplicantKey { get; private set; } = "";

    /// <summary>In UTC; null while nobody has pressed the button of a link that was mailed to the present address.</summary>
    public DateTime? AddressConfirmedAt { get; private set; }

    public RegistrationContent Content { get; private set; } = new();

    public IReadOnlyList<Consent> Consents => _consents;

    /// <summary>The short name, for lists; empty until step 2.</summary>
    public string CompanyName { get; private set; } = "";

    /// <summary>With <see cref="TaxKey"/> and <see cref="BranchKpp"/> the company's key; not unique: several may apply.</summary>
    public string Country { get; private set; } = "";

    public string TaxKey { get; private set; } = "";

    public string BranchKpp { get; private set; } = "";

    /// <summary>Number, names and tax numbers, folded for searching.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The name as it is compared with others, and its length: <see cref="CompanyNames"/>.</summary>
    public string NameKey { get; private set; } = "";

    public int NameLength { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>The last time that the applicant saved anything.</summary>
    public DateTime TouchedAt { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    /// <summary>The <see cref="AggregateRoot.Revision"/> with which each part was last changed; a form carries its part's.</summary>
    public int StartRevision { get; private set; }

    public int DetailsRevision { get; private set; }

    public int PeopleRevision { get; private set; }

    public int CategoriesRevision { get; private set; }

    public int DocumentsRevision { get; private set; }

    /// <summary>How people call it: <c>4718-2093</c>, before it is sent <c>draft 7f3a91c2</c>.</summary>
    public string Subject => Number is null ? $"draft {StartKey:N}"[..14] : ShownNumber;

    /// <summary><c>4718-2093</c>; empty before it is sent.</summary>
    public string ShownNumber => Number is null ? "" : RandomNumbers.Shown(Number);

    public bool IsAddressConfirmed => AddressConfirmedAt is not null;

    public bool CanChangeStart => State is RegistrationState.Draft && !IsRenewal;

    /// <summary>Consents are given in step 5, before the first sending.</summary>
    public bool CanAgree => State is RegistrationState.Draft && CanEdit(RegistrationParts.Documents);

    public bool CanSend => State is RegistrationState.Draft;

    public bool CanWithdraw => State is RegistrationState.Draft or RegistrationState.Submitted or RegistrationState.InReview or RegistrationState.ReturnedForCorrection;

    public DateTime ExpiresAt => TouchedAt.AddDays(DaysIdle);

    public bool CanEdit(RegistrationParts part) =>
        (State is RegistrationState.Draft && !IsRenewal)
        || ((State is RegistrationState.ReturnedForCorrection || (State is RegistrationState.Draft && IsRenewal)) && part is not RegistrationParts.None && OpenParts.HasFlag(part));

    public int RevisionOf(RegistrationParts part) => part switch
    {
        RegistrationParts.Details => DetailsRevision,
        RegistrationParts.People => PeopleRevision,
        RegistrationParts.Categories => CategoriesRevision,
        RegistrationParts.Documents => DocumentsRevision,
        _ => StartRevision,
    };

    /// <summary>Step 1 again. Another address has to be confirmed anew; the link goes there.</summary>
    public void ChangeStart(Applicant applicant, string country, DateTime now)
    {
        RuleViolation.ThrowIf(!CanChangeStart, RegistrationRules.NotEditable);
        RuleViolation.ThrowIfAny([.. ApplicantChecks.WhatIsWrong(applicant, country), .. country == Country ? [] : ApplicantChecks.WhatIsNotOffered(country)]);
        if ((applicant, country) == (Applicant, Country))
        {
            Touched(now);
            return;
        }

        var readdressed = !SameAddress(applicant.Email, Applicant.Email);
        if (readdressed)
        {
            CountMail(now);
            AddressConfirmedAt = null;
        }

        Take(applicant);
        Take(Content with { Details = Content.Details with { Country = country } });
        Touched(RegistrationParts.None, now);
        Changed(new RegistrationFilled(Subject, RegistrationParts.None));
        if (readdressed)
        {
            Changed(new AddressConfirmationAsked(Subject, AddressChanged: true));
        }
    }

    /// <summary>Somebody pressed the button of a link that was mailed to the present address.</summary>
    public void ConfirmAddress(DateTime now)
    {
        if (AddressConfirmedAt is null)
        {
            AddressConfirmedAt = now;
            Changed(new AddressConfirmed(Subject));
        }
    }

    public bool CanAskForLink(DateTime now) => State is not (RegistrationState.Withdrawn or RegistrationState.Expired)
        && _mailsAsked.Count(asked => asked > now.AddHours(-1)) < MailsAnHour;

    /// <summary>Sends the link again, at most five mails an hour.</summary>
    public void AskForLink(DateTime now)
    {
        RuleViolation.ThrowIf(State is RegistrationState.Withdrawn or RegistrationState.Expired, RegistrationRules.WrongState);
        CountMail(now);
        Changed(new AddressConfirmationAsked(Subject, AddressChanged: false));
    }

    /// <summary>Step 2.</summary>
    public void FillDetails(CompanyDetails details, DateTime now) => FillDetails(details, null, now);

    /// <param name="details">As they are to be.</param>
    /// <param name="choice">Which addresses are the same; null: what the addresses say by themselves.</param>
    /// <param name="now">In UTC.</param>
    public void FillDetails(CompanyDetails details, AddressChoice? choice, DateTime now) =>
        Fill(RegistrationParts.Details, Content with { Details = details with { Country = Country }, Addresses = choice }, now);

    /// <summary>Step 3.</summary>
    public void FillPeople(IEnumerable<string> regions, IEnumerable<RegistrationPerson> people, DateTime now)
    {
        var content = Content with { Regions = [.. regions.Distinct()], People = [.. people] };
        RuleViolation.ThrowIfAny(PeopleChecks.WhatCannotBeKept(content));
        Fill(RegistrationParts.People, content, now);
    }

    /// <summary>Step 4.</summary>
    public void FillCategories(IEnumerable<long> categories, DateTime now) =>
        Fill(RegistrationParts.Categories, Content with { Categories = [.. categories.Distinct().Order()] }, now);

    /// <summary>Records the texts that are agreed to now, and revokes what is not any more.</summary>
    public void Agree(IReadOnlyCollection<ConsentText> agreed, DateTime now)
    {
        RuleViolation.ThrowIf(!CanAgree, RegistrationRules.NotEditable);
        foreach (var given in _consents.Where(one => one.IsInForce && IsAsked(one.Text.Kind) && agreed.All(text => (text.Kind, text.Edition) != (one.Text.Kind, one.Text.Edition))).ToArray())
        {
            _consents = [.. _consents.Select(one => one == given ? one with { RevokedAt = now } : one)];
            Changed(new ConsentRevoked(Subject, given.Text.Kind, given.Text.Edition));
        }

        foreach (var text in agreed.Where(text => IsAsked(text.Kind) && !HasAgreed(text.Kind, text.Edition)))
        {
            _consents = [.. _consents, new Consent(text, Applicant.FullName, Applicant.Email, now, null)];
            Changed(new ConsentGiven(Subject, text.Kind, text.Edition, text.TextHash));
        }
    }

    /// <param name="kind">Of the text.</param>
    /// <param name="edition">Of this edition or a later one.</param>
    public bool HasAgreed(ConsentKind kind, int edition) => AgreedTo(kind, edition) is not null;

    /// <summary>What was agreed to, and holds.</summary>
    public ConsentText? AgreedTo(ConsentKind kind, int edition) =>
        _consents.LastOrDefault(one => one.IsInForce && one.Text.Kind == kind && one.Text.Edition >= edition)?.Text;

    public void Withdraw(DateTime now)
    {
        RuleViolation.ThrowIf(!CanWithdraw, RegistrationRules.WrongState);
        var before = State;
        (State, OpenParts, CorrectionDue) = (RegistrationState.Withdrawn, RegistrationParts.None, null);
        Touched(now);
        Changed(new RegistrationWithdrawn(Subject, before));
    }

    private static bool SameAddress(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private void Fill(RegistrationParts part, RegistrationContent content, DateTime now)
    {
        RefuseUnlessEditable(part);
        RefuseAnotherCompany(content);
        if (content.PartsDifferentFrom(Content) is RegistrationParts.None)
        {
            // A choice that changes no value is nothing to tell, and is remembered all the same.
            Content = content;
            Touched(now);
            return;
        }

        Take(content);
        Touched(part, now);
        Changed(new RegistrationFilled(Subject, part));
    }

    private void RefuseUnlessEditable(RegistrationParts part) => RuleViolation.ThrowIf(!CanEdit(part), RegistrationRules.NotEditable);

    private void Take(Applicant applicant) => (Applicant, ApplicantKey) = (applicant, UserAccount.Normalized(applicant.Email));

    private void Take(RegistrationContent content)
    {
        Content = content;
        var details = content.Details;
        CompanyName = details.ShortName.Length > 0 ? details.ShortName : details.FullName;
        (Country, TaxKey, BranchKpp) = details.Key;
        NameKey = CompanyNames.Key(CompanyName);
        NameLength = NameKey.Length;
        SearchText = Search.Folded($"{Number} {ShownNumber} {details.ShortName} {details.FullName} {details.TaxNumber}");
    }

    private void CountMail(DateTime now)
    {
        _mailsAsked = [.. _mailsAsked.Where(asked => asked > now.AddHours(-1))];
        RuleViolation.ThrowIf(_mailsAsked.Count >= MailsAnHour, RegistrationRules.TooManyMails, MailsAnHour);
        _mailsAsked = [.. _mailsAsked, now];
    }

    private void Touched(DateTime now) => (TouchedAt, RemindedOfExpiry) = (now, 0);

    private void Touched(RegistrationParts part, DateTime now)
    {
        Touched(now);
        var next = Revision + 1;
        switch (part)
        {
            case RegistrationParts.Details: DetailsRevision = next; break;
            case RegistrationParts.People: PeopleRevision = next; break;
            case RegistrationParts.Categories: CategoriesRevision = next; break;
            case RegistrationParts.Documents: DocumentsRevision = next; break;
            default: StartRevision = next; break;
        }
    }
}
