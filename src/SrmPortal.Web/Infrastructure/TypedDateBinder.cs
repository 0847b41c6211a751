using Microsoft.AspNetCore.Mvc.ModelBinding;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Infrastructure;

/// <summary>Takes every date and time of day of a form by <see cref="TypedDate"/>.</summary>
internal sealed class TypedDateBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new Binder(text => (TypedDate.Read(text, out var refusal), refusal))
        : context.Metadata.UnderlyingOrModelType == typeof(TimeOnly) ? new Binder(text => (TypedDate.ReadTime(text, out var refusal), refusal))
        : null;

    private sealed class Binder(Func<string, (object? Value, BrokenRule? Refusal)> read) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
            var (value, refusal) = read(typed.FirstValue ?? "");
            if (refusal is not null)
            {
                var messages = bindingContext.HttpContext.RequestServices.GetRequiredService<RuleMessages>();
                messages.AddTo(bindingContext.ModelState, [refusal with { Field = bindingContext.ModelName }]);
            }
            else if (value is not null)
            {
                bindingContext.Result = ModelBindingResult.Success(value);
            }

            return Task.CompletedTask;
        }
    }
}
