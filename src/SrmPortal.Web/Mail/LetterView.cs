using System.Globalization;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SrmPortal.Web.Mail;

/// <summary>The HTML part: Letter.cshtml, written without a request. The caller's language counts.</summary>
internal sealed class LetterView(IServiceScopeFactory scopes, IRazorViewEngine views)
{
    private const string Path = "/Mail/Letter.cshtml";

    public async Task<string> Html(LetterPage page)
    {
        await using var services = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = services.ServiceProvider };
        http.SetEndpoint(new Endpoint(null, EndpointMetadataCollection.Empty, "mail"));
        var view = views.GetView(null, Path, isMainPage: true).View ?? throw new InvalidOperationException($"{Path} is not there.");
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        var data = new ViewDataDictionary<LetterPage>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = page };
        var temp = new TempDataDictionary(http, services.ServiceProvider.GetRequiredService<ITempDataProvider>());
        var context = new ViewContext(new(http, new RouteData(), new ActionDescriptor()), view, data, temp, text, new HtmlHelperOptions());
        await view.RenderAsync(context);
        return text.ToString();
    }
}
