using SrmPortal.Data.Files;
using SrmPortal.Data.Keeping;
using SrmPortal.Web.Infrastructure.Uploads.Antivirus;

namespace SrmPortal.Web.Infrastructure.Uploads;

internal static class FilesOfPortal
{
    public const string Section = "Files";

    /// <summary>Where no root is set, Development keeps files in its data folder; a published portal names the setting and doesn't start.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        services.Configure<FileSettings>(configuration.GetSection(Section));
        services.PostConfigure<FileSettings>(files => files.Root = files.Root.Length > 0 ? files.Root : isDevelopment ? "data/files" : "");
        services.Configure<AntivirusSettings>(configuration.GetSection(AntivirusSettings.Section));
        services.AddSingleton<IAntivirus, Clamd>();
        services.AddScoped<UnownedFiles>().AddScoped<HangingRows>();
        return services.AddSingleton<IFileStore, DiskFileStore>();
    }
}
