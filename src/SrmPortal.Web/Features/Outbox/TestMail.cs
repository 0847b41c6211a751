using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Outbox;

/// <summary>To the administrator who asked for it.</summary>
public sealed class TestMail(IStringLocalizer<Texts> texts, TimeProvider clock) : MailOf<TestMailAsked>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(TestMailAsked told, Occasion occasion) => Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.AccountId)]);

    protected override Task<Letter?> Write(TestMailAsked told, Recipient recipient, MailLinks links) => Task.FromResult<Letter?>(new Letter(texts["Test mail of the portal"], texts["Mail gets through"])
    {
        Paragraphs = [texts["You asked for this mail. It went the way that all mails of the portal go."]],
        Facts = [new Fact(texts["Written"], Shown.Deadline(clock.GetUtcNow().UtcDateTime, recipient.TimeZone ?? Zones.Moscow))],
        Button = new LetterButton(texts["Open the outbox"], links.To("/administration/outbox")),
        Path = "/administration/outbox",
    });
}
