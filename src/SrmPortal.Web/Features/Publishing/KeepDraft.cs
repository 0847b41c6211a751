using System.Collections;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>A form of the draft that saves itself.</summary>
public interface IDraftForm
{
    /// <summary>A mark of what it was filled from.</summary>
    string? BasedOn { get; }

    IEnumerable<FormField> Fields();
}

/// <summary>What became of something that a form of the draft sent by itself; the page takes check-list and next step out of it.</summary>
/// <param name="Frame">The draft now.</param>
/// <param name="Mark">What the form builds on from now on.</param>
/// <param name="At">In UTC.</param>
/// <param name="LeftOut">Fields that could not be understood: they are as they were saved, and in the form as they were typed.</param>
/// <param name="Why">Why nothing was saved; null where it was.</param>
public sealed record KeptDraft(DraftFrame Frame, string Mark, DateTime At, int LeftOut, string? Why) : IDraftPage;

/// <summary>
/// Saves a part of a draft while it is typed: what can be understood. It never publishes; one that a colleague or another tab has
/// overtaken saves nothing, and the form says so.
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
        where TForm : class, IDraftForm
    {
        var (http, mark, why) = (page.HttpContext, typed.BasedOn ?? "", (string?)null);
        if (http.RequestServices.GetService<IValidator<TForm>>() is { } validator)
        {
            (await validator.ValidateAsync(typed)).AddToModelState(page.ModelState, prefix: null);
        }

        HashSet<string> bad = [.. page.ModelState.Where(field => field.Value is { ValidationState: ModelValidationState.Invalid }).Select(field => field.Key)];
        for (var again = true; again;)
        {
            again = false;
            try
            {
                await revise.Change(at.Number, at.No, round => mark = Change(round, typed, stored, change, bad));
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

        db.ChangeTracker.Clear();
        return await DraftFrame.Read(db, facts, at.Number, at.No, tab, http) is { } frame
            ? page.PartialView("_Kept", new KeptDraft(frame, mark, http.Instant(), bad.Count, why)) : page.NotFound();
    }

    private static string Change<TForm>(Round round, TForm typed, Func<Round, TForm?> stored, Action<Round, TForm> change, HashSet<string> bad)
        where TForm : class, IDraftForm
    {
        var now = stored(round);
        RuleViolation.ThrowIf(now is null, RoundRules.NotThereAnyMore);
        StaleForm.Refuse(typed.BasedOn, now!.Fields(), typed.Fields());
        PutBack(typed, now, bad);
        if (StaleForm.Mark(typed.Fields()) != StaleForm.Mark(now.Fields()))
        {
            change(round, typed);
        }

        return StaleForm.Mark(stored(round)!.Fields());
    }

    /// <summary>Makes fields what they are in the store: single ones, rows of a dictionary by their key, lists as a whole.</summary>
    private static void PutBack<TForm>(TForm typed, TForm now, IEnumerable<string> fields)
        where TForm : class
    {
        foreach (var field in fields)
        {
            var end = field.IndexOfAny(['.', '[']);
            if (typeof(TForm).GetProperty(end < 0 ? field : field[..end]) is not { } property)
            {
                continue;
            }

            if (property.GetValue(typed) is IDictionary rows && end > 0 && field.IndexOf(']', StringComparison.Ordinal) is > 0 and var close)
            {
                var key = field[(end + 1)..close];
                rows.Remove(key);
                if (((IDictionary)property.GetValue(now)!)[key] is { } row)
                {
                    rows[key] = row;
                }
            }
            else
            {
                property.SetValue(typed, property.GetValue(now));
            }
        }
    }
}
