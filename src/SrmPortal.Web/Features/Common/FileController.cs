using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Common;

/// <summary>Stored files of whoever is signed in: what the walls show. Below <c>/shown</c> they open in the page, sandboxed.</summary>
[Route("files/{token:length(32)}"), Authorize(Roles = Roles.Person)]
public sealed class FileController(PortalDbContext db, IFileStore store) : Controller
{
    [HttpGet]
    public Task<IActionResult> Download(string token) => this.StoredFile(db, store, token, shown: false);

    [HttpGet("shown")]
    public Task<IActionResult> Show(string token) => this.StoredFile(db, store, token, shown: true);
}
