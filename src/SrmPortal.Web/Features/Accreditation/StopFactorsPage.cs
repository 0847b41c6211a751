using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>A stored file as the desk sees it.</summary>
/// <param name="Token">Of its address.</param>
/// <param name="CanBeShown">A browser shows it by itself.</param>
/// <param name="Scan">What the antivirus has said.</param>
public sealed record DeskFile(string Token, bool CanBeShown, ScanState Scan)
{
    public bool CanBeOpened => Scan is ScanState.NotAsked or ScanState.Clean;

    /// <summary>By key.</summary>
    public static async Task<IReadOnlyDictionary<long, DeskFile>> Of(PortalDbContext db, IEnumerable<long> keys)
    {
        long[] files = [.. keys];
        return files.Length == 0 ? new Dictionary<long, DeskFile>()
            : (await db.Files.AsNoTracking().Where(f => files.Contains(f.Id)).Select(f => new { f.Id, f.Token, f.Kind, f.Scan }).ToListAsync())
                .ToDictionary(f => f.Id, f => new DeskFile(f.Token, f.Kind.CanBeShown(), f.Scan));
    }
}

/// <summary>The list of stop-factors of one check: what has to be looked up, and what was found.</summary>
/// <param name="Case">With its lists.</param>
/// <param name="Check">Which.</param>
/// <param name="Reader">Who looks at it.</param>
/// <param name="Colleagues">Who may have written something down.</param>
/// <param name="Files">Evidence by its key.</param>
public sealed record StopFactorsPage(
    AccreditationCase Case, AccreditationCheck Check, DeskPerson Reader, IReadOnlyList<DeskPeople.Colleague> Colleagues, IReadOnlyDictionary<long, DeskFile> Files)
{
    /// <summary>Named like the form's, so that what was typed is preferred.</summary>
    public IReadOnlyList<StopFactorLine> Items { get; } = [.. Case.StopFactorsOf(Check).Select(item => new StopFactorLine(item))];

    public bool CanFill => Case.CanDecide(Check, Reader);

    public string NameOf(long? person) => Colleagues.FirstOrDefault(one => one.Id == person) is { } colleague ? UserAccount.ShortNameOf(colleague.FullName) : Shown.None;

    public static async Task<StopFactorsPage> Read(PortalDbContext db, OpenedCase opened, AccreditationCheck check) => new(opened.Case, check, opened.Reader, opened.Colleagues,
        await DeskFile.Of(db, opened.Case.StopFactorsOf(check).Select(item => item.File?.FileId).OfType<long>()));
}

/// <summary>A line of the list, with the fields of its form.</summary>
public sealed record StopFactorLine(StopFactorItem Item)
{
    public StopFactorResult? Result => Item.Result;

    public DateOnly? CheckedOn => Item.CheckedOn;

    public string Evidence => Item.Evidence;

    public IFormFile? File => null;

    public bool RemoveFile => false;
}
