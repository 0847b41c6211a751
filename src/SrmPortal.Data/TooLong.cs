namespace SrmPortal.Data;

/// <summary>Texts that are longer than their place.</summary>
public static class TooLong
{
    /// <summary>The beginning of what is longer than that, with an ellipsis; never half of a letter, which PostgreSQL doesn't take.</summary>
    public static string CutTo(this string text, int longest) =>
        text.Length <= longest ? text : text[..(longest - (char.IsHighSurrogate(text[longest - 2]) ? 2 : 1))] + "…";
}
