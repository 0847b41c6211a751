using System.Security.Cryptography;
using SrmPortal.Data.Files;

namespace SrmPortal.Web.Infrastructure.Uploads;

/// <summary>
/// The files of one request, for what must never lie on a disk in clear: an offer's attachments before they are sealed, a receipt
/// that is only checked. Gone with the request.
/// </summary>
internal sealed class FilesInMemory : IFileStore
{
    private readonly Dictionary<string, byte[]> _files = [];

    public async Task<WrittenFile?> Write(FileArea area, Stream content, long limit, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var piece = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(piece, cancellation)) > 0)
        {
            if (whole.Length + read > limit)
            {
                await content.CopyToAsync(Stream.Null, cancellation);
                return null;
            }

            whole.Write(piece, 0, read);
        }

        var (name, bytes) = (Guid.NewGuid().ToString("N"), whole.ToArray());
        _files[name] = bytes;
        return new WrittenFile(name, bytes.Length, SHA256.HashData(bytes));
    }

    public Stream Open(string storeName) => new MemoryStream(_files[storeName], writable: false);

    public void Delete(string storeName) => _files.Remove(storeName);

    public IEnumerable<string> WrittenBefore(FileArea area, DateTime instant) => [];
}
