using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>A decision waits for its approver.</summary>
public sealed class AwardToApproveMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<AwardPutToApprover>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(AwardPutToApprover told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.ApproverId)]);

    protected override async Task<Letter?> Write(AwardPutToApprover told, Recipient recipient, MailLinks links) =>
        await RoundOfMail.Read(db, told.Subject) is not { } round ? null
        : new Letter(texts["Decision to approve: {0}", told.Subject], texts["A decision waits for you"])
        {
            About = (texts["Event"], told.Subject),
            Paragraphs = [texts["Approve the decision or return it with a comment. Until then no supplier learns anything."]],
            Facts = [new Fact(texts["Event"], round.Title), new Fact(texts["Responsible buyer"], round.BuyerName)],
            Button = new LetterButton(texts["See the decision"], links.To($"{round.Path}/award")),
            ReplyTo = round.ReplyTo,
            Thread = round.Thread,
            ListText = $"{told.Subject} · {round.Title}",
            Path = $"{round.Path}/award",
            IsImportant = true,
        };
}

/// <summary>A decision came back to its author. What the approver wants changed stands on the portal's page.</summary>
public sealed class AwardReturnedMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<AwardReturned>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(AwardReturned told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.AuthorId)]);

    protected override async Task<Letter?> Write(AwardReturned told, Recipient recipient, MailLinks links) =>
        await RoundOfMail.Read(db, told.Subject) is not { } round ? null
        : new Letter(texts["Decision returned: {0}", told.Subject], texts["The approver returned the decision."])
        {
            About = (texts["Event"], told.Subject),
            Paragraphs = [texts["Read the comment, change the choice, and send it for approval again."]],
            Facts = [new Fact(texts["Event"], round.Title)],
            Button = new LetterButton(texts["See the decision"], links.To($"{round.Path}/award")),
            Thread = round.Thread,
            ListText = $"{told.Subject} · {round.Title}",
            Path = $"{round.Path}/award",
            IsImportant = true,
        };
}
