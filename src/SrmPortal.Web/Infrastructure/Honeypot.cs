using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// On a POST of anonymous people whose form has <c>&lt;partial name="_Honeypot" /&gt;</c>: a field that nobody sees. What fills it in is a machine,
/// and is thanked and forgotten.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HoneypotAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    public const string Field = "CompanyFax";

    // After the antiforgery token, before anything is bound.
    public int Order => 2000;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.HasFormContentType && context.HttpContext.Request.Form[Field].Any(value => !string.IsNullOrEmpty(value)))
        {
            context.Result = new RedirectResult("~/");
        }
    }
}
