using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

/// <summary>The registration that the applicant of this request works on, and what is asked of it.</summary>
public sealed class OwnRegistration(PortalDbContext db, CurrentScope scope, ConsentTexts consents)
{
    public bool IsThere => scope.Is.RegistrationId is not null;

    /// <summary>To show. Null: there is none, or it has expired.</summary>
    public Task<SupplierRegistration?> Read() => Mine().AsNoTracking().SingleOrDefaultAsync(r => r.State != RegistrationState.Expired);

    /// <summary>To change, inside a deed.</summary>
    public Task<SupplierRegistration> ToChange() => Mine().SingleAsync();

    /// <summary>The documents that its country and legal form ask for, in the order of the page.</summary>
    public async Task<IReadOnlyList<DocumentRequirement>> Asked(SupplierRegistration registration) =>
        await db.DocumentKinds.AskedOf(registration.Country, registration.Content.Details.LegalForm);

    /// <summary>Files in which malware was found after they had been taken, each at the field of its kind.</summary>
    public async Task<IReadOnlyList<BrokenRule>> Infected(SupplierRegistration registration, IReadOnlyList<DocumentRequirement> asked)
    {
        long[] files = [.. registration.Content.Files.Select(file => file.FileId)];
        var infected = await db.Files.AsNoTracking().Where(f => files.Contains(f.Id) && f.Scan == ScanState.Infected).OrderBy(f => f.Id).ToListAsync();
        return [.. infected.Select(file => new BrokenRule(FileRules.WasInfected, FieldOf(file.Id), file.Name, file.Threat!))];

        string FieldOf(long file)
        {
            var kind = registration.Content.Documents.First(document => document.Files.Any(one => one.FileId == file)).Kind;
            return $"Documents[{asked.Select(one => one.Kind).ToList().IndexOf(kind)}].Files";
        }
    }

    public IReadOnlyDictionary<ConsentKind, int> Editions => consents.Editions;

    /// <summary>What another tab has saved meanwhile, and this form would change back; empty unless the form is shown again for it.</summary>
    public IReadOnlyList<ConflictField> Conflict { get; private set; } = [];

    /// <summary>Whether values of another tab were chosen: then what is stored is to be shown, not what was typed.</summary>
    public bool HasTakenTheirs { get; private set; }

    /// <summary>Saves one step. Where another tab has changed the same fields since the form was filled, nothing is written until each was chosen.</summary>
    /// <param name="part">What is saved.</param>
    /// <param name="form">What it was filled from, and what was chosen of two values.</param>
    /// <param name="typed">What the form says the content is to be.</param>
    /// <param name="save">The aggregate's method that takes it.</param>
    /// <param name="shown">How the reader sees a value of a field.</param>
    public Task<SupplierRegistration> Save(RegistrationParts part, StepForm form, Func<RegistrationContent, RegistrationContent> typed,
        Action<SupplierRegistration, RegistrationContent> save, Func<ContentDifference, string, string>? shown = null) => db.InTransaction(async () =>
        {
            var registration = await ToChange();
            var content = typed(registration.Content);
            var taken = Settle(form, registration.RevisionOf(part),
            [
                .. registration.Content.DifferencesFrom(content).Where(one => one.Part == part)
                    .Select(one => new ConflictField(one.Field, shown?.Invoke(one, one.Before) ?? one.Before, shown?.Invoke(one, one.After) ?? one.After)),
            ]);
            save(registration, content.Taking(taken, registration.Content));
            return registration;
        });

    /// <summary>Refuses until one of the two values of each field was chosen.</summary>
    /// <param name="form">What was filled in, from what, and what was chosen.</param>
    /// <param name="revision">The one that stands now.</param>
    /// <param name="differences">Fields in which the form differs from what is stored.</param>
    /// <returns>The fields whose stored value stays.</returns>
    public IReadOnlyCollection<string> Settle(StepForm form, int revision, IReadOnlyCollection<ConflictField> differences)
    {
        var chosen = form.Choices.Where(one => one.Field is not null).DistinctBy(one => one.Field).ToDictionary(one => one.Field!, one => one.Keep);
        var isStale = form.Revision != revision;
        Conflict = [.. differences.Where(one => isStale || chosen.ContainsKey(one.Field)).Select(one => one with { Keep = isStale ? null : chosen[one.Field] })];
        BrokenRule[] open = [.. Conflict.Where(one => one.Keep is not (Choice.Mine or Choice.Theirs))
            .Select(one => new BrokenRule(isStale ? RegistrationRules.Elsewhere : RegistrationRules.ChooseOne, one.Field, one.Theirs))];
        RuleViolation.ThrowIfAny(open.Length == 0 ? [] : isStale ? [new(SharedRules.ChangedMeanwhile, nameof(StepForm.Revision), revision), .. open] : open);
        string[] taken = [.. Conflict.Where(one => one.Keep == Choice.Theirs).Select(one => one.Field)];
        (Conflict, HasTakenTheirs) = ([], taken.Length > 0);
        return taken;
    }

    /// <summary>Whether a supplier with this company's key exists. It is asked past the wall, and only the answer gets through.</summary>
    public Task<bool> IsSupplierAlready(SupplierRegistration registration) =>
        db.Suppliers.IgnoreQueryFilters([Walls.Company]).AnyAsync(s => s.Country == registration.Country
            && s.TaxKey == registration.TaxKey && s.BranchKpp == registration.BranchKpp && registration.TaxKey != "" && s.Id != registration.RenewsSupplierId);

    private IQueryable<SupplierRegistration> Mine()
    {
        var id = scope.Is.RegistrationId;
        return db.Registrations.Where(r => r.Id == id);
    }
}

/// <summary>A field that this form and another tab have changed.</summary>
/// <param name="Mine">What the form says, as the reader sees it.</param>
/// <param name="Theirs">What was saved meanwhile.</param>
public sealed record ConflictField(string Field, string Mine, string Theirs)
{
    /// <summary>What was chosen so far.</summary>
    public string? Keep { get; init; }
}

/// <summary>Of two values of one field the one that stays.</summary>
public sealed class Choice
{
    public const string Mine = "mine", Theirs = "theirs";

    public string? Field { get; init; }

    public string? Keep { get; init; }
}

internal static class AskedDocuments
{
    /// <summary>What a company of this country and legal form is asked for, in the order of the page.</summary>
    public static async Task<IReadOnlyList<DocumentRequirement>> AskedOf(this IQueryable<DocumentKind> kinds, string country, string legalForm) =>
        [.. (await kinds.AsNoTracking().Where(k => !k.IsRetired).OrderBy(k => k.Order).ThenBy(k => k.Code).ToListAsync())
            .Select(kind => kind.For(country, legalForm)).OfType<DocumentRequirement>()];

    /// <summary>What each kind is called, by its code; retired ones too, since documents of them are kept.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesByCode(this IQueryable<DocumentKind> kinds) =>
        await kinds.AsNoTracking().Select(kind => new { kind.Code, Name = Language.IsRussian ? kind.Name : kind.NameEn }).ToDictionaryAsync(kind => kind.Code, kind => kind.Name);
}

/// <summary>What the form of every step carries.</summary>
public abstract class StepForm
{
    /// <summary>The revision of the part that the form was filled from.</summary>
    public int Revision { get; init; }

    /// <summary>Which button was pressed besides "save and go on": <c>back</c>, <c>to:people</c>, or what the page has of its own.</summary>
    public string? Do { get; init; }

    /// <summary>Where another tab saved something else: which of the two values stays.</summary>
    public List<Choice> Choices { get; init; } = [];

    /// <summary>The step that is gone to instead of the next one: by <c>back</c>, or by <c>to:people</c>. What was typed is saved, right or wrong.</summary>
    public RegistrationStep? LeavesFor(RegistrationStep current) => Do?.Split(':') switch
    {
        ["back"] when current > RegistrationStep.Country => current - 1,
        ["to", var step] when Enum.TryParse<RegistrationStep>(step, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) => chosen,
        _ => null,
    };
}
