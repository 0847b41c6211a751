using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Support;
using static SrmPortal.Testing.GivenRegistration;

namespace SrmPortal.Domain.Tests;

/// <summary>Who calls must be known before anything is done, and a company gets a new master user by a letter and two people of the support.</summary>
public sealed class SupportTests
{
    private const long Opener = 1, Checker = 2, Second = 3;

    private static readonly CallerFact[] All = Enum.GetValues<CallerFact>();

    private static readonly LetterCheck Good = new(true, true, true, "+7 343 300-10-20, секретарь");

    private readonly Supplier _supplier = new("S47182093", Company, ["RU-66"], [1], Now, Now.AddYears(3));

    private static UserAccount Caller()
    {
        var account = new UserAccount("SRM000000071", "orlov@a.example", "Орлов Дмитрий Игоревич", "ru");
        account.Activate();
        return account;
    }

    private static CallerCheck Asked(params CallerFact[] answered) => new(Caller(), answered, All, Opener, Now);

    private LostMasterCase Opened(NamedMaster? master = null) =>
        new(_supplier, master ?? new("Валеева Алия", "Начальник отдела", "+7 347 233-45-10", "valeeva@a.example"), "Хасанов Р. Т., директор", [], Guid.NewGuid(), Opener, Now);

    private LostMasterCase Approved()
    {
        var one = Opened();
        one.Check(Good, Checker, Now);
        one.Approve(Second, Now);
        return one;
    }

    [Fact]
    public void What_stands_in_mails_or_registers_proves_nobody()
    {
        Assert.Equal([SupportRules.TooFewAnswers], Refused.By(() => Asked(CallerFact.Colleague, CallerFact.Colleague)));
        Assert.Equal([SupportRules.OnlyFromMail], Refused.By(() => Asked(CallerFact.TaxNumber, CallerFact.ApplicationNumber, CallerFact.AccreditedOn, CallerFact.Phone, CallerFact.Position)));
        // What the portal doesn't know can't have been answered.
        Assert.Equal([SupportRules.TooFewAnswers], Refused.By(() => new CallerCheck(Caller(), All, [CallerFact.CalledBack], Opener, Now)));

        var check = Asked(CallerFact.TaxNumber, CallerFact.CalledBack);

        Assert.Equal([CallerFact.TaxNumber, CallerFact.CalledBack], check.Facts);
        Assert.Equal(Now.AddMinutes(30), check.ValidUntil);
    }

    [Fact]
    public void A_letter_is_checked_approved_by_a_second_person_and_only_then_access_is_restored()
    {
        var one = Opened();
        Assert.Equal([SupportRules.WrongState], Refused.By(() => one.Approve(Second, Now)));
        Assert.Equal([(SupportRules.NotChecked, "SignerIsHead"), (SupportRules.NotChecked, "Note")], Refused.Rules(() => one.Check(Good with { SignerIsHead = false, Note = "" }, Checker, Now)).Select(rule => (rule.Code, rule.Field)));

        one.Check(Good, Checker, Now);
        foreach (var known in new[] { Opener, Checker })
        {
            Assert.Equal([SupportRules.SecondPerson], Refused.By(() => one.Approve(known, Now)));
        }

        Assert.Equal([SupportRules.WrongState], Refused.By(() => one.Finish(9, _supplier, Opener, Now)));
        one.Approve(Second, Now);
        Assert.Equal([SupportRules.WrongState], Refused.By(() => one.Approve(Second, Now)));

        Assert.Equal(Now.AddHours(24), one.Finish(9, _supplier, Opener, Now));
        Assert.Equal((LostMasterState.Done, false, 9L), (one.State, one.IsOpen, one.MasterId));
        Assert.Equal([SupportRules.WrongState], Refused.By(() => one.Finish(9, _supplier, Opener, Now)));
        Assert.Equal([SupportRules.WrongState], Refused.By(() => one.Refuse("Too late", Second, Now)));
    }

    [Fact]
    public void A_case_is_refused_at_any_step_with_a_reason()
    {
        var one = Approved();
        Assert.Equal([SupportRules.NoReason], Refused.By(() => one.Refuse("", Opener, Now)));
        Assert.Equal([SupportRules.TooLong], Refused.By(() => one.Refuse(new string('x', LostMasterCase.LongestText + 1), Opener, Now)));

        one.Refuse("На письме нет даты", Opener, Now);

        Assert.Equal((LostMasterState.Refused, "На письме нет даты"), (one.State, one.Reason));
        Assert.Equal([SupportRules.WrongState], Refused.By(() => one.Check(Good, Checker, Now)));
    }

    [Fact]
    public void A_letter_must_say_everything_and_a_suspended_company_waits()
    {
        Assert.Equal(["FullName", "Position", "Phone", "Email"], Refused.Rules(() => Opened(new("", " ", "", ""))).Select(rule => rule.Field));
        var approved = Approved();

        _supplier.Suspend("Проверка", null, Now);

        Assert.Equal([SupportRules.CompanySuspended], Refused.By(() => Opened()));
        Assert.Equal([SupportRules.CompanySuspended], Refused.By(() => approved.Finish(9, _supplier, Opener, Now)));
    }
}
