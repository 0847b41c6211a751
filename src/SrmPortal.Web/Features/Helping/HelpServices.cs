using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Helping;

internal static class HelpServices
{
    public static IServiceCollection AddHelp(this IServiceCollection services) =>
        services.AddSingleton<IShipsTexts, HelpTexts>().AddSingleton<HelpWords>().AddSingleton<HelpLibrary>();
}
