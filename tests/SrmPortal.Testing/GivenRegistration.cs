using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Testing;

/// <summary>A registration with nothing wrong in it; a test says only what matters to it.</summary>
public static class GivenRegistration
{
    public const string Inn = "7707083893", OtherInn = "7736050003";

    public static readonly DateTime Now = new(2026, 11, 24, 6, 0, 0, DateTimeKind.Utc);

    public static readonly Applicant Applicant = new("Ковалёва", "Марина", "Сергеевна", "kovaleva@uraltrubsnab.example", "ru");

    public static readonly Address Address = new() { Index = "620014", Region = "Свердловская область", City = "Екатеринбург", Street = "ул. Хохрякова", Building = "д. 74" };

    public static readonly CompanyDetails Company = new()
    {
        Country = "RU",
        FullName = "Общество с ограниченной ответственностью «УралТрубСнаб»",
        ShortName = "ООО «УралТрубСнаб»",
        LegalForm = LegalForms.Llc,
        TaxNumber = Inn,
        Kpp = "770701001",
        RegistrationNumber = "1027700132195",
        LegalAddress = Address,
        ActualAddress = Address,
        PostalAddress = Address,
        Phone = "+7 343 226-41-80",
        Email = "tender@uraltrubsnab.example",
        BankCode = "044525225",
        BankName = "ПАО «Промкредит»",
        BankAccount = "40702810938000012345",
    };

    public static readonly RegistrationPerson Everything = new()
    {
        FullName = "Орлов Дмитрий Игоревич",
        Position = "Директор по продажам",
        Phone = "+7 343 226-41-80",
        Email = "orlov@uraltrubsnab.example",
        Roles = PersonRoles.Signatory | PersonRoles.ContactPerson | PersonRoles.MasterUser,
        Basis = SigningBasis.Charter,
    };

    public static readonly IReadOnlyDictionary<ConsentKind, int> Editions = Enum.GetValues<ConsentKind>().ToDictionary(kind => kind, _ => 1);

    public static readonly DocumentRequirement[] Asked =
    [
        new() { Id = 1, Kind = "charter", IsMandatory = true, Name = "Устав", NameEn = "Charter" },
        new() { Id = 2, Kind = DocumentRequirement.PowerOfAttorney, HasValidity = true, Name = "Доверенность", NameEn = "Power of attorney" },
    ];

    public static SupplierRegistration Started() => new(Guid.NewGuid(), Applicant, "RU", Now);

    /// <summary>Filled in to the end, with the address confirmed.</summary>
    public static SupplierRegistration Filled(CompanyDetails? company = null, params RegistrationPerson[] people)
    {
        var registration = Started();
        registration.ConfirmAddress(Now);
        registration.FillDetails(company ?? Company, Now);
        registration.FillPeople(["RU-66"], people.Length == 0 ? [Everything] : people, Now);
        registration.FillCategories([1], Now);
        registration.Attach("charter", new DocumentFile(1, "Устав.pdf", 1000), 100_000_000, Now);
        registration.Agree([.. Editions.Select(one => new ConsentText(one.Key, one.Value, "ru", new string('0', 64)))], Now);
        return registration;
    }

    public static SupplierRegistration Sent(CompanyDetails? company = null)
    {
        var registration = Filled(company);
        registration.Send("47182093", Asked, Editions, Now);
        return registration;
    }

    public static SupplierRegistration InReview()
    {
        var registration = Sent();
        registration.BeginReview();
        return registration;
    }
}
