using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

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

/// <param name="Mails">Names, in their order.</param>
/// <param name="Changed">Which have the administrator's words, in which language.</param>
public sealed record MailTextsPage(IReadOnlyList<string> Mails, IReadOnlySet<(string Mail, string Language)> Changed);

/// <summary>When each mail is sent, in the reader's words.</summary>
internal static class MailTitles
{
    private static readonly string[] InOrder =
    [
        "RegistrationStarted", "AddressConfirmation.again", "AddressConfirmation.changed", "DraftExpiresSoon", "DraftExpiresSoon.renewal", "RegistrationSubmitted", "RegistrationSubmitted.renewal", "RegistrationWithdrawn.draft", "RegistrationWithdrawn.sent", "RegistrationWithdrawn.renewal",
        "InfectedFile.replace", "InfectedFile.sent", "CheckDecided.passed", "CheckDecided.asked", "AnswerDueSoon", "AnswerProlonged", "RegistrationSentAgain", "RegistrationSentAgain.renewal", "CheckDecided.failed", "CheckDecided.accredited", "CheckDecided.renewed",
        "MeetingAwaited", "MeetingSet", "MeetingCalledOff", "SupplierSuspended", "SuspensionLifted", "ChecksPending.first", "ChecksPending.again", "CheckDueSoon", "CheckOverdue", "AnswerOverdue",
    ];

    public static int Order(string mail) => Array.IndexOf(InOrder, mail) is >= 0 and var place ? place : InOrder.Length;

    public static string Of(IStringLocalizer<Texts> texts, string mail) => mail switch
    {
        "RegistrationStarted" => texts["Registration begun: the link to the draft"],
        "AddressConfirmation.again" => texts["The link is sent again"],
        "AddressConfirmation.changed" => texts["The address was changed"],
        "DraftExpiresSoon" => texts["The draft is closed soon"],
        "DraftExpiresSoon.renewal" => texts["The draft of a renewal is closed soon"],
        "RegistrationSubmitted.renewal" => texts["A renewal has been received"],
        "RegistrationWithdrawn.renewal" => texts["A renewal was withdrawn"],
        "RegistrationSentAgain.renewal" => texts["The answer to a renewal has been received"],
        "RegistrationSubmitted" => texts["The registration has been received"],
        "RegistrationWithdrawn.draft" => texts["A draft was withdrawn"],
        "RegistrationWithdrawn.sent" => texts["A registration was withdrawn"],
        "InfectedFile.replace" => texts["Malware was found in a document, a clean one can be attached"],
        "InfectedFile.sent" => texts["Malware was found in a document that has been sent"],
        "CheckDecided.passed" => texts["A check is passed"],
        "CheckDecided.asked" => texts["A check asks for information"],
        "CheckDecided.failed" => texts["A check is not passed, the application is rejected"],
        "CheckDecided.accredited" => texts["All checks are passed, the company is accredited"],
        "CheckDecided.renewed" => texts["All checks are passed, the accreditation is renewed"],
        "AnswerDueSoon" => texts["Reminder: an answer is due"],
        "AnswerProlonged" => texts["More time to answer"],
        "RegistrationSentAgain" => texts["The answer has been received"],
        "MeetingAwaited" => texts["The commission is next: choose a meeting"],
        "MeetingSet" => texts["The meeting of the commission is set"],
        "MeetingCalledOff" => texts["The meeting of the commission is called off"],
        "SupplierSuspended" => texts["The accreditation is suspended"],
        "SuspensionLifted" => texts["The suspension is lifted"],
        "CheckDueSoon" => texts["To reviewers: a check is to be decided soon"],
        "CheckOverdue" => texts["To the head of the desk: a check is overdue"],
        "ChecksPending.first" => texts["To reviewers: an application to check"],
        "ChecksPending.again" => texts["To reviewers: to be checked again"],
        "AnswerOverdue" => texts["To the head of the desk: no answer came"],
        _ => mail,
    };
}
