using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Features.Offers;

namespace SrmPortal.Web.Tests.Offers;

/// <summary>A day and two hours before the deadline whoever has something unsubmitted is reminded, once each.</summary>
public sealed class OfferRemindersTests
{
    private static readonly DateTime DayBefore = Given.Deadline.AddHours(-24), HoursBefore = Given.Deadline.AddHours(-2);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_saved_and_not_submitted_is_reminded_of_a_day_and_two_hours_before_and_nothing_else_is(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8, 9);
        foreach (var supplier in new long[] { 7, 8, 9 })
        {
            await Save(portal, supplier, DayBefore.AddMinutes(-1));
        }

        await Submit(portal, 8, DayBefore.AddMinutes(-1));
        await Submit(portal, 9, DayBefore.AddMinutes(-1));
        await Save(portal, 9, DayBefore.AddMinutes(-1), basedOn: 1);

        await portal.ReadAllMails();

        Assert.Equal(0, await Run(portal, DayBefore.AddMilliseconds(-1)));
        Assert.Equal(2, await Run(portal, DayBefore));
        Assert.Equal(0, await Run(portal, DayBefore.AddHours(3)));
        await portal.DeliverMail();
        var mail = Assert.Single(portal.MailsTo("person70@supplier7.example"));
        Assert.Equal("Not submitted yet: 20067776/0, until 1 Dec 2026 12:00 (Moscow, UTC+3)", mail.Subject!.Replace('\u00A0', ' '));
        Assert.EndsWith("/offer/review", portal.LinkMailedTo("person70@supplier7.example"), StringComparison.Ordinal);
        Assert.DoesNotContain("100", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Version 1 stays in force", Assert.Single(portal.MailsTo("person90@supplier9.example")).TextBody, StringComparison.Ordinal);
        Assert.Empty(portal.MailsTo("person80@supplier8.example"));

        await Submit(portal, 9, HoursBefore.AddMinutes(-1), reviewed: 2);
        Assert.Equal(1, await Run(portal, HoursBefore));
        Assert.Equal(0, await Run(portal, HoursBefore.AddMinutes(1)));
        Assert.Equal(0, await Run(portal, Given.Deadline));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_typed_and_saved_nothing_is_reminded_alone_unless_still_typing(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        await portal.AddColleague(7, 71);
        await Save(portal, 8, DayBefore.AddHours(-3));
        foreach (var supplier in new long[] { 7, 8 })
        {
            await portal.As(Portal.Supplier(supplier), services => services.GetRequiredService<KeepTyped>().Keep(portal.RoundId,
                new TypedOffer(supplier == 8 ? 1 : 0, 0, DayBefore.AddMinutes(-20), new Dictionary<string, string> { ["Lines[0001].UnitPrice"] = "90" }), null, DayBefore.AddMinutes(-20)));
        }

        await portal.ReadAllMails();

        // Of the offer that is saved the company is told; what is typed beside it needs no second mail.
        Assert.Equal(1, await Run(portal, DayBefore));
        Assert.Equal(1, await Run(portal, DayBefore.AddMinutes(20)));
        Assert.Equal(0, await Run(portal, DayBefore.AddMinutes(21)));
        await portal.DeliverMail();
        var mail = Assert.Single(portal.MailsTo("person70@supplier7.example"));
        Assert.Equal("Not saved yet: 20067776/0, until 1 Dec 2026 12:00 (Moscow, UTC+3)", mail.Subject!.Replace('\u00A0', ' '));
        Assert.EndsWith("/events/20067776/0/offer", portal.LinkMailedTo("person70@supplier7.example"), StringComparison.Ordinal);
        Assert.DoesNotContain("90", mail.TextBody, StringComparison.Ordinal);
        Assert.Empty(portal.MailsTo("person71@supplier7.example"));
        Assert.Equal(2, await Run(portal, HoursBefore));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_is_told_of_what_was_saved_meanwhile_or_when_it_is_too_late(bool isSaved)
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.ReadAllMails();
        await portal.As(Portal.Supplier(7), services => services.GetRequiredService<KeepTyped>().Keep(portal.RoundId,
            new TypedOffer(0, 0, HoursBefore.AddHours(-1), new Dictionary<string, string> { ["Lines[0001].UnitPrice"] = "90" }), null, HoursBefore.AddHours(-1)));
        Assert.Equal(1, await Run(portal, HoursBefore));

        if (isSaved)
        {
            await portal.As(Portal.Supplier(7), async services =>
            {
                await services.GetRequiredService<KeepTyped>().Drop(portal.RoundId);
                return true;
            });
        }
        else
        {
            portal.Clock.SetUtcNow(Given.Deadline);
        }

        await portal.DeliverMail();
        Assert.Empty(portal.MailsTo("person70@supplier7.example"));
    }

    [Fact]
    public async Task Whoever_saves_after_the_moment_has_seen_the_page_and_is_not_reminded_of_it()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await Save(portal, 7, DayBefore.AddHours(1));

        Assert.Equal(0, await Run(portal, DayBefore.AddHours(2)));
        Assert.Equal(1, await Run(portal, HoursBefore.AddMinutes(5)));
    }

    [Fact]
    public async Task After_a_pause_of_the_portal_only_the_latest_reminder_is_sent()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await Save(portal, 7, DayBefore.AddHours(-5));

        Assert.Equal(1, await Run(portal, HoursBefore.AddMinutes(30)));
        Assert.Equal(0, await Run(portal, HoursBefore.AddMinutes(31)));
    }

    [ServerFact]
    public async Task Two_instances_at_once_remind_once()
    {
        await using var portal = await Portal.With(Databases.PostgreSql);
        await Save(portal, 7, DayBefore.AddHours(-5));

        await Task.WhenAll(Run(portal, DayBefore), Run(portal, DayBefore));

        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == nameof(OfferNotSubmitted))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_submits_before_the_mail_goes_out_or_no_longer_can_gets_none(bool isSubmitted)
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await Save(portal, 7, DayBefore.AddHours(-5));
        await Run(portal, DayBefore);
        if (isSubmitted)
        {
            await Submit(portal, 7, DayBefore);
        }
        else
        {
            portal.Clock.SetUtcNow(Given.Deadline);
        }

        await portal.DeliverMail();

        Assert.DoesNotContain(portal.Mails, mail => mail.Subject!.Contains("Not submitted", StringComparison.Ordinal));
    }

    private static Task<int> Run(Portal portal, DateTime now) => portal.As(Scope.System, services => services.GetRequiredService<RemindOfOffers>().Run(now));

    private static Task<int> Save(Portal portal, long supplier, DateTime at, int basedOn = 0) => portal.As(Portal.Supplier(supplier), services =>
        services.GetRequiredService<SaveOffer>().Save(portal.RoundId, Given.Prices(100 + basedOn), basedOn, at));

    private static Task<int> Submit(Portal portal, long supplier, DateTime at, int reviewed = 1) => portal.Submit(supplier, at, reviewed);
}
