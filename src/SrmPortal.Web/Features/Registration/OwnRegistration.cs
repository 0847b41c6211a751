using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Web.Features.Registration;

/// <summary>The registration that the applicant of this request works on, and what is asked of it.</summary>
public sealed class OwnRegistration(PortalDbContext db, CurrentScope scope, ConsentTexts consents)
{
    public bool IsThere => scope.Is.RegistrationId is not null;

    /// <summary>To show. Null: there is none, or it has expired.</summary>
    public Task<SupplierRegistration?> Read() => Mine().AsNoTracking().SingleOrDefaultAsync();

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

    /// <summary>Saves one step, unless another tab has changed the same fields since the form was filled.</summary>
    /// <param name="part">What is saved.</param>
    /// <param name="basedOn">The part's revision when the form was filled.</param>
    /// <param name="typed">What the form says the content is to be.</param>
    /// <param name="save">The aggregate's method that takes it.</param>
    /// <param name="shown">How the reader sees a value of a field.</param>
    public Task<SupplierRegistration> Save(RegistrationParts part, int basedOn, Func<RegistrationContent, RegistrationContent> typed,
        Action<SupplierRegistration> save, Func<ContentDifference, string>? shown = null) => db.InTransaction(async () =>
        {
            var registration = await ToChange();
            if (registration.RevisionOf(part) != basedOn)
            {
                var differences = registration.Content.DifferencesFrom(typed(registration.Content)).Where(one => one.Part == part)
                    .Select(one => new BrokenRule(RegistrationRules.Elsewhere, one.Field, shown?.Invoke(one) ?? one.After)).ToArray();
                RuleViolation.ThrowIfAny(differences.Length == 0 ? []
                    : [new(SharedRules.ChangedMeanwhile, nameof(StepForm.Revision), registration.RevisionOf(part)), .. differences]);
            }

            save(registration);
            return registration;
        });

    /// <summary>Whether a supplier with this company's key exists. It is asked past the wall, and only the answer gets through.</summary>
    public Task<bool> IsSupplierAlready(SupplierRegistration registration) =>
        db.Suppliers.IgnoreQueryFilters([Walls.Company]).AnyAsync(s => s.Country == registration.Country
            && s.TaxKey == registration.TaxKey && s.BranchKpp == registration.BranchKpp && registration.TaxKey != "");

    private IQueryable<SupplierRegistration> Mine()
    {
        var id = scope.Is.RegistrationId;
        return db.Registrations.Where(r => r.Id == id);
    }
}

internal static class AskedDocuments
{
    /// <summary>What a company of this country and legal form is asked for, in the order of the page.</summary>
    public static async Task<IReadOnlyList<DocumentRequirement>> AskedOf(this IQueryable<DocumentKind> kinds, string country, string legalForm) =>
        [.. (await kinds.AsNoTracking().Where(k => !k.IsRetired).OrderBy(k => k.Order).ThenBy(k => k.Code).ToListAsync())
            .Select(kind => kind.For(country, legalForm)).OfType<DocumentRequirement>()];
}

/// <summary>What the form of every step carries.</summary>
public abstract class StepForm
{
    /// <summary>The revision of the part that the form was filled from.</summary>
    public int Revision { get; init; }

    /// <summary>Which button was pressed besides "save and go on": <c>back</c>, or what the page has of its own.</summary>
    public string? Do { get; init; }

    public bool GoesBack => Do == "back";
}
