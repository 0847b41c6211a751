using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Features.Team;

namespace SrmPortal.Web.Tests.Opening;

/// <summary>Who opens a round, and who sees none of it.</summary>
public sealed class WhoOpensTests
{
    private static readonly (string, string) RightPassword = ("Password", Portal.Password);

    [Fact]
    public async Task Whoever_is_not_to_open_is_told_so_and_no_password_is_looked_at()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 5, StaffRoles.Auditor);
            return true;
        });
        await portal.GivePassword(5);
        portal.Clock.SetUtcNow(Portal.Openable);
        var auditor = portal.SignedIn("staff:5");
        var page = await auditor.Page(Portal.OpeningPath);

        for (var i = 0; i < 4; i++)
        {
            var answer = await auditor.Send(page, Portal.OpeningPath, ("Password", "guess"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Others were named to open", (await answer.Parsed()).Text(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await portal.Seen(Scope.System, db => db.SignInCounters.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_people_open_the_second_another_than_the_first(string database)
    {
        await using var portal = await Portal.With(database, TwoOpeners());
        await portal.Offer(7, ("0001", 100));
        var (first, second) = (portal.SignedIn("buyer"), portal.SignedIn("staff:2"));
        portal.Clock.SetUtcNow(Portal.Openable);

        var waiting = await first.PressAndFollow(await first.Page(Portal.OpeningPath), "Confirm as the first", RightPassword);
        Assert.Contains("Your confirmation is recorded.", waiting.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Confirm and open", waiting.Text(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Seen(Portal.Buyer, db => db.OfferLines.CountAsync()));
        await Assert.ThrowsAsync<RuleViolation>(() => portal.Open(Portal.Openable.AddHours(1)));
        await portal.DeliverMail();
        Assert.Contains("Confirm the opening", Assert.Single(portal.MailsTo("staff2@group.example")).Subject, StringComparison.Ordinal);

        portal.Clock.SetUtcNow(Portal.Openable.AddHours(25));
        await second.PressAndFollow(await second.Page(Portal.OpeningPath), "Confirm as the first", RightPassword);
        Assert.Equal(0, await portal.Seen(Portal.Buyer, db => db.OfferLines.CountAsync()));
        await first.PressAndFollow(await first.Page(Portal.OpeningPath), "Confirm and open", RightPassword);

        Assert.Equal(1, await portal.Seen(Portal.Buyer, db => db.OfferLines.CountAsync()));
        Assert.Equal([1L, 2, 1], await portal.Seen(Portal.Buyer, db => db.OpeningConfirmations.OrderBy(c => c.At).Select(c => c.PersonId).ToListAsync()));
    }

    [Fact]
    public async Task Who_has_left_is_replaced_as_an_opener_until_having_confirmed_and_nobody_is_both_of_two()
    {
        await using var portal = await Portal.With(Databases.Sqlite, TwoOpeners());
        await portal.Offer(7, ("0001", 100));
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 3, StaffRoles.Buyer);
            await Portal.AddStaff(db, 4, StaffRoles.Buyer);
            return await db.SaveChangesAsync();
        });
        Task<int> HandOver(long from, long to) => portal.As(Scope.StaffOf(9, StaffRoles.Administrator), services =>
            services.GetRequiredService<HandOverEvents>().HandOver(from, to, stays: false, "Has left", portal.Clock.GetUtcNow().UtcDateTime));
        Task<(long, long?, long?)> Run() => portal.Seen(Scope.System, async db =>
        {
            var round = await db.Rounds.AsNoTracking().Include(r => r.Event).SingleAsync();
            return (round.Event.BuyerId!.Value, round.OpenerId, round.SecondOpenerId);
        });

        await Assert.ThrowsAsync<RuleViolation>(() => HandOver(2, 1));
        Assert.Equal(1, await HandOver(2, 3));
        Assert.Equal((1L, 1L, 3L), await Run());
        Assert.Equal(1, await HandOver(1, 2));
        Assert.Equal((2L, 2L, 3L), await Run());

        portal.Clock.SetUtcNow(Portal.Openable);
        var (first, second) = (portal.SignedIn("staff:2"), portal.SignedIn("staff:3"));
        await first.PressAndFollow(await first.Page(Portal.OpeningPath), "Confirm as the first", RightPassword);
        await HandOver(2, 4);
        Assert.Equal((4L, 2L, 3L), await Run());
        await second.PressAndFollow(await second.Page(Portal.OpeningPath), "Confirm and open", RightPassword);
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(OpenerReplaced))));
    }

    [Fact]
    public async Task Whom_a_round_does_not_concern_sees_none_of_its_pages()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Offer(7, ("0001", 100));
        await portal.Open();
        var site = await portal.Seen(Scope.System, async db =>
        {
            var other = new Site(await db.GroupCompanies.FirstAsync(), "Другой", "Another", "Пермь", "Perm", "Europe/Moscow");
            db.Add(other);
            await db.SaveChangesAsync();
            return other.Id;
        });
        (StaffRoles, HttpStatusCode)[] roles =
        [
            (StaffRoles.Support, HttpStatusCode.Forbidden), (StaffRoles.Reviewer, HttpStatusCode.Forbidden), (StaffRoles.HeadOfDesk, HttpStatusCode.Forbidden),
            (StaffRoles.Administrator, HttpStatusCode.Forbidden), (StaffRoles.Approver, HttpStatusCode.NotFound), (StaffRoles.Buyer, HttpStatusCode.NotFound),
        ];

        foreach (var (at, (role, expected)) in roles.Index())
        {
            var key = 5 + at;
            await portal.AddStaffMember(key, role, role is StaffRoles.Buyer ? site : null);
            var person = portal.SignedIn($"staff:{key}");
            foreach (var page in new[] { "opening", "offers", "comparison", "comparison/0001", "comparison/answers", "comparison/terms", "comparison/documents", "award", "protocol", "not-awarded" })
            {
                Assert.Equal((role, page, expected), (role, page, (await person.GetAsync($"{Portal.RoundPath}/{page}")).StatusCode));
            }

            Assert.Equal((role, 0), (role, await portal.Seen(Scope.StaffOf(key, role), async db => await db.OpeningConfirmations.CountAsync() + await db.OfferLines.CountAsync())));
        }
    }

    [Fact]
    public async Task A_supplier_sees_none_of_the_buyers_pages()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Offer(7, ("0001", 100));
        await portal.Open();

        foreach (var page in new[] { "opening", "comparison", "award", "protocol" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("supplier:7").GetAsync($"{Portal.RoundPath}/{page}")).StatusCode);
        }

        Assert.Equal(0, await portal.Seen(Portal.Supplier(7), db => db.OpeningConfirmations.CountAsync()));
    }

    private static Round TwoOpeners() => new(new SourcingEvent("20067776", 1, Portal.BuyerId, 2), 0, Given.Terms with
    {
        OpeningRule = OpeningRule.TwoOpeners,
        OpenerId = Portal.BuyerId,
        SecondOpenerId = 2,
    }, new RoundItem("0001", "Pipe 219×8", 12, "t"));
}
