using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Account;

/// <summary>Who processes a person's data, from whom, why, and the rights: the text that the applicant has confirmed, with the company's name.</summary>
internal static class PersonNotice
{
    public static IEnumerable<string> Of(ConsentTexts consents, IStringLocalizer<Texts> texts, string company) =>
    [
        texts["What the portal knows of you, and your rights"],
        .. consents.Sections(ConsentKind.PeopleInformed).Select(section =>
            $"{section.Heading}. {(section.Heading == consents.FromWhom ? texts["From {0}, which named you as its person for the portal.", company].Value : string.Join(' ', section.Paragraphs))}"),
    ];
}

/// <summary>To people who only sign: they have no account, and no other mail.</summary>
public sealed class SignatoryNoticeMail(PortalDbContext db, IStringLocalizer<Texts> texts, ConsentTexts consents, IOptions<PortalSettings> portal) : MailOf<SignatoriesNamed>
{
    private const string First = "", Renewal = "renewal";

    protected override IEnumerable<Letter> Originals() => new[] { First, Renewal }.Select(variant => Words(variant, LetterValues.Places("company", "group")));

    protected override async Task<IReadOnlyList<Addressee>> Addressees(SignatoriesNamed told, Occasion occasion)
    {
        var users = await db.Accounts.Where(a => db.Memberships.Any(m => m.AccountId == a.Id && m.SupplierId == told.SupplierId)).Select(a => new { a.NormalizedEmail, a.FullName }).ToListAsync();
        var signatories = await db.Signatories.Where(s => s.SupplierId == told.SupplierId).Select(s => new { s.Id, s.Email, s.FullName }).ToListAsync();
        var named = told.Only is { } only ? signatories.Where(one => only.Contains(one.Id)) : signatories;
        // Several may share an address; each is a person.
        return [.. named.Where(one => !users.Any(user => user.NormalizedEmail == UserAccount.Normalized(one.Email) && user.FullName == one.FullName)).Select(one => new Addressee(SignatoryFinder.SignatoryKind, one.Id))];
    }

    protected override Task<Letter?> Write(SignatoriesNamed told, Recipient recipient, MailLinks links) =>
        Task.FromResult<Letter?>(Around(Words(told.Only is null ? First : Renewal, new(("company", told.Company), ("group", portal.Value.GroupName))), told.Company) with { ListText = told.Company });

    protected override Letter OnSample(Letter original) => Around(original, SampleData.Company);

    private Letter Around(Letter words, string company) =>
        words with { Legal = [.. PersonNotice.Of(consents, texts, company)], Because = texts["You get this mail once, because the law wants you to know."] };

    private Letter Words(string variant, LetterValues values) => new(texts["{0} has named you on the supplier portal", values["company"]], texts["You were named as a person who signs"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs =
        [
            variant is Renewal ? texts["{0}, a supplier of {1}, has named you as a person who may sign for it.", values["company"], values["group"]]
                : texts["{0} has become a supplier of {1} and has named you as a person who may sign for it.", values["company"], values["group"]],
            texts["You need not do anything, and no account was opened for you."],
        ],
    };
}

/// <summary>People who sign for a supplier, at the address that was named.</summary>
internal sealed class SignatoryFinder(PortalDbContext db) : IFindRecipient
{
    public const string SignatoryKind = "signatory";

    public string Kind => SignatoryKind;

    public async Task<Recipient?> Find(long id, long? supplierId) =>
        await db.Signatories.AsNoTracking().Where(s => s.Id == id)
            .Select(s => new { s.FullName, s.Email, Country = db.Suppliers.Where(company => company.Id == s.SupplierId).Select(company => company.Country).First() })
            .SingleOrDefaultAsync() is { } signatory
            ? new Recipient(signatory.FullName, signatory.Email, signatory.Country == Countries.Russia ? Language.Russian : Language.English, Scope.None) : null;
}
