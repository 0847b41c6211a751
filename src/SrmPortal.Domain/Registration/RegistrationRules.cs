namespace SrmPortal.Domain.Registration;

public static class RegistrationRules
{
    public const string NotEditable = "registration.not-editable";
    public const string WrongState = "registration.wrong-state";
    public const string AlreadyRegistered = "registration.already-registered";
    public const string AddressUnconfirmed = "registration.address-unconfirmed";
    public const string TooManyMails = "registration.too-many-mails";
    public const string Elsewhere = "registration.elsewhere";
    public const string ChooseOne = "registration.choose-one";
    public const string NoDueDate = "registration.no-due-date";
    public const string NothingAsked = "registration.nothing-asked";

    public const string NoCountry = "registration.no-country";
    public const string NoLastName = "registration.no-last-name";
    public const string NoFirstName = "registration.no-first-name";
    public const string NotAnEmail = "registration.not-an-email";
    public const string NotAPhone = "registration.not-a-phone";
    public const string NotAWebsite = "registration.not-a-website";

    public const string NoFullName = "registration.no-full-name";
    public const string NoShortName = "registration.no-short-name";
    public const string NoLegalForm = "registration.no-legal-form";
    public const string NoTaxNumber = "registration.no-tax-number";
    public const string BranchIsOfOrganisation = "registration.branch-is-of-organisation";
    public const string NoIndex = "registration.no-index";
    public const string NoRegionOfAddress = "registration.no-region-of-address";
    public const string NoCity = "registration.no-city";
    public const string NoStreet = "registration.no-street";
    public const string NoBankName = "registration.no-bank-name";
    public const string NoAccount = "registration.no-account";

    public const string NoRegion = "registration.no-region";
    public const string NoSuchRegion = "registration.no-such-region";
    public const string NoSignatory = "registration.no-signatory";
    public const string NoContactPerson = "registration.no-contact-person";
    public const string NoMasterUser = "registration.no-master-user";
    public const string TooManyPeople = "registration.too-many-people";
    public const string NoPersonName = "registration.no-person-name";
    public const string NoPosition = "registration.no-position";
    public const string NoRole = "registration.no-role";
    public const string NoBasis = "registration.no-basis";
    public const string NoBasisNumber = "registration.no-basis-number";
    public const string NoBasisDate = "registration.no-basis-date";
    public const string NoBasisUntil = "registration.no-basis-until";
    public const string BasisNotYet = "registration.basis-not-yet";
    public const string BasisLapsed = "registration.basis-lapsed";
    public const string SameEmail = "registration.same-email";

    public const string NoCategory = "registration.no-category";
    public const string NoSuchCategory = "registration.no-such-category";
    public const string TooManyCategories = "registration.too-many-categories";

    public const string NoDocument = "registration.no-document";
    public const string NoSuchDocument = "registration.no-such-document";
    public const string NoValidity = "registration.no-validity";
    public const string DocumentLapsed = "registration.document-lapsed";
    public const string FilesTooLarge = "registration.files-too-large";
    public const string TooManyFiles = "registration.too-many-files";
    public const string NoConsentToTerms = "registration.no-consent-to-terms";
    public const string NoConsentToPersonalData = "registration.no-consent-to-personal-data";
    public const string NoConfirmationOfPeople = "registration.no-confirmation-of-people";

    /// <summary>A renewal that names another company.</summary>
    public const string RenewalOfAnother = "registration.renewal-of-another";
}
