using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>What mails about a case have in common.</summary>
public sealed class CaseMails(PortalDbContext db, IStringLocalizer<Accreditation.Texts> texts) : IDeed
{
    /// <summary>The case as the recipient may see it, or null.</summary>
    public Task<AccreditationCase?> CaseOf(string subject)
    {
        var number = subject.Replace("-", "", StringComparison.Ordinal);
        return db.AccreditationCases.AsNoTracking().Include(c => c.Checks).Include(c => c.Decisions).AsSplitQuery().SingleOrDefaultAsync(c => c.Number == number);
    }

    /// <summary>Who is told about a case: its applicant, or the masters of its supplier.</summary>
    public static async Task<IReadOnlyList<Addressee>> Owners(People people, long? registrationId, long? supplierId) =>
        registrationId is { } registration ? [Addressee.Applicant(registration)]
        : supplierId is { } supplier ? await people.Of(supplier, CompanyRights.MasterUser)
        : [];

    /// <summary>The button: of an applicant the status page by a secret link, of a supplier the own room.</summary>
    public async Task<LetterButton> WayOn(string text, Recipient recipient, MailLinks links) => recipient.Scope.RegistrationId is { } registration
        ? new(text, await links.Secret(RegistrationLinks.Status, registration, RegistrationLinks.StatusPath))
        : new(text, links.To("/company"));

    /// <summary>Who decides these checks: the one to whom it was given, else whoever is appointed.</summary>
    public async Task<IReadOnlyList<Addressee>> Reviewers(People people, string subject, IEnumerable<string> checks)
    {
        var given = (await CaseOf(subject))?.Checks.ToDictionary(check => check.Code, check => check.ReviewerId) ?? [];
        List<Addressee> all = [];
        foreach (var code in checks)
        {
            all.AddRange(given.GetValueOrDefault(code) is { } one ? [Addressee.Person(one)] : await people.Staff(StaffRoles.Reviewer, code));
        }

        return all;
    }

    /// <summary>A meeting is to be chosen; null: it was in the meantime, or need not be any more.</summary>
    public async Task<Letter?> ToChoose(string subject, string code, Func<LetterValues, Letter> words, Recipient recipient, MailLinks links, params (string Name, string Value)[] more) =>
        await CaseOf(subject) is not { IsClosed: false } accreditation || accreditation.Check(code) is not { MeetingOn: null } ? null
        : About(accreditation, words(new([("number", CheckWords.Number(accreditation.Number)), ("company", accreditation.Company), .. more]))) with
        {
            Button = await WayOn(texts["Choose the meeting"], recipient, links),
            ReplyTo = await Head(),
            IsImportant = true,
        };

    public Letter WordsToChoose(string heading, string paragraph, LetterValues values) => new(texts["Application {0}: choose a meeting of the commission", values["number"]], heading)
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [paragraph],
        Button = new LetterButton(texts["Choose the meeting"], ""),
    };

    public LetterDeadline AnswerBy(DateTime due, Recipient recipient) => new(texts["Answer by"], Shown.Deadline(due), Shown.ForReader(due, Zones.Moscow, recipient.TimeZone));

    /// <summary>An answer goes to the head of the desk.</summary>
    public async Task<ReplyTo?> Head() => await db.Accounts.IgnoreQueryFilters([Walls.Person]).AsNoTracking()
        .Where(a => a.State == AccountState.Active && a.Appointments.Any(one => one.Role == StaffRoles.HeadOfDesk))
        .OrderBy(a => a.Id).Select(a => new ReplyTo(a.FullName, a.Email)).FirstOrDefaultAsync();

    /// <summary>These words about a case.</summary>
    public Letter About(AccreditationCase accreditation, Letter words) => words with
    {
        About = (accreditation.Kind is CaseKind.Renewal ? texts["Renewal of the accreditation"] : texts["Application for registration"], CheckWords.Number(accreditation.Number)),
        Thread = accreditation.Number,
        ListText = $"{CheckWords.Number(accreditation.Number)} · {accreditation.Company}",
    };
}
