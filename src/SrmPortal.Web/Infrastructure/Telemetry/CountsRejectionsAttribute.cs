using Microsoft.AspNetCore.Mvc.Filters;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Infrastructure.Telemetry;

/// <summary>On a POST by which people sign in: counts why it was refused, before <see cref="ShowAgainAttribute"/> shows the form again.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CountsRejectionsAttribute : ActionFilterAttribute
{
    public CountsRejectionsAttribute() => Order = 1;

    public override void OnActionExecuted(ActionExecutedContext context)
    {
        foreach (var rule in (context.Exception as RuleViolation)?.Broken ?? [])
        {
            context.HttpContext.RequestServices.GetRequiredService<PortalMetrics>().SignInRejected(rule.Code[(rule.Code.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        }
    }
}
