using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>Who works for a company sees its offers: its masters are told whom the group has added.</summary>
public sealed class PeopleBroughtInMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts, IOptions<PortalSettings> portal) : MailOf<PeopleBroughtIn>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company", "group"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(PeopleBroughtIn told, Occasion occasion) => people.Of(told.SupplierId, CompanyRights.MasterUser);

    protected override async Task<Letter?> Write(PeopleBroughtIn told, Recipient recipient, MailLinks links)
    {
        var keys = told.Memberships;
        var added = await db.Memberships.AsNoTracking().Where(m => keys.Contains(m.Id)).OrderBy(m => m.Id).Select(m => new { m.Account.FullName, m.Account.Email }).ToListAsync();
        var company = await db.Suppliers.AsNoTracking().Where(s => s.Id == told.SupplierId).Select(s => s.Name).SingleOrDefaultAsync();
        if (company is null || added.Count == 0)
        {
            return null;
        }

        var words = Around(Words(new(("company", company), ("group", portal.Value.GroupName))), told.Subject, [.. added.Select(one => $"{one.FullName}, {one.Email}")]);
        return words with { Button = words.Button! with { Url = links.To("/company/people") }, Path = "/company/people" };
    }

    protected override Letter OnSample(Letter original) => Around(original, SampleData.Supplier, [$"{SampleData.Person}, {SampleData.Email}"]);

    private Letter Around(Letter words, string supplier, string[] added) => words with { About = (texts["Supplier"], supplier), Facts = [new Fact(texts["Added"], added)] };

    private Letter Words(LetterValues values) => new(texts["New people at {0} on the supplier portal", values["company"]], texts["People were added"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs =
        [
            texts["{0} has added people who work for {1} on the portal.", values["group"], values["company"]],
            texts["If somebody must not work for the company, block the person at once on the page of its people."],
        ],
        Button = new LetterButton(texts["Look at the people"], ""),
    };
}
