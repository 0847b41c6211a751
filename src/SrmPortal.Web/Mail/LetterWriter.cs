using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MimeKit;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Mail;

/// <param name="To">As found now.</param>
/// <param name="Letter">In the language of <paramref name="To"/>.</param>
internal sealed record Written(Recipient To, Letter Letter);

/// <summary>Writes a delivery's letter when it is needed, for the recipient as he or she is now: language, address, rights.</summary>
internal sealed class LetterWriter(
    IServiceScopeFactory scopes, MailCatalogue catalogue, LetterView view, IStringLocalizer<Texts> texts, IOptions<MailSettings> mail, IOptions<PortalSettings> portal, TimeProvider clock)
{
    /// <summary>Null: the addressee is gone or has no right to it any more, or there is nothing left to say.</summary>
    /// <param name="delivery">To whom, of what.</param>
    /// <param name="forList">For the portal's list: no secret link is made.</param>
    public async Task<Written?> Write(MailDelivery delivery, bool forList)
    {
        await using var house = scopes.AsSystem();
        var message = await house.ServiceProvider.GetRequiredService<PortalDbContext>().Outbox.AsNoTracking().SingleAsync(m => m.Id == delivery.OutboxId);
        var finder = house.ServiceProvider.GetServices<IFindRecipient>().SingleOrDefault(one => one.Kind == delivery.AddresseeKind)
            ?? throw new InvalidOperationException($"Nobody finds addressees of the kind {delivery.AddresseeKind}.");
        if (await finder.Find(delivery.AddresseeId, delivery.SupplierId) is not { } to)
        {
            return null;
        }

        Speak(to.Language);
        await using var theirs = scopes.As(to.Scope);
        var links = new MailLinks(portal.Value.PublicUrl, forList
            ? (_, _) => Task.FromResult("…")
            : (purpose, subject) => house.ServiceProvider.GetRequiredService<SecretLinks>()
                .TokenFor(purpose, subject, $"outbox:{message.Id}", message.WrittenAt, clock.GetUtcNow().UtcDateTime));
        var told = Announcements.Read(message);
        if (await ((IMail)theirs.ServiceProvider.GetRequiredService(catalogue.Of(delivery.Kind))).Write(told, to, links) is not { } letter)
        {
            return null;
        }

        letter = await InOtherWords(house.ServiceProvider.GetRequiredService<PortalDbContext>(), delivery.Kind, letter, to.Language);
        return new Written(to, EventNumber.IsPractice(told.Subject) ? OfPractice(letter) : letter);
    }

    private Letter OfPractice(Letter letter) => letter with
    {
        Subject = texts["Practice: {0}", letter.Subject],
        Paragraphs = [texts["This is practice: nothing is bought, and nobody but your company sees it."], .. letter.Paragraphs],
    };

    /// <summary>The mail itself. Null: the address is none.</summary>
    public async Task<MimeMessage?> Envelope(MailDelivery delivery, Written written)
    {
        var (to, letter) = written;
        if (AddressOf(to.Name, to.Email) is not { } address)
        {
            return null;
        }

        Speak(to.Language);
        var domain = mail.Value.From[(mail.Value.From.IndexOf('@', StringComparison.Ordinal) + 1)..];
        var message = new MimeMessage
        {
            Subject = OneLine.Of(letter.Subject),
            MessageId = delivery.MessageId,
            Date = clock.GetUtcNow(),
        };
        message.From.Add(new MailboxAddress(OneLine.Of(mail.Value.FromName ?? texts["{0} portal", portal.Value.GroupName]), mail.Value.From));
        message.To.Add(address);
        if (letter.ReplyTo is { } reply && AddressOf(reply.Name, reply.Email) is { } answers)
        {
            message.ReplyTo.Add(answers);
        }

        if (letter.Thread is { } thread)
        {
            var root = ThreadRoot(thread, delivery.AddresseeKey, domain);
            message.References.Add(root);
            message.InReplyTo = root;
        }

        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add("List-Id", $"<notices.{domain}>");
        message.Headers.Add("Content-Language", to.Language);
        var page = new LetterPage(letter, to, portal.Value, texts);
        var body = new BodyBuilder { TextBody = LetterText.Of(page), HtmlBody = await view.Html(page) };
        foreach (var attachment in letter.Attachments)
        {
            body.Attachments.Add(OneLine.Of(attachment.FileName), attachment.Content, ContentType.Parse(attachment.ContentType));
        }

        message.Body = body.ToMessageBody();
        return message;
    }

    /// <summary>One for each event or registration and each person, of a mail that nobody ever got: mail programs put together what refers to it.</summary>
    /// <param name="thread"><c>20067776/0</c>; all rounds of an event are one thread.</param>
    /// <param name="addressee">Whose thread it is; told to nobody.</param>
    /// <param name="domain">The portal's.</param>
    private static string ThreadRoot(string thread, string addressee, string domain)
    {
        var number = thread.Split('/')[0];
        return $"{Uri.EscapeDataString(number)}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{number}:{addressee}")))[..16]}.thread@{domain}";
    }

    /// <summary>In the administrator's, where there are some.</summary>
    private static async Task<Letter> InOtherWords(PortalDbContext db, string kind, Letter letter, string language)
    {
        if (letter.Template is not { } template)
        {
            return letter;
        }

        var name = template.NameOf(kind);
        return await db.MailTexts.AsNoTracking().SingleOrDefaultAsync(t => t.Mail == name && t.Language == language) is { } text ? letter.Said(text.Wording) : letter;
    }

    /// <summary>One address and nothing more: no list, no comment, no second line.</summary>
    private static MailboxAddress? AddressOf(string name, string email) =>
        MailboxAddress.TryParse(email, out var parsed) && parsed.Address == email && !email.Any(char.IsControl) && email.Contains('@', StringComparison.Ordinal)
            ? new MailboxAddress(OneLine.Of(name), email) : null;

    private static void Speak(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}

/// <summary>What goes into a header: one line, whatever somebody typed.</summary>
internal static class OneLine
{
    public static string Of(string text) => string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
