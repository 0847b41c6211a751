using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Security;

namespace SrmPortal.Web.Tests.Look;

/// <summary>Pages that only these tests have: they fail, refuse and take forms on purpose.</summary>
[Route("test"), AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class TestPagesController : Controller
{
    [HttpPost("anonymous-form"), EnableRateLimiting(RateLimits.AnonymousForms)]
    public IActionResult AnonymousForm() => NoContent();

    [Route("fails")]
    public IActionResult Fails(string? price) => ModelState.IsValid
        ? throw new InvalidOperationException("The cable was cut.", new FormatException($"'{price}' is no number.")) : NoContent();

    [HttpGet("without-database")]
    public IActionResult WithoutDatabase() => ModelState.IsValid ? throw new DbUpdateException("No answer.", new TimeoutException()) : NoContent();

    [Route("status/{code:int}")]
    public IActionResult Status(int code) => StatusCode(code);

    [HttpPost("form")]
    public IActionResult Take(TestForm form) => ModelState.IsValid
        ? Content($"{form.Day:yyyy-MM-dd} {form.Time:HH:mm}")
        : UnprocessableEntity(string.Join('|', ModelState.SelectMany(entry => entry.Value!.Errors.Select(error => $"{entry.Key}={error.ErrorMessage}"))));

    [HttpPost("say")]
    public IActionResult Say()
    {
        this.Say("It is done.");
        return Redirect("/");
    }
}

public sealed class TestForm
{
    public DateOnly? Day { get; init; }

    public TimeOnly? Time { get; init; }

    public int Count { get; init; }

    [UnitPrice]
    public decimal? Price { get; init; }

    public bool Agreed { get; init; }

    public string? Name { get; init; }

    public string? Country { get; init; }
}
