using AngleSharp.Dom;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;
using static SrmPortal.Web.Tests.Registration.WrongInput;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>Step 2 of companies that are no Russian LLC: it asks what their country and legal form have, refuses a wrong number at its field, and takes the right one.</summary>
public sealed class CompaniesOfEveryKindTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    private static readonly string Bin = Enumerable.Range(0, 10).Select(digit => $"12345678901{digit}").First(bin => NationalNumber.Refusal("KZ", bin) is null);

    public static TheoryData<string, string> Kinds => new()
    {
        { "RU", LegalForms.SoleTrader },
        { "RU", LegalForms.SelfEmployed },
        { "RU", LegalForms.Jsc },
        { "RU", LegalForms.ForeignBranch },
        { "BY", LegalForms.OtherOrganisation },
        { "KZ", LegalForms.OtherOrganisation },
        { "DE", LegalForms.OtherOrganisation },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_asked_for_its_own_numbers(string country, string form)
    {
        var portal = await shared.OfMany();
        var applicant = portal.Applicant();
        var details = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", [.. Applicants.Start, ("Country", country)]);
        var (right, wrong, message, taken) = Of(country, form);

        var again = await Refused(applicant, details, "Save and continue", [.. right, wrong]);
        SaysAt(again, wrong.Field, message);
        await applicant.PressAndFollow(again, "Save and continue", [.. right.Where(one => again.QuerySelector($"[name='{one.Field}']") is not null)]);

        var saved = (await portal.LatestRegistration()).Content.Details;
        Assert.Equal((country, form), (saved.Country, saved.LegalForm));
        Assert.Equal(taken, (saved.TaxNumber, saved.Key.BranchKpp, saved.BankAccount));
        var later = await applicant.Page("/registration/details");
        Assert.Equal(country == "RU", later.QuerySelector("[name=Lei]") is null);
        Assert.Equal(LegalForms.IsPerson(form) || country != "RU", later.QuerySelector("[name=Kpp]") is null);
    }

    [Fact]
    public async Task A_foreign_company_has_its_own_letters_an_identifier_and_a_correspondent_bank()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        var details = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", [.. Applicants.Start, ("Country", "CN")]);
        (string, string)[] company =
        [
            .. Foreign(LegalForms.OtherOrganisation), ("TaxNumber", "91310000132228728Q"), ("BankCode", "BKCHCNBJ"), ("BankAccount", "4563 5100 0000 1234"),
            ("LocalName", "宝山钢铁股份有限公司"), ("CorrespondentBank", "Bank of China, Moscow, BKCHRUMM, 30111156"),
        ];

        var again = await Refused(applicant, details, "Save and continue", [.. company, ("Lei", "5493 001K JTII GC8Y 1R13")]);
        SaysAt(again, "Lei", "check digits of the LEI");
        await applicant.PressAndFollow(again, "Save and continue", [.. company, ("Lei", "5493 001k jtii gc8y 1r12")]);

        var saved = (await portal.Registration()).Content.Details;
        Assert.Equal(("宝山钢铁股份有限公司", "5493001KJTIIGC8Y1R12", "Bank of China, Moscow, BKCHRUMM, 30111156"), (saved.LocalName, saved.Lei, saved.CorrespondentBank));
        var summary = (await applicant.Page("/registration/summary")).Text();
        Assert.All(new[] { saved.LocalName, $"LEI {saved.Lei}", saved.CorrespondentBank }, said => Assert.Contains(said, summary, StringComparison.Ordinal));
        var country = await applicant.PressAndFollow(await applicant.Page("/registration/country"), "Save and continue", ("Country", "RU"));
        Assert.Null(country.QuerySelector("[name=Lei]"));
    }

    private static ((string Field, string Value)[] Right, (string Field, string Value) Wrong, string Message, (string, string, string) Taken) Of(string country, string form)
    {
        const string Account = "40702810938000012345", Person = "123456789047";
        var foreign = Inn.WithCheckDigits("990900000");
        return (country, form) switch
        {
            (_, LegalForms.SoleTrader) => ([.. Russian(form), ("TaxNumber", Person), ("Kpp", ""), ("RegistrationNumber", "385768585948949")],
                ("RegistrationNumber", "385768585948948"), "check digit", (Person, "", Account)),
            (_, LegalForms.SelfEmployed) => ([.. Russian(form), ("TaxNumber", Person), ("Kpp", ""), ("RegistrationNumber", "")],
                ("TaxNumber", "7707083893"), "INN of a company", (Person, "", Account)),
            (_, LegalForms.Jsc) => ([.. Russian(form), ("IsBranch", "true"), ("Kpp", "770743001")],
                ("Kpp", ""), "9 characters", ("7707083893", "770743001", Account)),
            (_, LegalForms.ForeignBranch) => ([.. Russian(form), ("TaxNumber", foreign), ("Kpp", "770401001"), ("RegistrationNumber", "")],
                ("Kpp", "7704"), "9 characters", (foreign, "", Account)),
            ("BY", _) => ([.. Foreign(form), ("TaxNumber", "200988541"), ("BankCode", "OLMPBY2X"), ("BankAccount", "BY20 OLMP 3135 0000 0010 0000 0933")],
                ("TaxNumber", "200988542"), "check digit", ("200988541", "", "BY20OLMP31350000001000000933")),
            ("KZ", _) => ([.. Foreign(form), ("TaxNumber", Bin), ("BankCode", "KZKOKZKX"), ("BankAccount", "KZ86 125K ZT50 0410 0100")],
                ("TaxNumber", Bin[..^1] + (char)('0' + ((Bin[^1] - '0' + 1) % 10))), "check digit", (Bin, "", "KZ86125KZT5004100100")),
            _ => ([.. Foreign(form), ("TaxNumber", "de 123.456-789"), ("BankCode", "DEUTDEFF"), ("BankAccount", "DE89 3704 0044 0532 0130 00")],
                ("BankAccount", "DE88 3704 0044 0532 0130 00"), "IBAN", ("DE123456789", "", "DE89370400440532013000")),
        };
    }

    private static (string Field, string Value)[] Russian(string form) => [.. Applicants.Company, ("LegalForm", form)];

    private static (string Field, string Value)[] Foreign(string form) =>
    [
        ("FullName", "Kama Pipes"), ("ShortName", "Kama Pipes"), ("LegalForm", form), ("LegalAddress.City", "Minsk"), ("LegalAddress.Street", "Lenina 1"), ("Phone", "+375 17 226-41-80"),
        ("Email", "office@kama.example"), ("BankName", "A bank"),
    ];
}
