using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Team;

/// <summary>Who runs an event: the responsible buyer, the colleagues beside, and deputies of those who are away. It may change until the round is decided.</summary>
[Route("events/{number}/{no:int}/team"), Authorize(Roles = Roles.Buyer)]
public sealed class TeamController(PortalDbContext db, FactsForPublishing facts, ReviseDraft revise, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Team(string number, int no) => await TeamPage.Read(db, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost, ShowAgain(nameof(Team))]
    public async Task<IActionResult> Change(string number, int no, TeamForm form)
    {
        var site = await db.Rounds.Where(r => r.Event.Number == number && r.No == no).Select(r => (long?)r.SiteId).SingleOrDefaultAsync();
        if (site is null)
        {
            return NotFound();
        }

        var buyers = await facts.PossibleOpeners(site.Value);
        await revise.Change(number, no, round => round.ChangeTeam(form.Members.Intersect([.. buyers, .. round.Event.Members])));
        this.Say(texts["The team is saved."]);
        return RedirectToAction(nameof(Team), new { number, no });
    }
}

public class TeamForm
{
    /// <summary>Besides the responsible buyer, by account.</summary>
    public List<long> Members { get; init; } = [];
}

public sealed class TeamPage : TeamForm, IEventPage
{
    public required EventFrame Frame { get; init; }

    public required IReadOnlyList<SelectListItem> Colleagues { get; init; }

    /// <summary>Who stands in for whom just now.</summary>
    public required IReadOnlyList<(string Deputy, string Absent)> Deputies { get; init; }

    public bool MayChange => Frame.IsTeam && !Frame.Card.StoredState.IsFinal();

    public static async Task<TeamPage?> Read(PortalDbContext db, string number, int no, HttpContext http)
    {
        if (await EventFrame.Read(db, number, no, EventTab.None, http) is not { } frame)
        {
            return null;
        }

        var run = await db.Events.AsNoTracking().Where(e => e.Number == number).Select(e => new { e.SiteId, Team = e.Team.Select(m => new { m.AccountId, m.StandsInForId }).ToList() }).SingleAsync();
        var members = run.Team.Where(m => m.StandsInForId is null).Select(m => m.AccountId).ToHashSet();
        // Who has been in it stays so until somebody takes the tick off, also when that colleague buys elsewhere now.
        long[] known = [.. members];
        var buyers = await db.Accounts.AsNoTracking().Where(a => a.Id != frame.Card.BuyerId && (known.Contains(a.Id) || db.BuyersOf(run.SiteId).Any(b => b.Id == a.Id)))
            .OrderBy(a => a.FullName).Select(a => new { a.Id, a.FullName }).ToListAsync();
        long[] away = [.. run.Team.SelectMany(m => m.StandsInForId is { } absent ? new[] { m.AccountId, absent } : [])];
        var names = away.Length == 0 ? [] : await db.Accounts.Where(a => away.Contains(a.Id)).Select(a => new { a.Id, a.FullName }).ToDictionaryAsync(a => a.Id, a => a.FullName);
        string Name(long id) => names.GetValueOrDefault(id, Shown.None);
        return new TeamPage
        {
            Frame = frame,
            Members = [.. members],
            Colleagues = [.. buyers.Select(a => new SelectListItem(a.FullName, a.Id.ToString(CultureInfo.InvariantCulture), members.Contains(a.Id)))],
            Deputies = [.. run.Team.Where(m => m.StandsInForId is not null).Select(m => (Name(m.AccountId), Name(m.StandsInForId!.Value)))],
        };
    }
}
