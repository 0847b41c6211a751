using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SrmPortal.Testing;

/// <summary>A mailbox on the loopback, as much of IMAP4rev1 as reading and flagging takes. Latin-1 streams keep every byte.</summary>
public sealed class ImapServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();

    public ImapServer()
    {
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The mails as they lie there, with what follows their number as uid: the first is 1.</summary>
    public List<string> Mails { get; } = [];

    public HashSet<int> Seen { get; } = [];

    /// <summary>How often a mail was fetched.</summary>
    public int Fetches { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task Accept()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                _ = Talk(await _listener.AcceptTcpClientAsync(_closing.Token));
            }
            catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var socket = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("* OK [CAPABILITY IMAP4rev1] ready");
            while (await reader.ReadLineAsync(_closing.Token) is { } line)
            {
                var parts = line.Split(' ', 3);
                var command = parts[1].ToUpperInvariant() is "UID" ? "UID " + parts[2].Split(' ')[0].ToUpperInvariant() : parts[1].ToUpperInvariant();
                await writer.WriteAsync(Answer(command, parts.Length > 2 ? parts[2] : ""));
                await writer.WriteLineAsync($"{parts[0]} OK {(command == "SELECT" ? "[READ-WRITE] " : "")}done");
                if (command == "LOGOUT")
                {
                    return;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The other side hung up.
        }
    }

    private string Answer(string command, string rest)
    {
        var uid = command.StartsWith("UID ", StringComparison.Ordinal) && rest.Split(' ') is [_, var asked, ..] && int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        switch (command)
        {
            case "CAPABILITY":
                return "* CAPABILITY IMAP4rev1\r\n";
            case "LIST" or "LSUB":
                return rest.Contains("INBOX", StringComparison.OrdinalIgnoreCase) ? "* LIST (\\HasNoChildren) \"/\" INBOX\r\n" : "* LIST (\\Noselect) \"/\" \"\"\r\n";
            case "SELECT":
                return string.Create(CultureInfo.InvariantCulture, $"* FLAGS (\\Seen)\r\n* {Mails.Count} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 7] valid\r\n* OK [UIDNEXT {Mails.Count + 1}] next\r\n* OK [PERMANENTFLAGS (\\Seen)] flags\r\n");
            case "UID SEARCH":
                return $"* SEARCH {string.Join(' ', Enumerable.Range(1, Mails.Count).Except(Seen))}".TrimEnd() + "\r\n";
            case "UID FETCH":
                Fetches++;
                return string.Create(CultureInfo.InvariantCulture, $"* {uid} FETCH (UID {uid} BODY[] {{{Mails[uid - 1].Length}}}\r\n{Mails[uid - 1]})\r\n");
            case "UID STORE":
                Seen.Add(uid);
                return "";
            case "LOGOUT":
                return "* BYE\r\n";
            default:
                return "";
        }
    }
}
