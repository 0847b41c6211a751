using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;
using SrmPortal.Data;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// A form whose token is not of this session: the reader's own comes back filled, anybody else's is told of in words, instead of an empty
/// page. Nothing was read of it, and nothing is written.
/// </summary>
internal sealed class FormOfAnother(FormsOfSession forms, CurrentScope scope, RuleMessages messages) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        CameBack.IsReadNow(context.HttpContext);
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = ShowAgainAttribute.Again(context.ActionDescriptor) is { } again && forms.OfReader(context.HttpContext, scope.Is) is { } typed
                ? new CameBack(again, typed, messages)
                : new ViewResult { ViewName = "FormOfAnother", StatusCode = StatusCodes.Status400BadRequest };
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    /// <summary>The page of the form, with what was typed, and why it must be sent once more.</summary>
    private sealed class CameBack(IActionResult again, IReadOnlyDictionary<string, StringValues> typed, RuleMessages messages) : IActionResult
    {
        private static readonly object IsBeingRead = new();

        /// <summary>The filters of the page are behind; it is written as the answer to what was sent.</summary>
        public static void IsReadNow(HttpContext http)
        {
            if (http.Items.Remove(IsBeingRead))
            {
                http.Request.Method = HttpMethods.Post;
            }
        }

        public async Task ExecuteResultAsync(ActionContext context)
        {
            var (http, form) = (context.HttpContext, context.ModelState);
            foreach (var (name, values) in typed)
            {
                form.SetModelValue(name, new ValueProviderResult(values, CultureInfo.CurrentCulture));
            }

            form.AddModelError("", messages.Of(http.Reader().Name is { } reader ? new(SharedRules.FormCameBack, null, reader) : new(SharedRules.FormCameBackToApplicant)));
            if (http.Request.Form.Files.Count > 0)
            {
                form.AddModelError("", messages.Of(new(SharedRules.ChooseFilesAgain)));
            }

            // The page is read, and nothing else: the token that was refused is not asked for again.
            http.Request.Form = new FormCollection(typed.ToDictionary());
            http.Request.Method = HttpMethods.Get;
            http.Items[IsBeingRead] = true;
            await again.ExecuteResultAsync(context);
        }
    }
}
