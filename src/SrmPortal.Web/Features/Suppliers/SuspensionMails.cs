using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Suppliers;

/// <summary>Everybody of a supplier is told what it may not do any more, and why.</summary>
public sealed class SupplierSuspendedMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<SupplierSuspended>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(SupplierSuspended told, Occasion occasion) => people.Of(occasion.AggregateId!.Value);

    protected override async Task<Letter?> Write(SupplierSuspended told, Recipient recipient, MailLinks links)
    {
        if (await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == told.Subject) is not { State: SupplierState.Suspended } supplier)
        {
            return null;
        }

        return new Letter(texts["The accreditation of {0} is suspended", supplier.Name], texts["Your accreditation is suspended"])
        {
            About = (texts["Supplier"], supplier.Number),
            Paragraphs = [texts["{0} is not invited to events for the time being, and can neither save nor submit offers. Offers that were submitted stay: they are opened, and marked.", supplier.Name]],
            Facts = [new Fact(texts["Reason"], (supplier.SuspensionReason ?? "").Split('\n')), new Fact(texts["Until"], supplier.SuspendedUntil is { } until ? Shown.Deadline(until) : texts["it is lifted"])],
            Button = new LetterButton(texts["Open the company"], links.To("/company")),
            Path = "/company",
            IsImportant = true,
        };
    }
}

/// <summary>The supplier may take part again.</summary>
public sealed class SuspensionLiftedMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<SuspensionLifted>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(SuspensionLifted told, Occasion occasion) => people.Of(occasion.AggregateId!.Value);

    protected override async Task<Letter?> Write(SuspensionLifted told, Recipient recipient, MailLinks links)
    {
        if (await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == told.Subject) is not { State: SupplierState.Accredited } supplier)
        {
            return null;
        }

        return new Letter(texts["The suspension of {0} is lifted", supplier.Name], texts["The suspension is lifted"])
        {
            About = (texts["Supplier"], supplier.Number),
            Paragraphs = [texts["{0} can be invited, save and submit offers again.", supplier.Name]],
            Button = new LetterButton(texts["Open the portal"], links.To("/")),
            Path = "/",
        };
    }
}
