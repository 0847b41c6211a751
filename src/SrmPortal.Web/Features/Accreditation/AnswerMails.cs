using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>Reminds the applicant of what was asked.</summary>
public sealed class AnswerDueSoonMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<AnswerDueSoon>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(AnswerDueSoon told, Occasion occasion) =>
        CaseMails.Owners(people, told.RegistrationId, told.SupplierId);

    protected override async Task<Letter?> Write(AnswerDueSoon told, Recipient recipient, MailLinks links)
    {
        // Answered, withdrawn or decided in the meantime: nothing to remind of.
        if (await mails.CaseOf(told.Subject) is not { } accreditation || accreditation.Check(told.Check) is not { State: CheckState.InformationRequested } check
            || accreditation.LastDecisionOn(check) is not { } asked)
        {
            return null;
        }

        var due = check.AnswerDue!.Value;
        return mails.Letter(accreditation, texts["Application {0}: answer by {1}", CheckWords.Number(accreditation.Number), Shown.Deadline(due)], texts["We wait for your answer"]) with
        {
            Paragraphs = [texts["The reviewers of the application of {0} have asked you for information, and you have not answered yet.", accreditation.Company]],
            Deadline = new LetterDeadline(texts["Answer by"], Shown.Deadline(due), Shown.ForReader(due, Zones.Moscow, recipient.TimeZone)),
            Facts = [new Fact(texts["Check"], check.Title), new Fact(texts["What is asked"], asked.Comment.Split('\n')), new Fact(texts["You can correct"], new CheckWords(texts).List(asked.Parts))],
            Button = await mails.WayOn(texts["Answer"], recipient, links),
            ReplyTo = await mails.Head(),
            IsImportant = true,
        };
    }
}

/// <summary>The applicant has longer to answer.</summary>
public sealed class AnswerProlongedMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<AnswerProlonged>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(AnswerProlonged told, Occasion occasion) =>
        CaseMails.Owners(people, told.RegistrationId, told.SupplierId);

    protected override async Task<Letter?> Write(AnswerProlonged told, Recipient recipient, MailLinks links)
    {
        if (await mails.CaseOf(told.Subject) is not { } accreditation || accreditation.Check(told.Check) is not { State: CheckState.InformationRequested } check)
        {
            return null;
        }

        return mails.Letter(accreditation, texts["Application {0}: more time to answer", CheckWords.Number(accreditation.Number)], texts["You have more time to answer"]) with
        {
            Paragraphs = [texts["The head of the accreditation desk has given you more time: {0}.", check.Title]],
            Deadline = new LetterDeadline(texts["Answer by"], Shown.Deadline(told.To), Shown.ForReader(told.To, Zones.Moscow, recipient.TimeZone)),
            Button = await mails.WayOn(texts["Answer"], recipient, links),
            ReplyTo = await mails.Head(),
        };
    }
}

/// <summary>No answer came: the head of the desk decides.</summary>
public sealed class AnswerOverdueMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<AnswerOverdue>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(AnswerOverdue told, Occasion occasion) => people.Staff(StaffRoles.HeadOfDesk);

    protected override async Task<Letter?> Write(AnswerOverdue told, Recipient recipient, MailLinks links)
    {
        if (await mails.CaseOf(told.Subject) is not { } accreditation || accreditation.Check(told.Check) is not { State: CheckState.InformationRequested } check)
        {
            return null;
        }

        var path = $"/accreditation/{accreditation.Subject}/{check.Code}";
        return mails.Letter(accreditation, texts["Application {0}: no answer came", CheckWords.Number(accreditation.Number)], texts["No answer came"]) with
        {
            Paragraphs = [texts["{0} had to answer by {1} and has not. Give more time, or reject the application: nothing happens by itself.", accreditation.Company, Shown.Deadline(told.Due)]],
            Facts = [new Fact(texts["Check"], check.Title)],
            Button = new LetterButton(texts["Decide"], links.To(path)),
            Path = path,
            IsImportant = true,
        };
    }
}

/// <summary>The reviewers of a check have something to decide.</summary>
public sealed class ChecksPendingMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<ChecksPending>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(ChecksPending told, Occasion occasion) => mails.Reviewers(people, told.Subject, told.Checks);

    protected override async Task<Letter?> Write(ChecksPending told, Recipient recipient, MailLinks links)
    {
        var accreditation = await mails.CaseOf(told.Subject);
        AccreditationCheck[] pending = [.. accreditation?.Checks.Where(check => told.Checks.Contains(check.Code) && check.State is CheckState.Pending) ?? []];
        if (accreditation is null || pending.Length == 0)
        {
            return null;
        }

        var (names, path) = (string.Join(", ", pending.Select(check => check.Title)), $"/accreditation/{accreditation.Subject}");
        return mails.Letter(accreditation, texts["To be checked: {0}, {1}", accreditation.Company, names], texts["An application waits for your decision"]) with
        {
            Paragraphs = [told.Again ? texts["{0} has answered, or changed what was checked. Check it again.", accreditation.Company] : texts["{0} waits for your check.", accreditation.Company]],
            Facts = [new Fact(texts["Check"], names), new Fact(texts["To be decided by"], Shown.Deadline(pending.Min(check => check.Due)))],
            Button = new LetterButton(texts["Open the application"], links.To(path)),
            Path = path,
        };
    }
}
