using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Notifications;

/// <summary>Once a day, what the person wanted together and has not read.</summary>
public sealed class DigestMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<DigestDue>
{
    private const int Most = 50;

    protected override bool IsListed => false;

    protected override Task<IReadOnlyList<Addressee>> Addressees(DigestDue told, Occasion occasion) => Task.FromResult<IReadOnlyList<Addressee>>(
        [told.SupplierId is { } supplier ? Addressee.Member(told.AccountId, supplier) : Addressee.Person(told.AccountId)]);

    protected override async Task<Letter?> Write(DigestDue told, Recipient recipient, MailLinks links)
    {
        var unread = db.Notifications.AsNoTracking().Where(n => n.Digest == told.Code && n.ReadAt == null);
        var notices = await unread.OrderBy(n => n.PutAt).ThenBy(n => n.Id).Take(Most).Select(n => new { n.Code, n.PutAt, n.Title, n.Text }).ToListAsync();
        if (notices.Count == 0)
        {
            return null;
        }

        var (more, zone) = (await unread.CountAsync() - notices.Count, Zones.Exists(recipient.TimeZone) ? recipient.TimeZone! : Zones.Moscow);
        var company = told.SupplierId is { } supplier ? await db.Suppliers.Where(s => s.Id == supplier).Select(s => s.Name).SingleOrDefaultAsync() : null;
        var count = Plural.Of(notices.Count + more, texts["{0} notice|{0} notices"]);
        return new Letter(company is null ? texts["Digest: {0}", count] : texts["Digest: {0}, {1}", count, company], texts["What you have not read yet"])
        {
            Paragraphs = [texts["These notices stand in your list in the portal. You have chosen to get them by mail once a day."]],
            Facts =
            [
                .. notices.Select(n => new Fact(Shown.DateTime(n.PutAt, zone), [n.Title, .. n.Text is { } text ? new[] { text } : []]) { Url = links.To($"/notifications/{n.Code}") }),
                .. more > 0 ? [new Fact("", texts["And {0} more in the portal.", Shown.Number(more)])] : Array.Empty<Fact>(),
            ],
            Button = new LetterButton(texts["Open the list"], links.To("/notifications?unread=true")),
            Notes = [texts["Times: {0}.", Zones.Named(zone, notices[0].PutAt)]],
        };
    }
}
