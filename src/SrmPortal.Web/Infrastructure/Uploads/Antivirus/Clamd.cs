using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using SrmPortal.Data.Files;

namespace SrmPortal.Web.Infrastructure.Uploads.Antivirus;

/// <summary>The section <c>Antivirus</c>: where clamd listens. Neither a host nor a socket: files are taken without it.</summary>
public sealed class AntivirusSettings
{
    public const string Section = "Antivirus";

    /// <summary>The name or address of a clamd that listens on TCP.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 3310;

    /// <summary>Or its socket in the file system: <c>/run/clamav/clamd.ctl</c>.</summary>
    public string? Socket { get; set; }

    /// <summary>How long an upload waits for the answer; then the file waits in quarantine.</summary>
    public double TimeoutSeconds { get; set; } = 30;

    public bool IsConfigured => Host is { Length: > 0 } || Socket is { Length: > 0 };
}

/// <summary>What was said of a content.</summary>
/// <param name="State">Waiting: nothing yet.</param>
/// <param name="Threat">What was found.</param>
public readonly record struct ScanAnswer(ScanState State, string? Threat = null);

/// <summary>Asks whether a content holds malware.</summary>
public interface IAntivirus
{
    bool IsConfigured { get; }

    /// <summary>Whether it is there.</summary>
    Task<bool> Answers(CancellationToken cancellation);

    /// <param name="content">Read from its start.</param>
    /// <param name="cancellation">Of who asks.</param>
    /// <param name="patiently">Ask although it has just been silent.</param>
    Task<ScanAnswer> Scan(Stream content, CancellationToken cancellation, bool patiently = false);
}

/// <summary>
/// ClamAV's daemon, by its own protocol (clamd(8)): <c>zINSTREAM</c>, pieces with their length before them, an empty one at the end, and
/// one answer, which ends in OK, FOUND or ERROR. Silence is never taken for OK.
/// </summary>
internal sealed partial class Clamd(IOptions<AntivirusSettings> settings, TimeProvider clock, ILogger<Clamd> logger) : IAntivirus
{
    private const int PieceSize = 64 * 1024, LongestAnswer = 4096;

    private static readonly TimeSpan ToConnect = TimeSpan.FromSeconds(5);

    /// <summary>So long a silent daemon is left alone by uploads: each of them would only wait.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private DateTimeOffset _silentUntil;

    public bool IsConfigured => settings.Value.IsConfigured;

    public async Task<bool> Answers(CancellationToken cancellation) => IsConfigured &&
        await Ask(async (stream, token) =>
        {
            await stream.WriteAsync("zPING\0"u8.ToArray(), token);
            return await Answer(stream, token);
        }, ToConnect, cancellation) == "PONG";

    public async Task<ScanAnswer> Scan(Stream content, CancellationToken cancellation, bool patiently = false)
    {
        if (!IsConfigured)
        {
            return new ScanAnswer(ScanState.NotAsked);
        }

        if (!patiently && clock.GetUtcNow() < _silentUntil)
        {
            return new ScanAnswer(ScanState.Waiting);
        }

        content.Position = 0;
        var said = await Ask((stream, token) => SendAndRead(stream, content, token), TimeSpan.FromSeconds(settings.Value.TimeoutSeconds), cancellation);
        _silentUntil = said is null ? clock.GetUtcNow() + Rest : default;
        if (said is not null && said.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            var threat = said[(said.IndexOf(':', StringComparison.Ordinal) + 1)..^" FOUND".Length].Trim();
            LogFound(logger, threat);
            return new ScanAnswer(ScanState.Infected, threat.Length > 200 ? threat[..200] : threat);
        }

        if (said is "stream: OK")
        {
            return new ScanAnswer(ScanState.Clean);
        }

        LogNoAnswer(logger, said ?? "nothing");
        return new ScanAnswer(ScanState.Waiting);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The antivirus has found {Threat} in a file.")]
    private static partial void LogFound(ILogger logger, string threat);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The antivirus gave no verdict on a file, but said: {Said}. The file waits in quarantine.")]
    private static partial void LogNoAnswer(ILogger logger, string said);

    private static async Task<string?> SendAndRead(Stream stream, Stream content, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
            var piece = new byte[sizeof(int) + PieceSize];
            int read;
            while ((read = await content.ReadAsync(piece.AsMemory(sizeof(int)), cancellation)) > 0)
            {
                BinaryPrimitives.WriteInt32BigEndian(piece, read);
                await stream.WriteAsync(piece.AsMemory(0, sizeof(int) + read), cancellation);
            }

            await stream.WriteAsync(new byte[sizeof(int)], cancellation);
        }
        catch (IOException)
        {
            // Past its own limit it says so and closes: what it said can still be read.
        }

        return await Answer(stream, cancellation);
    }

    /// <summary>Up to the zero byte or the end. Null: it has said nothing.</summary>
    private static async Task<string?> Answer(Stream stream, CancellationToken cancellation)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        int read;
        while (length < answer.Length && (read = await stream.ReadAsync(answer.AsMemory(length), cancellation)) > 0)
        {
            length += read;
            if (answer.AsSpan(0, length).Contains((byte)0))
            {
                break;
            }
        }

        var said = Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n', '\r', ' ');
        return said.Length == 0 ? null : said;
    }

    /// <summary>What it answers, or null where it does not.</summary>
    private async Task<string?> Ask(Func<Stream, CancellationToken, Task<string?>> question, TimeSpan patience, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience < ToConnect ? patience : ToConnect);
        try
        {
            using var socket = await Connect(limit.Token);
            limit.CancelAfter(patience);
            await using var stream = new NetworkStream(socket);
            return await question(stream, limit.Token);
        }
        catch (Exception silence) when (!cancellation.IsCancellationRequested && silence is SocketException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<Socket> Connect(CancellationToken cancellation)
    {
        var (host, port, path) = (settings.Value.Host, settings.Value.Port, settings.Value.Socket);
        var socket = path is { Length: > 0 } ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (path is { Length: > 0 })
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
            }
            else
            {
                await socket.ConnectAsync(host!, port, cancellation);
            }

            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
