using System.Diagnostics;
using System.Text.RegularExpressions;
using MimeKit;

namespace SrmPortal.Browser.Tests;

/// <summary>What the portal has mailed, as people find it in their mailboxes: the files that <c>/dev/mail</c> shows.</summary>
internal sealed class Post(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The mail to this address whose subject holds these words; it may still be on its way.</summary>
    public async Task<Mail> To(string address, string subject)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(100))
        {
            if (All(address).LastOrDefault(mail => mail.Subject.Contains(subject, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }
        }

        var others = string.Join(", ", All(address).Select(mail => $"“{mail.Subject}”"));
        throw new InvalidOperationException($"No mail “{subject}” has come to {address}, but {others}.");
    }

    private IEnumerable<Mail> All(string address) => !Directory.Exists(folder) ? [] :
        Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))
            .Where(mail => mail.To.Mailboxes.Any(to => to.Address == address))
            .Select(mail => new Mail(mail.Subject ?? "", (mail.TextBody ?? "").ReplaceLineEndings("\n")));
}

/// <summary>One mail, as text.</summary>
internal sealed partial record Mail(string Subject, string Text)
{
    /// <summary>Where its button leads, as an address within the portal.</summary>
    public string Button => Address().Match(Text) is { Success: true } link ? link.Groups[1].Value : throw new InvalidOperationException($"No button in:\n{Text}");

    [GeneratedRegex(@":\nhttps?://[^/\s]+(/\S*)")]
    private static partial Regex Address();
}
