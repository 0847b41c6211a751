using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Sourcing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>
/// Keeps what is typed into the form of something new, an item or a question, until it is added: as it was typed, for whoever typed it, and
/// out of the draft. When the form is opened again it is filled with it.
/// </summary>
public sealed class KeepDraftText(PortalDbContext db, CurrentScope scope, KeepDraft keep, RuleMessages messages) : IDeed
{
    private const int Most = 20_000;

    private long Me => scope.Is.PersonId!.Value;

    /// <param name="page">Whose form it is.</param>
    /// <param name="at">Number and no.</param>
    /// <param name="tab">Where the form stands.</param>
    /// <param name="form">Which form: one of <see cref="DraftText"/>.</param>
    /// <param name="own">Whether a field is one of the form's own.</param>
    public async Task<IActionResult> Keep(Controller page, (string Number, int No) at, DraftTab tab, string form, Func<string, bool> own)
    {
        var (http, why) = (page.HttpContext, (string?)null);
        var typed = (await http.Request.ReadFormAsync()).Where(field => own(field.Key)).ToDictionary(field => field.Key, field => field.Value.ToArray());
        try
        {
            RuleViolation.ThrowIf(typed.Sum(field => field.Value.Sum(value => value?.Length ?? 0)) > Most, RoundRules.TooMuchTyped, (decimal)Most);
            await db.InTransaction(() => Write(at, form, JsonSerializer.Serialize(typed), http.Instant()));
        }
        catch (RuleViolation refused)
        {
            why = messages.Of(refused.Broken[0]);
        }

        return await keep.Answer(page, at, tab, frame => new(frame, http.Request.Form[StaleForm.BasedOn].ToString(), http.Instant(), 0, 0, why) { IsText = true });
    }

    /// <summary>Fills the form with what this reader has typed into it earlier, unless it has just been sent.</summary>
    /// <returns>When that was, in UTC; null: there is nothing.</returns>
    public async Task<DateTime?> FillIn(Controller page, Round round, string form)
    {
        if (HttpMethods.IsPost(page.Request.Method) || !round.CanBeRevised
            || await db.DraftTexts.AsNoTracking().SingleOrDefaultAsync(text => text.RoundId == round.Id && text.PersonId == scope.Is.PersonId && text.Form == form) is not { } kept)
        {
            return null;
        }

        foreach (var (name, values) in JsonSerializer.Deserialize<Dictionary<string, string?[]>>(kept.Content)!)
        {
            page.ModelState.SetModelValue(name, values.Length == 1 ? values[0] : values, string.Join(',', values));
            // Nobody has sent it yet, so that nothing is said against it.
            page.ModelState.MarkFieldValid(name);
        }

        return kept.TypedAt;
    }

    /// <summary>It is not wanted any more.</summary>
    /// <returns>False: there is no such round for this reader.</returns>
    public async Task<bool> Drop(string number, int no, string form)
    {
        if (await db.RoundAt(number, no) is not { } round)
        {
            return false;
        }

        await db.DropDraftText(round, Me, form);
        return true;
    }

    private async Task<bool> Write((string Number, int No) at, string form, string content, DateTime now)
    {
        if (await db.Rounds.AsNoTracking().Include(r => r.Event).SingleOrDefaultAsync(r => r.Event.Number == at.Number && r.No == at.No) is not { } round)
        {
            return false;
        }

        round.RefuseUnlessRunBy(Me);
        RuleViolation.ThrowIf(!round.CanBeRevised, RoundRules.NotADraft);
        if (await db.DraftTexts.SingleOrDefaultAsync(text => text.RoundId == round.Id && text.PersonId == scope.Is.PersonId && text.Form == form) is not { } kept)
        {
            db.Add(kept = new DraftText { RoundId = round.Id, PersonId = Me, Form = form });
        }

        (kept.Content, kept.TypedAt) = (content, now);
        return true;
    }
}
