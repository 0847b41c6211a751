using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>What became of something that a form of the draft sent by itself; the page takes check-list and next step out of it.</summary>
/// <param name="Frame">The draft now.</param>
/// <param name="Mark">What the form builds on from now on.</param>
/// <param name="At">In UTC.</param>
/// <param name="LeftOut">Fields that could not be understood: they are as they were saved, and in the form as they were typed.</param>
/// <param name="Taken">Parts that a colleague or another tab has changed meanwhile, and this form doesn't show.</param>
/// <param name="Why">Why nothing was saved; null where it was.</param>
public sealed record KeptDraft(DraftFrame Frame, string Mark, DateTime At, int LeftOut, int Taken, string? Why) : IDraftPage
{
    /// <summary>What was typed belongs to something that has to be added first: it is kept for whoever typed it, and isn't of the draft.</summary>
    public bool IsText { get; init; }
}

/// <summary>
/// Saves a part of a draft while it is typed: what can be understood. It never publishes. What only a colleague or another tab has changed
/// stays; where two have changed the same nothing is saved, and the form says so.
/// </summary>
public sealed class KeepDraft(PortalDbContext db, ReviseDraft revise, FactsForPublishing facts, RuleMessages messages) : IDeed
{
    /// <param name="page">Whose form it is.</param>
    /// <param name="at">Number and no.</param>
    /// <param name="tab">Where the form stands.</param>
    /// <param name="typed">As it was bound; the page's model state says what of it was not understood.</param>
    /// <param name="stored">The same form as it is saved; null: what it was about is no more.</param>
    /// <param name="change">Saves it.</param>
    public async Task<IActionResult> Keep<TForm>(
        Controller page, (string Number, int No) at, DraftTab tab, TForm typed, Func<Round, TForm?> stored, Action<Round, TForm> change)
        where TForm : class, IDraftForm, new()
    {
        var http = page.HttpContext;
        if (http.RequestServices.GetService<IValidator<TForm>>() is { } validator)
        {
            (await validator.ValidateAsync(typed)).AddToModelState(page.ModelState, prefix: null);
        }

        HashSet<string> bad = [.. page.ModelState.Where(field => field.Value is { ValidationState: ModelValidationState.Invalid }).Select(field => field.Key)];
        var (mark, taken, why) = (typed.BasedOn ?? "", 0, (string?)null);
        for (var again = true; again;)
        {
            again = false;
            try
            {
                await revise.ChangeByItself(at.Number, at.No, http.Instant(), round => (mark, taken) = Change(round, typed, stored, change, bad));
            }
            catch (RuleViolation refused)
            {
                // What the rules find fault with is left out as well; anything else ends it.
                var known = bad.Count;
                bad.UnionWith(refused.Broken.Select(rule => rule.Field).OfType<string>());
                again = refused.Broken.All(rule => rule.Field is not null && rule.Code != SharedRules.ChangedMeanwhile) && bad.Count > known;
                why = again ? null : messages.Of(refused.Broken[0]);
            }
        }

        return await Answer(page, at, tab, frame => new(frame, why is null ? mark : typed.BasedOn ?? "", http.Instant(), bad.Count, taken, why));
    }

    /// <summary>The answer that the form's script reads.</summary>
    public async Task<IActionResult> Answer(Controller page, (string Number, int No) at, DraftTab tab, Func<DraftFrame, KeptDraft> kept)
    {
        db.ChangeTracker.Clear();
        return await DraftFrame.Read(db, facts, at.Number, at.No, tab, page.HttpContext) is { } frame ? page.PartialView("_Kept", kept(frame)) : page.NotFound();
    }

    private static (string Mark, int Taken) Change<TForm>(Round round, TForm typed, Func<Round, TForm?> stored, Action<Round, TForm> change, HashSet<string> bad)
        where TForm : class, IDraftForm, new()
    {
        var now = stored(round);
        RuleViolation.ThrowIf(now is null, RoundRules.NotThereAnyMore);
        string[] leftOut = [.. bad.Select(field => StaleForm.PartOf(typeof(TForm), field)).OfType<string>().Distinct()];
        var understood = StaleForm.Copy(typed);
        StaleForm.PutBack(understood, now!, leftOut);
        var merged = StaleForm.Merge(understood, now!);
        if (!StaleForm.AreSame(merged.Form, now!))
        {
            change(round, merged.Form);
        }

        return (StaleForm.MarkAfter(understood, now!, stored(round)!, merged.Taken, leftOut), merged.Taken.Count);
    }
}
