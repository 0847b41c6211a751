using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using static SrmPortal.Testing.GivenRegistration;

namespace SrmPortal.Domain.Tests;

/// <summary>What the accreditation rests on changes by a request; the old value stands until then.</summary>
public sealed class ChangeRequestTests
{
    private const long Master = 1, First = 2, Second = 3;

    private static readonly BankDetails Another = new() { Code = "044525225", Bank = "ПАО «Промкредит»", Account = "40702810238000012346" };

    private readonly Supplier _supplier = new("S47182093", Company, ["RU-66"], [1, 2], Now, Now.AddYears(3));

    private ChangeRequest Asked(DataKind kind, ChangeContent after) => new(_supplier, kind, after, "", [], Master, Now);

    private static string[] Codes(Action deed) => [.. Assert.Throws<RuleViolation>(deed).Broken.Select(rule => rule.Code)];

    [Fact]
    public void A_name_stands_until_one_reviewer_has_approved_and_what_was_not_asked_stays()
    {
        var request = Asked(DataKind.Identity, new ChangeContent { Details = Company with { ShortName = "ООО «УралТруб»", Phone = "1" } });
        Assert.Equal(Company.ShortName, _supplier.Name);

        request.Approve(First, _supplier, Now);

        Assert.Equal((ChangeState.Approved, "ООО «УралТруб»", Company.Phone), (request.State, _supplier.Name, _supplier.Company.Phone));
        Assert.Contains("уралтруб", _supplier.SearchText, StringComparison.Ordinal);
        Assert.Equal([ChangeRules.Decided], Codes(() => request.Refuse(Second, "No", _supplier, Now)));
        Assert.Equal([ChangeRules.Decided], Codes(() => request.Withdraw(Master, _supplier, Now)));
    }

    [Fact]
    public void The_head_of_the_desk_is_told_once_when_it_has_waited_for_three_working_days()
    {
        var (request, calendar) = (Asked(DataKind.Categories, new ChangeContent { Categories = [3] }), new WorkingDays([]));
        request.TakeEvents();
        var due = ChangeRequest.DueOf(Now, calendar);

        Assert.Equal(3, calendar.Between(WorkingDays.DayOf(Now), WorkingDays.DayOf(due)));
        Assert.False(request.WatchTime(_supplier, calendar, due.AddSeconds(-1)));
        Assert.True(request.WatchTime(_supplier, calendar, due));
        Assert.False(request.WatchTime(_supplier, calendar, due.AddDays(1)));
        Assert.Equal(new ChangeOverdue("S47182093", request.Code, due), Assert.Single(request.TakeEvents()));

        var decided = Asked(DataKind.Categories, new ChangeContent { Categories = [3] });
        decided.Approve(First, _supplier, Now);
        Assert.False(decided.WatchTime(_supplier, calendar, due));
    }

    [Fact]
    public void A_change_of_the_bank_needs_two_people()
    {
        var request = Asked(DataKind.Bank, new ChangeContent { Banks = [Another, .. _supplier.BankAccounts] });

        request.Approve(First, _supplier, Now);
        Assert.Equal((ChangeState.SecondReview, Company.BankAccount), (request.State, Assert.Single(_supplier.BankAccounts).Account));
        Assert.Equal([ChangeRules.SecondPerson], Codes(() => request.Approve(First, _supplier, Now)));

        request.Approve(Second, _supplier, Now);
        Assert.Equal(ChangeState.Approved, request.State);
        Assert.Equal([Another.Account, Company.BankAccount], _supplier.BankAccounts.Select(account => account.Account));
        Assert.Equal(Another.Account, _supplier.Company.BankAccount);
    }

    [Fact]
    public void What_was_asked_for_can_be_refused_with_a_reason_or_withdrawn_and_nothing_changes()
    {
        var refused = Asked(DataKind.Bank, new ChangeContent { Banks = [Another] });
        Assert.Equal([ChangeRules.NoReason], Codes(() => refused.Refuse(First, "", _supplier, Now)));
        refused.Approve(First, _supplier, Now);
        refused.Refuse(First, "The bank knows nothing of it", _supplier, Now);
        var withdrawn = Asked(DataKind.Categories, new ChangeContent { Categories = [3] });
        withdrawn.Withdraw(Master, _supplier, Now);

        Assert.Equal((ChangeState.Refused, ChangeState.Withdrawn), (refused.State, withdrawn.State));
        Assert.Equal((Company, 2), (_supplier.Company, _supplier.Categories.Count));
    }

    [Fact]
    public void What_makes_no_sense_is_not_taken()
    {
        Assert.Equal([ChangeRules.NothingChanged], Codes(() => Asked(DataKind.Identity, new ChangeContent { Details = Company })));
        Assert.Contains(RegistrationRules.NoFullName, Codes(() => Asked(DataKind.Identity, new ChangeContent { Details = Company with { FullName = "" } })));
        Assert.Contains(Codes(() => Asked(DataKind.Identity, new ChangeContent { Details = Company with { TaxNumber = "7707083894" } })), code => code.StartsWith("identifier.", StringComparison.Ordinal));
        Assert.Equal([ChangeRules.NoAccount], Codes(() => Asked(DataKind.Bank, new ChangeContent())));
        Assert.Equal([ChangeRules.SameAccount], Codes(() => Asked(DataKind.Bank, new ChangeContent { Banks = [.. _supplier.BankAccounts, _supplier.BankAccounts[0] with { City = "Москва" }] })));
        Assert.Equal([ChangeRules.CategoryThere], Codes(() => Asked(DataKind.Categories, new ChangeContent { Categories = [2, 3] })));
        Assert.Equal([ChangeRules.NoCategory], Codes(() => Asked(DataKind.Categories, new ChangeContent())));
    }

    [Fact]
    public void What_has_changed_by_another_way_meanwhile_is_not_overwritten()
    {
        var request = Asked(DataKind.Bank, new ChangeContent { Banks = [.. _supplier.BankAccounts, Another] });
        var known = new RegistrationContent { Details = Company, Regions = ["RU-66"], Categories = [1, 2] };
        _supplier.Renew(known, known with { Details = Company with { BankName = "АО «Другой»" } }, Now, 3);

        Assert.Equal(ChangeRules.Outdated, request.WhyNotApprove(First, _supplier)?.Code);
        request.Refuse(First, "Ask anew", _supplier, Now);
    }

    [Fact]
    public void The_end_of_a_paper_is_told_at_60_30_and_7_days_and_once_after()
    {
        var day = DateOnly.FromDateTime(Now);
        _supplier.AddDocument(new SupplierDocument("quality", "ISO 9001", day.AddDays(90), [], Now), null, day);
        _supplier.NameSignatory(new Signatory("Petrov Petr", "Deputy", "+7 343 226-41-83", "petrov@a.example", new SigningAuthority(SigningBasis.PowerOfAttorney, "12", day, day.AddDays(90))), day);

        int[] told = [.. Enumerable.Range(0, 150).Where(i => _supplier.WatchPapers(day.AddDays(i)))];

        Assert.Equal([30, 60, 83, 91], told);
    }

    [Fact]
    public void Somebody_signs_and_something_is_supplied_and_what_must_be_there_stays()
    {
        var day = DateOnly.FromDateTime(Now);
        _supplier.TakeOver(Signatory.AllOf(new RegistrationContent { People = [Everything] }), [new SupplierDocument("charter", "", null, [], Now)]);

        Assert.Equal([PaperRules.LastSignatory], Codes(() => _supplier.DismissSignatory(_supplier.Signatories[0].Code)));
        Assert.Equal([PaperRules.Needed], Codes(() => _supplier.RemoveDocument(_supplier.Documents[0].Code, isNeeded: true)));
        Assert.Equal([PaperRules.Lapsed], Codes(() => _supplier.AddDocument(new SupplierDocument("quality", "", day.AddDays(-1), [], Now), null, day)));
        _supplier.GiveUp(1);
        Assert.Equal([PaperRules.LastCategory], Codes(() => _supplier.GiveUp(2)));
    }
}
