using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;

namespace SrmPortal.Web.Commands;

[Command("migrate", "Brings the database to this version of the portal.")]
internal sealed class Migrate(PortalDbContext db) : ICommand
{
    public async Task<int> Run(IReadOnlyList<string> words, TextWriter output, CancellationToken cancellationToken)
    {
        string[] pending = [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
        await db.Database.MigrateAsync(cancellationToken);
        await output.WriteLineAsync(pending.Length == 0 ? "The database is up to date." : $"Done: {string.Join(", ", pending)}.");
        return 0;
    }
}
