using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data.Happenings;

namespace SrmPortal.Data.Sealing;

internal static class SealingServices
{
    /// <summary>The vault and its keys, as the settings under <c>Sealing</c> name them; Development makes what is missing.</summary>
    public static IServiceCollection AddSealing(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        if (isDevelopment)
        {
            DevelopmentKeys.UseIn(configuration);
        }

        services.AddScoped<OfferVault>();
        services.AddScoped<AuditChain>().AddScoped<AuditVerification>().AddScoped<AuditShortening>();
        services.AddSingleton(_ => SealingKeys.Load(configuration));
        return services.AddSingleton(_ => ReceiptKeys.Load(configuration));
    }
}
