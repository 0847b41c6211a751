using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>Reminds the applicant of what was asked.</summary>
public sealed class AnswerDueSoonMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<AnswerDueSoon>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("number", "company", "due"))];

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
        return Around(Words(new(("number", CheckWords.Number(accreditation.Number)), ("company", accreditation.Company), ("due", Shown.Deadline(due)))), accreditation, asked, recipient) with
        {
            Button = await mails.WayOn(texts["Answer"], recipient, links),
            ReplyTo = await mails.Head(),
            IsImportant = true,
        };
    }

    protected override Letter OnSample(Letter original)
    {
        var accreditation = SampleCase.Decided(CheckOutcome.InformationRequested);
        return Around(original, accreditation, accreditation.Decisions[^1], SampleData.Recipient);
    }

    private Letter Around(Letter words, AccreditationCase accreditation, CheckDecision asked, Recipient recipient)
    {
        var check = accreditation.Check(asked.CheckCode)!;
        return mails.About(accreditation, words) with
        {
            Deadline = mails.AnswerBy(check.AnswerDue!.Value, recipient),
            Facts = [new Fact(texts["Check"], check.Title), new Fact(texts["What is asked"], asked.Comment.Split('\n')), new Fact(texts["You can correct"], new CheckWords(texts).List(asked.Parts))],
        };
    }

    private Letter Words(LetterValues values) => new(texts["Application {0}: answer by {1}", values["number"], values["due"]], texts["We wait for your answer"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["The reviewers of the application of {0} have asked you for information, and you have not answered yet.", values["company"]]],
        Button = new LetterButton(texts["Answer"], ""),
    };
}

/// <summary>The applicant has longer to answer.</summary>
public sealed class AnswerProlongedMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<AnswerProlonged>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("number", "company", "check", "due"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(AnswerProlonged told, Occasion occasion) =>
        CaseMails.Owners(people, told.RegistrationId, told.SupplierId);

    protected override async Task<Letter?> Write(AnswerProlonged told, Recipient recipient, MailLinks links)
    {
        if (await mails.CaseOf(told.Subject) is not { } accreditation || accreditation.Check(told.Check) is not { State: CheckState.InformationRequested } check)
        {
            return null;
        }

        return mails.About(accreditation, Words(new(("number", CheckWords.Number(accreditation.Number)), ("company", accreditation.Company), ("check", check.Title), ("due", Shown.Deadline(told.To))))) with
        {
            Deadline = mails.AnswerBy(told.To, recipient),
            Button = await mails.WayOn(texts["Answer"], recipient, links),
            ReplyTo = await mails.Head(),
        };
    }

    protected override Letter OnSample(Letter original) =>
        mails.About(SampleCase.Decided(CheckOutcome.InformationRequested), original) with { Deadline = mails.AnswerBy(SampleData.Due, SampleData.Recipient) };

    private Letter Words(LetterValues values) => new(texts["Application {0}: more time to answer", values["number"]], texts["You have more time to answer"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["The head of the accreditation desk has given you more time: {0}.", values["check"]]],
        Button = new LetterButton(texts["Answer"], ""),
    };
}

/// <summary>No answer came: the head of the desk decides.</summary>
public sealed class AnswerOverdueMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<AnswerOverdue>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("number", "company", "check", "due"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(AnswerOverdue told, Occasion occasion) => people.Staff(StaffRoles.HeadOfDesk);

    protected override async Task<Letter?> Write(AnswerOverdue told, Recipient recipient, MailLinks links)
    {
        if (await mails.CaseOf(told.Subject) is not { } accreditation || accreditation.Check(told.Check) is not { State: CheckState.InformationRequested } check)
        {
            return null;
        }

        var path = $"/accreditation/{accreditation.Subject}/{check.Code}";
        var words = Words(new(("number", CheckWords.Number(accreditation.Number)), ("company", accreditation.Company), ("check", check.Title), ("due", Shown.Deadline(told.Due))));
        return Around(words, accreditation, check) with { Button = words.Button! with { Url = links.To(path) }, Path = path, IsImportant = true };
    }

    protected override Letter OnSample(Letter original)
    {
        var accreditation = SampleCase.Decided(CheckOutcome.InformationRequested);
        return Around(original, accreditation, accreditation.TheCheck());
    }

    private Letter Around(Letter words, AccreditationCase accreditation, AccreditationCheck check) =>
        mails.About(accreditation, words) with { Facts = [new Fact(texts["Check"], check.Title)] };

    private Letter Words(LetterValues values) => new(texts["Application {0}: no answer came", values["number"]], texts["No answer came"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["{0} had to answer by {1} and has not. Give more time, or reject the application: nothing happens by itself.", values["company"], values["due"]]],
        Button = new LetterButton(texts["Decide"], ""),
    };
}

/// <summary>The reviewers of a check have something to decide.</summary>
public sealed class ChecksPendingMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<ChecksPending>
{
    private const string First = "first", Again = "again";

    protected override IEnumerable<Letter> Originals() => new[] { First, Again }.Select(variant => Words(variant, LetterValues.Places("number", "company", "checks")));

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
        var words = Words(told.Again ? Again : First, new(("number", CheckWords.Number(accreditation.Number)), ("company", accreditation.Company), ("checks", names)));
        return Around(words, accreditation, pending) with { Button = words.Button! with { Url = links.To(path) }, Path = path };
    }

    protected override Letter OnSample(Letter original)
    {
        var accreditation = SampleCase.Pending();
        return Around(original, accreditation, [accreditation.TheCheck()]);
    }

    private Letter Around(Letter words, AccreditationCase accreditation, IReadOnlyCollection<AccreditationCheck> pending) => mails.About(accreditation, words) with
    {
        Facts = [new Fact(texts["Check"], string.Join(", ", pending.Select(check => check.Title))), new Fact(texts["To be decided by"], Shown.Deadline(pending.Min(check => check.Due)))],
    };

    private Letter Words(string variant, LetterValues values) => new(texts["To be checked: {0}, {1}", values["company"], values["checks"]], texts["An application waits for your decision"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs = [variant is Again ? texts["{0} has answered, or changed what was checked. Check it again.", values["company"]] : texts["{0} waits for your check.", values["company"]]],
        Button = new LetterButton(texts["Open the application"], ""),
    };
}
