using System.Text.RegularExpressions;
using MimeKit;

namespace SrmPortal.Web.Features.DevMail;

/// <summary>The last mails, newest first.</summary>
/// <param name="To">Only those to an address that contains this.</param>
public sealed record DevMailPage(string? To)
{
    private const int Most = 200;

    public required IReadOnlyList<Row> Rows { get; init; }

    public static async Task<DevMailPage> Read(string? folder, string? to)
    {
        List<Row> rows = [];
        foreach (var file in Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.eml").OrderDescending(StringComparer.Ordinal).Take(Most) : [])
        {
            var mail = await MimeMessage.LoadAsync(file);
            var receiver = string.Join(", ", mail.To.Mailboxes.Select(one => one.Address));
            if (to is null || receiver.Contains(to.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                rows.Add(new Row(Path.GetFileNameWithoutExtension(file), mail.Date.UtcDateTime, receiver, mail.Subject ?? "—"));
            }
        }

        return new DevMailPage(to) { Rows = rows };
    }

    public sealed record Row(string Name, DateTime Date, string To, string Subject);
}

/// <summary>One mail.</summary>
public sealed partial record OpenedMail(string Name, MimeMessage Mail)
{
    public IReadOnlyList<string> Attachments => [.. Mail.Attachments.Select(part => (part as MimePart)?.FileName ?? "—")];

    /// <summary>The text part in pieces; those that are addresses are links.</summary>
    public IEnumerable<(string Piece, bool IsLink)> Text => Address().Split(Mail.TextBody ?? "").Select(piece => (piece, Address().IsMatch(piece)));

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Address();
}
