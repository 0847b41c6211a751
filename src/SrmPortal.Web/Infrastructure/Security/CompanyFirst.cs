using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;
using SrmPortal.Data;

namespace SrmPortal.Web.Infrastructure.Security;

/// <summary>Whoever works for several companies and has chosen none is asked for which, where a page belongs to a company; and comes back to it.</summary>
internal sealed class CompanyFirst : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden || !HttpMethods.IsGet(context.Request.Method) || !context.Reader().MayChooseCompany || !IsForACompany(policy)
            || context.RequestServices.GetRequiredService<CurrentScope>().Is.SupplierId is not null)
        {
            return _usual.HandleAsync(next, context, policy, authorizeResult);
        }

        context.Response.Redirect($"{context.Request.PathBase}/choose-company{QueryString.Create("returnUrl", $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}")}");
        return Task.CompletedTask;
    }

    private static bool IsForACompany(AuthorizationPolicy policy) =>
        policy.Requirements.OfType<RolesAuthorizationRequirement>().Any(one => one.AllowedRoles.Intersect([Roles.Supplier, Roles.MasterUser]).Any());
}
