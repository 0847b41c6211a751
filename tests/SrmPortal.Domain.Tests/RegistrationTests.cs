using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;
using static SrmPortal.Domain.Tests.RegistrationRefusals;

namespace SrmPortal.Domain.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void A_registration_with_nothing_wrong_is_sent_and_gets_its_number()
    {
        var sent = GivenRegistration.Sent();

        Assert.Equal((RegistrationState.Submitted, "4718-2093", 1), (sent.State, sent.ShownNumber, sent.Sendings));
        Assert.IsType<RegistrationSubmitted>(sent.TakeEvents()[^1]);
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once()
    {
        var codes = Blocking(GivenRegistration.Started());

        Assert.Superset(new HashSet<string>
        {
            RegistrationRules.NoFullName, RegistrationRules.NoLegalForm, RegistrationRules.NoTaxNumber, RegistrationRules.NoRegion, RegistrationRules.NoSignatory,
            RegistrationRules.NoContactPerson, RegistrationRules.NoMasterUser, RegistrationRules.NoCategory, RegistrationRules.NoDocument,
            RegistrationRules.NoConsentToTerms, RegistrationRules.NoConsentToPersonalData, RegistrationRules.NoConfirmationOfPeople, RegistrationRules.AddressUnconfirmed,
        }, codes);
    }

    [Fact]
    public void An_unconfirmed_address_alone_stands_in_the_way()
    {
        var registration = GivenRegistration.Filled();
        registration.ChangeStart(GivenRegistration.Applicant with { Email = "other@uraltrubsnab.example" }, "RU", Now);

        Assert.Equal([RegistrationRules.AddressUnconfirmed], Blocking(registration));
        registration.ConfirmAddress(Now);
        Assert.Empty(Blocking(registration));
    }

    [Theory]
    [InlineData("", "Иван", "a@b.example", "RU", RegistrationRules.NoLastName)]
    [InlineData("Иванов", "", "a@b.example", "RU", RegistrationRules.NoFirstName)]
    [InlineData("Иванов", "Иван", "a@b", "RU", RegistrationRules.NotAnEmail)]
    [InlineData("Иванов", "Иван", "два адреса@b.example", "RU", RegistrationRules.NotAnEmail)]
    [InlineData("Иванов", "Иван", "a@b.example", "XX", RegistrationRules.NoCountry)]
    public void Nobody_begins_without_a_name_an_address_and_a_country(string last, string first, string email, string country, string code) =>
        Assert.Equal([code], Refused(() => _ = new SupplierRegistration(Guid.NewGuid(), new(last, first, "", email, "ru"), country, Now)));

    [Fact]
    public void Half_filled_and_even_wrong_is_saved_and_not_sent()
    {
        var registration = GivenRegistration.Filled(GivenRegistration.Company with { TaxNumber = "7707083894" });

        Assert.Equal("7707083894", registration.Content.Details.TaxNumber);
        Assert.Equal([IdentifierRules.InnCheckDigit], Refused(() => registration.Send("47182093", GivenRegistration.Asked, GivenRegistration.Editions, Now)));
        Assert.Equal(RegistrationState.Draft, registration.State);
    }

    [Theory]
    [InlineData(LegalForms.SoleTrader, "123456789047", "", "385768585948949", null)]
    [InlineData(LegalForms.SelfEmployed, "123456789047", "", "", null)]
    [InlineData(LegalForms.ForeignBranch, "9909000006", "774751001", "", null)]
    [InlineData(LegalForms.SoleTrader, "7707083893", "", "385768585948949", IdentifierRules.InnOfCompany)]
    [InlineData(LegalForms.Llc, "123456789047", "770701001", "1027700132195", IdentifierRules.InnOfPerson)]
    [InlineData(LegalForms.Llc, "7707083893", "", "1027700132195", IdentifierRules.KppFormat)]
    [InlineData(LegalForms.Llc, "7707083893", "770701001", "", IdentifierRules.OgrnFormat)]
    [InlineData(LegalForms.SoleTrader, "123456789047", "", "1027700132195", IdentifierRules.OgrnipFormat)]
    public void The_legal_form_decides_which_numbers_a_Russian_company_has(string form, string inn, string kpp, string number, string? code)
    {
        var company = GivenRegistration.Company with { LegalForm = form, TaxNumber = form == LegalForms.ForeignBranch ? Inn.WithCheckDigits(inn[..9]) : inn, Kpp = kpp, RegistrationNumber = number };

        Assert.Equal(code, DetailsChecks.WhatIsWrong(company).SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("BY", "200988541", "AKBBBY2X", "BY20OLMP31350000001000000933", null)]
    [InlineData("BY", "200988541", "AKBBBY2X", "BY21OLMP31350000001000000933", IdentifierRules.IbanCheckDigits)]
    [InlineData("KZ", "940140000384", "HSBKKZKX", "KZ86125KZT5004100100", IdentifierRules.NationalCheckDigit)]
    [InlineData("CN", "91310000MA1FL0AB12", "BKCHCNBJ", "1234567890", null)]
    [InlineData("CN", "91310000MA1FL0AB12", "BKCH", "1234567890", IdentifierRules.BicFormat)]
    public void A_foreign_company_has_its_own_numbers(string country, string number, string bic, string account, string? code) =>
        Assert.Equal(code, DetailsChecks.WhatIsWrong(GivenRegistration.Company with
        {
            Country = country,
            LegalForm = LegalForms.OtherOrganisation,
            TaxNumber = number,
            Kpp = "",
            RegistrationNumber = "",
            BankCode = bic,
            BankAccount = account,
        }).SingleOrDefault()?.Code);

    [Theory]
    [InlineData("+7 343 226-41-80", true)]
    [InlineData("8 (343) 226-41-80 доб. 12", true)]
    [InlineData("+86 10 6552 9988 ext 5", true)]
    [InlineData("+7 343 226-41-80, 12", true)]
    [InlineData("7.343.226.41.80", true)]
    [InlineData("+7 343 226–41–80, вн. 12", true)]
    [InlineData("226-41", false)]
    [InlineData("позвоните", false)]
    public void A_phone_can_be_dialled(string text, bool can) => Assert.Equal(can, ContactWays.IsPhone(text));

    [Theory]
    [InlineData("kovaleva@uraltrubsnab.example", true)]
    [InlineData("m.o'neil+tenders@уралтрубснаб.рф", true)]
    [InlineData("tender@xn--80a.xn--p1ai", true)]
    [InlineData("a@b.example, c@d.example", false)]
    [InlineData("tender@uraltrubsnab..example", false)]
    [InlineData("tender@-uraltrubsnab.example", false)]
    [InlineData("Ковалёва <k@a.example>", false)]
    public void A_mail_can_be_sent_there(string text, bool can) => Assert.Equal(can, ContactWays.IsEmail(text));

    [Fact]
    public void Two_users_with_one_address_are_refused_at_the_second_and_signatories_may_share()
    {
        var other = GivenRegistration.Everything with { FullName = "Фёдоров Павел Леонидович", Email = "ORLOV@uraltrubsnab.example" };
        var signatory = other with { Roles = PersonRoles.Signatory };

        var broken = Assert.Single(PeopleChecks.WhatIsWrong(GivenRegistration.Filled(null, GivenRegistration.Everything, other).Content, new(2026, 11, 24)));
        Assert.Equal((RegistrationRules.SameEmail, "People[1].Email"), (broken.Code, broken.Field));
        Assert.Equal("Орлов Д.\u00A0И.", broken.Values[0]);
        Assert.Empty(PeopleChecks.WhatIsWrong(GivenRegistration.Filled(null, GivenRegistration.Everything, signatory, signatory).Content, new(2026, 11, 24)));
    }

    [Theory]
    [InlineData("14/26", "2026-01-12", "2026-12-31", null)]
    [InlineData("", "2026-01-12", "2026-12-31", RegistrationRules.NoBasisNumber)]
    [InlineData("14/26", null, "2026-12-31", RegistrationRules.NoBasisDate)]
    [InlineData("14/26", "2026-01-12", null, RegistrationRules.NoBasisUntil)]
    [InlineData("14/26", "2026-01-12", "2026-11-23", RegistrationRules.BasisLapsed)]
    [InlineData("14/26", "2027-01-12", "2027-12-31", RegistrationRules.BasisNotYet)]
    public void A_power_of_attorney_has_a_number_a_date_and_an_end(string number, string? date, string? until, string? code)
    {
        var person = GivenRegistration.Everything with
        {
            Basis = SigningBasis.PowerOfAttorney,
            BasisNumber = number,
            BasisDate = Day(date),
            BasisUntil = Day(until),
        };

        Assert.Equal(code, PeopleChecks.WhatIsWrong(GivenRegistration.Filled(null, person).Content, new(2026, 11, 24)).SingleOrDefault()?.Code);
    }

    [Fact]
    public void Who_signs_by_power_of_attorney_attaches_it_with_its_validity()
    {
        var person = GivenRegistration.Everything with
        {
            Basis = SigningBasis.PowerOfAttorney,
            BasisNumber = "1",
            BasisDate = new(2026, 1, 1),
            BasisUntil = new(2027, 1, 1),
        };
        var registration = GivenRegistration.Filled(null, person);
        Assert.Equal([RegistrationRules.NoDocument], Blocking(registration));

        registration.Attach(DocumentRequirement.PowerOfAttorney, new(2, "Доверенность.pdf", 1000), 100_000, Now);
        Assert.Equal([RegistrationRules.NoValidity], Blocking(registration));
        registration.FillDocuments([(DocumentRequirement.PowerOfAttorney, "1", new(2026, 11, 1))], Now);
        Assert.Equal([RegistrationRules.DocumentLapsed], Blocking(registration));
        registration.FillDocuments([(DocumentRequirement.PowerOfAttorney, "1", new(2027, 1, 1))], Now);
        Assert.Empty(Blocking(registration));

        // Its last day ends at midnight in Moscow, where it is the second of January already.
        Assert.Equal([RegistrationRules.BasisLapsed, RegistrationRules.DocumentLapsed],
            registration.WhatBlocksSending(GivenRegistration.Asked, GivenRegistration.Editions, new(2027, 1, 1, 21, 30, 0, DateTimeKind.Utc)).Select(rule => rule.Code));
    }

    [Fact]
    public void A_draft_keeps_no_more_people_than_its_page_has_room_for_and_no_region_that_is_none()
    {
        var registration = GivenRegistration.Filled();
        var people = Enumerable.Repeat(new RegistrationPerson(), PeopleChecks.Most + 1).ToArray();

        Assert.Equal([RegistrationRules.NoSuchRegion, RegistrationRules.TooManyPeople], Refused(() => registration.FillPeople(["RU-66", "Mars"], people, Now)));
        registration.FillPeople(["KZ"], people[1..], Now);
        Assert.Equal((PeopleChecks.Most, "KZ"), (registration.Content.People.Count, Assert.Single(registration.Content.Regions)));
    }

    [Fact]
    public void A_last_day_ends_at_midnight_in_Moscow()
    {
        var (last, midnight) = (new DateOnly(2026, 11, 24), new DateTime(2026, 11, 24, 21, 0, 0, DateTimeKind.Utc));
        var person = GivenRegistration.Everything with { Basis = SigningBasis.PowerOfAttorney, BasisNumber = "1", BasisDate = new(2026, 1, 1), BasisUntil = last };
        var registration = GivenRegistration.Filled(null, person);
        registration.Attach(DocumentRequirement.PowerOfAttorney, new(2, "Доверенность.pdf", 1000), 100_000, Now);
        registration.FillDocuments([(DocumentRequirement.PowerOfAttorney, "1", last)], Now);

        Assert.Empty(registration.WhatBlocksSending(GivenRegistration.Asked, GivenRegistration.Editions, midnight.AddMilliseconds(-1)));
        Assert.Equal([RegistrationRules.BasisLapsed, RegistrationRules.DocumentLapsed],
            registration.WhatBlocksSending(GivenRegistration.Asked, GivenRegistration.Editions, midnight).Select(rule => rule.Code));
    }

    [Fact]
    public void All_files_together_have_a_limit()
    {
        var registration = GivenRegistration.Filled();

        Assert.Equal([RegistrationRules.FilesTooLarge], Refused(() => registration.Attach("quality", new(2, "Сертификат.pdf", 100), 1099, Now)));
        registration.Attach("quality", new(2, "Сертификат.pdf", 100), 1100, Now);
        Assert.Equal(2, registration.Content.Files.Count());
    }

    [Fact]
    public void Which_addresses_are_the_same_is_remembered_while_they_are_empty_and_no_longer_once_they_say_otherwise()
    {
        var registration = GivenRegistration.Filled();
        var (here, there) = (GivenRegistration.Company.LegalAddress, new Address { Index = "614000", Region = "Пермский край", City = "Пермь", Street = "ул. Ленина" });
        AddressChoice Chosen(AddressChoice choice, Address legal, Address actual, Address postal)
        {
            registration.FillDetails(GivenRegistration.Company with { LegalAddress = legal, ActualAddress = actual, PostalAddress = postal }, choice, Now);
            return AddressChoice.Of(registration.Content);
        }

        Assert.Equal(new(false, PostalAddressIs.Own), Chosen(new(false, PostalAddressIs.Own), Address.None, Address.None, Address.None));
        Assert.Equal(new(true, PostalAddressIs.Actual), Chosen(new(true, PostalAddressIs.Actual), here, here, here));
        // Nothing but the choice is another: that is remembered too, and is no difference to tell.
        Assert.Equal(new(true, PostalAddressIs.Legal), Chosen(new(true, PostalAddressIs.Legal), here, here, here));
        Assert.Equal(new(false, PostalAddressIs.Own), Chosen(new(true, PostalAddressIs.Legal), here, there, Address.None));
        Assert.Equal(new(false, PostalAddressIs.Actual), AddressChoice.Of(new RegistrationContent { Details = GivenRegistration.Company with { ActualAddress = there, PostalAddress = there } }));
    }

    [Fact]
    public void A_consent_is_to_one_edition_and_is_recorded_and_revoked()
    {
        var registration = GivenRegistration.Filled();
        Assert.Contains(RegistrationRules.NoConsentToTerms, registration.WhatBlocksSending(
            GivenRegistration.Asked, new Dictionary<ConsentKind, int>(GivenRegistration.Editions) { [ConsentKind.Terms] = 2 }, Now).Select(rule => rule.Code));

        registration.Agree([], Now.AddHours(1));

        Assert.All(registration.Consents, consent => Assert.Equal(Now.AddHours(1), consent.RevokedAt));
        Assert.Equal(3, registration.TakeEvents().OfType<ConsentGiven>().Count());
    }

    [Fact]
    public void A_branch_is_another_company_than_its_parent()
    {
        var branch = GivenRegistration.Company with { IsBranch = true };

        Assert.NotEqual(GivenRegistration.Company.Key, branch.Key);
        Assert.Equal(GivenRegistration.Company.Key, (GivenRegistration.Company with { Kpp = "665801001" }).Key);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
