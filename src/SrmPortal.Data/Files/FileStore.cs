using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace SrmPortal.Data.Files;

/// <summary>Where files lie, and how large they may be (<c>Files:*</c>).</summary>
public sealed class FileSettings
{
    public const long MegaByte = 1024 * 1024;

    /// <summary>A folder outside the web root, shared by all instances.</summary>
    public string Root { get; set; } = "";

    /// <summary>The largest that one file may be, in bytes.</summary>
    public long LargestFile { get; set; } = 25 * MegaByte;

    /// <summary>The largest that all files of one registration may be together, in bytes.</summary>
    public long LargestRegistration { get; set; } = 100 * MegaByte;

    /// <summary>The largest form that is read to its end, so that what is too large in it can be said at its field.</summary>
    public long LargestForm { get; set; } = 300 * MegaByte;
}

/// <summary>What was written.</summary>
/// <param name="StoreName">Generated; says nothing about the file.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the content, 32 bytes.</param>
public sealed record WrittenFile(string StoreName, long Size, byte[] Sha256);

/// <summary>What kind of bytes: the first letter of their names.</summary>
public enum FileArea
{
    /// <summary>Each has a row <see cref="StoredFile"/>; what has none is swept away.</summary>
    Files = 'f',

    /// <summary>Sealed blobs; who writes them looks after them.</summary>
    Sealed = 's',
}

/// <summary>Keeps bytes under generated names. Whose they are and what they are called is not its business.</summary>
public interface IFileStore
{
    /// <summary>Writes to the end, or until it is more than <paramref name="limit"/> bytes: then nothing remains, and the answer is null.</summary>
    Task<WrittenFile?> Write(FileArea area, Stream content, long limit, CancellationToken cancellation);

    /// <summary>Reads from the start; can seek.</summary>
    Stream Open(string storeName);

    void Delete(string storeName);

    /// <summary>The names of all in an area that was written before this instant (UTC), also of what a killed process has left half written.</summary>
    IEnumerable<string> WrittenBefore(FileArea area, DateTime instant);
}

/// <summary>On a disk. What was confirmed is on it, also after the power went: flushed, then renamed.</summary>
public sealed class DiskFileStore(IOptions<FileSettings> settings) : IFileStore
{
    private const int BufferSize = 80 * 1024;
    private const string Unfinished = ".part";

    public async Task<WrittenFile?> Write(FileArea area, Stream content, long limit, CancellationToken cancellation)
    {
        var name = (char)area + RandomNumberGenerator.GetHexString(39, lowercase: true);
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            if (await Copy(content, path + Unfinished, limit, cancellation) is not { } hash)
            {
                return null;
            }

            File.Move(path + Unfinished, path);
            return new(name, new FileInfo(path).Length, hash);
        }
        finally
        {
            File.Delete(path + Unfinished);
        }
    }

    public Stream Open(string storeName) =>
        new FileStream(PathOf(storeName), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true);

    public void Delete(string storeName) => File.Delete(PathOf(storeName));

    public IEnumerable<string> WrittenBefore(FileArea area, DateTime instant) => !Directory.Exists(settings.Value.Root) ? []
        : Directory.EnumerateFiles(settings.Value.Root, $"{(char)area}*", SearchOption.AllDirectories)
            .Where(path => File.GetLastWriteTimeUtc(path) < instant).Select(path => Path.GetFileName(path));

    private static async Task<byte[]?> Copy(Stream content, string path, long limit, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, useAsync: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        for (var size = 0L; await content.ReadAsync(buffer, cancellation) is > 0 and var read;)
        {
            size += read;
            if (size > limit)
            {
                return null;
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        file.Flush(flushToDisk: true);
        return hash.GetHashAndReset();
    }

    // A name is only ever one that was generated here: nothing that came from outside becomes a path.
    private string PathOf(string name) =>
        (name.EndsWith(Unfinished, StringComparison.Ordinal) ? name[..^Unfinished.Length] : name) is { Length: 40 } generated && generated.All(char.IsAsciiLetterOrDigit)
            ? Path.Combine(settings.Value.Root, name[..3], name)
            : throw new ArgumentException("Not a name of the file store.", nameof(name));
}
