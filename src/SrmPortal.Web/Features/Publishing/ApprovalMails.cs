using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>What approver and author write to each other about a round; the value stays in the portal.</summary>
public abstract class ApprovalMail<TAnnouncement>(PortalDbContext db) : MailOf<TAnnouncement> where TAnnouncement : Announcement
{
    protected async Task<Letter?> Brief(TAnnouncement told, MailLinks links, string what, string sentence, string button, Func<string, string> path)
    {
        if (EventNumber.Find(told.Subject) is not var (number, no)
            || await db.Rounds.Where(r => r.Event.Number == number && r.No == no).Select(r => r.Title).SingleOrDefaultAsync() is not { } title)
        {
            return null;
        }

        return new Letter($"{what}: {told.Subject}, {title}", title)
        {
            About = (what, told.Subject),
            Paragraphs = [sentence],
            Button = new LetterButton(button, links.To(path(told.Subject))),
            Thread = told.Subject,
            ListText = told.Subject,
            Path = path(told.Subject),
        };
    }
}

public sealed class PublishingApprovalMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApprovalMail<PublishingPutToApprover>(db)
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(PublishingPutToApprover told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.ApproverId)]);

    protected override Task<Letter?> Write(PublishingPutToApprover told, Recipient recipient, MailLinks links) => Brief(
        told, links, texts["Publishing waits for your approval"], texts["A draft was put to you. Approve it, and the invitations go out at once; or give it back with a comment."],
        texts["Look at it"], name => $"/approvals/{name}/publishing");
}

public sealed class PublishingReturnedMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApprovalMail<PublishingReturned>(db)
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(PublishingReturned told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.AuthorId)]);

    protected override Task<Letter?> Write(PublishingReturned told, Recipient recipient, MailLinks links) => Brief(
        told, links, texts["The draft came back"], texts["The approver gave the draft back; the comment stands above it."],
        texts["Open the draft"], name => $"/events/{name}/draft");
}

public sealed class CancellationApprovalMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApprovalMail<CancellationPutToApprover>(db)
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(CancellationPutToApprover told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.ApproverId)]);

    protected override Task<Letter?> Write(CancellationPutToApprover told, Recipient recipient, MailLinks links) => Brief(
        told, links, texts["A cancellation waits for your approval"], texts["Somebody wants to cancel an event after its deadline. Once cancelled, what is sealed is never opened."],
        texts["Look at it"], name => $"/approvals/{name}/cancellation");
}

public sealed class CancellationRefusedMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApprovalMail<CancellationRefused>(db)
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(CancellationRefused told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.AskedById)]);

    protected override Task<Letter?> Write(CancellationRefused told, Recipient recipient, MailLinks links) => Brief(
        told, links, texts["The cancellation was refused"], texts["The event goes on. The approver writes: {0}", told.Comment],
        texts["Open the event"], name => $"/events/{name}");
}
