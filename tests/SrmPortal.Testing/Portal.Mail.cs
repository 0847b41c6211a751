using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SrmPortal.Web.Mail;

namespace SrmPortal.Testing;

/// <summary>The portal's mails: they become files, as in Development, and go out when the test says so.</summary>
public sealed partial class Portal
{
    public const string PublicUrl = "https://srm.seversplav.example";

    private readonly string _mailFolder = Path.Combine(Path.GetTempPath(), $"srm-mail-{Guid.NewGuid():N}");

    /// <summary>Settings of this test's own.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>What has gone out, in its order.</summary>
    public IReadOnlyList<MimeMessage> Mails => Directory.Exists(_mailFolder)
        ? [.. Directory.GetFiles(_mailFolder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))] : [];

    public IReadOnlyList<MimeMessage> MailsTo(string address) => [.. Mails.Where(mail => mail.To.Mailboxes.Any(to => to.Address == address))];

    /// <summary>The path behind the button of the last mail to this address: to be followed as a person would.</summary>
    public string LinkMailedTo(string address)
    {
        var text = MailsTo(address)[^1].TextBody!.ReplaceLineEndings("\n");
        return LinkInText().Match(text) is { Success: true } link
            ? link.Groups[1].Value : throw new InvalidOperationException($"No link in:\n{text}");
    }

    /// <summary>One round of the dispatcher, as a timer or the bell would start it.</summary>
    public async Task DeliverMail(CancellationToken cancellationToken = default) =>
        await Services.GetRequiredService<MailRound>().Run(cancellationToken);

    /// <summary>What was told so far is delivered and thrown away.</summary>
    public async Task ReadAllMails()
    {
        await DeliverMail();
        ForgetMails();
    }

    /// <summary>Those that were sent so far.</summary>
    public void ForgetMails()
    {
        if (Directory.Exists(_mailFolder))
        {
            Directory.Delete(_mailFolder, recursive: true);
        }
    }

    [GeneratedRegex($@":\n{PublicUrl}(/\S*)")]
    private static partial Regex LinkInText();
}

public static class SettingsOfTest
{
    /// <summary>Each in its turn, by the names of the configuration.</summary>
    public static IWebHostBuilder UseSettings(this IWebHostBuilder builder, IEnumerable<KeyValuePair<string, string>> settings) =>
        settings.Aggregate(builder, (host, one) => host.UseSetting(one.Key, one.Value));
}
