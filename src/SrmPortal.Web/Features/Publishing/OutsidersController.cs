using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Companies that aren't registered yet and are asked to a round: of a draft, and while offers are accepted.</summary>
[Route("events/{number}/{no:int}/outsiders"), Authorize(Roles = Roles.Buyer)]
public sealed class OutsidersController(PortalDbContext db, AskOutsiders ask, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Outsiders(string number, int no) => await OutsidersPage.Read(db, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost, ShowAgain(nameof(Outsiders))]
    public async Task<IActionResult> Add(string number, int no, OutsiderForm form)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return NotFound();
        }

        await ask.Add(round, new OutsideCompany(PlainText.Of(form.Name), PlainText.Of(form.Email), form.Country ?? Countries.Russia,
            form.Country == Countries.Russia ? IdentifierText.Normalised(form.TaxNumber) : NationalNumber.Normalised(form.TaxNumber)), HttpContext.Instant());
        this.Say(texts["The company is on the list."]);
        return RedirectToAction(nameof(Outsiders), new { number, no });
    }

    [HttpPost("{id:long}/remove"), ShowAgain(nameof(Outsiders))]
    public async Task<IActionResult> Remove(string number, int no, long id)
    {
        if (await db.RoundAt(number, no) is not { } round || !await ask.Remove(round, id))
        {
            return NotFound();
        }

        this.Say(texts["The company is taken off the list."]);
        return RedirectToAction(nameof(Outsiders), new { number, no });
    }
}

public class OutsiderForm
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Country { get; init; } = Countries.Russia;

    public string? TaxNumber { get; init; }

    public sealed class Validator : AbstractValidator<OutsiderForm>
    {
        public Validator(IStringLocalizer<Texts> texts) =>
            RuleFor(form => form.Country).Must(code => code is not null && Countries.All.ContainsKey(code)).WithMessage(_ => texts["Choose a country of the list."]);
    }
}

public sealed class OutsidersPage : OutsiderForm, IEventPage
{
    private static readonly string[] Mails = [MailCatalogue.KindOf(typeof(OutsiderMail)), MailCatalogue.KindOf(typeof(LaterOutsiderMail))];

    public required EventFrame Frame { get; init; }

    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>To a further round nobody comes who was not in the one before.</summary>
    public required bool MayAdd { get; init; }

    /// <summary>As long as nobody of the list has been written to.</summary>
    public required bool MayRemove { get; init; }

    public bool IsDraft => Frame.Card.StoredState is RoundState.Draft;

    public IEnumerable<SelectListItem> CountryItems => Countries.Offered.Select(country => new SelectListItem(country.Name, country.Code));

    /// <param name="Id">Key.</param>
    /// <param name="Name">As the buyer knows it.</param>
    /// <param name="Email">Where it is written to.</param>
    /// <param name="Country">ISO 3166-1.</param>
    /// <param name="TaxNumber">As it was given.</param>
    /// <param name="JoinedAt">When it was invited as a supplier, in UTC.</param>
    /// <param name="Mail">What became of the mail; null: none was due yet.</param>
    public sealed record Row(long Id, string Name, string Email, string Country, string TaxNumber, DateTime? JoinedAt, InvitedPage.MailFate? Mail);

    public static async Task<OutsidersPage?> Read(PortalDbContext db, string number, int no, HttpContext http)
    {
        if (await EventFrame.Read(db, number, no, EventTab.None, http) is not { } frame)
        {
            return null;
        }

        var asked = await db.OutsideInvitations.AsNoTracking().Where(o => o.RoundId == frame.Card.Id).OrderBy(o => o.Id)
            .Select(o => new { o.Id, o.Name, o.Email, o.Country, o.TaxKey, o.JoinedAt }).ToListAsync();
        var mails = (asked.Count == 0 ? [] : await db.MailDeliveries.AsNoTracking().Where(d => d.RoundId == frame.Card.Id && Mails.Contains(d.Kind)).OrderBy(d => d.Id)
            .Select(d => new { d.AddresseeId, d.State, d.QueuedAt, d.SettledAt, d.ServerAnswer }).ToListAsync()).ToLookup(mail => mail.AddresseeId);
        return new OutsidersPage
        {
            Frame = frame,
            MayAdd = frame is { IsTeam: true, Card.No: 0 } && frame.Card.StateAt(frame.Now) is RoundState.Draft or RoundState.Published,
            MayRemove = frame.IsTeam && frame.Card.StoredState is RoundState.Draft,
            Rows = [.. asked.Select(o => new Row(o.Id, o.Name, o.Email, o.Country, o.TaxKey, o.JoinedAt, mails[o.Id]
                .Select(mail => new InvitedPage.MailFate(o.Email, mail.State, mail.SettledAt ?? mail.QueuedAt, mail.ServerAnswer)).LastOrDefault()))],
        };
    }
}
