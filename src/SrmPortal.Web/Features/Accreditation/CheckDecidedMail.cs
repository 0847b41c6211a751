using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>After each check the applicant is told its result, whatever it is, with the comment that is meant for the applicant.</summary>
public sealed class CheckDecidedMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<CheckDecided>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(CheckDecided told, Occasion occasion) =>
        CaseMails.Owners(people, told.RegistrationId, told.SupplierId);

    protected override async Task<Letter?> Write(CheckDecided told, Recipient recipient, MailLinks links)
    {
        if (await mails.CaseOf(told.Subject) is not { } accreditation
            || accreditation.Decisions.SingleOrDefault(one => one.No == told.No) is not { } decision
            || accreditation.Check(told.Check) is not { } check)
        {
            return null;
        }

        var written = new Written(accreditation, check, decision, told.Case, await mails.Head());
        var (heading, what) = Said(written);
        var letter = mails.Letter(accreditation, texts["Application {0}: {1}", CheckWords.Number(accreditation.Number), what], heading);
        return letter with
        {
            Paragraphs = [First(written)],
            Deadline = decision.AnswerDue is { } due ? new LetterDeadline(texts["Answer by"], Shown.Deadline(due), Shown.ForReader(due, Zones.Moscow, recipient.TimeZone)) : null,
            Facts = [.. Facts(written)],
            Button = await mails.WayOn(decision.Outcome is CheckOutcome.InformationRequested ? texts["Answer"] : texts["See how the accreditation goes"], recipient, links),
            Notes = [.. Notes(written)],
            ReplyTo = written.Head,
            IsImportant = decision.Outcome is not CheckOutcome.Passed,
        };
    }

    private sealed record Written(AccreditationCase Case, AccreditationCheck Check, CheckDecision Decision, CaseState State, ReplyTo? Head);

    private (string Heading, string What) Said(Written about)
    {
        var check = about.Check.Title;
        return about.Decision.Outcome switch
        {
            CheckOutcome.Passed when about.State is CaseState.Approved => (texts["{0} is accredited", about.Case.Company], texts["all checks passed, the company is accredited"]),
            CheckOutcome.Passed => (texts["{0}: passed", check], texts["{0}, passed", check]),
            CheckOutcome.Failed => (texts["{0}: not passed", check], texts["{0}, not passed, the application is rejected", check]),
            _ => (texts["{0}: information requested", check], texts["{0}, information requested", check]),
        };
    }

    private string First(Written about)
    {
        var (company, no, all) = (about.Case.Company, about.Case.Checks.ToList().IndexOf(about.Check) + 1, about.Case.Checks.Count);
        return about.Decision.Outcome switch
        {
            CheckOutcome.Passed when about.State is CaseState.Approved => texts["The application of {0} has passed all checks.", company],
            CheckOutcome.Passed => texts["The application of {0} has passed check {1} of {2}.", company, no, all],
            CheckOutcome.Failed => texts["Check {1} of {2} of the application of {0} is finished. The application is rejected.", company, no, all],
            _ => texts["The reviewers of the application of {0} ask you for information. The check goes on when you have answered.", company],
        };
    }

    private IEnumerable<Fact> Facts(Written about)
    {
        var (decision, words) = (about.Decision, new CheckWords(texts));
        yield return decision.Outcome switch
        {
            CheckOutcome.Passed => new Fact(texts["Result"], texts["✓ Passed, {0}", Shown.Deadline(decision.At)]) { Tone = FactTone.Good },
            CheckOutcome.Failed => new Fact(texts["Result"], texts["✕ Not passed, {0}", Shown.Deadline(decision.At)]) { Tone = FactTone.Bad },
            _ => new Fact(texts["Result"], texts["Information requested, {0}", Shown.Deadline(decision.At)]) { Tone = FactTone.Strong },
        };
        if (decision.Comment.Length > 0)
        {
            var label = decision.Outcome switch { CheckOutcome.Passed => texts["Comment"], CheckOutcome.Failed => texts["Reason"], _ => texts["What is asked"] };
            yield return new Fact(label, decision.Comment.Split('\n'));
        }

        if (decision.Outcome is CheckOutcome.InformationRequested)
        {
            yield return new Fact(texts["You can correct"], words.List(decision.Parts));
        }
        else if (decision.Outcome is CheckOutcome.Failed)
        {
            yield return new Fact(texts["The other checks"], texts["Not conducted"]);
            yield return new Fact(texts["What you can do"], texts["Mend the reason and send a new application. Documents and data of this one are kept for a year."]);
        }
        else if (about.Case.Checks.FirstOrDefault(one => one.Order >= about.Check.Order && one.State is CheckState.Pending) is { } next)
        {
            yield return new Fact(texts["Next"], texts["{0}, usually {1}", next.Title, Plural.Of(next.NormDays, texts["{0} working day|{0} working days"])]);
        }
    }

    private IEnumerable<string> Notes(Written about)
    {
        yield return about.Decision.Outcome switch
        {
            CheckOutcome.Passed when about is { State: CaseState.Approved, Case.Kind: CaseKind.Renewal } => texts["The accreditation is renewed. For the people of the company nothing changes."],
            CheckOutcome.Passed when about.State is CaseState.Approved =>
                texts["Every person named in the application gets a mail with user name and a link to set the password."],
            CheckOutcome.Passed => texts["Nothing is needed from you now. After the next check we write again."],
            CheckOutcome.Failed when about.Head is not null => texts["You don’t agree? Answer this mail: the head of the accreditation desk reads it."],
            CheckOutcome.Failed => texts["You don’t agree? Write to the support: the address is below."],
            _ => texts["If no answer comes, we remind you. After that day the head of the accreditation desk decides; nothing is rejected by itself."],
        };
    }
}
