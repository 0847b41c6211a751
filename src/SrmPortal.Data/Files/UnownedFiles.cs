using Microsoft.EntityFrameworkCore;

namespace SrmPortal.Data.Files;

/// <summary>Takes away bytes that no row knows: of a request that broke off, or of a file whose row was deleted.</summary>
public sealed class UnownedFiles(PortalDbContext db, IFileStore store)
{
    private const int Batch = 200;

    /// <summary>So long an upload may be under way before it counts as broken off.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <returns>How many were deleted.</returns>
    public async Task<int> Delete(DateTime now)
    {
        var deleted = 0;
        foreach (var names in store.WrittenBefore(FileArea.Files, now - Grace).Chunk(Batch))
        {
            var known = await db.Files.IgnoreQueryFilters([Walls.Company]).Where(f => names.Contains(f.StoreName)).Select(f => f.StoreName).ToListAsync();
            foreach (var name in names.Except(known))
            {
                store.Delete(name);
                deleted++;
            }
        }

        return deleted;
    }
}
