using Microsoft.Extensions.Configuration.Memory;

namespace SrmPortal.Web.Infrastructure.StartUp;

/// <summary>
/// What makes <c>dotnet run</c> enough on a fresh machine: in Development a database, keys, files and mails in one folder of the
/// application (<c>Portal:DataFolder</c>, else <c>data</c> beside its sources). Any setting made elsewhere wins.
/// </summary>
internal static class DevelopmentDefaults
{
    public static void AddDevelopmentDefaults(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            return;
        }

        var data = Path.GetFullPath(builder.Configuration["Portal:DataFolder"] ?? "data", builder.Environment.ContentRootPath);
        Directory.CreateDirectory(data);
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Database:Provider"] = "Sqlite",
                ["Database:MigrateAtStart"] = "true",
                ["ConnectionStrings:Portal"] = $"Data Source={Path.Combine(data, "portal.db")}",
                ["Sealing:DevelopmentFolder"] = Path.Combine(data, "keys"),
                ["Files:Root"] = Path.Combine(data, "files"),
                ["Mail:Folder"] = Path.Combine(data, "mail"),
            },
        });
    }
}
