using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using static SrmPortal.Testing.GivenRegistration;

namespace SrmPortal.Domain.Tests;

/// <summary>The end of an accreditation, its renewal, and the end of a suspension.</summary>
public sealed class RenewalTests
{
    private static Supplier Given() => new("S47182093", Company, ["RU-66"], [1, 2], Now, Now.AddYears(3));

    [Fact]
    public void A_renewal_is_open_where_something_lapsed_or_changed_and_closed_elsewhere()
    {
        var renewal = SupplierRegistration.Renewal(7, SrmPortal.Testing.GivenRegistration.Applicant, Filled().Content, RegistrationParts.Documents, Now);

        Assert.True(renewal.CanEdit(RegistrationParts.Documents));
        Assert.False(renewal.CanEdit(RegistrationParts.Details) || renewal.CanChangeStart);
        Assert.Throws<RuleViolation>(() => renewal.FillDetails(Company with { Phone = "+7 343 226-41-99" }, Now));
        renewal.OpenAlso(RegistrationParts.Details, Now);
        renewal.FillDetails(Company with { Phone = "+7 343 226-41-99" }, Now);
        var refused = Assert.Throws<RuleViolation>(() => renewal.FillDetails(Company with { TaxNumber = OtherInn }, Now));
        Assert.Equal(RegistrationRules.RenewalOfAnother, Assert.Single(refused.Broken).Code);

        renewal.Send("11112222", Asked, Editions, Now);
        Assert.Equal((RegistrationState.Submitted, RegistrationParts.None), (renewal.State, renewal.OpenParts));
        Assert.False(renewal.CanEdit(RegistrationParts.Details));
    }

    [Fact]
    public void A_renewed_accreditation_runs_on_from_its_end_and_an_ended_one_from_now()
    {
        var (running, ended) = (Given(), Given());
        var renewed = new RenewedSupplier(Company with { Phone = "1" }, ["RU-74"], [2, 3], [], []);

        running.Renew(renewed, Now.AddYears(3).AddDays(-30), 3);
        ended.Renew(renewed, Now.AddYears(4), 3);

        Assert.Equal((Now.AddYears(6), Now.AddYears(7)), (running.AccreditedUntil, ended.AccreditedUntil));
        Assert.Equal([2L, 3L], running.Categories.Select(category => category.CategoryId));
        Assert.Equal(Now, running.Categories[0].ApprovedAt);
        Assert.Equal("RU-74", Assert.Single(running.Regions));
        Assert.Throws<InvalidOperationException>(() => running.Renew(renewed with { Company = Company with { TaxNumber = OtherInn } }, Now, 3));
    }

    [Fact]
    public void Nothing_is_renewed_too_early_or_while_suspended()
    {
        var supplier = Given();
        Assert.Equal(SupplierRules.RenewalTooEarly, supplier.WhyNotRenew(Now.AddYears(3).AddDays(-61))?.Code);
        Assert.Null(supplier.WhyNotRenew(Now.AddYears(3).AddDays(-60)));
        Assert.Null(supplier.WhyNotRenew(Now.AddYears(5)));

        supplier.Suspend("Debt", null, Now);
        Assert.Equal(SupplierRules.Suspended, supplier.WhyNotRenew(Now.AddYears(3))?.Code);
    }
}
