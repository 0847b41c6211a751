using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Amending;

/// <summary>What is left to say once the changes are there: why, whether they are material after all, and until when.</summary>
public class ReviewForm : IDraftForm
{
    public string? BasedOn { get; init; }

    public string? Reason { get; init; }

    public bool IsHeldMaterial { get; init; }

    public DateOnly? DeadlineDate { get; init; }

    public TimeOnly? DeadlineTime { get; init; }

    public IEnumerable<FormField> Fields() =>
    [
        new(nameof(Reason), PlainText.Of(Reason)),
        new(nameof(IsHeldMaterial), EventWords.Of(IsHeldMaterial)),
        new(nameof(DeadlineDate), DeadlineDate is null ? "" : Shown.Date(DeadlineDate)),
        new(nameof(DeadlineTime), DeadlineTime?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? ""),
    ];

    public sealed class Validator : AbstractValidator<ReviewForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.Reason).MaximumLength(Amendment.ReasonLength).WithMessage(_ => texts["At most {0} characters.", Amendment.ReasonLength]);
            RuleFor(form => form.DeadlineTime).NotNull().When(form => form.DeadlineDate is not null).WithMessage(_ => texts["Give the time too, for example 14:00."]);
            RuleFor(form => form.DeadlineDate).NotNull().When(form => form.DeadlineTime is not null).WithMessage(_ => texts["Give the date too."]);
        }
    }
}

/// <summary>The comparison, the portal's judgement of it with its reasons, and what follows.</summary>
public sealed class ReviewPage : ReviewForm, IAmendmentPage
{
    public required AmendmentDraft Draft { get; init; }

    public EventFrame Frame => Draft.Frame;

    public DateTime? Earliest => Draft.Amendment.EarliestDeadline(Draft.Facts);

    /// <summary>What stands in its way and is put right in another part.</summary>
    public IEnumerable<BrokenRule> Elsewhere => Draft.Amendment.WhatBlocks(Draft.Facts).Where(rule => rule.Field is not ("Reason" or "DeadlineDate"));

    public static ReviewPage Of(AmendmentDraft draft)
    {
        var (now, amendment) = (FormOf(draft.Amendment), draft.Amendment);
        // Where there is too little time the page offers a deadline that leaves enough, also to whoever reads an hour before publishing; nothing is moved unseen.
        var offered = amendment.EarliestDeadline(draft.Facts) is { } earliest && earliest > amendment.Deadline
            ? Zones.Local(earliest.AddTicks(TimeSpan.TicksPerHour + ((TimeSpan.TicksPerHour - (earliest.Ticks % TimeSpan.TicksPerHour)) % TimeSpan.TicksPerHour)), amendment.Round.TimeZone) : (DateTime?)null;
        return new ReviewPage
        {
            Draft = draft,
            BasedOn = StaleForm.Mark(now),
            Reason = now.Reason,
            IsHeldMaterial = now.IsHeldMaterial,
            DeadlineDate = offered is { } day ? DateOnly.FromDateTime(day) : now.DeadlineDate,
            DeadlineTime = offered is { } time ? TimeOnly.FromDateTime(time) : now.DeadlineTime,
        };
    }

    public static ReviewForm FormOf(Amendment amendment)
    {
        var deadline = amendment.NewDeadline is { } later ? Zones.Local(later, amendment.Round.TimeZone) : (DateTime?)null;
        return new ReviewForm
        {
            Reason = amendment.Reason,
            IsHeldMaterial = amendment.IsHeldMaterial,
            DeadlineDate = deadline is { } day ? DateOnly.FromDateTime(day) : null,
            DeadlineTime = deadline is { } time ? TimeOnly.FromDateTime(time) : null,
        };
    }
}

/// <summary>By the last question, and by the approver's decision: the amendment as it was looked at.</summary>
public class AmendmentDecisionForm
{
    public int Revision { get; init; }

    public long? ApproverId { get; init; }
}

/// <summary>The last question: what is going to happen, in one look.</summary>
public sealed class PublishAmendmentPage : AmendmentDecisionForm, IAmendmentPage
{
    public required AmendmentDraft Draft { get; init; }

    public EventFrame Frame => Draft.Frame;

    public required IReadOnlyList<BrokenRule> Blocks { get; init; }

    public required bool NeedsApproval { get; init; }

    public required IReadOnlyList<SelectListItem> Approvers { get; init; }

    public static async Task<PublishAmendmentPage> Of(PortalDbContext db, AmendmentDraft draft)
    {
        var needs = draft.Amendment.NeedsApproval(draft.Facts.Policy);
        return new PublishAmendmentPage
        {
            Draft = draft,
            Revision = draft.Amendment.Revision,
            Blocks = [.. draft.Amendment.WhatBlocks(draft.Facts)],
            NeedsApproval = needs,
            Approvers = needs ? await db.ApproversOf(draft.Amendment.Round.Event) : [],
        };
    }
}
