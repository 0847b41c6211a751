using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Registration;

/// <summary>Step 5: each kind of document with its number, validity and files. A stored file is attached as soon as it is chosen.</summary>
public sealed partial class SupplierRegistration
{
    public const int MostFiles = 100;

    /// <summary>Step 5: numbers and validities; files have their own way.</summary>
    public void FillDocuments(IEnumerable<(string Kind, string Number, DateOnly? ValidUntil)> documents, DateTime now) =>
        Fill(RegistrationParts.Documents, Content with { Documents = WithNumbers(documents) }, now);

    /// <summary>A file that was stored becomes one of this kind's.</summary>
    public void Attach(string kind, DocumentFile file, long largestTogether, DateTime now)
    {
        RefuseUnlessEditable(RegistrationParts.Documents);
        RuleViolation.ThrowIfAny(WhyNotAttached(file.Name, file.Size, largestTogether) is { } refusal ? [refusal] : []);
        var document = Content.DocumentOf(kind);
        TakeDocument(document with { Files = [.. document.Files, file] });
        Touched(RegistrationParts.Documents, now);
        Changed(new DocumentAttached(Subject, kind, file.FileId));
    }

    /// <summary>Why one more file of this size can't be attached, or null.</summary>
    public BrokenRule? WhyNotAttached(string name, long size, long largestTogether) =>
        Content.Files.Count() >= MostFiles ? new(RegistrationRules.TooManyFiles, null, MostFiles)
        : Content.Files.Sum(other => other.Size) + size > largestTogether ? new(RegistrationRules.FilesTooLarge, null, name, largestTogether / (1024 * 1024))
        : null;

    /// <summary>Takes a file out again; the stored file is the caller's to delete, unless an earlier sending still shows it.</summary>
    public void Remove(long fileId, DateTime now)
    {
        RefuseUnlessEditable(RegistrationParts.Documents);
        if (Content.Documents.FirstOrDefault(document => document.Files.Any(file => file.FileId == fileId)) is { } document)
        {
            TakeDocument(document with { Files = [.. document.Files.Where(file => file.FileId != fileId)] });
            Touched(RegistrationParts.Documents, now);
            Changed(new DocumentRemoved(Subject, document.Kind, fileId));
        }
    }

    private IReadOnlyList<RegistrationDocument> WithNumbers(IEnumerable<(string Kind, string Number, DateOnly? ValidUntil)> documents)
    {
        var kept = Content.Documents.ToDictionary(document => document.Kind);
        foreach (var (kind, number, until) in documents)
        {
            kept[kind] = Content.DocumentOf(kind) with { Number = number, ValidUntil = until };
        }

        return [.. kept.Values.Where(document => document.Files.Count > 0 || document.Number.Length > 0 || document.ValidUntil is not null)];
    }

    private void TakeDocument(RegistrationDocument document) =>
        Take(Content with { Documents = [.. Content.Documents.Where(other => other.Kind != document.Kind), document] });
}
