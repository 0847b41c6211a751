using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// A form's fields are named as they are. Where one of them is called like the action's own parameter, the framework would take that for a
/// prefix, look for fields that begin with it, find none, and take the form for empty.
/// </summary>
internal sealed class FieldsHaveNoPrefix : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        if (!action.Attributes.OfType<HttpPostAttribute>().Any())
        {
            return;
        }

        foreach (var form in action.Parameters.Where(one => one.BindingInfo?.BindingSource is null && IsForm(one.ParameterType)))
        {
            form.BindingInfo = new BindingInfo(form.BindingInfo ?? new BindingInfo()) { BinderModelName = "" };
        }
    }

    private static bool IsForm(Type type) => type.IsClass && type.Assembly == typeof(FieldsHaveNoPrefix).Assembly;
}
