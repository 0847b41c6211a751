using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace SrmPortal.Web.Features.Helping;

/// <summary>The portal's own help: nothing in it is secret, and nobody signs in for it.</summary>
[AllowAnonymous]
public sealed class HelpController(HelpLibrary library) : Controller
{
    [HttpGet("help")]
    public IActionResult Index(string? q, string? @for) => View(HelpPage.Read(library, User, q, @for));

    [HttpGet("help/{topic}")]
    public IActionResult Article(string topic) => HelpTopics.Of(topic) is { } known ? View(ArticlePage.Read(library, HttpContext, known)) : NotFound();
}
