using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Amending;

/// <summary>What changed, to everybody who is invited, whether or not they have an offer: the letter is one for all.</summary>
public sealed class AmendedMail(PortalDbContext db, People people, AmendmentWords words, DeadlineInCalendar calendar, IStringLocalizer<Texts> texts) : RunningMail<RoundAmended>(db, people)
{
    private const int Listed = 12;

    protected override async Task<Letter?> Write(RoundAmended told, Recipient recipient, MailLinks links)
    {
        if (await Card(told, recipient) is not { } card
            || await Db.PublishedAmendments(card.Id).SingleOrDefaultAsync(a => a.No == told.No) is not { } amendment)
        {
            return null;
        }

        var changes = amendment.Comparison.ForSuppliers().Changes;
        var deadline = Shown.Deadline(card.Deadline, card.TimeZone);
        var path = $"{card.Path}/history#a{told.No}";
        return new Letter(texts["Amended: {0} {1}, amendment {2}", card.Name, card.Title, Shown.Number(told.No)], card.Title)
        {
            About = (texts["Amendment {0}", Shown.Number(told.No)], card.Name),
            Paragraphs =
            [
                told.IsMaterial ? texts["The buyer has changed what is asked. An offer that was submitted before is not in force until you confirm it or submit it anew; unconfirmed, it is not opened."]
                    : texts["The buyer has made clearer what is asked. An offer that was submitted stays in force."],
            ],
            Deadline = new LetterDeadline(texts["Offers accepted until"], deadline, Shown.ForReader(card.Deadline, card.TimeZone, recipient.TimeZone)),
            Facts =
            [
                new Fact(texts["What changed"], [.. changes.Take(Listed).Select(change => words.Line(change, amendment.Was, amendment.Becomes)),
                    .. changes.Count > Listed ? [texts["And {0} more changes.", Shown.Number(changes.Count - Listed)].Value] : Array.Empty<string>()]),
                new Fact(texts["Reason"], amendment.Reason),
                .. told.Deadline is { } moved ? [new Fact(texts["Deadline until now"], Shown.Deadline(moved.From, card.TimeZone))] : Array.Empty<Fact>(),
                new Fact(texts["Place"], card.Site.Shown),
            ],
            Button = new LetterButton(texts["See what changed"], links.To(path)),
            ReplyTo = card.Buyer is { } buyer ? new ReplyTo(buyer.FullName, buyer.Email) : null,
            Thread = card.Name,
            ListText = texts["{0} · deadline {1}", card.Name, deadline],
            Path = path,
            IsImportant = told.IsMaterial,
            Attachments = told.Deadline is null ? [] : [await calendar.Attached(card, recipient)],
        };
    }
}

public sealed class AmendmentApprovalMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApprovalMail<AmendmentPutToApprover>(db)
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(AmendmentPutToApprover told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.ApproverId)]);

    protected override Task<Letter?> Write(AmendmentPutToApprover told, Recipient recipient, MailLinks links) => Brief(
        told, links, texts["An amendment waits for your approval"], texts["It raises the value of a published event. Approve it before the deadline, and it is published at once; or give it back with a comment."],
        texts["Look at it"], name => $"/approvals/{name}/amendment");
}

public sealed class AmendmentReturnedMail(PortalDbContext db, IStringLocalizer<Texts> texts) : ApprovalMail<AmendmentReturned>(db)
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(AmendmentReturned told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.AuthorId)]);

    protected override Task<Letter?> Write(AmendmentReturned told, Recipient recipient, MailLinks links) => Brief(
        told, links, texts["The amendment came back"], texts["The approver gave the amendment back; the comment stands above it."],
        texts["Open the amendment"], name => $"/events/{name}/amendment");
}
