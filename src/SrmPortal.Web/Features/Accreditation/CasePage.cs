using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Registration;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
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

    /// <summary>Other registrations of the same company that are not withdrawn.</summary>
    public required IReadOnlyList<SupplierRegistration> Competing { get; init; }

    /// <summary>Names by account.</summary>
    public required IReadOnlyDictionary<long, string> Names { get; init; }

    /// <summary>Who may be given which check, for the head of the desk.</summary>
    public required ILookup<string, (long Id, string Name)> Reviewers { get; init; }

    /// <summary>Names by category.</summary>
    public required IReadOnlyDictionary<long, string> Categories { get; init; }

    /// <summary>Tokens by stored file.</summary>
    public required IReadOnlyDictionary<long, string> Files { get; init; }

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

    public DateOnly? AnswerDue => UsualAnswerDue;

    public long? ReviewerId { get; }

    public DateOnly? Until { get; }

    public DateOnly? MeetingOn => Chosen?.MeetingOn;

    public string? Reason { get; }

    public bool CanArrange(AccreditationCheck check) => Case.CanArrange(check, Reader) || Case.CanSetMeeting(check, Reader);

    public string StateOf(SupplierRegistration registration, IStringLocalizer<Texts> texts) => registration.State switch
    {
        RegistrationState.Accredited => texts["Accredited"],
        RegistrationState.Rejected => texts["Rejected"],
        RegistrationState.ReturnedForCorrection => texts["Returned for correction"],
        RegistrationState.Submitted => texts["Sent"],
        _ => texts["Under review"],
    };

    public Guid Key { get; } = Guid.NewGuid();

    public int Sending => Registration?.Sendings ?? 0;

    /// <summary>The usual day for an answer.</summary>
    public DateOnly UsualAnswerDue => Calendar.After(WorkingDays.DayOf(Now), AccreditationCase.UsualAnswerDays);

    public string NameOf(long? person) => person is { } id && Names.TryGetValue(id, out var name) ? UserAccount.ShortNameOf(name) : "—";

    /// <summary>The documents, those that this check rests on first.</summary>
    public IReadOnlyList<RegistrationDocument> Documents => Registration?.Content.Documents ?? [];

    public static async Task<CasePage?> Read(PortalDbContext db, DeskPeople people, Scope scope, string number, string? check, DateTime now)
    {
        var accreditation = await db.AccreditationCases.AsNoTracking().Include(c => c.Checks).Include(c => c.Decisions).Include(c => c.Notes)
            .AsSingleQuery().SingleOrDefaultAsync(c => c.Number == number);
        if (accreditation is null)
        {
            return null;
        }

        var registration = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == accreditation.RegistrationId);
        var reader = await people.Of(scope.PersonId!.Value, registration);
        var staff = await Staff(db, accreditation);
        var before = registration is { Sendings: > 1 } ? await SendingBefore(db, registration) : null;
        var content = registration?.Content ?? new RegistrationContent();
        long[] files = [.. content.Files.Select(file => file.FileId)];
        return new CasePage
        {
            Case = accreditation,
            Chosen = check is null ? null : accreditation.Check(check),
            Registration = registration,
            Reader = reader,
            Differences = before is null ? [] : [.. content.DifferencesFrom(before.Content)],
            DifferencesSince = before?.At,
            Competing = registration is null ? [] : await CompetingWith(db, registration),
            Names = staff.ToDictionary(person => person.Id, person => person.FullName),
            Reviewers = staff.Where(person => person.State is AccountState.Active)
                .SelectMany(person => person.Checks.Select(check => (check, person.Id, person.FullName))).ToLookup(one => one.check, one => (one.Id, one.FullName)),
            Categories = await CategoryNames(db, content),
            Files = await db.Files.AsNoTracking().Where(f => files.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Token),
            DocumentNames = (await db.DocumentRequirements.AsNoTracking().ToListAsync()).GroupBy(d => d.Kind).ToDictionary(d => d.Key, d => d.First().Title),
            SupplierNumber = await SupplierOf(db, accreditation, registration),
            Queue = await DeskPage.Queue(db, reader.Checks, reader.Id, most: 12),
            Calendar = await db.WorkingDays(),
            Now = now,
        };
    }

    private static async Task<IReadOnlyList<StaffPerson>> Staff(PortalDbContext db, AccreditationCase accreditation)
    {
        long[] named = [.. accreditation.Decisions.Select(d => d.ById).Concat(accreditation.Checks.Select(c => c.ReviewerId).OfType<long>()).Distinct()];
        string[] codes = [.. accreditation.Checks.Select(c => c.Code)];
        return await db.Accounts.AsNoTracking()
            .Where(a => named.Contains(a.Id) || a.Appointments.Any(one => one.Role == StaffRoles.Reviewer && codes.Contains(one.CheckCode!)))
            .OrderBy(a => a.FullName).Take(500)
            .Select(a => new StaffPerson(a.Id, a.FullName, a.State, a.Appointments
                .Where(one => one.Role == StaffRoles.Reviewer && one.CheckCode != null).Select(one => one.CheckCode!).ToList()))
            .ToListAsync();
    }

    private static Task<RegistrationSending?> SendingBefore(PortalDbContext db, SupplierRegistration registration) =>
        db.RegistrationSendings.AsNoTracking().SingleOrDefaultAsync(s => s.RegistrationId == registration.Id && s.No == registration.Sendings - 1);

    private static Task<List<SupplierRegistration>> CompetingWith(PortalDbContext db, SupplierRegistration registration) =>
        db.Registrations.AsNoTracking()
            .Where(r => r.Id != registration.Id && r.Country == registration.Country && r.TaxKey == registration.TaxKey && r.BranchKpp == registration.BranchKpp
                && r.Number != null && r.State != RegistrationState.Withdrawn && r.State != RegistrationState.Expired && r.State != RegistrationState.Draft)
            .OrderBy(r => r.SubmittedAt).Take(5).ToListAsync();

    private static async Task<IReadOnlyDictionary<long, string>> CategoryNames(PortalDbContext db, RegistrationContent content) =>
        (await db.Categories.AsNoTracking().Where(c => content.Categories.Contains(c.Id)).OrderBy(c => c.Code).ToListAsync())
            .ToDictionary(c => c.Id, c => $"{c.Code} {(Language.IsRussian ? c.Name : c.NameEn)}");

    private static Task<string?> SupplierOf(PortalDbContext db, AccreditationCase accreditation, SupplierRegistration? registration)
    {
        var (id, country, key, branch) = (accreditation.SupplierId, registration?.Country, registration?.TaxKey, registration?.BranchKpp);
        return db.Suppliers.AsNoTracking().Where(s => s.Id == id || (id == null && s.Country == country && s.TaxKey == key && s.BranchKpp == branch))
            .Select(s => s.Number).FirstOrDefaultAsync();
    }

    private sealed record StaffPerson(long Id, string FullName, AccountState State, List<string> Checks);
}
