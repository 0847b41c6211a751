using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Tests.Accreditation;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>From the first page to the number, over HTTP, with the mails.</summary>
public sealed class RegisteringTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_applicant_fills_in_five_steps_confirms_the_address_on_another_device_and_sends(string database)
    {
        await using var portal = await Applicants.Portal(database);
        var summary = await portal.Applicant().FillIn(portal);
        Assert.Contains("Confirm the address kovaleva@uraltrubsnab.example.", summary.Text(), StringComparison.Ordinal);

        var elsewhere = portal.Applicant();
        var again = await elsewhere.FollowMailedLink(portal);
        Assert.Contains("ООО «УралТрубСнаб» 🔩", again.Text(), StringComparison.Ordinal);
        Assert.Contains("Устав УралТрубСнаб, ред. 2023.pdf", again.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Confirm the address", again.Text(), StringComparison.Ordinal);
        var status = await elsewhere.PressAndFollow(again, "Send the registration");

        var registration = await portal.Registration();
        Assert.Equal((RegistrationState.Submitted, "7707083893"), (registration.State, registration.TaxKey));
        Assert.Contains(registration.ShownNumber, status.Text(), StringComparison.Ordinal);
        Assert.Equal("Общество с ограниченной ответственностью «УралТрубСнаб» 🔩", registration.Content.Details.FullName);
        Assert.Equal(["RU-66", "KZ"], registration.Content.Regions.OrderByDescending(code => code.Length));
        Assert.Equal(4, registration.Content.Files.Count());
        Assert.Equal(3, registration.Consents.Count(consent => consent.IsInForce));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.RegistrationSendings.CountAsync()));

        await portal.DeliverMail();
        var byLink = await portal.Applicant().Page(portal.LinkMailedTo(Applicants.Email));
        Assert.Contains(registration.ShownNumber, byLink.Text(), StringComparison.Ordinal);
        Assert.Contains("look into the spam folder", byLink.Text(), StringComparison.Ordinal);
        Assert.Contains(registration.ShownNumber, portal.MailsTo(Applicants.Email)[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_there_in_Russian()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant("ru");

        var details = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Сохранить и продолжить", Applicants.Start);
        var people = await applicant.PressAndFollow(details, "Сохранить и продолжить", Applicants.Company);
        var products = await applicant.PressAndFollow(people, "Сохранить и продолжить", Applicants.People);
        var documents = await applicant.PressAndFollow(products, "Сохранить и продолжить", ("Categories", await portal.CategoryKey("t12.04")));

        Assert.Contains("Список составлен для: ООО — общество с ограниченной ответственностью, Россия.", documents.Text(), StringComparison.Ordinal);
        foreach (var page in new[] { "", "/country", "/details", "/people", "/products", "/documents", "/summary", "/resume", "/address", "/withdraw", "/blank/declaration" })
        {
            Assert.Equal("ru", (await applicant.Page("/registration" + page)).DocumentElement.GetAttribute("lang"));
        }
    }

    [Fact]
    public async Task Opening_the_mailed_link_does_nothing_and_its_button_works_more_than_once()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);
        await portal.DeliverMail();

        var scanner = portal.Applicant();
        await scanner.GetAsync(portal.LinkMailedTo(Applicants.Email));
        Assert.False((await portal.Registration()).IsAddressConfirmed);
        Assert.Equal(HttpStatusCode.Redirect, (await scanner.GetAsync("/registration/details")).StatusCode);

        await portal.Applicant().FollowMailedLink(portal);
        await portal.Applicant().FollowMailedLink(portal);
        Assert.True((await portal.Registration()).IsAddressConfirmed);
    }

    [Fact]
    public async Task Unknown_and_expired_links_look_alike()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);
        await portal.DeliverMail();
        portal.Clock.Advance(TimeSpan.FromDays(31));

        var expired = await portal.Applicant().GetAsync(portal.LinkMailedTo(Applicants.Email));
        var unknown = await portal.Applicant().GetAsync("/registration/resume/" + new string('x', 43));
        var status = await portal.Applicant().GetAsync("/registration/status/" + new string('x', 43));

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [expired.StatusCode, unknown.StatusCode, status.StatusCode]);
        Assert.Equal((await unknown.Parsed()).QuerySelector("main")!.InnerHtml, (await expired.Parsed()).QuerySelector("main")!.InnerHtml);
    }

    [Fact]
    public async Task Sending_with_an_unconfirmed_address_is_refused_and_both_ways_on_work()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        var summary = await applicant.FillIn(portal);

        var refused = await applicant.Press(summary, "Send the registration");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Parsed();
        Assert.Contains("Confirm the address kovaleva@uraltrubsnab.example first", page.Text(), StringComparison.Ordinal);

        Assert.Contains("on the way to kovaleva@", (await applicant.PressAndFollow(page, "Send it again")).Text(), StringComparison.Ordinal);
        await portal.DeliverMail();
        await applicant.PressAndFollow(await applicant.Page("/registration/address"), "Send the link", ("Email", "orlov@uraltrubsnab.example"));
        Assert.Equal(HttpStatusCode.NotFound, (await applicant.GetAsync(portal.LinkMailedTo(Applicants.Email))).StatusCode);
        var confirmed = await applicant.FollowMailedLink(portal, "orlov@uraltrubsnab.example");
        await applicant.PressAndFollow(confirmed, "Send the registration");
        Assert.Equal(RegistrationState.Submitted, (await portal.Registration()).State);
    }

    [Fact]
    public async Task The_link_is_mailed_again_to_whoever_asks_with_the_same_answer_and_at_most_five_times_an_hour()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", Applicants.Start);

        var stranger = portal.Applicant();
        var unknown = await stranger.PressAndFollow(await stranger.Page("/registration/resume"), "Send the link", ("Email", "nobody@nowhere.example"));
        for (var i = 0; i < 7; i++)
        {
            var known = await stranger.PressAndFollow(await stranger.Page("/registration/resume"), "Send the link", ("Email", i == 0 ? Applicants.Email.ToUpperInvariant() : Applicants.Email));
            Assert.Equal(unknown.QuerySelector("main .note")!.TextContent, known.QuerySelector("main .note")!.TextContent);
        }

        await portal.DeliverMail();
        Assert.Equal(SupplierRegistration.MailsAnHour, portal.MailsTo(Applicants.Email).Count);
        Assert.Empty(portal.MailsTo("nobody@nowhere.example"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_draft_is_found_by_its_address_in_whatever_case_it_was_typed(string database)
    {
        await using var portal = await Applicants.Portal(database);
        var applicant = portal.Applicant();
        await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", [.. Applicants.Start, ("Email", "M.Kovaleva@UralTrubSnab.example")]);
        // As an earlier version has left it.
        await portal.Seen(Scope.System, db => db.Registrations.ExecuteUpdateAsync(set => set.SetProperty(r => r.ApplicantKey, "")));
        await portal.As(Scope.System, async services =>
        {
            await services.GetRequiredService<NameCompanies>().DoWhatIsDue(portal.Clock.GetUtcNow().UtcDateTime, CancellationToken.None);
            return true;
        });

        var stranger = portal.Applicant();
        await stranger.PressAndFollow(await stranger.Page("/registration/resume"), "Send the link", ("Email", "m.kovaleva@uraltrubsnab.example"));

        await portal.DeliverMail();
        Assert.Equal(2, portal.MailsTo("M.Kovaleva@UralTrubSnab.example").Count);

        // In other letters it is the same mailbox: no new link goes there, and the one that is there stays good.
        var link = portal.LinkMailedTo("M.Kovaleva@UralTrubSnab.example");
        await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", ("Email", "m.kovaleva@uraltrubsnab.example"));
        Assert.Equal(HttpStatusCode.OK, (await portal.Applicant().GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_double_click_on_the_first_step_begins_one_registration()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        var (action, fields) = (await applicant.Page("/registration/country")).Form("Save and continue", Applicants.Start);

        var both = await Task.WhenAll(
            applicant.PostAsync(action, new FormUrlEncodedContent(fields)), applicant.PostAsync(action, new FormUrlEncodedContent(fields)));

        Assert.All(both, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Registrations.CountAsync()));

        // Who sends no key gets nobody else's registration.
        foreach (var email in new[] { "one@first.example", "other@second.example" })
        {
            var stranger = portal.Applicant();
            var (begin, typed) = (await stranger.Page("/registration/country")).Form("Save and continue", [.. Applicants.Start, ("Email", email)]);
            await stranger.PostAsync(begin, new FormUrlEncodedContent(typed.Where(field => field.Key != "StartKey")));
            Assert.Contains(email, (await stranger.Page("/registration/summary")).Text(), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_applicants_with_one_tax_number_may_both_send_at_once(string database)
    {
        await using var portal = await Applicants.Portal(database);
        var (one, other) = (portal.Applicant(), portal.Applicant());
        await one.FillIn(portal);
        await other.FillIn(portal, email: "rival@other.example");
        var summaries = new[] { await one.FollowMailedLink(portal), await other.FollowMailedLink(portal, "rival@other.example") };

        var answers = await Task.WhenAll(one.Press(summaries[0], "Send the registration"), other.Press(summaries[1], "Send the registration"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Registrations.CountAsync(r => r.State == RegistrationState.Submitted && r.TaxKey == "7707083893")));
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Registrations.Select(r => r.Number).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Pressing_send_twice_sends_once()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.FillIn(portal);
        var (action, fields) = (await applicant.FollowMailedLink(portal)).Form("Send the registration");

        var both = await Task.WhenAll(
            applicant.PostAsync(action, new FormUrlEncodedContent(fields)), applicant.PostAsync(action, new FormUrlEncodedContent(fields)));

        Assert.All(both, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.RegistrationSendings.CountAsync()));
        await portal.DeliverMail();
        Assert.Single(portal.MailsTo(Applicants.Email), mail => mail.Subject!.Contains("has been received", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_sent_is_withdrawn_by_the_mailed_status_link()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.FillIn(portal);
        await applicant.PressAndFollow(await applicant.FollowMailedLink(portal), "Send the registration");
        await portal.DeliverMail();

        var elsewhere = portal.Applicant();
        var third = portal.Applicant();
        var before = await third.Page(portal.LinkMailedTo(Applicants.Email));
        var asked = await elsewhere.PressAndFollow(await elsewhere.Page(portal.LinkMailedTo(Applicants.Email)), "Withdraw the registration");
        var gone = await elsewhere.PressAndFollow(asked, "Withdraw the registration");

        Assert.Contains("Withdrawn", gone.Text(), StringComparison.Ordinal);
        Assert.Equal(RegistrationState.Withdrawn, (await portal.Registration()).State);
        var late = await third.Press(before, "See what was sent");
        Assert.Equal(portal.LinkMailedTo(Applicants.Email), late.Headers.Location!.ToString());
        Assert.False(late.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("See what was sent", (await third.Page(late.Headers.Location.ToString())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reviewer_asks_for_is_answered_by_the_mailed_link_and_only_that_can_be_changed()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        await applicant.FillIn(portal);
        await applicant.PressAndFollow(await applicant.FollowMailedLink(portal), "Send the registration");
        await portal.DeliverMail();
        await portal.Seen(Scope.System, async db =>
        {
            var reviewer = new UserAccount("SRM000000020", "staff20@group.example", "Reviewer 20", "en");
            reviewer.Appoint(StaffRoles.Reviewer, checkCode: "completeness");
            reviewer.Activate();
            db.Entry(reviewer).Property(nameof(UserAccount.Id)).CurrentValue = 20L;
            db.Add(reviewer);
            return await db.SaveChangesAsync();
        });
        await portal.Decide(20, (await portal.Registration()).ShownNumber, CheckOutcome.InformationRequested, "The stamp is missing.", ("Parts", "Documents"));

        var elsewhere = portal.Applicant();
        var documents = await elsewhere.PressAndFollow(await elsewhere.Page(portal.LinkMailedTo(Applicants.Email)), "Answer");
        var summary = await elsewhere.PressWithFiles(documents, "Save and check everything", [("Documents[3].Files", "Баланс с отметкой.pdf", Given.Pdf)]);
        var refused = await elsewhere.GetAsync("/registration/details");
        Assert.Null((await refused.Parsed()).QuerySelector("main button[type=submit]"));
        var (action, fields) = (await elsewhere.Page(summary.Headers.Location!.ToString())).Form("Send the answer");
        foreach (var press in new[] { 1, 2 })
        {
            Assert.Equal((press, HttpStatusCode.Redirect), (press, (await elsewhere.PostAsync(action, new FormUrlEncodedContent(fields))).StatusCode));
        }

        var registration = await portal.Registration();
        Assert.Equal((RegistrationState.InReview, RegistrationParts.Documents, 2), (registration.State, registration.ChangedParts, registration.Sendings));
        var sendings = await portal.Seen(Scope.System, db => db.RegistrationSendings.OrderBy(s => s.No).ToListAsync());
        Assert.Equal(["accounts.Files"], sendings[1].Content.DifferencesFrom(sendings[0].Content).Select(difference => difference.Field));
    }
}
