using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>After each check the applicant is told its result, whatever it is, with the comment that is meant for the applicant.</summary>
public sealed class CheckDecidedMail(CaseMails mails, People people, IStringLocalizer<Texts> texts) : MailOf<CheckDecided>
{
    private const string Passed = "passed", Accredited = "accredited", Renewed = "renewed", Failed = "failed", Asked = "asked";

    protected override IEnumerable<Letter> Originals() =>
        new[] { Passed, Asked, Failed, Accredited, Renewed }.Select(variant => Words(variant, LetterValues.Places("number", "company", "check", "no", "all"), hasHead: true));

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
        return Around(Words(VariantOf(written), written.Values, written.Head is not null), written, recipient) with
        {
            Button = await mails.WayOn(ButtonOf(VariantOf(written)), recipient, links),
            ReplyTo = written.Head,
            IsImportant = decision.Outcome is not CheckOutcome.Passed,
        };
    }

    protected override Letter OnSample(Letter original)
    {
        var accreditation = original.Template!.Variant switch
        {
            Passed => SampleCase.Decided(CheckOutcome.Passed),
            Failed => SampleCase.Decided(CheckOutcome.Failed),
            Asked => SampleCase.Decided(CheckOutcome.InformationRequested),
            var last => SampleCase.Decided(CheckOutcome.Passed, allPassed: true, last is Renewed ? CaseKind.Renewal : CaseKind.Initial),
        };
        var decision = accreditation.Decisions[^1];
        return Around(original, new Written(accreditation, accreditation.Check(decision.CheckCode)!, decision, accreditation.State, null), SampleData.Recipient);
    }

    private Letter Around(Letter words, Written about, Recipient recipient) => mails.About(about.Case, words) with
    {
        Deadline = about.Decision.AnswerDue is { } due ? mails.AnswerBy(due, recipient) : null,
        Facts = [.. Facts(about)],
    };

    private sealed record Written(AccreditationCase Case, AccreditationCheck Check, CheckDecision Decision, CaseState State, ReplyTo? Head)
    {
        public LetterValues Values => new(("number", CheckWords.Number(Case.Number)), ("company", Case.Company), ("check", Check.Title),
            ("no", Shown.Number(Case.Checks.ToList().IndexOf(Check) + 1)), ("all", Shown.Number(Case.Checks.Count)));
    }

    private static string VariantOf(Written about) => about.Decision.Outcome switch
    {
        CheckOutcome.Passed when about is { State: CaseState.Approved, Case.Kind: CaseKind.Renewal } => Renewed,
        CheckOutcome.Passed when about.State is CaseState.Approved => Accredited,
        CheckOutcome.Passed => Passed,
        CheckOutcome.Failed => Failed,
        _ => Asked,
    };

    private string ButtonOf(string variant) => variant is Asked ? texts["Answer"] : texts["See how the accreditation goes"];

    private Letter Words(string variant, LetterValues values, bool hasHead)
    {
        var (company, check, no, all) = (values["company"], values["check"], values["no"], values["all"]);
        (string heading, string what, string first) = variant switch
        {
            Accredited => (texts["{0} is accredited", company].Value, texts["all checks passed, the company is accredited"].Value, texts["The application of {0} has passed all checks.", company].Value),
            Renewed => (texts["{0} is accredited anew", company].Value, texts["all checks passed, the accreditation is renewed"].Value, texts["The application of {0} has passed all checks.", company].Value),
            Passed => (texts["{0}: passed", check], texts["{0}, passed", check], texts["The application of {0} has passed check {1} of {2}.", company, no, all]),
            Failed => (texts["{0}: not passed", check], texts["{0}, not passed, the application is rejected", check],
                texts["Check {1} of {2} of the application of {0} is finished. The application is rejected.", company, no, all]),
            _ => (texts["{0}: information requested", check], texts["{0}, information requested", check],
                texts["The reviewers of the application of {0} ask you for information. The check goes on when you have answered.", company]),
        };
        return new Letter(texts["Application {0}: {1}", values["number"], what], heading)
        {
            Template = new LetterTemplate(variant, values),
            Paragraphs = [first],
            Button = new LetterButton(ButtonOf(variant), ""),
            Notes = [Note(variant, hasHead)],
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
            yield return new Fact(texts["What you can do"], about.Case.Kind is CaseKind.Renewal
                ? texts["Mend the reason and ask for the renewal again. The present accreditation is valid to its end."]
                : texts["Mend the reason and send a new application. Documents and data of this one are kept for a year."]);
        }
        else if (about.Case.Checks.FirstOrDefault(one => one.Order >= about.Check.Order && one.State is CheckState.Pending) is { } next)
        {
            yield return new Fact(texts["Next"], texts["{0}, usually {1}", next.Title, Plural.Of(next.NormDays, texts["{0} working day|{0} working days"])]);
        }
    }

    private string Note(string variant, bool hasHead) => variant switch
    {
        Accredited => texts["Every person named in the application gets a mail with user name and a link to set the password."],
        Renewed => texts["The accreditation is renewed. For the people of the company nothing changes."],
        Passed => texts["Nothing is needed from you now. After the next check we write again."],
        Failed when hasHead => texts["You don’t agree? Answer this mail: the head of the accreditation desk reads it."],
        Failed => texts["You don’t agree? Write to the support: the address is below."],
        _ => texts["If no answer comes, we remind you. After that day the head of the accreditation desk decides; nothing is rejected by itself."],
    };
}
