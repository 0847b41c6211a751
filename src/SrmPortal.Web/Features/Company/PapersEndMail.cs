using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Company;

/// <summary>60, 30 and 7 days before, and when it has come: the masters give newer papers.</summary>
public sealed class PapersEndMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<PapersEnd>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(PapersEnd told, Occasion occasion) => people.Of(occasion.AggregateId!.Value, CompanyRights.MasterUser);

    protected override async Task<Letter?> Write(PapersEnd told, Recipient recipient, MailLinks links)
    {
        var (documents, signatories) = (told.Documents, told.Signatories);
        // Replaced in the meantime: nothing to remind of.
        var ending = await db.SupplierDocuments.AsNoTracking().Where(d => documents.Contains(d.Code)).OrderBy(d => d.ValidUntil).Select(d => new { d.Kind, d.Number, d.ValidUntil }).ToListAsync();
        var powers = await db.Signatories.AsNoTracking().Where(s => signatories.Contains(s.Code)).OrderBy(s => s.FullName).Select(s => new { s.FullName, s.Authority.Until }).ToListAsync();
        var supplier = await db.Suppliers.AsNoTracking().Where(s => s.Number == told.Subject).Select(s => new { s.Name, s.Number }).SingleOrDefaultAsync();
        if (supplier is null || ending.Count + powers.Count == 0)
        {
            return null;
        }

        var names = await db.DocumentKinds.NamesByCode();
        var words = Words(new(("company", supplier.Name)));
        return Around(words, supplier.Number,
            [
                .. ending.Select(one => Line($"{names.GetValueOrDefault(one.Kind, one.Kind)} {one.Number}".Trim(), one.ValidUntil)),
                .. powers.Select(one => Line(texts["power of attorney of {0}", UserAccount.ShortNameOf(one.FullName)], one.Until)),
            ]) with
        {
            Button = words.Button! with { Url = links.To(ending.Count > 0 ? "/company/documents" : "/company/signatories") },
            Path = ending.Count > 0 ? "/company/documents" : "/company/signatories",
            IsImportant = true,
        };
    }

    protected override Letter OnSample(Letter original) => Around(original, SampleData.Supplier, [Line(SampleData.In("Сертификат ISO 9001", "Certificate ISO 9001"), DateOnly.FromDateTime(SampleData.ValidUntil))]);

    private string Line(string what, DateOnly? until) => texts["{0}: until {1}", what, Shown.Date(until)];

    private Letter Around(Letter words, string number, string[] lines) => words with { About = (texts["Supplier"], number), Facts = [new Fact(texts["What ends"], lines)] };

    private Letter Words(LetterValues values) => new(texts["Documents of {0} end", values["company"]], texts["Documents end"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["Something that {0} has given the portal ends soon, or has ended. Give a newer one: buyers and the desk see the validity.", values["company"]]],
        Button = new LetterButton(texts["Open the documents"], ""),
    };
}
