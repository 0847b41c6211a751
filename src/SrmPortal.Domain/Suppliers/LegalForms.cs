using SrmPortal.Domain.Reference;

namespace SrmPortal.Domain.Suppliers;

/// <summary>Codes of legal forms. They decide which numbers and documents a company has.</summary>
public static class LegalForms
{
    public const string Llc = "LLC", Jsc = "JSC", Pjsc = "PJSC", Cooperative = "Cooperative", StateEnterprise = "StateEnterprise", NonProfit = "NonProfit";

    /// <summary>A foreign organisation that the Russian tax service has registered: INN and KPP, no OGRN.</summary>
    public const string ForeignBranch = "ForeignBranch";

    public const string OtherOrganisation = "Organisation";

    public const string SoleTrader = "SoleTrader";

    /// <summary>Pays the tax on professional income (НПД); a person without OGRNIP.</summary>
    public const string SelfEmployed = "SelfEmployed";

    /// <summary>A notary or advocate; a person without OGRNIP.</summary>
    public const string PrivatePractice = "PrivatePractice";

    private static readonly string[] InRussia =
    [
        Llc, Jsc, Pjsc, SoleTrader, SelfEmployed, PrivatePractice, Cooperative, StateEnterprise, NonProfit, ForeignBranch, OtherOrganisation,
    ];

    private static readonly string[] Elsewhere = [OtherOrganisation, SoleTrader];

    public static IReadOnlyList<string> Of(string country) => country == Countries.Russia ? InRussia : Elsewhere;

    public static bool IsPerson(string form) => form is SoleTrader or SelfEmployed or PrivatePractice;

    /// <summary>Every organisation that Russia taxes has a KPP, no person has.</summary>
    public static bool HasKpp(string form) => form.Length > 0 && !IsPerson(form);

    public static bool HasOgrn(string form) => HasKpp(form) && form != ForeignBranch;

    public static bool HasOgrnip(string form) => form == SoleTrader;
}
