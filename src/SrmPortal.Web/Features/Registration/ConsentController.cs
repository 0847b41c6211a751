using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Web.Features.Registration;

/// <summary>The texts by themselves, to read and to print.</summary>
[AllowAnonymous]
public sealed class ConsentController(ConsentTexts texts) : Controller
{
    [HttpGet("terms")]
    public IActionResult Terms() => Shown(ConsentKind.Terms);

    [HttpGet("personal-data")]
    public IActionResult PersonalData() => Shown(ConsentKind.PersonalData);

    [HttpGet("people-informed")]
    public IActionResult PeopleInformed() => Shown(ConsentKind.PeopleInformed);

    private ViewResult Shown(ConsentKind kind) => View("Consent", new ConsentPage(texts.Of(kind), texts.Text(kind)));
}

public sealed record ConsentPage(ConsentText Consent, string Text)
{
    private string[] Blocks => Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string Title => Blocks[0];

    /// <summary>Headings and paragraphs.</summary>
    public IEnumerable<(bool IsHeading, string Text)> Body => Blocks.Skip(1).Select(block =>
        block.StartsWith("## ", StringComparison.Ordinal) ? (true, block[3..]) : (false, block.Replace('\n', ' ')));
}
