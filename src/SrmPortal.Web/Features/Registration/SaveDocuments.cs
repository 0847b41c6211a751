using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Wordings;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Registration;

/// <summary>Saves numbers, validities, consents and files of step 5. A file that can't be taken is named; the others are.</summary>
public sealed class SaveDocuments(PortalDbContext db, OwnRegistration own, ConsentTexts consents, IFileStore store, IOptions<FileSettings> settings) : IDeed
{
    /// <returns>The registration as saved, and what was refused, each at its field.</returns>
    public async Task<(SupplierRegistration Saved, IReadOnlyList<BrokenRule> Refused)> Save(DocumentsForm form, DateTime instant)
    {
        List<BrokenRule> refused = [];
        List<string> removed = [];
        var saved = await db.InTransaction(async () =>
        {
            refused.Clear();
            removed.Clear();
            var registration = await own.ToChange();
            var asked = await own.Asked(registration);
            var theirs = Settled(registration, form);
            registration.FillDocuments(Entries(registration, form, asked, theirs, refused), instant);
            if (registration.CanAgree)
            {
                var agreed = form.Agreed.Select(kind => registration.AgreedTo(kind, consents.Editions[kind]) ?? consents.Of(kind)).ToLookup(text => form.HasSeen(text) || registration.HasAgreed(text.Kind, text.Edition));
                registration.Agree([.. agreed[true]], instant);
                refused.AddRange(agreed[false].Select(text => new BrokenRule(TextRules.ChangedWhileRead, text.Kind.ToString())));
            }

            if (form.Removed is { } token)
            {
                await Remove(registration, token, removed, instant);
            }

            await Attach(registration, form, refused, instant);
            return registration;
        });
        removed.ForEach(store.Delete);
        return (saved, refused);
    }

    private static List<(string, string, DateOnly?)> Entries(
        SupplierRegistration registration, DocumentsForm form, IReadOnlyList<DocumentRequirement> asked, IReadOnlyCollection<string> theirs, List<BrokenRule> refused)
    {
        List<(string, string, DateOnly?)> entries = [];
        for (var i = 0; i < form.Documents.Count; i++)
        {
            var row = form.Documents[i];
            RuleViolation.ThrowIf(asked.All(one => one.Kind != row.Kind), RegistrationRules.NoSuchDocument);
            var (there, takesUntil) = (registration.Content.DocumentOf(row.Kind!), theirs.Contains($"Documents[{i}].{nameof(row.ValidUntil)}"));
            var until = TypedDate.Read(row.ValidUntil, out var unread);
            if (unread is not null && !takesUntil)
            {
                refused.Add(unread with { Field = $"Documents[{i}].{nameof(row.ValidUntil)}" });
            }

            var number = theirs.Contains($"Documents[{i}].{nameof(row.Number)}") ? there.Number : Typed.Line(row.Number);
            entries.Add((row.Kind!, number, takesUntil ? there.ValidUntil : until));
        }

        return entries;
    }

    /// <summary>Files that were added elsewhere clash with nothing; only what is typed does.</summary>
    private IReadOnlyCollection<string> Settled(SupplierRegistration registration, DocumentsForm form)
    {
        List<ConflictField> differences = [];
        for (var i = 0; i < form.Documents.Count; i++)
        {
            var (row, there) = (form.Documents[i], registration.Content.DocumentOf(form.Documents[i].Kind ?? ""));
            if (Typed.Line(row.Number) != there.Number)
            {
                differences.Add(new($"Documents[{i}].{nameof(row.Number)}", Typed.Line(row.Number), there.Number));
            }

            if (TypedDate.Read(row.ValidUntil, out _) != there.ValidUntil)
            {
                differences.Add(new($"Documents[{i}].{nameof(row.ValidUntil)}", Typed.Line(row.ValidUntil), there.ValidUntil is { } day ? Shown.Date(day) : ""));
            }
        }

        return own.Settle(form, registration.DocumentsRevision, differences);
    }

    private async Task Attach(SupplierRegistration registration, DocumentsForm form, List<BrokenRule> refused, DateTime instant)
    {
        foreach (var (row, file) in form.Documents.SelectMany(row => row.Files.Select(file => (row, UploadedFile.Of(file)))))
        {
            if ((file.Refusal ?? registration.WhyNotAttached(file.FileName, file.Length, settings.Value.LargestRegistration)) is { } refusal)
            {
                refused.Add(refusal with { Field = file.Name });
                continue;
            }

            var stored = db.Add(file.Keep(FileOwner.Registration(registration.Id), instant)).Entity;
            await db.SaveChangesAsync();
            registration.Attach(row.Kind!, new DocumentFile(stored.Id, stored.Name, stored.Size), settings.Value.LargestRegistration, instant);
        }
    }

    /// <summary>What was sent once stays for the reviewers who compare.</summary>
    private async Task Remove(SupplierRegistration registration, string token, List<string> removed, DateTime instant)
    {
        if (await db.Files.SingleOrDefaultAsync(f => f.Token == token
            && (f.RegistrationId == registration.Id || (f.SupplierId != null && f.SupplierId == registration.RenewsSupplierId))) is { } file)
        {
            registration.Remove(file.Id, instant);
            if (registration.Sendings == 0 && file.RegistrationId == registration.Id)
            {
                db.Remove(file);
                removed.Add(file.StoreName);
            }
        }
    }
}
