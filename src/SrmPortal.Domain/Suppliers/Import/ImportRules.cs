namespace SrmPortal.Domain.Suppliers.Import;

public static class ImportRules
{
    public const string NoFile = "import.no-file";
    public const string NotASpreadsheet = "import.not-a-spreadsheet";
    public const string OldFormat = "import.old-format";
    public const string WithMacros = "import.with-macros";
    public const string Damaged = "import.damaged";
    public const string TooLarge = "import.too-large";
    public const string TooManyRows = "import.too-many-rows";
    public const string NoSheet = "import.no-sheet";
    public const string NoColumn = "import.no-column";
    public const string NothingInIt = "import.nothing-in-it";

    public const string UnknownCountry = "import.unknown-country";
    public const string UnknownRegion = "import.unknown-region";
    public const string UnknownCategory = "import.unknown-category";
    public const string Twice = "import.twice";
    public const string NobodysPerson = "import.nobodys-person";
    public const string NotADate = "import.not-a-date";
    public const string DatePassed = "import.date-passed";
    public const string FormulaError = "import.formula-error";
    public const string TooLong = "import.too-long";
    public const string PersonOfGroup = "import.person-of-group";
    public const string PersonTwice = "import.person-twice";

    public const string Differs = "import.differs";
    public const string UnderReview = "import.under-review";

    public const string AlreadyDone = "import.already-done";
    public const string NothingToCreate = "import.nothing-to-create";
}
