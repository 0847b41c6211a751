using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SrmPortal.Web.Infrastructure;

/// <summary>What the next page says about what was just done: <c>this.Say(texts["The draft is saved."])</c> before the redirect.</summary>
internal static class Said
{
    public const string Cookie = "srm-said";

    private const string Bold = "said", Text = "said-more";

    /// <param name="controller">Whose action is about to redirect.</param>
    /// <param name="bold">The sentence that says it all.</param>
    /// <param name="text">What else is worth knowing.</param>
    public static void Say(this Controller controller, string bold, string? text = null)
    {
        controller.TempData[Bold] = bold;
        controller.TempData[Text] = text;
    }

    /// <summary>Says it once. Without the cookie there is nothing to look for, and nothing to take away.</summary>
    public static (string Bold, string? Text)? Take(HttpContext http, ITempDataDictionary said) =>
        http.Request.Cookies.ContainsKey(Cookie) && said[Bold] is string bold ? (bold, said[Text] as string) : null;
}
