using FluentValidation;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>A reviewer's decision.</summary>
public sealed class DecideForm
{
    public CheckOutcome? Outcome { get; init; }

    /// <summary>Of a question: what the applicant may correct.</summary>
    public List<RegistrationParts> Parts { get; init; } = [];

    /// <summary>For the applicant, word for word.</summary>
    public string? Comment { get; init; }

    /// <summary>For colleagues.</summary>
    public string? Note { get; init; }

    /// <summary>Of a question; the day in Moscow.</summary>
    public DateOnly? AnswerDue { get; init; }

    /// <summary>Which sending of the questionnaire was before the reviewer.</summary>
    public int Sending { get; init; }

    /// <summary>Made with the page: pressed twice, the button decides once.</summary>
    public Guid Key { get; init; }

    public Verdict Verdict(WorkingDays calendar) => new(
        Outcome!.Value,
        Text(Comment),
        Text(Note),
        Parts.Aggregate(RegistrationParts.None, (all, one) => all | one),
        Outcome is CheckOutcome.InformationRequested && AnswerDue is { } day ? calendar.EndOf(day) : null,
        Key);

    internal static string Text(string? typed) => typed?.ReplaceLineEndings("\n").Normalize().Trim() ?? "";

    public sealed class Validator : AbstractValidator<DecideForm>
    {
        public Validator(RuleMessages messages) => RuleFor(form => form.Outcome).NotNull()
            .WithMessage(_ => messages.Of(new BrokenRule(AccreditationRules.NoOutcome)));
    }
}

/// <summary>The head of the desk rejects what was not answered in time.</summary>
public sealed class RejectForm
{
    public string? Reason { get; init; }

    public int Sending { get; init; }

    public Guid Key { get; init; }

    public sealed class Validator : AbstractValidator<RejectForm>
    {
        public Validator(RuleMessages messages)
        {
            RuleFor(form => form.Reason).NotEmpty().WithMessage(_ => messages.Of(new BrokenRule(AccreditationRules.NoReason)));
            RuleFor(form => form.Reason).Must(reason => DecideForm.Text(reason).Length <= AccreditationCase.LongestComment)
                .WithMessage(_ => messages.Of(new BrokenRule(AccreditationRules.TooLong, null, AccreditationCase.LongestComment)));
        }
    }
}

/// <summary>What the desk arranges around one check; each button takes its own field.</summary>
public sealed class ArrangeForm
{
    public long? ReviewerId { get; init; }

    /// <summary>The day in Moscow.</summary>
    public DateOnly? Until { get; init; }

    public DateOnly? MeetingOn { get; init; }
}
