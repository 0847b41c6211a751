using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>One case as the desk sees it: what was entered, what was decided, what can be done.</summary>
public sealed class CasePage
{
    public required AccreditationCase Case { get; init; }

    /// <summary>Null: a case of a supplier.</summary>
    public required SupplierRegistration? Registration { get; init; }

    public required DeskPerson Reader { get; init; }

    public required IReadOnlyList<ContentDifference> Differences { get; init; }

    /// <summary>When the version before was sent; null: there is none.</summary>
    public required DateTime? DifferencesSince { get; init; }

    /// <summary>Whether other registrations of the same company, or companies of nearly the same name, are there.</summary>
    public required bool HasCompeting { get; init; }

    public required int SimilarCount { get; init; }

    /// <summary>The document that is shown in the page, or null.</summary>
    public required (string Token, string Name)? ShownDocument { get; init; }

    /// <summary>Names by account.</summary>
    public required IReadOnlyDictionary<long, string> Names { get; init; }

    /// <summary>Who may be given which check, for the head of the desk.</summary>
    public required ILookup<string, (long Id, string Name)> Reviewers { get; init; }

    /// <summary>Names by category, of the version before too.</summary>
    public required IReadOnlyDictionary<long, string> CategoriesEver { get; init; }

    /// <summary>Names of those that are chosen now.</summary>
    public IEnumerable<string> Categories => CategoriesEver.Where(one => Registration?.Content.Categories.Contains(one.Key) is true).Select(one => one.Value);

    /// <summary>Documents and evidence, by the key of the stored file.</summary>
    public required IReadOnlyDictionary<long, DeskFile> Files { get; init; }

    /// <summary>Names by the document's code.</summary>
    public required IReadOnlyDictionary<string, string> DocumentNames { get; init; }

    /// <summary>The supplier that came of it, or of a competing registration.</summary>
    public required string? SupplierNumber { get; init; }

    public required IReadOnlyList<DeskRow> Queue { get; init; }

    public required WorkingDays Calendar { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>The check that the address names, or null.</summary>
    public required AccreditationCheck? Chosen { get; init; }

    /// <summary>The check that the reader can decide now: the chosen one, else the first.</summary>
    public AccreditationCheck? Deciding => Case.Checks.Where(check => Case.CanDecide(check, Reader)).OrderByDescending(check => check.Code == Chosen?.Code).FirstOrDefault();

    /// <summary>Decisions on checks that became pending again, oldest first.</summary>
    public IReadOnlyList<CheckDecision> EarlierDecisions => [.. Case.Decisions.Where(decision => Case.Check(decision.CheckCode)?.DecisionNo != decision.No)];

    // The fields of the forms, by their names; what was typed is preferred to them.
    public CheckOutcome? Outcome { get; }

    public IReadOnlyList<RegistrationParts> Parts { get; } = [];

    public string? Comment { get; }

    public string? Note { get; }

    /// <summary>The usual day for an answer.</summary>
    public DateOnly? AnswerDue => Calendar.After(WorkingDays.DayOf(Now), Calendar.Limits.AnswerDays);

    public long? ReviewerId { get; }

    public DateOnly? Until { get; }

    public DateOnly? MeetingOn => Chosen?.MeetingOn;

    public string? Reason { get; }

    public bool CanArrange(AccreditationCheck check) => Case.CanArrange(check, Reader) || Case.CanSetMeeting(check, Reader);

    public Guid Key { get; } = Guid.NewGuid();

    public int Sending => Registration?.Sendings ?? 0;

    public string NameOf(long? person) => person is { } id && Names.TryGetValue(id, out var name) ? UserAccount.ShortNameOf(name) : Shown.None;

    /// <summary>Of each kind what was attached.</summary>
    public IReadOnlyList<RegistrationDocument> Documents => Registration?.Content.Documents ?? [];

    /// <param name="db">The store.</param>
    /// <param name="opened">The case.</param>
    /// <param name="check">The check that the address names, or null.</param>
    /// <param name="shown">The token of the document that is shown in the page, or null.</param>
    /// <param name="now">In UTC.</param>
    public static async Task<CasePage> Read(PortalDbContext db, OpenedCase opened, string? check, string? shown, DateTime now)
    {
        var (accreditation, registration) = (opened.Case, opened.Registration);
        var content = registration?.Content ?? new RegistrationContent();
        var files = await DeskFile.Of(db, content.Files.Select(file => file.FileId)
            .Concat(accreditation.StopFactors.SelectMany(list => list.Items).Select(item => item.File?.FileId).OfType<long>()));
        return new CasePage
        {
            Case = accreditation,
            Chosen = check is null ? null : accreditation.Check(check),
            Registration = registration,
            Reader = opened.Reader,
            Differences = opened.Before is { } before ? [.. content.DifferencesFrom(before.Content)] : [],
            DifferencesSince = opened.Before?.At,
            HasCompeting = opened.HasCompeting,
            SimilarCount = registration is null ? 0 : await SimilarCompanies.CountOf(db, registration),
            ShownDocument = content.Files.Where(file => shown is not null && files.GetValueOrDefault(file.FileId) is { CanBeOpened: true } one && one.Token == shown).Select(file => ((string, string)?)(shown!, file.Name)).FirstOrDefault(),
            Names = opened.Colleagues.ToDictionary(person => person.Id, person => person.FullName),
            Reviewers = opened.Colleagues.Where(person => person.IsActive)
                .SelectMany(person => person.Checks.Select(check => (check, person.Id, person.FullName))).ToLookup(one => one.check, one => (one.Id, one.FullName)),
            CategoriesEver = await CategoryNames(db, [.. content.Categories.Union(opened.Before?.Content.Categories ?? [])]),
            Files = files,
            DocumentNames = await db.DocumentKinds.NamesByCode(),
            SupplierNumber = opened.SupplierNumber,
            Queue = await DeskPage.Queue(db, opened.Reader.Checks, opened.Reader.Id, most: 12),
            Calendar = await db.WorkingDays(),
            Now = now,
        };
    }

    private static async Task<IReadOnlyDictionary<long, string>> CategoryNames(PortalDbContext db, IReadOnlyCollection<long> keys) =>
        (await db.Categories.AsNoTracking().Where(c => keys.Contains(c.Id)).OrderBy(c => c.Code).ToListAsync())
            .ToDictionary(c => c.Id, c => $"{c.Code} {(Language.IsRussian ? c.Name : c.NameEn)}");
}
