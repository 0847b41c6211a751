using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>The words of a mail in one language, as an administrator types them.</summary>
public sealed class MailTextForm
{
    /// <summary>Of the administrator's words that the form was filled from; 0: of the portal's own.</summary>
    public int Revision { get; init; }

    public string? Subject { get; init; }

    public string? Heading { get; init; }

    public string? Text { get; init; }

    public string? Button { get; init; }

    internal MailWording Wording() => new(Typed.Line(Subject), Typed.Line(Heading), PlainText.Of(Text), Typed.Line(Button));

    public sealed class Validator : AbstractValidator<MailTextForm>
    {
        public Validator()
        {
            RuleFor(form => form.Subject).MaximumLength(MailWording.LongestLine);
            RuleFor(form => form.Heading).MaximumLength(MailWording.LongestLine);
            RuleFor(form => form.Text).MaximumLength(MailWording.LongestText);
            RuleFor(form => form.Button).MaximumLength(MailWording.LongestButton);
        }
    }
}

/// <summary>Its fields are named like those of <see cref="MailTextForm"/>.</summary>
public sealed class MailTextPage
{
    public required MailOriginal Original { get; init; }

    /// <summary>Whether the administrator's words are in force.</summary>
    public required bool IsChanged { get; init; }

    public required int Revision { get; init; }

    public required string Subject { get; init; }

    public required string Heading { get; init; }

    public required string Text { get; init; }

    public required string Button { get; init; }

    public static MailTextPage Of(MailOriginal original, MailText? stored)
    {
        var wording = stored?.Wording ?? original.Wording;
        return new MailTextPage
        {
            Original = original,
            IsChanged = stored is not null,
            Revision = stored?.Revision ?? 0,
            Subject = wording.Subject,
            Heading = wording.Heading,
            Text = wording.Text,
            Button = wording.Button.Length > 0 ? wording.Button : original.Wording.Button,
        };
    }
}

/// <param name="Groups">Names in their order, by what they belong to.</param>
/// <param name="Changed">Which have the administrator's words, in which language.</param>
public sealed record MailTextsPage(IReadOnlyList<IGrouping<MailGroup, string>> Groups, IReadOnlySet<(string Mail, string Language)> Changed);
