using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SrmPortal.Web.Mail.Bounces;

/// <summary><c>Mail:Bounces</c>: the mailbox to which mails come back that could not be delivered. Without a host none is read.</summary>
public sealed class BounceSettings
{
    public string? Host { get; init; }

    public int Port { get; init; } = 993;

    public MailSecurity Security { get; init; } = MailSecurity.Tls;

    public string? User { get; init; }

    public string? Password { get; init; }

    public string Folder { get; init; } = "INBOX";
}

/// <summary>The mailbox to which mails come back.</summary>
internal interface IBounceMailbox
{
    bool IsConfigured { get; }

    /// <summary>Shows each mail that has not been read yet. One that is taken counts as read from then on; any other is left as it lies.</summary>
    Task Read(Func<MimeMessage, Task<bool>> take, CancellationToken cancellationToken);
}

/// <summary>Reads it by IMAP. Nothing is deleted or moved: what was taken has the flag <c>\Seen</c>.</summary>
internal sealed partial class ImapBounceMailbox(IOptions<MailSettings> settings, ILogger<ImapBounceMailbox> logger) : IBounceMailbox
{
    private const int MostAtOnce = 200;

    // What was looked at and left, so that a mailbox with other mail in it isn't fetched anew each time.
    private readonly HashSet<UniqueId> _left = [];
    private uint _validity;

    private BounceSettings Settings => settings.Value.Bounces;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Settings.Host);

    public async Task Read(Func<MimeMessage, Task<bool>> take, CancellationToken cancellationToken)
    {
        using var client = new ImapClient { Timeout = settings.Value.TimeoutSeconds * 1000 };
        await client.ConnectAsync(Settings.Host!, Settings.Port, Settings.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        }, cancellationToken);
        await client.AuthenticateAsync(Settings.User ?? "", Settings.Password ?? "", cancellationToken);
        var folder = Settings.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox! : await client.GetFolderAsync(Settings.Folder, cancellationToken);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        Forget(folder.UidValidity);
        foreach (var id in (await folder.SearchAsync(SearchQuery.NotSeen, cancellationToken)).Where(id => !_left.Contains(id)).Take(MostAtOnce))
        {
            if (await Taken(folder, id, take, cancellationToken))
            {
                await folder.AddFlagsAsync(id, MessageFlags.Seen, silent: true, cancellationToken);
            }
            else
            {
                _left.Add(id);
            }
        }

        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private async Task<bool> Taken(IMailFolder folder, UniqueId id, Func<MimeMessage, Task<bool>> take, CancellationToken cancellationToken)
    {
        try
        {
            using var message = await folder.GetMessageAsync(id, cancellationToken);
            return await take(message);
        }
        catch (Exception fault) when (fault is FormatException or MessageNotFoundException or ArgumentException)
        {
            LogMalformed(logger, fault, id.Id);
            return false;
        }
    }

    private void Forget(uint validity)
    {
        if (validity != _validity)
        {
            _left.Clear();
            _validity = validity;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail in the mailbox of bounces (uid {Uid}) can't be understood; it is left there.")]
    private static partial void LogMalformed(ILogger logger, Exception fault, uint uid);
}
