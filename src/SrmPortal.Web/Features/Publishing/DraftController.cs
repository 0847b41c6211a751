using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>A buyer begins an event, and decides its terms. A draft is always saved; what is missing stands in the check-list.</summary>
[Authorize(Roles = Roles.Buyer)]
public sealed class DraftController(
    PortalDbContext db, FactsForPublishing facts, ReviseDraft revise, BeginEvent begin, DeleteDraft delete, KeepDraft keep, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet("events/new")]
    public async Task<IActionResult> New() => View(await NewPage.Read(db, HttpContext));

    [HttpPost("events/new"), ShowAgain(nameof(New))]
    public async Task<IActionResult> Begin(NewForm form)
    {
        var number = await begin.Begin(form);
        return RedirectToAction(nameof(Basics), new { number, no = 0 });
    }

    [HttpGet("events/{number}/{no:int}/draft")]
    public async Task<IActionResult> Basics(string number, int no) =>
        await BasicsPage.Read(db, facts, number, no, HttpContext) is { } page ? View(page) : NotFound();

    [HttpPost("events/{number}/{no:int}/draft"), ShowAgain(nameof(Basics))]
    public async Task<IActionResult> SaveBasics(string number, int no, BasicsForm form)
    {
        if (await db.RoundAt(number, no) is null)
        {
            return NotFound();
        }

        var (take, taken) = (await Taking(number, no, form), 0);
        await revise.Change(number, no, round =>
        {
            var both = StaleForm.Merge(form, BasicsPage.Of(round));
            taken = both.Taken.Count;
            take(round, both.Form);
        });
        this.Say(texts["The draft is saved."], taken > 0 ? texts["A colleague or another tab has changed other fields meanwhile; both stand here."].Value : null);
        return RedirectToAction(nameof(Basics), new { number, no });
    }

    /// <summary>What the form sends by itself while it is filled in.</summary>
    [HttpPost("events/{number}/{no:int}/draft/kept"), ShowAgain(nameof(Basics))]
    public async Task<IActionResult> KeepBasics(string number, int no)
    {
        var form = new BasicsForm();
        await TryUpdateModelAsync(form);
        return await db.RoundAt(number, no) is null ? NotFound()
            : await keep.Keep(this, (number, no), DraftTab.Basics, form, BasicsPage.Of, await Taking(number, no, form));
    }

    [HttpGet("events/{number}/{no:int}/draft/delete")]
    public async Task<IActionResult> Delete(string number, int no) =>
        await DraftFrame.Read(db, facts, number, no, DraftTab.Basics, HttpContext) is { } frame ? View(new DraftPage(frame)) : NotFound();

    [HttpPost("events/{number}/{no:int}/draft/delete"), ShowAgain(nameof(Delete))]
    public async Task<IActionResult> DeleteNow(string number, int no)
    {
        if (!await delete.Delete(number, no))
        {
            return NotFound();
        }

        this.Say(texts["The draft {0} is deleted.", $"{number}/{no}"]);
        return Redirect("~/events");
    }

    private async Task<Action<Round, BasicsForm>> Taking(string number, int no, BasicsForm typed)
    {
        var known = await KnownCategories(typed.CategoryIds);
        var site = await db.Rounds.Where(r => r.Event.Number == number && r.No == no).Select(r => r.SiteId).SingleAsync();
        var buyers = await facts.PossibleOpeners(site);
        return (round, form) =>
        {
            // What a colleague has chosen meanwhile is known as well.
            round.Revise(form.Terms() with { Categories = [.. form.CategoryIds.Where(id => known.Contains(id) || round.Categories.Contains(id)).Distinct()] });
            long[] team = [.. form.Team.Intersect([.. buyers, .. round.Event.Members])];
            if (!team.Order().SequenceEqual(round.Event.Members.Order()))
            {
                round.ChangeTeam(team);
            }
        };
    }

    private async Task<long[]> KnownCategories(List<long> chosen) =>
        [.. await db.Categories.Where(c => chosen.Contains(c.Id)).Select(c => c.Id).ToListAsync()];
}

/// <summary>A page that has nothing but the draft's frame.</summary>
public sealed record DraftPage(DraftFrame Frame) : IDraftPage;

/// <summary>Takes a draft away for good; an event whose only round it was goes with it.</summary>
public sealed class DeleteDraft(PortalDbContext db, CurrentScope scope) : IDeed
{
    public Task<bool> Delete(string number, int no) => db.InTransaction(async () =>
    {
        if (await db.Rounds.Include(r => r.Event).SingleOrDefaultAsync(r => r.Event.Number == number && r.No == no) is not { } round)
        {
            return false;
        }

        round.BeDeleted(scope.Is.PersonId!.Value);
        var documents = await db.RoundDocuments.Where(d => d.RoundId == round.Id).ToListAsync();
        long[] files = [.. documents.Select(d => d.FileId)];
        db.RemoveRange(documents);
        db.RemoveRange(await db.Files.Where(f => files.Contains(f.Id)).ToListAsync());
        db.Remove(round);
        if (!await db.Rounds.AnyAsync(r => r.Event.Number == number && r.No != no))
        {
            db.Remove(round.Event);
        }

        return true;
    });
}
