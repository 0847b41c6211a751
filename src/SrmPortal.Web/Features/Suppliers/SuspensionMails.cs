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
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(SupplierSuspended told, Occasion occasion) => people.Of(occasion.AggregateId!.Value);

    protected override async Task<Letter?> Write(SupplierSuspended told, Recipient recipient, MailLinks links)
    {
        if (await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == told.Subject) is not { State: SupplierState.Suspended } supplier)
        {
            return null;
        }

        var words = Words(new(("company", supplier.Name)));
        return words with
        {
            About = (texts["Supplier"], supplier.Number),
            Facts = Facts(supplier.SuspensionReason ?? "", supplier.SuspendedUntil),
            Button = words.Button! with { Url = links.To("/company") },
            Path = "/company",
            IsImportant = true,
        };
    }

    protected override Letter OnSample(Letter original) => original with
    {
        About = (texts["Supplier"], SampleData.Supplier),
        Facts = Facts(SampleData.In("Не исполнен договор № 114 от 12.08.2026.", "Contract No. 114 of 12 Aug 2026 was not performed."), SampleData.Due),
    };

    private IReadOnlyList<Fact> Facts(string reason, DateTime? end) =>
        [new Fact(texts["Reason"], reason.Split('\n')), new Fact(texts["Until"], end is { } until ? Shown.Deadline(until) : texts["it is lifted"])];

    private Letter Words(LetterValues values) => new(texts["The accreditation of {0} is suspended", values["company"]], texts["Your accreditation is suspended"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["{0} is not invited to events for the time being, and can neither save nor submit offers. Offers that were submitted stay: they are opened, and marked.", values["company"]]],
        Button = new LetterButton(texts["Open the company"], ""),
    };
}

/// <summary>The supplier may take part again.</summary>
public sealed class SuspensionLiftedMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<SuspensionLifted>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(SuspensionLifted told, Occasion occasion) => people.Of(occasion.AggregateId!.Value);

    protected override async Task<Letter?> Write(SuspensionLifted told, Recipient recipient, MailLinks links)
    {
        if (await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Number == told.Subject) is not { State: SupplierState.Accredited } supplier)
        {
            return null;
        }

        var words = Words(new(("company", supplier.Name)));
        return words with
        {
            About = (texts["Supplier"], supplier.Number),
            Button = words.Button! with { Url = links.To("/") },
            Path = "/",
        };
    }

    protected override Letter OnSample(Letter original) => original with { About = (texts["Supplier"], SampleData.Supplier) };

    private Letter Words(LetterValues values) => new(texts["The suspension of {0} is lifted", values["company"]], texts["The suspension is lifted"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["{0} can be invited, save and submit offers again.", values["company"]]],
        Button = new LetterButton(texts["Open the portal"], ""),
    };
}
