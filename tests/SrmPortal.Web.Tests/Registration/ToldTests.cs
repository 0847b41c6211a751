using System.Net;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Tests.Accreditation;
using static SrmPortal.Web.Tests.Accreditation.DeskPortal;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>What the people named in a registration are told, and what its applicant reads while it is examined.</summary>
public sealed class ToldTests
{
    private static readonly RegistrationPerson OnlySigns = new()
    {
        FullName = "Петров Пётр Петрович",
        Position = "Заместитель",
        Phone = "+7 343 226-41-83",
        Email = "petrov@uraltrubsnab.example",
        Roles = PersonRoles.Signatory,
        Basis = SigningBasis.Charter,
    };

    [Fact]
    public async Task Whoever_only_signs_gets_the_notice_with_the_first_mail_even_at_an_address_of_somebody_else()
    {
        await using var portal = await DeskPortal.With();
        var shares = OnlySigns with { FullName = "Сидоров Семён Семёнович", Email = GivenRegistration.Everything.Email };
        var number = await portal.Sent(people: [GivenRegistration.Everything, OnlySigns, shares]);
        foreach (var check in Usual)
        {
            await portal.Decide(ReviewerOf(check), number, CheckOutcome.Passed, "");
        }

        await portal.DeliverMail();

        var notice = Assert.Single(portal.MailsTo(OnlySigns.Email));
        Assert.Contains("Что портал знает о вас", notice.TextBody, StringComparison.Ordinal);
        Assert.Contains(GivenRegistration.Company.ShortName, notice.Subject, StringComparison.Ordinal);
        // The director has an access, told with the same notice; who shares the address has only the notice.
        Assert.Equal(2, portal.MailsTo(shares.Email).Count);
        Assert.All(portal.MailsTo(shares.Email), mail => Assert.Contains("Что портал знает о вас", mail.TextBody, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_status_page_says_what_is_asked_in_the_reviewers_words_and_whom_to_ask()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Decide(Completeness, number, CheckOutcome.InformationRequested, "Приложите устав со всеми изменениями.", ("Parts", "Documents"));
        await portal.DeliverMail();

        var status = await portal.Applicant("ru").Page(portal.LinkMailedTo(GivenRegistration.Applicant.Email));

        Assert.Contains("Приложите устав со всеми изменениями.", status.QuerySelector(".next")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Кого спросить", status.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(status.QuerySelectorAll("aside a[href^='tel:']"));
    }

    [Fact]
    public async Task An_expired_status_link_and_one_that_nobody_was_given_look_alike()
    {
        await using var portal = await DeskPortal.With();
        var number = await portal.Sent();
        await portal.Decide(Completeness, number, CheckOutcome.Failed, "Нет устава.");
        await portal.DeliverMail();
        var link = portal.LinkMailedTo(GivenRegistration.Applicant.Email);
        portal.Clock.Advance(TimeSpan.FromDays(SupplierRegistration.DaysToRead - 1));
        var last = await portal.Applicant().Page(link);
        portal.Clock.Advance(TimeSpan.FromDays(1));

        var (expired, unknown) = (await portal.Applicant().GetAsync(link), await portal.Applicant().GetAsync("/registration/status/" + new string('x', 43)));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (expired.StatusCode, unknown.StatusCode));
        Assert.Equal((await unknown.Parsed()).QuerySelector("main")!.InnerHtml, (await expired.Parsed()).QuerySelector("main")!.InnerHtml);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Applicant().Press(last, "See what was sent")).StatusCode);
    }

    [Fact]
    public async Task A_status_link_that_nobody_was_given_and_one_that_was_cut_off_look_alike()
    {
        await using var portal = await DeskPortal.With();
        await portal.Sent();
        await portal.DeliverMail();
        var link = portal.LinkMailedTo(GivenRegistration.Applicant.Email);
        Assert.Equal(HttpStatusCode.OK, (await portal.Applicant().GetAsync(link)).StatusCode);

        var answers = new[] { await portal.Applicant().GetAsync("/registration/status/" + new string('x', 43)), await portal.Applicant().GetAsync(link[..^4]) };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal((await answers[0].Parsed()).QuerySelector("main")!.InnerHtml, (await answers[1].Parsed()).QuerySelector("main")!.InnerHtml);
    }
}
