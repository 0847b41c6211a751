using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>When and where the commission meets about the company.</summary>
public sealed class MeetingSetMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<MeetingSet>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("number", "company", "when"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(MeetingSet told, Occasion occasion) => CaseMails.Owners(people, told.RegistrationId, told.SupplierId);

    protected override async Task<Letter?> Write(MeetingSet told, Recipient recipient, MailLinks links)
    {
        // Chosen anew, called off or decided in the meantime: a later mail says so.
        if (await mails.CaseOf(told.Subject) is not { IsClosed: false } accreditation || accreditation.Check(told.Check) is not { } check || check.MeetingOn != told.To || check.MeetingAt != told.At)
        {
            return null;
        }

        var when = check.MeetingAt is { } begins ? Shown.Deadline(begins) : Shown.Date(check.MeetingOn);
        return Around(Words(new(("number", CheckWords.Number(accreditation.Number)), ("company", accreditation.Company), ("when", when))), accreditation, when, check.MeetingPlace) with
        {
            Button = await mails.WayOn(texts["See how the accreditation goes"], recipient, links),
            ReplyTo = await mails.Head(),
            IsImportant = true,
        };
    }

    protected override Letter OnSample(Letter original) =>
        Around(original, SampleCase.Pending(), Shown.Deadline(SampleData.Meeting), SampleData.In("Нижний Тагил, ул. Металлургов, 1, каб. 214", "Nizhny Tagil, 1 Metallurgov St., room 214"));

    private Letter Around(Letter words, AccreditationCase accreditation, string when, string place) => mails.About(accreditation, words) with
    {
        Facts =
        [
            new Fact(texts["When"], when) { Tone = FactTone.Strong },
            .. place.Length > 0 ? [new Fact(texts["Place"], place.Split('\n'))] : Array.Empty<Fact>(),
        ],
    };

    private Letter Words(LetterValues values) => new(texts["Application {0}: the commission meets on {1}", values["number"], values["when"]], texts["The commission expects you"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["The qualification commission meets about {0}. Have the originals of the documents and somebody who may speak for the company with you.", values["company"]]],
        Button = new LetterButton(texts["See how the accreditation goes"], ""),
    };
}

/// <summary>The commission is next: the applicant chooses a day.</summary>
public sealed class MeetingAwaitedMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<MeetingAwaited>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("number", "company"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(MeetingAwaited told, Occasion occasion) => CaseMails.Owners(people, told.RegistrationId, told.SupplierId);

    protected override async Task<Letter?> Write(MeetingAwaited told, Recipient recipient, MailLinks links) =>
        await mails.ToChoose(told.Subject, told.Check, Words, recipient, links);

    protected override Letter OnSample(Letter original) => mails.About(SampleCase.Pending(), original);

    private Letter Words(LetterValues values) => mails.WordsToChoose(texts["The commission is next"],
        texts["{0} has passed the checks before the qualification commission. Choose a meeting on the page of the application.", values["company"]], values);
}

/// <summary>The meeting does not take place: the applicant chooses another.</summary>
public sealed class MeetingCalledOffMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<MeetingCalledOff>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("number", "company", "when"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(MeetingCalledOff told, Occasion occasion) => CaseMails.Owners(people, told.RegistrationId, told.SupplierId);

    protected override async Task<Letter?> Write(MeetingCalledOff told, Recipient recipient, MailLinks links) =>
        await mails.ToChoose(told.Subject, told.Check, Words, recipient, links, ("when", Shown.Date(told.From)));

    protected override Letter OnSample(Letter original) => mails.About(SampleCase.Pending(), original);

    private Letter Words(LetterValues values) => mails.WordsToChoose(texts["The meeting is called off"],
        texts["The meeting of the qualification commission about {0} on {1} does not take place. Choose another one on the page of the application.", values["company"], values["when"]], values);
}

/// <summary>The reviewers are reminded of what is to be decided.</summary>
public sealed class CheckDueSoonMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<CheckDueSoon>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("due", "company", "check", "since"))];

    protected override async Task<IReadOnlyList<Addressee>> Addressees(CheckDueSoon told, Occasion occasion) => await mails.Reviewers(people, told.Subject, [told.Check]);

    protected override async Task<Letter?> Write(CheckDueSoon told, Recipient recipient, MailLinks links)
    {
        if (await mails.CaseOf(told.Subject) is not { } accreditation || accreditation.Check(told.Check) is not { State: CheckState.Pending } check)
        {
            return null;
        }

        var path = $"/accreditation/{accreditation.Subject}?check={check.Code}";
        var words = Words(new(("due", Shown.Date(check.Due)), ("company", accreditation.Company), ("check", check.Title), ("since", Shown.Date(check.PendingSince))));
        return Around(words, accreditation, check) with { Button = words.Button! with { Url = links.To(path) }, Path = path };
    }

    protected override Letter OnSample(Letter original)
    {
        var accreditation = SampleCase.Pending();
        return Around(original, accreditation, accreditation.TheCheck());
    }

    private Letter Around(Letter words, AccreditationCase accreditation, AccreditationCheck check) =>
        mails.About(accreditation, words) with { Facts = [new Fact(texts["Check"], check.Title), new Fact(texts["To be decided by"], Shown.Deadline(check.Due))] };

    private Letter Words(LetterValues values) => new(texts["To be decided by {0}: {1}, {2}", values["due"], values["company"], values["check"]], texts["A check is to be decided soon"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["{0} has waited for your check since {1}.", values["company"], values["since"]]],
        Button = new LetterButton(texts["Open the application"], ""),
    };
}

/// <summary>A check was not decided in time: the head of the desk may give it to somebody else, or more time.</summary>
public sealed class CheckOverdueMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<CheckOverdue>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company", "check", "due"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(CheckOverdue told, Occasion occasion) => people.Staff(Domain.Accounts.StaffRoles.HeadOfDesk);

    protected override async Task<Letter?> Write(CheckOverdue told, Recipient recipient, MailLinks links)
    {
        if (await mails.CaseOf(told.Subject) is not { } accreditation || accreditation.Check(told.Check) is not { State: CheckState.Pending } check)
        {
            return null;
        }

        var path = $"/accreditation/{accreditation.Subject}/{check.Code}";
        var words = Words(new(("company", accreditation.Company), ("check", check.Title), ("due", Shown.Deadline(told.Due))));
        return Around(words, accreditation, check) with { Button = words.Button! with { Url = links.To(path) }, Path = path, IsImportant = true };
    }

    protected override Letter OnSample(Letter original)
    {
        var accreditation = SampleCase.Pending();
        return Around(original, accreditation, accreditation.TheCheck());
    }

    private Letter Around(Letter words, AccreditationCase accreditation, AccreditationCheck check) =>
        mails.About(accreditation, words) with { Facts = [new Fact(texts["Check"], check.Title), new Fact(texts["Who"], check.Office)] };

    private Letter Words(LetterValues values) => new(texts["Overdue: {0}, {1}", values["company"], values["check"]], texts["A check is overdue"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["{0} was to be decided by {1} and still waits. Give it to another reviewer, or more time.", values["company"], values["due"]]],
        Button = new LetterButton(texts["Arrange the check"], ""),
    };
}
