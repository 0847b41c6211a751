using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;
using SrmPortal.Web.Infrastructure.Uploads;

namespace SrmPortal.Web.Features.Verify;

/// <summary>For suppliers, auditors and courts: checks a receipt that somebody holds. Nobody signs in, nothing is kept.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.AnonymousForms)]
public sealed class VerifyController(PortalDbContext db, ReceiptKeys keys) : Controller
{
    [HttpGet("verify")]
    public IActionResult Verify() => View(new VerifyPage(null, null, HttpContext.Instant()));

    // The receipt of an offer of two thousand lines holds them all.
    private const int LongestReceipt = 8 * 1024 * 1024;

    [HttpPost("verify"), TakesFiles(InMemory = true, LongestValue = LongestReceipt), ShowAgain(nameof(Verify))]
    public async Task<IActionResult> Check(IFormFile? receipt, string? pasted)
    {
        var (name, text) = receipt is null ? (null, pasted ?? "") : (receipt.FileName, await TextOf(receipt));
        RuleViolation.ThrowIf(text.Length == 0, ReceiptRules.NothingGiven);
        var found = CheckedReceipt.Of(text, keys) ?? throw new RuleViolation(new BrokenRule(ReceiptRules.NotAReceipt));
        return View(nameof(Verify), new VerifyPage(found, name, HttpContext.Instant()) { Opening = await OpeningOf.Find(db, found) });
    }

    /// <summary>The public parts of the keys that sign receipts, the former ones too.</summary>
    [HttpGet(".well-known/srm-keys"), ResponseCache(Duration = 3600)]
    public IActionResult Keys() => Json(keys.PublicKeys());

    private static async Task<string> TextOf(IFormFile file)
    {
        if (UploadedFile.Of(file) is { Length: 0, Refusal: { } refusal })
        {
            throw new RuleViolation(refusal);
        }

        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
