using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace SrmPortal.Web.Infrastructure;

/// <summary>A controller that exists in Development and nowhere else: elsewhere its addresses are not even routed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DevelopmentOnlyAttribute : Attribute;

internal sealed class WithoutDevelopment : IApplicationModelConvention
{
    public void Apply(ApplicationModel application)
    {
        foreach (var controller in application.Controllers.Where(one => one.ControllerType.IsDefined(typeof(DevelopmentOnlyAttribute), inherit: true)).ToArray())
        {
            application.Controllers.Remove(controller);
        }
    }
}
