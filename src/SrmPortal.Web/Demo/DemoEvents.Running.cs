using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Amending;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Demo;

/// <summary>What is asked and answered while offers come in.</summary>
internal sealed partial class DemoEvents
{
    /// <summary>A supplier asks; it waits for an answer.</summary>
    public async Task Ask(long round, DemoCompany company, string question, DateTime now, ClarificationKind kind = ClarificationKind.Explanation) =>
        await stage.Play(now, await stage.Bidder(company), services => services.GetRequiredService<Clarify>().Ask(round, kind, question, now));

    /// <summary>The latest question is answered to everybody, in words that tell nothing of who asked.</summary>
    public async Task AnswerEverybody(long round, DemoPlan plan, string question, string answer, DateTime now)
    {
        var asked = await stage.Ask(db => db.Clarifications.Where(c => c.RoundId == round).MaxAsync(c => c.Id));
        await stage.Play(now, await stage.Colleague(plan.Buyer), services => services.GetRequiredService<Clarify>().Answer(round, asked, question, answer, now));
    }

    /// <summary>The buyer changes what is asked; what was submitted needs confirmation where that is material.</summary>
    public async Task Amend(long round, DemoPlan plan, string reason, DateTime now, Func<RoundContent, RoundContent> change)
    {
        var buyer = await stage.Colleague(plan.Buyer);
        await stage.Play(now, buyer, async services =>
        {
            var (amend, db) = (services.GetRequiredService<AmendRound>(), services.GetRequiredService<PortalDbContext>());
            await amend.Begin(round, now);
            await amend.Change(round, now, (amendment, facts) =>
            {
                amendment.Revise(buyer.PersonId!.Value, change(amendment.Becomes), now);
                amendment.Explain(buyer.PersonId.Value, reason, false, LaterDeadline(amendment, facts), now);
            });
            return await amend.Publish(round, await db.OpenAmendments(round).Select(a => a.Revision).SingleAsync(), now);
        });
    }

    /// <summary>Over long holidays two working days need more than a week: the first noon after them; null where the deadline can stay.</summary>
    private static DateTime? LaterDeadline(Amendment amendment, AmendmentFacts facts)
    {
        if (amendment.EarliestDeadline(facts) is not { } earliest || earliest <= amendment.Deadline)
        {
            return null;
        }

        var (zone, local) = (Zones.Of(amendment.Round.TimeZone), Zones.Local(earliest, amendment.Round.TimeZone));
        var noon = local.Date.AddHours(12);
        return TimeZoneInfo.ConvertTimeToUtc(noon < local ? noon.AddDays(1) : noon, zone);
    }

    public async Task Extend(long round, DemoPlan plan, DateTime deadline, string reason, DateTime now) =>
        await stage.Play(now, await stage.Colleague(plan.Buyer), services => services.GetRequiredService<Clarify>().Extend(round, deadline, null, reason, now));
}
