using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Wordings;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Wordings;

/// <summary>Records what a supplier's person has accepted and read, edition by edition: exactly that which stood on the page.</summary>
public sealed class AcceptTexts(PortalDbContext db, TextsInForce texts, ConsentTexts consents, CurrentScope scope) : IDeed
{
    /// <summary>What the person who reads has to accept.</summary>
    public async Task<AgreementsPage> Owed(string? returnUrl)
    {
        var given = await Given();
        List<AgreementsPage.Agreement> asked = [];
        foreach (var kind in OwedBy(given))
        {
            var (text, earlier) = (consents.Text(kind), given.Where(one => one.Kind == kind).MaxBy(one => one.Edition));
            var read = earlier is null ? null : await texts.At(text.Key, earlier.Edition);
            asked.Add(new(kind, text, earlier, read is null ? null : TextDifference.Between(read.Words, text.Words)));
        }

        return new AgreementsPage(asked, returnUrl);
    }

    public Task<bool> Accept(AgreementsForm form, DateTime now) => db.InTransaction(async () =>
    {
        var owed = OwedBy(await Given());
        RuleViolation.ThrowIfAny(owed.Select(kind => Refusal(kind, form)).OfType<BrokenRule>());
        var account = await db.Accounts.SingleAsync(a => a.Id == scope.Is.PersonId);
        db.AddRange(owed.Select(kind => new PersonConsent(account, consents.Of(kind), now)));
        return true;
    });

    // The group's own people work under its rules.
    private IReadOnlyList<ConsentKind> OwedBy(IReadOnlyCollection<PersonConsent> given) => scope.Is.IsStaff ? [] : PersonConsent.Owed(given, consents.Editions);

    private BrokenRule? Refusal(ConsentKind kind, AgreementsForm form) =>
        form.SeenOf(kind) != consents.Text(kind).Hash ? new(TextRules.ChangedWhileRead, kind.ToString())
        : form.Agrees(kind) ? null : new(kind is ConsentKind.PeopleInformed ? TextRules.NotRead : TextRules.NotAccepted, kind.ToString());

    private Task<List<PersonConsent>> Given() => db.PersonConsents.AsNoTracking().Where(c => c.AccountId == scope.Is.PersonId).ToListAsync();
}

/// <summary>The fields of each text are named like its kind.</summary>
public sealed class AgreementsForm
{
    public bool Terms { get; init; }

    public bool PersonalData { get; init; }

    public bool PeopleInformed { get; init; }

    /// <summary>SHA-256 of the text that stood on the page.</summary>
    public string? TermsSeen { get; init; }

    public string? PersonalDataSeen { get; init; }

    public string? PeopleInformedSeen { get; init; }

    internal bool Agrees(ConsentKind kind) => kind switch { ConsentKind.Terms => Terms, ConsentKind.PersonalData => PersonalData, _ => PeopleInformed };

    internal string? SeenOf(ConsentKind kind) => kind switch { ConsentKind.Terms => TermsSeen, ConsentKind.PersonalData => PersonalDataSeen, _ => PeopleInformedSeen };
}

/// <param name="Asked">In the order in which they are read.</param>
/// <param name="ReturnUrl">Where the person wanted to go.</param>
public sealed record AgreementsPage(IReadOnlyList<AgreementsPage.Agreement> Asked, string? ReturnUrl)
{
    public bool Terms => false;

    public bool PersonalData => false;

    public bool PeopleInformed => false;

    /// <summary>Whether the person has accepted none of them before.</summary>
    public bool IsFirst => Asked.All(one => one.Earlier is null);

    /// <param name="Kind">Of the text.</param>
    /// <param name="Text">In force, in the reader's language.</param>
    /// <param name="Earlier">What the person has accepted before.</param>
    /// <param name="Difference">What has changed since.</param>
    public sealed record Agreement(ConsentKind Kind, TextInForce Text, PersonConsent? Earlier, TextDifference? Difference);
}
