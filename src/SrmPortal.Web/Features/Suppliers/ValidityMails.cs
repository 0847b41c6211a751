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
    protected override Task<IReadOnlyList<Addressee>> Addressees(AccreditationEndsSoon told, Occasion occasion) => people.Of(occasion.AggregateId!.Value, CompanyRights.MasterUser);

    protected override async Task<Letter?> Write(AccreditationEndsSoon told, Recipient recipient, MailLinks links) =>
        // Renewed in the meantime: nothing to remind of.
        await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == told.Subject) is not { } supplier || supplier.AccreditedUntil != told.Until ? null
        : new Letter(texts["The accreditation of {0} ends on {1}", supplier.Name, Shown.Date(told.Until)], texts["Renew the accreditation"])
        {
            About = (texts["Supplier"], supplier.Number),
            Paragraphs = [texts["Renew it now: the portal has kept your data, and asks only for what has lapsed or changed. Without it no new invitation comes after that day; running events are finished."]],
            Deadline = new LetterDeadline(texts["Accredited until"], Shown.Deadline(told.Until), Shown.ForReader(told.Until, Zones.Moscow, recipient.TimeZone)),
            Button = new LetterButton(texts["Renew the accreditation"], links.To("/company/renewal")),
            Path = "/company/renewal",
            IsImportant = true,
        };
}

/// <summary>It has ended.</summary>
public sealed class AccreditationEndedMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<AccreditationEnded>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(AccreditationEnded told, Occasion occasion) => people.Of(occasion.AggregateId!.Value, CompanyRights.MasterUser);

    protected override async Task<Letter?> Write(AccreditationEnded told, Recipient recipient, MailLinks links) =>
        await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == told.Subject) is not { } supplier || supplier.AccreditedUntil != told.Until ? null
        : new Letter(texts["The accreditation of {0} has ended", supplier.Name], texts["The accreditation has ended"])
        {
            About = (texts["Supplier"], supplier.Number),
            Paragraphs = [texts["{0} finishes the events that run, but gets no new invitation until the accreditation is renewed.", supplier.Name]],
            Button = new LetterButton(texts["Renew the accreditation"], links.To("/company/renewal")),
            Path = "/company/renewal",
            IsImportant = true,
        };
}

/// <summary>The last day of a suspension has passed: the supplier may take part again.</summary>
public sealed class SuspensionEndedMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<SuspensionEnded>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(SuspensionEnded told, Occasion occasion) => people.Of(occasion.AggregateId!.Value);

    protected override async Task<Letter?> Write(SuspensionEnded told, Recipient recipient, MailLinks links) =>
        await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == told.Subject) is not { State: SupplierState.Accredited } supplier ? null
        : new Letter(texts["The suspension of {0} is over", supplier.Name], texts["The suspension is over"])
        {
            About = (texts["Supplier"], supplier.Number),
            Paragraphs = [texts["{0} can be invited, save and submit offers again.", supplier.Name]],
            Button = new LetterButton(texts["Open the portal"], links.To("/")),
            Path = "/",
        };
}
