using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Company;
using static SrmPortal.Web.Tests.Accounts.GivenMaster;

namespace SrmPortal.Web.Tests.Accounts;

/// <summary>Who is blocked is out at once, and a company always keeps a master.</summary>
public sealed class BlockingPeopleTests
{
    [Fact]
    public async Task A_block_counts_with_the_next_request_and_is_told()
    {
        await using var portal = await WithMaster();
        await portal.GivePassword(70);
        var blocked = await portal.SignInAs("SRM000000070");
        await blocked.Page(Portal.OfferPath);
        var master = portal.SignedIn("supplier:7:71");

        var ask = await master.Page((await master.Page("/company/people")).LinkIn("Person 70", "Block"));
        await master.PressAndFollow(ask, "Block");

        Assert.Equal(HttpStatusCode.Forbidden, (await blocked.GetAsync(Portal.OfferPath)).StatusCode);
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo("person70@supplier7.example"), mail => mail.Subject!.Contains("is blocked", StringComparison.Ordinal));

        await master.PressIn(await master.Page("/company/people"), "Person 70", "Unblock");
        Assert.Equal(HttpStatusCode.OK, (await blocked.GetAsync(Portal.OfferPath)).StatusCode);
    }

    [Fact]
    public async Task A_block_of_the_group_is_not_the_masters_to_lift()
    {
        await using var portal = await WithMaster();
        var code = await portal.Seen(Scope.System, async db =>
        {
            var membership = await db.Memberships.Include(m => m.Account).SingleAsync(m => m.AccountId == 70);
            membership.Block(byStaff: true);
            await db.SaveChangesAsync();
            return membership.Code;
        });

        await Refused(portal, MembershipRules.BlockedByStaff, people => people.Unblock(code, portal.Clock.GetUtcNow().UtcDateTime));
        Assert.DoesNotContain("Unblock", (await portal.SignedIn("supplier:7:71").Page("/company/people")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_active_master_is_neither_blocked_nor_demoted()
    {
        await using var portal = await WithMaster();
        var code = await CodeOf(portal, Master);
        var master = portal.SignedIn("supplier:7:71");

        var answer = await master.Press(await master.Page($"/company/people/{code}"), "Save", ("IsMasterUser", "false"), ("IsContactPerson", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("last active master user", (await answer.Parsed()).Text(), StringComparison.Ordinal);
        await Refused(portal, MembershipRules.Oneself, people => people.Block(code));
        Assert.True(await portal.Seen(Scope.System, db => db.Memberships.Where(m => m.AccountId == Master).Select(m => m.Rights.IsMasterUser).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_masters_who_block_each_other_at_once_one_remains(string provider)
    {
        await using var portal = await WithMaster(provider);
        await AddPerson(portal, 7, 72, MembershipRights.Master);
        var codes = new[] { await CodeOf(portal, 71), await CodeOf(portal, 72) };
        Task<bool> Blocks(long person, string code) => portal.As(MasterScope(person), services => services.GetRequiredService<CompanyPeople>().Block(code)).IsDone();

        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(Blocks(71, codes[1]), Blocks(72, codes[0]));

            var states = await portal.Seen(Scope.System, db => db.Memberships.Where(m => m.Rights.IsMasterUser).Select(m => m.State).ToListAsync());
            Assert.Single(states, MembershipState.Active);
            await portal.Seen(Scope.System, async db =>
            {
                (await db.Memberships.Include(m => m.Account).SingleAsync(m => m.State == MembershipState.BlockedByMaster)).Unblock();
                return await db.SaveChangesAsync();
            });
        }
    }
}
