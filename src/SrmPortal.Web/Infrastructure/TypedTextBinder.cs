using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// Takes every text of an address or a form without the characters that nobody can type: no database but SQLite takes a NUL, not even
/// to search for it.
/// </summary>
internal sealed class TypedTextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource?.IsFromRequest is not false && context.BindingInfo.BindingSource != BindingSource.Body
            && context.BindingInfo.BindingSource != BindingSource.Header
            ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;

    private sealed class Binder(SimpleTypeModelBinder simple) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await simple.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: string text } && PlainText.Typeable(text) is var typeable && !ReferenceEquals(typeable, text))
            {
                bindingContext.Result = ModelBindingResult.Success(typeable);
            }
        }
    }
}
