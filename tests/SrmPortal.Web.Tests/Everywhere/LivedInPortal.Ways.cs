using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Links;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Amending;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Features.Practising;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Tests.Accreditation;
using SrmPortal.Web.Tests.Categories;
using SrmPortal.Web.Tests.Reference;
using SrmPortal.Web.Tests.Registration;
using SrmPortal.Web.Tests.Suppliers;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>Where to go in it that no link leads to.</summary>
internal static partial class LivedInPortal
{
    /// <summary>Of the events that this person sees, pages that buttons lead to, or the first page of the site with a number typed in.</summary>
    public static async Task<string[]> WaysWithoutLink(this Portal portal, string email)
    {
        var scope = await portal.ScopeOf(email);
        var rounds = await portal.Seen(scope, db => db.Rounds.AsNoTracking().OrderByDescending(r => r.Deadline)
            .Select(r => new { r.Event.Number, IsDraft = r.State == RoundState.Draft, Offers = db.Offers.Count(o => o.Round == r) }).ToListAsync());
        var documented = scope.IsStaff ? await portal.Seen(scope, db => db.Suppliers.Where(s => s.Documents.Count > 0).Select(s => s.Number).ToListAsync()) : [];
        var files = await portal.Seen(Scope.System, db => db.Files.Where(f => f.EventId != null).Select(f => f.Token).ToListAsync());
        // What a frame shows is no link.
        var framed = scope.Has(StaffRoles.Reviewer) ? await portal.Seen(scope, db => db.Files.Where(f => f.RegistrationId != null)
            .Join(db.AccreditationCases, f => f.RegistrationId, c => c.RegistrationId, (f, c) => $"/accreditation/{c.Number}/files/{f.Token}/shown").Take(1).ToListAsync()) : [];
        return
        [
            .. framed,
            .. rounds.Take(1).Select(round => $"/events/{round.Number}"),
            .. rounds.Take(2).SelectMany(round => new[] { $"/events/{round.Number}/0/offers", $"/events/{round.Number}/0/cancel" }),
            .. rounds.Where(round => round.Offers > 0).Take(2).SelectMany(round => PagesOfOffer.Select(page => $"/events/{round.Number}/0/offer/{page}")),
            .. email == OtherBuyer || email == Buyer ? rounds.Where(round => !round.IsDraft).SelectMany(round => new[] { $"/events/{round.Number}/0/amendment/publish", $"/events/{round.Number}/0/amendment" }) : [],
            .. rounds.Where(round => round.IsDraft).SelectMany(round => PagesOfDraft.Select(page => $"/events/{round.Number}/0/draft/{page}")),
            .. documented.Select(number => $"/suppliers/{number}"),
            .. email == Administrator ? [await portal.DirectoryToLookAt(), await portal.ClassifierToLookAt()] : Array.Empty<string>(),
            .. files.SelectMany(token => new[] { $"/files/{token}", $"/files/{token}/shown" }),
        ];
    }

    /// <summary>One directory of banks is in force, another is being looked at.</summary>
    private static async Task<string> DirectoryToLookAt(this Portal portal)
    {
        var administrator = portal.SignedIn(await portal.Person(Administrator));
        async Task<string> Upload(string day) => (await administrator.PressWithFiles(await administrator.Page("/administration/banks"), "Show what would change",
            [("File", "ED807.xml", Directories.Xml(day, "windows-1251", ("044525225", "Промкредит", "Москва", "30101810400000000225")))])).Headers.Location!.ToString();
        await administrator.PressAndFollow(await administrator.Page(await Upload("2026-11-23")), "Take it over");
        return await Upload("2026-11-24");
    }

    /// <summary>A sheet of categories is being looked at.</summary>
    private static async Task<string> ClassifierToLookAt(this Portal portal)
    {
        var administrator = portal.SignedIn(await portal.Person(Administrator));
        return (await administrator.PressWithFiles(await administrator.Page("/administration/categories/import"), "Show what would change",
            [("File", "Классификатор.xlsx", CategorySheets.File(["t70", "", "Краски", "Paints", "", ""]))])).Headers.Location!.ToString();
    }

    public static Task<string[]> FilesOfRegistrations(this Portal portal) => portal.Seen(Scope.System, async db =>
        (await db.Files.Where(f => f.RegistrationId != null).Select(f => f.Token).ToListAsync())
            .SelectMany(token => new[] { $"/registration/files/{token}", $"/registration/files/{token}/shown" }).ToArray());

    /// <summary>What is behind the links of mails that nobody was sent here.</summary>
    public static Task<string[]> MailedLinks(this Portal portal) => portal.As(Scope.System, async services =>
    {
        var (links, db, now) = (services.GetRequiredService<SecretLinks>(), services.GetRequiredService<PortalDbContext>(), portal.Now());
        var person = await db.Accounts.Where(a => a.State == AccountState.Active).Select(a => a.Id).FirstAsync();
        (await db.Accounts.SingleAsync(a => a.Id == person)).NameNewEmail("new.address@seversplav.example", byMaster: false, "NewEmail");
        await db.SaveChangesAsync();
        var newcomer = await db.Accounts.Where(a => a.State == AccountState.NotActivated).Select(a => a.Id).FirstAsync();
        var registration = await db.Registrations.Where(r => r.State == RegistrationState.Draft).Select(r => r.Id).FirstAsync();
        var sent = await db.Registrations.Where(r => r.Number != null && r.TaxKey == GivenRegistration.OtherInn).Select(r => r.Id).FirstAsync();
        var status = "/registration/status/" + await links.TokenFor(RegistrationLinks.Status, sent, "test", now, now);
        return new[]
        {
            "/activate/" + await links.TokenFor(AccountLinks.Activation, newcomer, "test", now, now),
            "/new-password/" + await links.TokenFor(AccountLinks.NewPassword, person, "test", now, now),
            "/new-email/" + await links.TokenFor(AccountLinks.NewEmail, person, "test", now, now),
            "/unlock/" + await links.TokenFor(AccountLinks.Unlock, person, "test", now, now),
            "/registration/resume/" + await links.TokenFor(RegistrationLinks.Resume, registration, "test", now, now),
            status,
            status + "/meeting",
        };
    });
}
