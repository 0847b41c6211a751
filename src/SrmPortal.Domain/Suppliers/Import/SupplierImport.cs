using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Suppliers.Import;

public enum ImportState
{
    Previewed,

    /// <summary>Confirmed; suppliers are being made.</summary>
    Running,

    Done,
}

/// <summary>One thing that is wrong in a file.</summary>
/// <param name="Cell">Sheet and address: <c>Компании!E7</c>.</param>
/// <param name="Code">A rule's code.</param>
/// <param name="Values">What the message names.</param>
public sealed record ImportFault(string Cell, string Code, IReadOnlyList<string> Values);

/// <summary>A number that a spreadsheet has cut: its leading zeros can be put back.</summary>
/// <param name="Cell">Where it stands.</param>
/// <param name="Read">What stands there: <c>275012345</c>.</param>
/// <param name="Meant">With its zeros: <c>0275012345</c>.</param>
public sealed record LostZeros(string Cell, string Read, string Meant);

/// <summary>A company of the file, as it would be made a supplier.</summary>
public sealed record ImportedCompany
{
    /// <summary>Of the sheet of companies.</summary>
    public int Row { get; init; }

    /// <summary>With the zeros put back.</summary>
    public CompanyDetails Details { get; init; } = new();

    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Keys.</summary>
    public IReadOnlyList<long> Categories { get; init; } = [];

    /// <summary>The last day; null: as long as usual.</summary>
    public DateOnly? AccreditedUntil { get; init; }

    public IReadOnlyList<RegistrationPerson> People { get; init; } = [];

    public IReadOnlyList<ImportFault> Faults { get; init; } = [];

    public IReadOnlyList<LostZeros> LostZeros { get; init; } = [];

    /// <summary>Where its fields stand in the file, by their names.</summary>
    public IReadOnlyDictionary<string, string> Cells { get; init; } = new Dictionary<string, string>();

    public bool IsSound => Faults.Count == 0;

    /// <summary>Whether its people can be taken into a supplier that is there, which has a master and contact people of its own.</summary>
    public bool NamesPeople => Faults.All(fault => fault.Code is RegistrationRules.NoMasterUser or RegistrationRules.NoContactPerson);
}

/// <summary>
/// A file with suppliers that the group works with already. Looking at it writes no supplier; confirming it does, company by company,
/// each once whatever happens.
/// </summary>
public sealed class SupplierImport : AggregateRoot
{
    /// <summary>What was not confirmed by then is thrown away: it holds people's data.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(3);

    private SupplierImport()
    {
    }

    /// <param name="token">Random; names it in addresses.</param>
    /// <param name="fileName">As the person knows it.</param>
    /// <param name="companies">What was read.</param>
    /// <param name="loose">People of no company.</param>
    /// <param name="byId">Who has put it in.</param>
    /// <param name="now">In UTC.</param>
    public SupplierImport(string token, string fileName, IReadOnlyList<ImportedCompany> companies, IReadOnlyList<ImportFault> loose, long byId, DateTime now)
    {
        (Token, FileName, Companies, Loose, ById, At) = (token, fileName, companies, loose, byId, now);
        (RowCount, FaultCount) = (companies.Count, companies.Count(company => !company.IsSound));
        Changed(new SuppliersPreviewed(fileName, RowCount, FaultCount));
    }

    public string Token { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public ImportState State { get; private set; }

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public int RowCount { get; private set; }

    public int FaultCount { get; private set; }

    /// <summary>Until it is done; afterwards only what was made of them.</summary>
    public IReadOnlyList<ImportedCompany> Companies { get; private set; } = [];

    /// <summary>People of no company, until it is done.</summary>
    public IReadOnlyList<ImportFault> Loose { get; private set; } = [];

    /// <summary>What was refused when it was confirmed.</summary>
    public IReadOnlyList<ImportFault> Refused { get; private set; } = [];

    /// <summary>Numbers of the suppliers that came of it.</summary>
    public IReadOnlyList<string> Created { get; private set; } = [];

    /// <summary>Memberships of people who were taken into suppliers that were there.</summary>
    public IReadOnlyList<long> Joined { get; private set; } = [];

    /// <summary>Whether companies whose numbers have lost zeros are taken with these put back.</summary>
    public bool PutsZerosBack { get; private set; }

    /// <summary>How many of <see cref="Wanted"/> have been gone through.</summary>
    public int Progress { get; private set; }

    /// <summary>Until then somebody is at work on it; a process that was killed gives it back so.</summary>
    public DateTime? BusyUntil { get; private set; }

    public bool CanBeConfirmed => State is ImportState.Previewed;

    /// <summary>The companies that are to become suppliers, or to get further people, in the order of the file.</summary>
    public IReadOnlyList<ImportedCompany> Wanted(bool putsZerosBack) => [.. Companies.Where(company => company.NamesPeople && (putsZerosBack || company.LostZeros.Count == 0))];

    /// <summary>Somebody has looked and says yes.</summary>
    public void Confirm(bool putsZerosBack)
    {
        RuleViolation.ThrowIf(!CanBeConfirmed, ImportRules.AlreadyDone);
        RuleViolation.ThrowIf(Wanted(putsZerosBack).Count == 0, ImportRules.NothingToCreate);
        (State, PutsZerosBack) = (ImportState.Running, putsZerosBack);
        Changed(new SuppliersImportConfirmed(FileName, RowCount));
    }

    /// <summary>Every sound company is a supplier now, by this file or before it, and has the people that the file names. What the file said of people is not kept any longer.</summary>
    public void Done(IReadOnlyList<ImportFault> refused)
    {
        RuleViolation.ThrowIf(State is not ImportState.Running, ImportRules.AlreadyDone);
        (State, Refused, Companies, Loose) = (ImportState.Done, refused, [], []);
        Changed(new SuppliersImported(FileName, RowCount, Created.Count, Joined.Count));
    }
}

public sealed record SuppliersPreviewed(string Subject, int Rows, int Faulty) : DomainEvent(Subject);

public sealed record SuppliersImportConfirmed(string Subject, int Rows) : DomainEvent(Subject);

public sealed record SuppliersImported(string Subject, int Rows, int Created, int Joined) : DomainEvent(Subject);
