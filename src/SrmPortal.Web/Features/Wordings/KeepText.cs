using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Wordings;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Wordings;

/// <summary>Keeps the draft of a text, throws it away or publishes it. Of two administrators the second is told.</summary>
public sealed class KeepText(PortalDbContext db, TextsInForce texts, CurrentScope scope) : IDeed
{
    public Task<bool> Draft(ShippedText shipped, int revision, TextWords words, DateTime now) => db.InTransaction(async () =>
    {
        var text = await Known(shipped.Key, revision) ?? db.Add(new PortalText(shipped.Key)).Entity;
        text.Keep(words, scope.Is.PersonId!.Value, now);
        return true;
    });

    public Task<bool> Discard(ShippedText shipped, int revision) => db.InTransaction(async () =>
    {
        var text = await Known(shipped.Key, revision);
        RuleViolation.ThrowIf(text is null, TextRules.NoDraft);
        text!.Discard();
        return true;
    });

    /// <returns>The number of the edition.</returns>
    public Task<int> Publish(ShippedText shipped, PublishForm form, DateTime now) => db.InTransaction(async () =>
    {
        var text = await Known(shipped.Key, form.Revision);
        RuleViolation.ThrowIf(text?.Draft is null, TextRules.NoDraft);
        RuleViolation.ThrowIfAny([.. texts.NotFilled(shipped, text!.Draft!)]);
        var act = new Publication(scope.Is.PersonId!.Value, Typed.Line(form.Reason), shipped.IsAgreement ? form.MustBeAccepted : false);
        // What is agreed to is kept word by word: a later change of the settings doesn't change it.
        var (words, before) = shipped.IsAgreement ? (texts.Filled(shipped, text!.Draft!), shipped.Standing with { Words = texts.Filled(shipped, shipped.Words) }) : (text!.Draft!, shipped.Standing);
        return text.Publish(words, before, act, MarkdownText.Targets, now).Edition;
    });

    private async Task<PortalText?> Known(string key, int revision)
    {
        var text = await db.PortalTexts.Include(t => t.Editions).SingleOrDefaultAsync(t => t.Key == key);
        RuleViolation.ThrowIfAny((text?.Revision ?? 0) == revision ? [] : [new(SharedRules.ChangedMeanwhile, nameof(TextForm.Revision), text?.Revision ?? 0)]);
        return text;
    }
}
