using Microsoft.AspNetCore.Mvc.Rendering;
using SrmPortal.Domain.Offers;

namespace SrmPortal.Web.Features.Offers;

/// <summary>The rules to choose from, edition by edition.</summary>
public static class IncotermsItems
{
    public static IReadOnlyList<SelectListItem> All { get; } = [.. Of(2020), .. Of(2010)];

    private static IEnumerable<SelectListItem> Of(int edition)
    {
        var group = new SelectListGroup { Name = FormattableString.Invariant($"Incoterms {edition}") };
        return Incoterms.Rules(edition).Select(rule =>
            new SelectListItem(FormattableString.Invariant($"{rule} {edition}"), FormattableString.Invariant($"{rule} {edition}")) { Group = group });
    }
}
