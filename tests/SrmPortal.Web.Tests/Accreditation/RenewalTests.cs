using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Features.Registration;
using static SrmPortal.Web.Tests.Accreditation.DeskPortal;

namespace SrmPortal.Web.Tests.Accreditation;

/// <summary>How long an accreditation lasts: reminders, the renewal that asks only for what lapsed or changed, the end of a suspension.</summary>
public sealed class RenewalTests
{
    private static readonly string Master = GivenRegistration.Everything.Email;

    [Fact]
    public async Task A_renewal_asks_only_for_what_has_lapsed_or_changed_and_prolongs()
    {
        await using var portal = await DeskPortal.With();
        var (supplier, until) = await Accredited(portal);
        await portal.Seen(Scope.System, async db =>
        {
            var charter = await db.SupplierDocuments.SingleAsync(d => d.Kind == "charter");
            db.Entry(charter).Property(d => d.ValidUntil).CurrentValue = DateOnly.FromDateTime(until.AddDays(-70));
            return await db.SaveChangesAsync();
        });
        portal.Clock.SetUtcNow(until.AddDays(-61));
        var master = await SignedIn(portal, supplier);
        Assert.Contains("can be renewed from", (await master.Page("/company/renewal")).Text(), StringComparison.Ordinal);

        portal.Clock.SetUtcNow(until.AddDays(-50));
        Assert.Contains("Renew the accreditation", (await master.Page("/company")).Text(), StringComparison.Ordinal);
        Assert.Contains("The accreditation ends on", (await master.Page("/")).QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        var page = await master.Page("/company/renewal");
        Assert.Contains("Documents", page.QuerySelector("[aria-labelledby=lapsed]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Details", "People", "Categories"], page.QuerySelectorAll("[name=Parts]").Select(box => box.GetAttribute("value")));
        var begun = await master.Press(page, "Begin the renewal", ("Parts", "Details"));
        Assert.Equal("/registration/summary", begun.Headers.Location!.ToString());
        await master.Press(await master.Page("/company/renewal"), "Go on with the renewal");

        var renewal = await portal.Seen(Scope.System, db => db.Registrations.SingleAsync(r => r.RenewsSupplierId == supplier));
        Assert.Equal((RegistrationState.Draft, RegistrationParts.Documents | RegistrationParts.Details), (renewal.State, renewal.OpenParts));
        Assert.False(renewal.CanEdit(RegistrationParts.People));
        Assert.DoesNotContain(renewal.Content.Documents, document => document.Kind == "charter");
        Assert.Equal(["accounts", "appointment", "declaration"], renewal.Content.Documents.Select(document => document.Kind).Order());
        Assert.Contains("Documents", (await master.Page("/registration/summary")).Text(), StringComparison.Ordinal);

        await portal.As(Scope.Applicant(renewal.Id), services => services.GetRequiredService<PortalDbContext>().InTransaction(async () =>
        {
            var mine = await services.GetRequiredService<PortalDbContext>().Registrations.SingleAsync(r => r.Id == renewal.Id);
            mine.FillDetails(mine.Content.Details with { Phone = "+7 343 226-41-77" }, portal.Now());
            await Attach(services, mine, "charter", "Устав 2029.pdf", portal.Now());
            return mine;
        }));
        await AgreesAnew(master);
        var summary = await master.Page("/registration/summary");
        Assert.Contains("Open: Company details, Documents. All else is taken over as the portal has it.", summary.Text(), StringComparison.Ordinal);
        SaysNothingOfRegistering(summary);
        var sent = await master.Press(summary, "Send the renewal");
        Assert.True(sent.StatusCode is HttpStatusCode.Redirect, (await sent.Parsed()).Text());
        var number = (await portal.Seen(Scope.System, db => db.Registrations.SingleAsync(r => r.Id == renewal.Id))).Number!;
        var one = await portal.CaseOf(number);
        Assert.Equal(CaseKind.Renewal, one.Kind);
        Assert.Contains("is with the reviewers", (await master.Page("/company/renewal")).Text(), StringComparison.Ordinal);
        Assert.Contains("is with the reviewers", (await master.Page("/")).QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        SaysNothingOfRegistering(await master.Page("/registration/status"));
        SaysNothingOfRegistering(await master.Page("/registration/withdraw"));

        var desk = portal.SignedIn($"staff:{Legal}");
        var card = await desk.Page($"/accreditation/{number}");
        Assert.Contains("Renewal", card.Text(), StringComparison.Ordinal);
        Assert.Contains("+7 343 226-41-77", card.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        foreach (var link in card.QuerySelectorAll(".files .meta a"))
        {
            Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(link.GetAttribute("href"))).StatusCode);
        }

        await portal.Pass(number, Usual);
        await TellsOfARenewal(portal, number);

        await portal.Seen(Scope.System, async db =>
        {
            var renewed = await db.Suppliers.Include(s => s.Documents).Include(s => s.Signatories).SingleAsync();
            Assert.Equal((until.AddYears(3), "+7 343 226-41-77", SupplierState.Accredited), (renewed.AccreditedUntil, renewed.Company.Phone, renewed.StateAt(portal.Now())));
            Assert.Equal(["accounts", "appointment", "charter", "declaration"], renewed.Documents.Select(document => document.Kind).Order());
            Assert.Single(renewed.Signatories);
            Assert.All(await db.Files.ToListAsync(), file => Assert.Equal(renewed.Id, file.SupplierId));
            Assert.Equal(1, await db.Memberships.CountAsync());
            return Assert.Single(await db.AccreditationCases.Where(c => c.Kind == CaseKind.Renewal).Select(c => c.SupplierId).ToListAsync());
        });
    }

    [Fact]
    public async Task Who_signs_from_the_renewal_on_is_told_and_who_signed_before_is_not_told_again()
    {
        await using var portal = await DeskPortal.With();
        var (supplier, until) = await Accredited(portal);
        portal.Clock.SetUtcNow(until.AddDays(-50));
        var master = await SignedIn(portal, supplier);
        await portal.DeliverMail();
        var before = portal.MailsTo(Master).Count;
        await master.Press(await master.Page("/company/renewal"), "Begin the renewal", ("Parts", "People"));
        await AgreesAnew(master, ("PeopleInformed", "true"));
        var renewal = await portal.Seen(Scope.System, db => db.Registrations.SingleAsync(r => r.RenewsSupplierId == supplier));
        var newcomer = GivenRegistration.Everything with { FullName = "Петров Пётр Петрович", Email = "petrov@uraltrubsnab.example", Roles = PersonRoles.Signatory };
        await portal.Correct(renewal.Id, mine => mine.FillPeople(mine.Content.Regions, [.. mine.Content.People, newcomer], portal.Now()));

        var sent = await master.Press(await master.Page("/registration/summary"), "Send the renewal");
        Assert.True(sent.StatusCode is HttpStatusCode.Redirect, (await sent.Parsed()).Text());
        await portal.Pass((await portal.Seen(Scope.System, db => db.Registrations.SingleAsync(r => r.Id == renewal.Id))).Number!, Usual);
        await portal.DeliverMail();

        Assert.Contains("Что портал знает о вас", Assert.Single(portal.MailsTo(newcomer.Email)).TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.MailsTo(Master).Skip(before), mail => mail.TextBody!.Contains("Что портал знает о вас", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_renewal_that_is_begun_is_open_to_master_users_of_the_company_alone_while_they_are_signed_in()
    {
        await using var portal = await DeskPortal.With();
        var (supplier, until) = await Accredited(portal);
        portal.Clock.SetUtcNow(until.AddDays(-50));
        var master = await SignedIn(portal, supplier);
        var begun = await master.Press(await master.Page("/company/renewal"), "Begin the renewal", ("Parts", "Details"));
        Assert.Equal(HttpStatusCode.OK, (await master.GetAsync("/registration/summary")).StatusCode);

        // The same browser, after signing out.
        var left = portal.Browser();
        left.DefaultRequestHeaders.Add("Cookie", begun.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith(ApplicantCookie.Name, StringComparison.Ordinal)).Split(';')[0]);
        Assert.Contains("/sign-in?returnUrl=", (await left.GetAsync("/registration/details")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(GivenRegistration.Company.ShortName, (await left.Page("/registration")).Text(), StringComparison.Ordinal);

        await portal.Seen(Scope.System, db => db.Memberships.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MembershipState.BlockedByStaff)));
        Assert.Equal("/registration", (await master.GetAsync("/registration/summary")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_renewal_that_is_left_or_withdrawn_is_told_as_one()
    {
        await using var portal = await DeskPortal.With();
        var (supplier, until) = await Accredited(portal);
        portal.Clock.SetUtcNow(until.AddDays(-50));
        var master = await SignedIn(portal, supplier);
        await master.Press(await master.Page("/company/renewal"), "Begin the renewal", ("Parts", "Details"));
        await portal.DeliverMail();
        var before = portal.MailsTo(Master).Count;

        await portal.As(Scope.System, async services =>
        {
            await services.GetRequiredService<AgeDrafts>().Age(portal.Now().AddDays(23), default);
            return true;
        });
        await portal.DeliverMail();
        var withdrawn = await master.PressAndFollow(await master.Page("/registration/withdraw"), "Withdraw the renewal");
        await portal.DeliverMail();

        Assert.Contains("The renewal is closed.", withdrawn.Text(), StringComparison.Ordinal);
        Assert.Equal("/company/renewal", withdrawn.QuerySelector(".next a")!.GetAttribute("href"));
        var (left, gone) = (portal.MailsTo(Master)[before], portal.MailsTo(Master)[before + 1]);
        Assert.Contains("Продление аккредитации", left.Subject, StringComparison.Ordinal);
        Assert.Contains("/company/renewal", left.TextBody, StringComparison.Ordinal);
        Assert.Contains("Заявка на продление аккредитации", gone.Subject, StringComparison.Ordinal);
        Assert.All(new[] { left, gone }, mail => Assert.DoesNotContain("регистрац", mail.TextBody, StringComparison.OrdinalIgnoreCase));

        await master.Press(await master.Page("/company/renewal"), "Begin the renewal", ("Parts", "Details"));
        await portal.As(Scope.System, async services =>
        {
            await services.GetRequiredService<AgeDrafts>().Age(portal.Now().AddDays(SupplierRegistration.DaysIdle), default);
            return true;
        });
        var kept = await portal.Seen(Scope.System, db => db.Registrations.Where(r => r.State == RegistrationState.Expired).Select(r => db.RegistrationSendings.Count(s => s.RegistrationId == r.Id)).ToListAsync());
        Assert.Equal(0, Assert.Single(kept));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_end_is_told_60_30_and_7_days_before_and_once_each(string provider)
    {
        await using var portal = await DeskPortal.With(provider);
        var (_, until) = await Accredited(portal);
        await portal.DeliverMail();
        var before = portal.MailsTo(Master).Count;
        Assert.Equal(0, await Watch(portal, until.AddDays(-61)));
        foreach (var (days, mails) in new[] { (60, 1), (45, 1), (30, 2), (29, 2), (7, 3), (1, 3), (0, 4), (-20, 4) })
        {
            await Watch(portal, until.AddDays(-days));
            Assert.Equal(before + mails, portal.MailsTo(Master).Count);
        }

        Assert.Contains("закончилась", portal.MailsTo(Master)[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspension_ends_by_its_date_and_everybody_is_told_once()
    {
        await using var portal = await DeskPortal.With();
        var (supplier, _) = await Accredited(portal);
        var last = portal.Now().AddDays(10);
        await portal.Seen(Scope.System, db => db.InTransaction(async () =>
        {
            (await db.Suppliers.SingleAsync()).Suspend("Задержка поставки.", last, portal.Now());
            return supplier;
        }));
        await portal.DeliverMail();
        var before = portal.MailsTo(Master).Count;

        Assert.Equal(0, await Watch(portal, last.AddMinutes(-1)));
        Assert.Equal(1, await Watch(portal, last));
        Assert.Equal(0, await Watch(portal, last.AddHours(1)));

        Assert.Equal(before + 1, portal.MailsTo(Master).Count);
        Assert.Equal((SupplierState.Accredited, null), await portal.Seen(Scope.System, db => db.Suppliers.Select(s => new ValueTuple<SupplierState, string?>(s.State, s.SuspensionReason)).SingleAsync()));
    }

    // The director has not filled in the first questionnaire, so that the own consent is missing; the others stay in force.
    private static async Task AgreesAnew(HttpClient master, params (string Name, string Value)[] also)
    {
        var page = await master.Page("/registration/documents");
        Assert.Equal([.. new[] { "PersonalData" }, .. also.Select(one => one.Name)], page.QuerySelectorAll("[name=Terms][type=checkbox], [name=PersonalData][type=checkbox], [name=PeopleInformed][type=checkbox]").Select(box => box.GetAttribute("name")));
        var answer = await master.PressWithFiles(page, "Save and check everything", [], [("PersonalData", "true"), .. also]);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, (await answer.Parsed()).Text());
    }

    private static void SaysNothingOfRegistering(IDocument page) =>
        Assert.DoesNotContain("registration", $"{page.Title} {page.QuerySelector("main")!.TextContent}", StringComparison.OrdinalIgnoreCase);

    private static async Task TellsOfARenewal(Portal portal, string number)
    {
        await portal.DeliverMail();
        var told = portal.MailsTo(Master).Where(mail => mail.Subject!.Contains(AccreditationCase.Shown(number), StringComparison.Ordinal)).ToList();
        Assert.Equal(1 + Usual.Length, told.Count);
        Assert.Contains("Заявка на продление", told[0].Subject, StringComparison.Ordinal);
        Assert.All(told, mail => Assert.DoesNotContain("регистрац", mail.TextBody, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<(long Supplier, DateTime Until)> Accredited(Portal portal)
    {
        var number = await portal.Sent();
        await portal.Pass(number, Usual);
        return await portal.Seen(Scope.System, db => db.Suppliers.Select(s => new ValueTuple<long, DateTime>(s.Id, s.AccreditedUntil)).SingleAsync());
    }

    private static async Task<HttpClient> SignedIn(Portal portal, long supplier)
    {
        var person = await portal.Seen(Scope.System, async db =>
        {
            var membership = await db.Memberships.Include(m => m.Account).SingleAsync();
            membership.Account.Activate();
            await db.SaveChangesAsync();
            return membership.AccountId;
        });
        return portal.SignedIn($"supplier:{supplier}:{person}");
    }

    private static async Task<int> Watch(Portal portal, DateTime instant)
    {
        portal.Clock.SetUtcNow(instant);
        var said = await portal.As(Scope.System, services => services.GetRequiredService<WatchSuppliers>().Run(instant));
        await portal.DeliverMail();
        return said;
    }
}
