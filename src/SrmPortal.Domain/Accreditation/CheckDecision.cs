using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Accreditation;

public enum CheckOutcome { Passed, Failed, InformationRequested }

/// <summary>What a reviewer decides.</summary>
/// <param name="Outcome">Passed, failed, or a question.</param>
/// <param name="Comment">For the applicant, word for word; of a question what is asked, of a refusal the reason.</param>
/// <param name="Note">For the desk alone.</param>
/// <param name="Parts">Of a question: what the applicant may correct.</param>
/// <param name="AnswerDue">Of a question: until when, in UTC.</param>
/// <param name="Key">Made with the form: sent twice, it is one decision.</param>
public sealed record Verdict(CheckOutcome Outcome, string Comment, string Note, RegistrationParts Parts, DateTime? AnswerDue, Guid Key);

/// <summary>One decision on one check, as it was made. It is never changed; a check that became pending again gets another one.</summary>
public sealed class CheckDecision : IInsertOnly
{
    private CheckDecision()
    {
    }

    internal CheckDecision(int no, string checkCode, Verdict verdict, long byId, DateTime now)
    {
        (No, CheckCode, Outcome, Comment, Key) = (no, checkCode, verdict.Outcome, verdict.Comment.Trim(), verdict.Key);
        (ById, At) = (byId, now);
        if (Outcome is CheckOutcome.InformationRequested)
        {
            (Parts, AnswerDue) = (verdict.Parts & RegistrationParts.All, verdict.AnswerDue);
        }
    }

    public long Id { get; private set; }

    public long CaseId { get; private set; }

    /// <summary>1, 2, … in the case.</summary>
    public int No { get; private set; }

    public string CheckCode { get; private set; } = "";

    public CheckOutcome Outcome { get; private set; }

    /// <summary>For the applicant, word for word; may be empty.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>What the applicant may correct; None unless information was requested.</summary>
    public RegistrationParts Parts { get; private set; }

    /// <summary>As it was set with the question, in UTC.</summary>
    public DateTime? AnswerDue { get; private set; }

    /// <summary>The account of who decided.</summary>
    public long ById { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime At { get; private set; }

    public Guid Key { get; private set; }
}

/// <summary>What a reviewer notes for colleagues beside a decision. The applicant never sees it.</summary>
public sealed class CheckNote : IInsertOnly
{
    private CheckNote()
    {
    }

    internal CheckNote(int decisionNo, string text) => (DecisionNo, Text) = (decisionNo, text);

    public long Id { get; private set; }

    public long CaseId { get; private set; }

    public int DecisionNo { get; private set; }

    public string Text { get; private set; } = "";
}

/// <summary>Somebody of the desk who is about to act on a case.</summary>
/// <param name="Id">The account.</param>
/// <param name="Checks">Codes of the checks that he or she is appointed for.</param>
/// <param name="IsHead">Head of the desk.</param>
/// <param name="HasEnteredData">Whether something in the questionnaire was entered by this person, or is about this person.</param>
public sealed record DeskPerson(long Id, IReadOnlyCollection<string> Checks, bool IsHead, bool HasEnteredData);
