using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SrmPortal.Testing;

/// <summary>How the daemon of a test answers the next scans.</summary>
public enum ClamdManner
{
    /// <summary>FOUND where the content has the words of EICAR, else OK.</summary>
    Honest,

    /// <summary>ERROR, as past its limit.</summary>
    Error,

    /// <summary>Reads, and says nothing.</summary>
    Silent,

    /// <summary>Closes in the middle.</summary>
    Drop,
}

/// <summary>A clamd that speaks the protocol on a loopback port or a socket, and answers as the test says.</summary>
public sealed class ClamdServer : IAsyncDisposable
{
    public const string Threat = "Win.Test.EICAR_HDB-1";

    /// <summary>The test file of EICAR, put together here so that no scanner of a developer's machine takes this source away.</summary>
    public static readonly byte[] Eicar = Encoding.ASCII.GetBytes(string.Concat(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE", "!$H+H*"));

    private readonly Socket _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public ClamdServer(string? socket = null)
    {
        _listener = socket is null ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(socket is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(socket));
        _listener.Listen();
        _work = Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public ClamdManner Manner { get; set; }

    /// <summary>How many contents it has been asked about.</summary>
    public int Asked { get; private set; }

    public Dictionary<string, string> Settings => new() { ["Antivirus:Host"] = "127.0.0.1", ["Antivirus:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Antivirus:TimeoutSeconds"] = "1" };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _work;
        _stop.Dispose();
    }

    private async Task Listen()
    {
        List<Task> open = [];
        try
        {
            while (true)
            {
                open.Add(Serve(await _listener.AcceptAsync(_stop.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task Serve(Socket caller)
    {
        try
        {
            await using var stream = new NetworkStream(caller, ownsSocket: true);
            var command = await Command(stream);
            if (command == "zPING")
            {
                if (Manner is not (ClamdManner.Silent or ClamdManner.Drop))
                {
                    await stream.WriteAsync("PONG\0"u8.ToArray(), _stop.Token);
                }

                return;
            }

            Assert.Equal("zINSTREAM", command);
            Asked++;
            if (Manner is ClamdManner.Drop)
            {
                return;
            }

            var content = await Content(stream);
            if (Manner is ClamdManner.Silent)
            {
                await Task.Delay(Timeout.Infinite, _stop.Token);
            }

            var answer = Manner is ClamdManner.Error ? "INSTREAM size limit exceeded. ERROR"
                : content.AsSpan().IndexOf(Eicar) >= 0 ? $"stream: {Threat} FOUND" : "stream: OK";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\0"), _stop.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            // The caller has gone, or the test is over.
        }
    }

    private async Task<string> Command(Stream stream)
    {
        List<byte> letters = [];
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) == 1 && one[0] != 0)
        {
            letters.Add(one[0]);
        }

        return Encoding.ASCII.GetString([.. letters]);
    }

    private async Task<byte[]> Content(Stream stream)
    {
        using var content = new MemoryStream();
        var length = new byte[sizeof(int)];
        while (true)
        {
            await stream.ReadExactlyAsync(length, _stop.Token);
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (piece.Length == 0)
            {
                return content.ToArray();
            }

            await stream.ReadExactlyAsync(piece, _stop.Token);
            content.Write(piece);
        }
    }
}
