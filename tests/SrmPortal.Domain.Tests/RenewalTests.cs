using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using static SrmPortal.Testing.GivenRegistration;

namespace SrmPortal.Domain.Tests;

/// <summary>The end of an accreditation, its renewal, and the end of a suspension.</summary>
public sealed class RenewalTests
{
    private static readonly DateTime Later = Now.AddYears(3);

    /// <summary>Three years after the company was registered.</summary>
    private static SupplierRegistration Begun(RegistrationParts open, Applicant? by = null, IReadOnlyDictionary<ConsentKind, int>? editions = null) =>
        SupplierRegistration.Renewal(7, by ?? GivenRegistration.Applicant, Filled().Content, open, Filled().Consents, editions ?? Editions, Later);

    private static Supplier Given() => new("S47182093", Company, ["RU-66"], [1, 2], Now, Now.AddYears(3));

    [Fact]
    public void A_renewal_is_open_where_something_lapsed_or_changed_and_closed_elsewhere()
    {
        var renewal = Begun(RegistrationParts.Documents);

        Assert.True(renewal.CanEdit(RegistrationParts.Documents));
        Assert.False(renewal.CanEdit(RegistrationParts.Details) || renewal.CanChangeStart);
        Assert.Throws<RuleViolation>(() => renewal.FillDetails(Company with { Phone = "+7 343 226-41-99" }, Now));
        renewal.OpenAlso(RegistrationParts.Details, Editions, Now);
        renewal.FillDetails(Company with { Phone = "+7 343 226-41-99" }, Now);
        var refused = Assert.Throws<RuleViolation>(() => renewal.FillDetails(Company with { TaxNumber = OtherInn }, Now));
        Assert.Equal(RegistrationRules.RenewalOfAnother, Assert.Single(refused.Broken).Code);

        renewal.Send("11112222", Asked, Editions, Now);
        Assert.Equal((RegistrationState.Submitted, RegistrationParts.None), (renewal.State, renewal.OpenParts));
        Assert.False(renewal.CanEdit(RegistrationParts.Details));
    }

    [Fact]
    public void What_was_agreed_to_before_is_not_asked_again()
    {
        var renewal = Begun(RegistrationParts.Details);

        Assert.Equal(RegistrationParts.Details, renewal.OpenParts);
        Assert.Equal(3, renewal.Consents.Count(consent => consent.IsInForce));
        Assert.DoesNotContain(Enum.GetValues<ConsentKind>(), renewal.IsAsked);
        Assert.DoesNotContain(renewal.WhatBlocksSending(Asked, Editions, Later), rule => rule.Code is RegistrationRules.NoConsentToTerms);
    }

    [Theory]
    [InlineData("somebody else applies", ConsentKind.PersonalData)]
    [InlineData("the text has changed", ConsentKind.Terms)]
    [InlineData("people are named anew", ConsentKind.PeopleInformed)]
    public void A_consent_is_asked_anew_where(string what, ConsentKind asked)
    {
        var editions = Editions.ToDictionary(one => one.Key, one => what == "the text has changed" && one.Key == asked ? 2 : one.Value);
        var by = what == "somebody else applies" ? GivenRegistration.Applicant with { Email = "orlov@uraltrubsnab.example" } : GivenRegistration.Applicant;

        var renewal = Begun(what == "people are named anew" ? RegistrationParts.People : RegistrationParts.None, by, editions);

        Assert.True(renewal.OpenParts.HasFlag(RegistrationParts.Documents));
        Assert.Equal([asked], Enum.GetValues<ConsentKind>().Where(renewal.IsAsked));
        Assert.Contains(renewal.WhatBlocksSending(Asked, editions, Later), rule => rule.Field == asked.ToString());
        renewal.Agree([new ConsentText(asked, editions[asked], "ru", new string('0', 64))], Later);
        Assert.DoesNotContain(renewal.WhatBlocksSending(Asked, editions, Later), rule => Enum.TryParse<ConsentKind>(rule.Field, out _));
        // What is not on the page can't be revoked there.
        renewal.Agree([], Later);
        Assert.Equal([asked], renewal.Consents.Where(consent => !consent.IsInForce).Select(consent => consent.Text.Kind));
    }

    [Fact]
    public void Opening_the_people_later_asks_whether_they_were_informed()
    {
        var renewal = Begun(RegistrationParts.Details);

        renewal.OpenAlso(RegistrationParts.People, Editions, Later);

        Assert.Equal(RegistrationParts.Details | RegistrationParts.People | RegistrationParts.Documents, renewal.OpenParts);
        Assert.True(renewal.IsAsked(ConsentKind.PeopleInformed));
    }

    [Fact]
    public void A_renewed_accreditation_runs_on_from_its_end_and_an_ended_one_from_now()
    {
        var (running, ended) = (Given(), Given());
        var known = new RegistrationContent { Details = Company, Regions = ["RU-66"], Categories = [1, 2] };
        var passed = known with { Details = Company with { Phone = "1" }, Regions = ["RU-74"], Categories = [2, 3] };

        running.Renew(known, passed, Now.AddYears(3).AddDays(-30), 3);
        ended.Renew(known, passed, Now.AddYears(4), 3);

        Assert.Equal((Now.AddYears(6), Now.AddYears(7)), (running.AccreditedUntil, ended.AccreditedUntil));
        Assert.Equal([2L, 3L], running.Categories.Select(category => category.CategoryId));
        Assert.Equal(Now, running.Categories[0].ApprovedAt);
        Assert.Equal("RU-74", Assert.Single(running.Regions));
        Assert.Throws<InvalidOperationException>(() => running.Renew(known, passed with { Details = Company with { TaxNumber = OtherInn } }, Now, 3));
    }

    [Fact]
    public void What_the_company_has_changed_in_its_room_meanwhile_outlives_the_renewal()
    {
        var (supplier, day) = (Given(), DateOnly.FromDateTime(Now));
        var ivanov = new RegistrationPerson { FullName = "Ivanov Ivan", Position = "Head", Phone = "+7 343 226-41-82", Email = "ivanov@a.example", Roles = PersonRoles.Signatory, Basis = SigningBasis.Charter };
        RegistrationDocument Charter(long file) => new("charter", "", null, [new DocumentFile(file, "Charter.pdf", 1)]);
        var known = new RegistrationContent { Details = Company, Regions = ["RU-66"], Categories = [1, 2], People = [ivanov], Documents = [Charter(1), new("licence", "7", null, [])] };
        supplier.TakeOver(Signatory.AllOf(known), SupplierDocument.AllOf(known, Now));
        supplier.ChangeContacts(Company with { Phone = "+7 343 226-41-99" }, ["RU-66", "RU-59"]);
        supplier.AddDocument(new SupplierDocument("quality", "ISO 9001", day.AddYears(1), [], Now), null, day);
        supplier.NameSignatory(new Signatory("Petrov Petr", "Deputy", "+7 343 226-41-83", "petrov@a.example", new SigningAuthority(SigningBasis.Charter, "", null, null)), day);

        supplier.Renew(known, known with { Details = Company with { Website = "a.example" }, Categories = [1, 2, 3], People = [ivanov with { Position = "Director" }], Documents = [Charter(2), known.Documents[1]] }, Now, 3);

        Assert.Equal(("+7 343 226-41-99", "a.example"), (supplier.Company.Phone, supplier.Company.Website));
        Assert.Equal(["RU-66", "RU-59"], supplier.Regions);
        Assert.Equal([("Ivanov Ivan", "Director"), ("Petrov Petr", "Deputy")], supplier.Signatories.Select(one => (one.FullName, one.Position)));
        Assert.Equal(["charter", "licence", "quality"], supplier.Documents.Select(one => one.Kind).Order());
        Assert.Equal(2, Assert.Single(supplier.Documents.Single(one => one.Kind == "charter").Files).FileId);
    }

    [Fact]
    public void Who_was_dismissed_while_a_renewal_ran_does_not_sign_again_by_it()
    {
        var supplier = Given();
        RegistrationPerson Signing(string name) => new() { FullName = name, Position = "Head", Phone = "+7 343 226-41-82", Email = "head@a.example", Roles = PersonRoles.Signatory, Basis = SigningBasis.Charter };
        var known = new RegistrationContent { Details = Company, Regions = ["RU-66"], Categories = [1, 2], People = [Signing("Ivanov Ivan"), Signing("Petrov Petr")] };
        supplier.TakeOver(Signatory.AllOf(known), []);
        supplier.DismissSignatory(supplier.Signatories[0].Code);

        supplier.Renew(known, known with { People = [.. known.People, Signing("Sidorov Semyon")] }, Now, 3);

        Assert.Equal(["Petrov Petr", "Sidorov Semyon"], supplier.Signatories.Select(one => one.FullName));
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
