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
    protected override Task<IReadOnlyList<Addressee>> Addressees(PeopleBroughtIn told, Occasion occasion) => people.Of(told.SupplierId, CompanyRights.MasterUser);

    protected override async Task<Letter?> Write(PeopleBroughtIn told, Recipient recipient, MailLinks links)
    {
        var keys = told.Memberships;
        var added = await db.Memberships.AsNoTracking().Where(m => keys.Contains(m.Id)).OrderBy(m => m.Id).Select(m => new { m.Account.FullName, m.Account.Email }).ToListAsync();
        var company = await db.Suppliers.AsNoTracking().Where(s => s.Id == told.SupplierId).Select(s => s.Name).SingleOrDefaultAsync();
        return company is null || added.Count == 0 ? null : new Letter(texts["New people at {0} on the supplier portal", company], texts["People were added"])
        {
            About = (texts["Supplier"], told.Subject),
            Paragraphs =
            [
                texts["{0} has added people who work for {1} on the portal.", portal.Value.GroupName, company],
                texts["If somebody must not work for the company, block the person at once on the page of its people."],
            ],
            Facts = [new Fact(texts["Added"], [.. added.Select(one => $"{one.FullName}, {one.Email}")])],
            Button = new LetterButton(texts["Look at the people"], links.To("/company/people")),
            Path = "/company/people",
        };
    }
}
