using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// Of what a form is sent to, the address decides: the framework would take a field of the form by the same name first, which no route
/// has checked.
/// </summary>
internal sealed class AddressCounts : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        if (!action.Attributes.OfType<HttpPostAttribute>().Any())
        {
            return;
        }

        var before = action.Controller.Selectors.Select(selector => selector.AttributeRouteModel).DefaultIfEmpty().First();
        var addresses = action.Selectors.Select(selector => AttributeRouteModel.CombineAttributeRouteModel(before, selector.AttributeRouteModel)?.Template ?? "")
            .Select(template => RoutePatternFactory.Parse(template.TrimStart('~', '/')).Parameters.Select(part => part.Name).ToHashSet(StringComparer.OrdinalIgnoreCase)).ToArray();
        foreach (var parameter in action.Parameters.Where(one => one.BindingInfo?.BindingSource is null && IsSimple(one.ParameterType) && addresses.All(parts => parts.Contains(one.ParameterName))))
        {
            parameter.BindingInfo = new BindingInfo(parameter.BindingInfo ?? new BindingInfo()) { BindingSource = BindingSource.Path };
        }
    }

    private static bool IsSimple(Type type) => type == typeof(string) || (Nullable.GetUnderlyingType(type) ?? type).IsValueType;
}
