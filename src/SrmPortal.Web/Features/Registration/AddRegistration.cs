using SrmPortal.Web.Features.Suppliers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

internal static class RegistrationServices
{
    public static IServiceCollection AddRegistration(this IServiceCollection services) => services
        .AddSingleton<ApplicantCookie>()
        .AddSingleton<ConsentTexts>()
        .AddScoped<OwnRegistration>()
        .AddHostedService<Regularly<AgeDrafts>>()
        .AddHostedService<Regularly<FinishImports>>();
}
