using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Data;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Errors;

namespace SrmPortal.Web.Features.Common;

/// <summary>The page of every error, run in place of the one that failed; its address is never seen.</summary>
[Route("error/{status:int:range(400,599)}"), AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorController(TimeProvider clock) : Controller
{
    public async Task<IActionResult> Show(int status)
    {
        if (status == StatusCodes.Status401Unauthorized && HttpContext.Items[FormsOfSession.Kept] is string kept)
        {
            Response.StatusCode = status;
            return View(SignInPage.View, await SignInPage.Read(HttpContext, Request.PageBefore(), kept));
        }

        var failed = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        status = failed?.Error is { } thrown ? StatusOf(thrown) : status;
        Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            Response.SayWhenToComeAgain();
        }

        return PortalErrors.WantsJson(Request)
            ? Problem(statusCode: status, title: "See the reference in the log.", instance: HttpContext.TraceIdentifier)
            : View("Error", new ErrorPage(Known(status), HttpContext.TraceIdentifier, clock.GetUtcNow().UtcDateTime, HttpMethods.IsPost(Request.Method) ? Request.PageBefore() : null)
            {
                Sent = status >= StatusCodes.Status500InternalServerError ? HttpContext.Features.Get<SentForm>() : null,
                Again = status == StatusCodes.Status503ServiceUnavailable && HttpMethods.IsGet(Request.Method) && failed is not null ? Request.PathBase + failed.Path + Request.QueryString : null,
            });
    }

    /// <summary>A database that does not answer is not there for the moment, which is another message than a defect.</summary>
    private static int StatusOf(Exception thrown) => thrown switch
    {
        BadHttpRequestException request => request.StatusCode,
        _ when Outages.Of(thrown) is not null => StatusCodes.Status503ServiceUnavailable,
        { InnerException: { } inner } => StatusOf(inner),
        _ => StatusCodes.Status500InternalServerError,
    };

    private static int Known(int status) => status switch
    {
        401 or 403 => 403,
        404 or 410 => 404,
        413 or 414 or 431 => 413,
        429 => 429,
        503 or 504 => 503,
        < 500 => 400,
        _ => 500,
    };
}

/// <summary>What went wrong, as far as the reader needs to know.</summary>
/// <param name="Status">One of those for which the page has words.</param>
/// <param name="Reference">To be read to the support.</param>
/// <param name="At">UTC.</param>
/// <param name="Back">The page of the form that was sent, or null.</param>
public sealed record ErrorPage(int Status, string Reference, DateTime At, string? Back)
{
    /// <summary>What the reader sent, if that was not taken because of a failure.</summary>
    public SentForm? Sent { get; init; }

    /// <summary>The page that was asked for and may be there in a minute.</summary>
    public string? Again { get; init; }
}
