using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>For each route with parameters the address of something that is there, and belongs to the company and the event of <see cref="Askers"/>.</summary>
internal sealed partial class ConcreteAddresses
{
    /// <summary>Open for offers, with one that the company has submitted, and an amendment in the making.</summary>
    public const string Event = "20060008";

    private const string Draft = "20060010", Opened = "20060007", Decided = "20060001";

    private const string Round = "events/{number}/{no}/";

    // The first whose beginning fits, so the longer ones come first.
    private readonly List<(string Beginning, string Parameter, string Value)> _values =
    [
        (Round + "draft", "number", Draft), (Round + "outsiders", "number", Draft),
        (Round + "comparison", "number", Opened), (Round + "award.", "number", Decided), (Round + "award", "number", Opened), (Round + "not-awarded", "number", Opened),
        (Round + "next", "number", Opened), (Round + "offers", "number", Opened), (Round + "documents.zip", "number", Opened), (Round + "opening", "number", "20060012"),
        (Round + "protocol", "number", Decided), ("events/new/from", "number", Decided),
        ("approvals/{number}/{no}/amendment", "number", "20060011"), ("approvals/{number}/{no}/cancellation", "number", "20060005"), ("approvals/{number}/{no}/publishing", "number", "20060009"),
        ("events", "number", Event), ("", "no:events", "0"),
        (Round + "amendment/items/{item}/remove", "item", "0004"), (Round + "amendment/items/{item}/restore", "item", "0002"), (Round, "item", "0001"),
        (Round + "amendment/questions/{question}/restore", "question", "1"), (Round + "amendment", "question", "3"), (Round + "draft/questions/{question}/", "question", "1"), (Round, "question", "new"),
        (Round, "version", "1"), (Round, "earlier", "20060003"), (Round, "earlierNo", "0"),
        ("company/bank", "no", "2"), ("company/bank", "what", "main"), ("absence", "id", "1"), (Round + "outsiders", "id", "1"),
        ("administration/calendar", "year", "2026"), ("administration/categories", "code", "24"), ("administration/checks", "code", "security"),
        ("administration/documents", "code", "declaration"), ("administration/places", "code", "RU-66"), ("administration/stop-factors", "id", "5"),
        ("administration/mails", "mail", "RegistrationStarted"), ("", "language", "ru"), ("error", "status", "404"), ("accreditation/", "check", "legal"),
        ("administration/texts", "key", "terms"), ("legal", "kind", "tender"), ("help", "topic", "offer"), ("", "edition", "1"),
        ("registration/blank", "kind", "declaration"), ("registration/details/bank", "bik", "044525225"), ("dev/mail", "index", "0"),
    ];

    public static async Task<ConcreteAddresses> Of(Portal portal)
    {
        var (addresses, company) = (new ConcreteAddresses(), (await portal.ScopeOf(LivedInPortal.Contact)).SupplierId!.Value);
        void Is(string beginning, string parameter, string value) => addresses._values.Insert(0, (beginning, parameter, value));
        foreach (var link in await portal.MailedLinks())
        {
            var parts = link.Trim('/').Split('/');
            var at = Array.FindIndex(parts, part => part.Length == 43);
            Is(string.Join('/', parts[..at]) + "/{token}", "token", parts[at]);
        }

        await portal.Seen(Scope.System, async db =>
        {
            Is("administration/outbox", "code", await db.MailDeliveries.OrderBy(d => d.Id).Where(d => d.RoundId == null).Select(d => d.MessageId.Substring(0, 24)).FirstAsync());
            var change = await db.Set<ChangeRequest>().Where(c => c.SupplierId == company).OrderByDescending(c => c.Id).Select(c => c.Code).FirstAsync();
            Is("company/changes", "code", change);
            Is("accreditation/changes", "code", change);
            Is("company/people", "code", await db.Memberships.Where(m => m.SupplierId == company && m.Rights.IsViewer).Select(m => m.Code).FirstAsync());
            Is("administration/staff", "userName", await db.Accounts.Where(a => a.Email == LivedInPortal.OtherBuyer).Select(a => a.UserName).SingleAsync());
            Is("administration/personal-data", "userName", await db.Accounts.Where(a => a.Email == LivedInPortal.Master).Select(a => a.UserName).SingleAsync());
            Is("company/documents", "code", await db.Suppliers.Where(s => s.Id == company).SelectMany(s => s.Documents).OrderBy(d => d.Kind).Select(d => d.Code).FirstAsync());
            Is("company/signatories", "code", await db.Suppliers.Where(s => s.Id == company).SelectMany(s => s.Signatories).Select(d => d.Code).FirstAsync());
            Is("accreditation/commission", "code", await db.Set<CommissionSlot>().OrderBy(s => s.Id).Select(s => s.Code).FirstAsync());
            var review = await db.AccreditationCases.OrderByDescending(c => c.Id).Select(c => new { c.Number, c.RegistrationId }).FirstAsync();
            Is("accreditation/{number}", "number", review.Number);
            Is("accreditation/{number}", "token", await db.Files.Where(f => f.RegistrationId == review.RegistrationId).Select(f => f.Token).FirstAsync());
            Is("registration/files", "token", await db.Files.Where(f => db.Registrations.Any(r => r.Id == f.RegistrationId && r.Number == null && r.TaxKey == GivenRegistration.Inn)).Select(f => f.Token).FirstAsync());
            var suppliers = await db.Suppliers.ToDictionaryAsync(s => s.Id, s => s.Number);
            Is("suppliers/{number}", "number", suppliers[company]);
            Is("suppliers/{number}", "token", await db.Files.Where(f => f.SupplierId == company).Select(f => f.Token).FirstAsync());
            Is("support/companies", "number", suppliers[company]);
            Is("support/people", "userName", await db.Accounts.Where(a => a.Email == LivedInPortal.Master).Select(a => a.UserName).SingleAsync());
            Is("support/cases", "number", await db.LostMasterCases.Select(c => c.Number).SingleAsync());
            Is(Round, "supplier", suppliers[company]);
            Is(Round + "suppliers/invite", "supplier", suppliers[await Askers.OtherSupplier(portal)]);
            var (draft, open) = (await EventId(db, Draft), await EventId(db, Opened));
            Is(Round + "draft/documents", "token", await db.Files.Where(f => f.EventId == draft).Select(f => f.Token).FirstAsync());
            Is(Round + "amendment/documents", "token", new string('0', 32));
            Is("files", "token", await db.Files.Where(f => f.EventId == open).Select(f => f.Token).FirstAsync());
            var round = await db.Rounds.Where(r => r.Event.Number == Event).Select(r => r.Id).SingleAsync();
            Is(Round + "clarifications", "id", $"{await db.Clarifications.Where(c => c.RoundId == round).OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync()}");
            return true;
        });
        await FromPages(portal, Is);
        return addresses;
    }

    private static Task<long> EventId(PortalDbContext db, string number) => db.Rounds.Where(r => r.Event.Number == number).Select(r => r.Event.Id).FirstAsync();

    /// <summary>What only a page tells.</summary>
    private static async Task FromPages(Portal portal, Action<string, string, string> isThere)
    {
        async Task Find(string email, string page, string beginning, string parameter, string link)
        {
            var html = await (await portal.SignedIn(await portal.Person(email)).GetAsync(page)).Content.ReadAsStringAsync();
            isThere(beginning, parameter, Regex.Match(html, link) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"{page} has no {link}."));
        }

        await Find(LivedInPortal.Contact, "/notifications", "notifications", "code", "href=\"/notifications/([^\"?/]+)\"");
        await Find(LivedInPortal.Contact, $"/events/{Event}/0/offer/files", Round + "offer/files", "file", "/offer/files/([0-9a-f]{32})");
        await Find(LivedInPortal.Buyer, $"/events/{Opened}/0/comparison/documents", Round + "comparison/documents", "file", "/comparison/documents/([0-9a-f]{32})");
        await Find(LivedInPortal.Master, "/company/categories", "company/categories", "code", "/company/categories/([^\"/]+)/removal");
        await Find(LivedInPortal.Administrator, "/suppliers/import", "suppliers/import", "token", "href=\"/suppliers/import/([0-9a-f]{20})");
        await Find(LivedInPortal.Administrator, "/dev/mail", "dev/mail", "name", "href=\"/dev/mail/([^\"/?]+)\"");
    }

    /// <param name="template">As the table shows it, without constraints.</param>
    public string Of(string template) => "/" + Parameter().Replace(template, match => Of(template, match.Groups[1].Value));

    private string Of(string template, string parameter)
    {
        var key = parameter == "no" && !template.StartsWith("company", StringComparison.Ordinal) ? "no:events" : parameter;
        return _values.FirstOrDefault(value => value.Parameter == key && template.StartsWith(value.Beginning, StringComparison.Ordinal)).Value
            ?? throw new InvalidOperationException($"What stands for {{{parameter}}} in {template}? Say it in {nameof(ConcreteAddresses)}.");
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
