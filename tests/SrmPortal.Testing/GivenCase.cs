using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Testing;

/// <summary>A case with the usual checks; a test says only what matters to it.</summary>
public static class GivenCase
{
    public static readonly DateTime Now = GivenRegistration.Now;

    /// <summary>With the day off of 31 December 2026.</summary>
    public static readonly WorkingDays Calendar = new([new CalendarDay { Date = new DateOnly(2026, 12, 31) }]);

    public static readonly CheckDefinition Completeness = Check(1, "completeness", 10, RegistrationParts.All);
    public static readonly CheckDefinition Security = Check(2, "security", 20, RegistrationParts.Details | RegistrationParts.People);
    public static readonly CheckDefinition Legal = Check(3, "legal", 30, RegistrationParts.Details | RegistrationParts.Documents);
    public static readonly CheckDefinition Finance = Check(4, "finance", 40, RegistrationParts.Documents);

    public static readonly DeskPerson Head = new(99, [], IsHead: true, HasEnteredData: false);

    public static CheckDefinition Check(int id, string code, int order, RegistrationParts parts = RegistrationParts.All, bool hasMeeting = false) => new()
    {
        Id = id,
        Code = code,
        Order = order,
        Parts = parts,
        HasMeeting = hasMeeting,
        Name = code,
        NameEn = code,
        NormDays = 3,
    };

    public static AccreditationCase Started(params CheckDefinition[] checks) =>
        new(CaseKind.Initial, "47182093", CaseOf.Registration(1), "ООО «УралТрубСнаб»",
            (checks.Length == 0 ? [Completeness, Security, Legal, Finance] : checks).Select(check => new CheckNeeded(check, null)), Calendar, Now);

    public static DeskPerson Reviewer(params string[] checks) => new(7, checks, IsHead: false, HasEnteredData: false);

    public static Verdict Passed(string comment = "") => new(CheckOutcome.Passed, comment, "", RegistrationParts.None, null, Guid.NewGuid());

    public static Verdict Failed(string reason = "Tax debt") => new(CheckOutcome.Failed, reason, "", RegistrationParts.None, null, Guid.NewGuid());

    public static Verdict Asked(RegistrationParts parts = RegistrationParts.Documents, int days = 10) =>
        new(CheckOutcome.InformationRequested, "The balance sheet of 2025, please", "", parts, Calendar.DueAfter(Now, days), Guid.NewGuid());

    /// <summary>Passes these checks, one after another.</summary>
    public static AccreditationCase After(this AccreditationCase accreditation, params string[] passed)
    {
        foreach (var check in passed)
        {
            accreditation.Decide(check, Passed(), Reviewer(check), Calendar, Now);
        }

        return accreditation;
    }
}
