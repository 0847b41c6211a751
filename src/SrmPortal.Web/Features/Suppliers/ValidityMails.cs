using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>60, 30 and 7 days before: the masters can renew.</summary>
public sealed class AccreditationEndsSoonMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<AccreditationEndsSoon>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company", "until"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(AccreditationEndsSoon told, Occasion occasion) => people.Of(occasion.AggregateId!.Value, CompanyRights.MasterUser);

    protected override async Task<Letter?> Write(AccreditationEndsSoon told, Recipient recipient, MailLinks links)
    {
        // Renewed in the meantime: nothing to remind of.
        if (await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == told.Subject) is not { } supplier || supplier.AccreditedUntil != told.Until)
        {
            return null;
        }

        var words = Words(new(("company", supplier.Name), ("until", Shown.Date(told.Until))));
        return Around(words, supplier.Number, told.Until, recipient) with
        {
            Button = words.Button! with { Url = links.To("/company/renewal") },
            Path = "/company/renewal",
            IsImportant = true,
        };
    }

    protected override Letter OnSample(Letter original) => Around(original, SampleData.Supplier, SampleData.ValidUntil, SampleData.Recipient);

    private Letter Around(Letter words, string number, DateTime until, Recipient recipient) => words with
    {
        About = (texts["Supplier"], number),
        Deadline = new LetterDeadline(texts["Accredited until"], Shown.Deadline(until), Shown.ForReader(until, Zones.Moscow, recipient.TimeZone)),
    };

    private Letter Words(LetterValues values) => new(texts["The accreditation of {0} ends on {1}", values["company"], values["until"]], texts["Renew the accreditation"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["Renew it now: the portal has kept your data, and asks only for what has lapsed or changed. Without it no new invitation comes after that day; running events are finished."]],
        Button = new LetterButton(texts["Renew the accreditation"], ""),
    };
}

/// <summary>It has ended.</summary>
public sealed class AccreditationEndedMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<AccreditationEnded>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(AccreditationEnded told, Occasion occasion) => people.Of(occasion.AggregateId!.Value, CompanyRights.MasterUser);

    protected override async Task<Letter?> Write(AccreditationEnded told, Recipient recipient, MailLinks links)
    {
        if (await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == told.Subject) is not { } supplier || supplier.AccreditedUntil != told.Until)
        {
            return null;
        }

        var words = Words(new(("company", supplier.Name)));
        return words with
        {
            About = (texts["Supplier"], supplier.Number),
            Button = words.Button! with { Url = links.To("/company/renewal") },
            Path = "/company/renewal",
            IsImportant = true,
        };
    }

    protected override Letter OnSample(Letter original) => original with { About = (texts["Supplier"], SampleData.Supplier) };

    private Letter Words(LetterValues values) => new(texts["The accreditation of {0} has ended", values["company"]], texts["The accreditation has ended"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["{0} finishes the events that run, but gets no new invitation until the accreditation is renewed.", values["company"]]],
        Button = new LetterButton(texts["Renew the accreditation"], ""),
    };
}

/// <summary>The last day of a suspension has passed: the supplier may take part again.</summary>
public sealed class SuspensionEndedMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<SuspensionEnded>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(SuspensionEnded told, Occasion occasion) => people.Of(occasion.AggregateId!.Value);

    protected override async Task<Letter?> Write(SuspensionEnded told, Recipient recipient, MailLinks links)
    {
        if (await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == told.Subject) is not { State: SupplierState.Accredited } supplier)
        {
            return null;
        }

        var words = Words(new(("company", supplier.Name)));
        return words with { About = (texts["Supplier"], supplier.Number), Button = words.Button! with { Url = links.To("/") }, Path = "/" };
    }

    protected override Letter OnSample(Letter original) => original with { About = (texts["Supplier"], SampleData.Supplier) };

    private Letter Words(LetterValues values) => new(texts["The suspension of {0} is over", values["company"]], texts["The suspension is over"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["{0} can be invited, save and submit offers again.", values["company"]]],
        Button = new LetterButton(texts["Open the portal"], ""),
    };
}
