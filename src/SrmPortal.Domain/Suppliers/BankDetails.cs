namespace SrmPortal.Domain.Suppliers;

/// <summary>Where a company is paid. The first is a part of its details; further ones stand beside it.</summary>
public sealed record BankDetails
{
    /// <summary>BIK in Russia, BIC (SWIFT) elsewhere.</summary>
    public string Code { get; init; } = "";

    public string Bank { get; init; } = "";

    public string City { get; init; } = "";

    /// <summary>Twenty digits in Russia, IBAN or the bank's own number elsewhere.</summary>
    public string Account { get; init; } = "";

    /// <summary>Of the bank at the Bank of Russia; Russia only.</summary>
    public string CorrespondentAccount { get; init; } = "";

    /// <summary>Abroad: through whom the bank is paid, in its own words; may be empty.</summary>
    public string CorrespondentBank { get; init; } = "";

    /// <summary>The main account of a company; null: none is known.</summary>
    public static BankDetails? MainOf(CompanyDetails company) => company.BankAccount.Length == 0 ? null : new BankDetails
    {
        Code = company.BankCode,
        Bank = company.BankName,
        City = company.BankCity,
        Account = company.BankAccount,
        CorrespondentAccount = company.CorrespondentAccount,
        CorrespondentBank = company.CorrespondentBank,
    };

    /// <summary>The company, with this as its main account.</summary>
    public CompanyDetails In(CompanyDetails company) => company with
    {
        BankCode = Code,
        BankName = Bank,
        BankCity = City,
        BankAccount = Account,
        CorrespondentAccount = CorrespondentAccount,
        CorrespondentBank = CorrespondentBank,
    };

    public bool IsSameAccountAs(BankDetails other) => (Code, Account) == (other.Code, other.Account);
}

/// <summary>An account besides the main one.</summary>
public sealed class SupplierBankAccount
{
    private SupplierBankAccount()
    {
    }

    internal SupplierBankAccount(BankDetails details) => Details = details;

    public long Id { get; private set; }

    public long SupplierId { get; private set; }

    public BankDetails Details { get; private set; } = new();
}
