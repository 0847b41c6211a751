using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using MimeKit;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.DevMail;

/// <summary>The mails of a developer's or a demonstration's portal, which become files instead of going out. It does not exist in Production.</summary>
[Route("dev/mail"), AllowAnonymous, DevelopmentOnly]
public sealed partial class DevMailController(IOptions<MailSettings> settings) : Controller
{
    // The mail's own styles and nothing else; it runs nothing, sends nothing and is of no origin.
    private const string Sandbox = "sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    [HttpGet]
    public async Task<IActionResult> Index(string? to) => View(await DevMailPage.Read(settings.Value.Folder, to));

    [HttpGet("{name}")]
    public async Task<IActionResult> Open(string name) =>
        await Load(name) is { } mail ? View(new OpenedMail(name, mail)) : NotFound();

    /// <summary>The HTML part, as an answer of its own in a sandbox.</summary>
    [HttpGet("{name}/html")]
    public async Task<IActionResult> Html(string name)
    {
        if (await Load(name) is not { HtmlBody: { } html })
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = Sandbox;
        return Content(html, "text/html; charset=utf-8");
    }

    [HttpGet("{name}/attachments/{index:int}")]
    public async Task<IActionResult> Attachment(string name, int index)
    {
        if ((await Load(name))?.Attachments.ElementAtOrDefault(index) is not MimePart { Content: { } content } part)
        {
            return NotFound();
        }

        using var bytes = new MemoryStream();
        await content.DecodeToAsync(bytes);
        return File(bytes.ToArray(), "application/octet-stream", part.FileName ?? "attachment");
    }

    private async Task<MimeMessage?> Load(string name)
    {
        var file = settings.Value.Folder is { } folder && Name().IsMatch(name) ? Path.Combine(folder, name + ".eml") : null;
        return System.IO.File.Exists(file) ? await MimeMessage.LoadAsync(file) : null;
    }

    [GeneratedRegex("^[0-9-]+$")]
    private static partial Regex Name();
}
