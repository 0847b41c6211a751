using System.Globalization;
using System.Text;

namespace SrmPortal.Web.Infrastructure;

/// <summary>Texts that people type, as they are kept: any script and emoji, in one form (NFC), without what nobody can see.</summary>
internal static class Typed
{
    /// <summary>One line.</summary>
    public static string Line(string? text)
    {
        var kept = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control)
            {
                kept.Append(kept.Length > 0 && kept[^1] == ' ' ? "" : " ");
            }
            else if (rune != Rune.ReplacementChar && !IsDirection(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().Trim().Normalize();
    }

    // They turn the order of what follows around. The joiners of emoji and of scripts stay.
    private static bool IsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x200B or 0xFEFF;
}
