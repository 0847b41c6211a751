using MimeKit;

namespace SrmPortal.Web.Mail.Bounces;

/// <summary>What a delivery status notification (RFC 3464) says of one mail.</summary>
/// <param name="MessageId">Of the mail that came back, without the angle brackets.</param>
/// <param name="Recipient">The address that it names; null: it names none.</param>
/// <param name="Status">Enhanced status code (RFC 3463): <c>5.1.1</c>.</param>
/// <param name="Words">The code and what the other server said.</param>
/// <param name="IsFinal">The address does not take mail (5.x.x, failed); else it is only slow or full, and nothing is concluded.</param>
internal sealed record BounceReport(string MessageId, string? Recipient, string Status, string Words, bool IsFinal)
{
    /// <summary>Null: it is no such notification, or doesn't say of which mail.</summary>
    public static BounceReport? Read(MimeMessage message)
    {
        if (message.Body is not MultipartReport report || !string.Equals(report.ReportType, "delivery-status", StringComparison.OrdinalIgnoreCase)
            || IdOfOriginal(report) is not { Length: > 0 } id || report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status)
        {
            return null;
        }

        // The first group is of the whole message; each of the others of one recipient, and the portal's mails have one.
        var groups = status.StatusGroups.Where(group => group.Contains("Action") || group.Contains("Status")).ToArray();
        return groups.FirstOrDefault(IsFailure) is { } failed ? Of(id, failed, isFinal: true) : groups.FirstOrDefault() is { } other ? Of(id, other, isFinal: false) : null;
    }

    private static BounceReport Of(string id, HeaderList group, bool isFinal)
    {
        var (status, words) = (StatusOf(group), Without(group["Diagnostic-Code"]));
        return new BounceReport(id, Without(group["Original-Recipient"]) ?? Without(group["Final-Recipient"]), status, OneLine.Of(words is null ? status : words.Contains(status, StringComparison.Ordinal) ? words : $"{status} {words}"), isFinal);
    }

    private static bool IsFailure(HeaderList group) =>
        string.Equals(group["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase) && StatusOf(group).StartsWith("5.", StringComparison.Ordinal);

    private static string StatusOf(HeaderList group) => (group["Status"] ?? "").Trim().Split(' ', '(')[0];

    /// <summary><c>rfc822;ivanov@company.ru</c>, <c>smtp; 550 no such user</c>: what follows the type.</summary>
    private static string? Without(string? typed) => typed is null ? null : (typed.IndexOf(';', StringComparison.Ordinal) is >= 0 and var at ? typed[(at + 1)..] : typed).Trim() is { Length: > 0 } value ? value : null;

    private static string? IdOfOriginal(MultipartReport report)
    {
        foreach (var part in report)
        {
            switch (part)
            {
                case MessagePart { Message.MessageId: { Length: > 0 } id }:
                    return id;
                case MimePart { Content: { } content } headers when headers.ContentType.IsMimeType("text", "rfc822-headers"):
                    using (var bytes = new MemoryStream())
                    {
                        content.DecodeTo(bytes);
                        bytes.Position = 0;
                        return MimeKit.Utils.MimeUtils.EnumerateReferences(HeaderList.Load(bytes)[HeaderId.MessageId] ?? "").FirstOrDefault();
                    }
            }
        }

        return null;
    }
}
