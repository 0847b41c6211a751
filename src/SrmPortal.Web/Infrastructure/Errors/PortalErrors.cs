using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace SrmPortal.Web.Infrastructure.Errors;

/// <summary>
/// Whatever goes wrong ends on a page in the reader's language with a way on and a reference number. Machines (health, keys, whoever
/// asks for JSON) get the status.
/// </summary>
internal static class PortalErrors
{
    public static IServiceCollection AddPortalErrors(this IServiceCollection services) => services
        .AddSingleton<ExceptionLog>().AddSingleton<IExceptionHandler>(all => all.GetRequiredService<ExceptionLog>()).AddExceptionHandler<SentForms>();

    public static void UsePortalErrors(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        // Our own log tells it, without what the form said.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use((http, next) =>
        {
            if (!IsForPeople(http))
            {
                http.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = false;
            }

            return next(http);
        });
    }

    /// <summary>
    /// What has no page is missing for everybody, and a page that takes no forms says so: nobody is sent to sign in for it, and nothing
    /// that was sent there is read.
    /// </summary>
    public static void UseOnlyPagesThatExist(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint() is RouteEndpoint)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return http.GetEndpoint()?.RequestDelegate?.Invoke(http) ?? Task.CompletedTask;
    });

    /// <summary>Whether an error is being told now, so that nothing is asked of what may be broken.</summary>
    public static bool IsBroken(this HttpContext http) => http.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>Whether the pipeline runs a second time, for the page of an error.</summary>
    public static bool IsErrorPage(this HttpContext http) => http.IsBroken() || http.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    /// <summary>In seconds; the page says a minute, too.</summary>
    public static void SayWhenToComeAgain(this HttpResponse response) => response.Headers.RetryAfter = "60";

    private static bool IsForPeople(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/health") && !http.Request.Path.StartsWithSegments("/.well-known") && !WantsJson(http.Request);

    public static bool WantsJson(HttpRequest request) =>
        request.Headers.Accept.ToString() is var accept && accept.Contains("json", StringComparison.OrdinalIgnoreCase)
        && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
