using Microsoft.AspNetCore.Authorization;

namespace SrmPortal.Web.Infrastructure.Security;

/// <summary>On a controller: what a supplier's person may do who has not accepted the texts in force yet.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BeforeAgreementsAttribute : Attribute;

/// <summary>
/// Leads whoever has signed in and has not accepted the texts in force to the page where that is done, and then to where the person wanted
/// to go. It is found out when a session begins and stands in it: nobody is asked in the middle of one.
/// </summary>
internal sealed class AgreementsFirst(RequestDelegate next)
{
    public const string Page = "/agreements", Claim = "owes-agreements";

    public Task InvokeAsync(HttpContext http)
    {
        if (!http.User.HasClaim(claim => claim.Type == Claim) || http.Reader().LacksSecondStep || http.GetEndpoint()?.Metadata is not { } endpoint
            || (endpoint.GetMetadata<IAllowAnonymous>() is not null && http.Request.Path != "/") || endpoint.GetMetadata<BeforeAgreementsAttribute>() is not null)
        {
            return next(http);
        }

        var request = http.Request;
        var back = HttpMethods.IsGet(request.Method) && request.Path != "/" ? QueryString.Create("returnUrl", request.PathBase + request.Path + request.QueryString) : default;
        http.Response.Redirect(request.PathBase + Page + back);
        return Task.CompletedTask;
    }
}
