using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;

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

    public async Task Extend(long round, DemoPlan plan, DateTime deadline, string reason, DateTime now) =>
        await stage.Play(now, await stage.Colleague(plan.Buyer), services => services.GetRequiredService<Clarify>().Extend(round, deadline, null, reason, now));
}
