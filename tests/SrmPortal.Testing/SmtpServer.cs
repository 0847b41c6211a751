using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace SrmPortal.Testing;

/// <summary>
/// A mail server on the loopback that says what the test wants: EHLO, STARTTLS, MAIL, RCPT, DATA, RSET, QUIT. Latin-1 streams
/// keep every byte. What it took is in <see cref="Mails"/>.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<MimeMessage> _mails = new();

    /// <param name="offersTls">With a certificate of its own making.</param>
    /// <param name="isAway">Its port is its own, and refuses everybody until it comes.</param>
    public SmtpServer(bool offersTls = false, bool isAway = false)
    {
        Certificate = offersTls ? SelfMade() : null;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (!isAway)
        {
            Come();
        }
    }

    public X509Certificate2? Certificate { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>The answer to a command, <c>"RCPT TO:&lt;a@b&gt;"</c> or <c>"."</c> at the end of the data; null: the usual one. <c>"drop"</c> hangs up.</summary>
    public Func<string, Task<string?>> Answer { get; set; } = _ => Task.FromResult<string?>(null);

    public IReadOnlyList<MimeMessage> Mails => [.. _mails];

    public int Connections { get; private set; }

    /// <summary>Whether the last mail came through TLS.</summary>
    public bool WasEncrypted { get; private set; }

    public void Come()
    {
        _listener.Listen();
        _ = Accept();
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        Certificate?.Dispose();
        _closing.Dispose();
    }

    private async Task Accept()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                _ = Talk(await _listener.AcceptAsync(_closing.Token));
                Connections++;
            }
            catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Talk(Socket client)
    {
        Stream stream = new NetworkStream(client, ownsSocket: true);
        try
        {
            await Say(stream, "220 test ready");
            while (await Line(stream) is { } command)
            {
                var verb = command.Split(' ', ':')[0].ToUpperInvariant();
                var answer = await Answer(command);
                if (answer is "drop")
                {
                    return;
                }

                await Say(stream, answer ?? Usual(verb, stream is SslStream));
                if (answer is null && verb == "STARTTLS")
                {
                    var encrypted = new SslStream(stream);
                    await encrypted.AuthenticateAsServerAsync(Certificate!);
                    stream = encrypted;
                }
                else if (answer is null && verb == "DATA" && !await Take(stream))
                {
                    return;
                }
                else if (verb == "QUIT")
                {
                    return;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side hung up.
        }
        finally
        {
            await stream.DisposeAsync();
        }
    }

    private string Usual(string verb, bool encrypted) => verb switch
    {
        "EHLO" => Certificate is not null && !encrypted ? "250-test\r\n250-8BITMIME\r\n250 STARTTLS" : "250-test\r\n250 8BITMIME",
        "STARTTLS" => "220 go on",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 ok",
    };

    private async Task<bool> Take(Stream stream)
    {
        var text = new StringBuilder();
        for (var line = await Line(stream); line != "."; line = await Line(stream))
        {
            if (line is null)
            {
                return false;
            }

            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        var answer = await Answer(".");
        if (answer is null || answer.StartsWith('2'))
        {
            using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
            _mails.Enqueue(await MimeMessage.LoadAsync(bytes));
            WasEncrypted = stream is SslStream;
        }

        if (answer is "drop")
        {
            return false;
        }

        await Say(stream, answer ?? "250 taken");
        return true;
    }

    private async Task<string?> Line(Stream stream)
    {
        var (line, one) = (new StringBuilder(), new byte[1]);
        while (await stream.ReadAsync(one, _closing.Token) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return null;
    }

    private async Task Say(Stream stream, string line) => await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), _closing.Token);

    private static X509Certificate2 SelfMade()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
