using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Wordings;

internal static class WordingServices
{
    public static IServiceCollection AddTexts(this IServiceCollection services) => services
        .AddSingleton<TextsInForce>()
        .AddSingleton<IShipsTexts, ShippedConsents>()
        .AddSingleton<IShipsTexts, LegalTexts>();
}
