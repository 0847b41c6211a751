namespace SrmPortal.Domain.Suppliers;

/// <summary>
/// Who a company is, in the words of its registration and of its own room alike. What does not exist in a country is empty.
/// </summary>
public sealed record CompanyDetails
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; init; } = "";

    public string FullName { get; init; } = "";

    public string ShortName { get; init; } = "";

    /// <summary>Abroad: as it is written there, beside the name in Latin letters; may be empty.</summary>
    public string LocalName { get; init; } = "";

    /// <summary>A code of the list of legal forms: <c>LLC</c>, <c>JSC</c>, <c>SoleTrader</c>.</summary>
    public string LegalForm { get; init; } = "";

    /// <summary>In Russia the INN; elsewhere the national number. Normalised.</summary>
    public string TaxNumber { get; init; } = "";

    /// <summary>Russia only, organisations only.</summary>
    public string Kpp { get; init; } = "";

    /// <summary>In Russia OGRN or OGRNIP; elsewhere the number of the trade register.</summary>
    public string RegistrationNumber { get; init; } = "";

    /// <summary>Abroad: the legal entity identifier (ISO 17442); may be empty.</summary>
    public string Lei { get; init; } = "";

    /// <summary>A branch that registers on its own: then INN and KPP together are the company.</summary>
    public bool IsBranch { get; init; }

    public Address LegalAddress { get; init; } = Address.None;

    public Address ActualAddress { get; init; } = Address.None;

    public Address PostalAddress { get; init; } = Address.None;

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Website { get; init; } = "";

    /// <summary>BIK in Russia, BIC (SWIFT) elsewhere.</summary>
    public string BankCode { get; init; } = "";

    public string BankName { get; init; } = "";

    public string BankCity { get; init; } = "";

    /// <summary>Twenty digits in Russia, IBAN or the bank's own number elsewhere.</summary>
    public string BankAccount { get; init; } = "";

    /// <summary>Of the bank at the Bank of Russia; Russia only.</summary>
    public string CorrespondentAccount { get; init; } = "";

    /// <summary>Abroad: through whom the bank is paid, in its own words; may be empty.</summary>
    public string CorrespondentBank { get; init; } = "";

    /// <summary>This company, as the other names it: names, legal form, numbers and registered address, on which an accreditation rests.</summary>
    public CompanyDetails WithIdentityOf(CompanyDetails other) => this with
    {
        FullName = other.FullName,
        ShortName = other.ShortName,
        LocalName = other.LocalName,
        LegalForm = other.LegalForm,
        TaxNumber = other.TaxNumber,
        Kpp = other.Kpp,
        RegistrationNumber = other.RegistrationNumber,
        Lei = other.Lei,
        IsBranch = other.IsBranch,
        LegalAddress = other.LegalAddress,
    };

    /// <summary>By country, tax number and, for a branch, KPP a company is the same company.</summary>
    public CompanyKey Key => new(Country, TaxNumber, IsBranch ? Kpp : "");
}

/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="TaxNumber">Normalised.</param>
/// <param name="BranchKpp">Of a branch that registers on its own, else empty.</param>
public sealed record CompanyKey(string Country, string TaxNumber, string BranchKpp);
