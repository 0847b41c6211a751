namespace SrmPortal.Domain.Support;

public static class SupportRules
{
    public const string TooFewAnswers = "support.too-few-answers";
    public const string OnlyFromMail = "support.only-from-mail";
    public const string NotAsked = "support.not-asked";
    public const string Oneself = "support.oneself";
    public const string NotLocked = "support.not-locked";
    public const string NoSession = "support.no-session";
    public const string NoAccess = "support.no-access";
    public const string OtherAccess = "support.other-access";
    public const string OfStaff = "support.of-staff";
    public const string NoReason = "support.no-reason";
    public const string TooLong = "support.too-long";
    public const string Missing = "support.missing";
    public const string NoLetter = "support.no-letter";
    public const string CompanySuspended = "support.company-suspended";
    public const string CaseOpen = "support.case-open";
    public const string NotOfCompany = "support.not-of-company";
    public const string BlocksNewMaster = "support.blocks-new-master";
    public const string AccountClosed = "support.account-closed";
    public const string NotChecked = "support.not-checked";
    public const string SecondPerson = "support.second-person";
    public const string WrongState = "support.wrong-state";
}
