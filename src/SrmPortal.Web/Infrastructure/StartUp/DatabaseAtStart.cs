using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;

namespace SrmPortal.Web.Infrastructure.StartUp;

internal static class DatabaseAtStart
{
    /// <summary>Migrates where <c>Database:MigrateAtStart</c> says so: in Development always, in Production with a single instance at most.</summary>
    public static async Task MigrateIfAsked(this WebApplication app)
    {
        if (app.Configuration.GetValue<bool>("Database:MigrateAtStart"))
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.MigrateAsync();
        }
    }
}
