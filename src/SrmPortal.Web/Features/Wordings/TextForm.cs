using FluentValidation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Wordings;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Wordings;

/// <summary>The draft of a text in both languages, as it is typed.</summary>
public sealed class TextForm
{
    /// <summary>Of what the form was filled from; 0: nobody has changed the text yet.</summary>
    public int Revision { get; init; }

    public string? RussianTitle { get; init; }

    public string? RussianBody { get; init; }

    public string? EnglishTitle { get; init; }

    public string? EnglishBody { get; init; }

    internal TextWords Words() => new(
        new TextWording(Typed.Line(RussianTitle), PlainText.Of(RussianBody)), new TextWording(Typed.Line(EnglishTitle), PlainText.Of(EnglishBody)));

    public sealed class Validator : AbstractValidator<TextForm>
    {
        public Validator()
        {
            RuleFor(form => form.RussianTitle).MaximumLength(TextWording.LongestTitle);
            RuleFor(form => form.EnglishTitle).MaximumLength(TextWording.LongestTitle);
            RuleFor(form => form.RussianBody).MaximumLength(TextWording.LongestBody);
            RuleFor(form => form.EnglishBody).MaximumLength(TextWording.LongestBody);
        }
    }
}

/// <summary>The last word before everybody reads the draft.</summary>
public sealed class PublishForm
{
    public int Revision { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether those who have agreed already are asked again; null: not decided.</summary>
    public bool? MustBeAccepted { get; init; }

    public sealed class Validator : AbstractValidator<PublishForm>
    {
        public Validator() => RuleFor(form => form.Reason).MaximumLength(PortalText.LongestReason);
    }
}
