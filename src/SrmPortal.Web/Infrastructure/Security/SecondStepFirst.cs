using Microsoft.AspNetCore.Authorization;

namespace SrmPortal.Web.Infrastructure.Security;

/// <summary>On a controller: what somebody may do whose role needs the second step of signing in and who has not set it up yet.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BeforeSecondStepAttribute : Attribute;

/// <summary>Leads whoever must set up the second step to the page where that is done, wherever the person wanted to go. Open pages stay open; the home page is the person’s own.</summary>
internal sealed class SecondStepFirst(RequestDelegate next)
{
    public const string Page = "/profile/two-step";

    public Task InvokeAsync(HttpContext http)
    {
        if (!http.Reader().LacksSecondStep || http.GetEndpoint()?.Metadata is not { } endpoint
            || (endpoint.GetMetadata<IAllowAnonymous>() is not null && http.Request.Path != "/") || endpoint.GetMetadata<BeforeSecondStepAttribute>() is not null)
        {
            return next(http);
        }

        http.Response.Redirect(http.Request.PathBase + Page);
        return Task.CompletedTask;
    }
}
