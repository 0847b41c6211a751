namespace SrmPortal.Web.Features.Registration;

internal static class RegistrationServices
{
    public static IServiceCollection AddRegistration(this IServiceCollection services) => services
        .AddSingleton<ApplicantCookie>()
        .AddSingleton<ConsentTexts>()
        .AddScoped<OwnRegistration>();
}
