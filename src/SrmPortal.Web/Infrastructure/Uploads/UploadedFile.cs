using SrmPortal.Data.Files;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Infrastructure.Uploads;

/// <summary>A file of a form. It lies in the store already; unless <see cref="Keep"/> is called, it is gone with the request.</summary>
internal sealed class UploadedFile : IFormFile
{
    private readonly IFileStore _store;
    private readonly WrittenFile? _written;
    private readonly FileKind? _kind;
    private readonly ScanState _scan;

    public UploadedFile(IFileStore store, string field, string fileName, WrittenFile? written, FileContent content, BrokenRule? refusal, ScanState scan = ScanState.NotAsked)
    {
        _scan = scan;
        (_store, Name, FileName, _written, _kind, Refusal) = (store, field, fileName, written, content.Kind, refusal);
    }

    /// <summary>Why it is not taken; the message names it.</summary>
    public BrokenRule? Refusal { get; }

    /// <summary>For what is read or sealed at once, and so cannot wait in quarantine: the antivirus must have answered.</summary>
    public BrokenRule? RefusalAtOnce => Refusal ?? (_scan is ScanState.Waiting ? new(FileRules.NotScanned, Name, CleanName) : null);

    /// <summary>Where a spreadsheet alone helps: nobody is told of what can be taken elsewhere.</summary>
    public void RefuseUnlessSpreadsheet(string notASpreadsheet) => RuleViolation.ThrowIfAny(
        Refusal is { Code: FileRules.Unknown } || (Refusal is null && _kind is not FileKind.Xlsx) ? [new(notASpreadsheet, Name)]
        : RefusalAtOnce is { } refusal ? [refusal] : []);

    public bool IsKept { get; private set; }

    public string ContentType => _kind?.ContentType() ?? "application/octet-stream";

    public string ContentDisposition => "form-data";

    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    public long Length => _written?.Size ?? 0;

    public string Name { get; }

    /// <summary>As the browser sent it; <see cref="FileNames.Clean"/> makes it harmless.</summary>
    public string FileName { get; }

    /// <summary>As it is kept and shown; of what was not refused.</summary>
    public string CleanName => FileNames.Clean(FileName, _kind!.Value);

    /// <summary>The file of a form that an action with <see cref="TakesFilesAttribute"/> has bound.</summary>
    public static UploadedFile Of(IFormFile bound) => (UploadedFile)bound;

    /// <summary>A row for it. Its bytes outlive the request.</summary>
    public StoredFile Keep(FileOwner owner, DateTime now)
    {
        RuleViolation.ThrowIfAny(Refusal is null ? [] : [Refusal]);
        IsKept = true;
        return new StoredFile(_written!, CleanName, _kind!.Value, owner, now, _scan);
    }

    public Stream OpenReadStream() => _store.Open(_written!.StoreName);

    public void CopyTo(Stream target)
    {
        using var content = OpenReadStream();
        content.CopyTo(target);
    }

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken = default)
    {
        await using var content = OpenReadStream();
        await content.CopyToAsync(target, cancellationToken);
    }

    public void DeleteUnlessKept()
    {
        if (!IsKept && _written is not null)
        {
            _store.Delete(_written.StoreName);
        }
    }
}
