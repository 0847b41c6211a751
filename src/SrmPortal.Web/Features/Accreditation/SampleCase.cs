using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>A case that does not exist, decided by the rules of those that do: for previews of mails.</summary>
internal static class SampleCase
{
    private const string Third = "legal";

    private static readonly (string Code, string Name, string NameEn, string Department, string DepartmentEn)[] Checks =
    [
        ("completeness", "Комплектность", "Completeness", "отдел аккредитации", "accreditation desk"),
        ("security", "Безопасность", "Security", "служба безопасности", "security service"),
        (Third, "Юридическая проверка", "Legal check", "правовой департамент", "legal department"),
        ("finance", "Финансовая проверка", "Financial check", "финансовый контроль", "financial control"),
    ];

    private static readonly WorkingDays Calendar = new([]);

    private static readonly DeskPerson Reviewer = new(0, [.. Checks.Select(check => check.Code)], IsHead: false, HasEnteredData: false);

    /// <summary>The third check waits for its reviewers.</summary>
    public static AccreditationCase Pending() => Begun(CaseKind.Initial);

    /// <summary>The third check is decided so; the last one too, where all are passed.</summary>
    public static AccreditationCase Decided(CheckOutcome third, bool allPassed = false, CaseKind kind = CaseKind.Initial)
    {
        var accreditation = Begun(kind);
        Decide(accreditation, Third, third);
        if (allPassed)
        {
            Decide(accreditation, Checks[^1].Code, CheckOutcome.Passed);
        }

        return accreditation;
    }

    /// <summary>The check that these mails tell of.</summary>
    public static AccreditationCheck TheCheck(this AccreditationCase accreditation) => accreditation.Check(Third)!;

    private static AccreditationCase Begun(CaseKind kind)
    {
        var accreditation = new AccreditationCase(kind, SampleData.Number, CaseOf.Registration(0), SampleData.Company, Checks.Select((check, i) => new CheckNeeded(new CheckDefinition
        {
            Id = i,
            Code = check.Code,
            Order = i,
            Name = check.Name,
            NameEn = check.NameEn,
            Department = check.Department,
            DepartmentEn = check.DepartmentEn,
        }, null)), Calendar, SampleData.Now);
        foreach (var (code, _, _, _, _) in Checks.TakeWhile(check => check.Code != Third))
        {
            Decide(accreditation, code, CheckOutcome.Passed);
        }

        return accreditation;
    }

    private static void Decide(AccreditationCase accreditation, string code, CheckOutcome outcome) =>
        accreditation.Decide(code, new Domain.Accreditation.Verdict(outcome, Comment(outcome), "", RegistrationParts.Documents,
            outcome is CheckOutcome.InformationRequested ? SampleData.Due : null, Guid.NewGuid()), Reviewer, Calendar, SampleData.Now);

    private static string Comment(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Passed => "",
        CheckOutcome.Failed => SampleData.In("Полномочия подписавшего не подтверждены.", "The authority of the person who signed is not confirmed."),
        _ => SampleData.In("Приложите доверенность на лицо, подписавшее анкету.", "Attach the power of attorney of the person who signed the questionnaire."),
    };
}
