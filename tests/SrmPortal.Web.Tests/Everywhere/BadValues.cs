namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>What nobody means to type, and attackers do.</summary>
internal static class BadValues
{
    /// <summary>Whatever of this stands in a page as it is would run there.</summary>
    public static readonly string[] Running = ["<script>alert('srm')", "<img src=x onerror", "\"><svg/onload"];

    /// <summary>The name of a header that only an injected line can bring.</summary>
    public const string InjectedHeader = "X-Injected";

    public static readonly (string Name, string Value)[] Texts =
    [
        ("long", new string('я', 20_001)), ("empty", ""), ("blank", " \t\u00A0 "), ("Cyrillic", "Ёжик «Щётка» №5 — проверка"), ("emoji", "🔩👨‍👩‍👧‍👦💣 ok"),
        ("right to left", "\u202Eabc\u202C שלום مرحبا"), ("NUL", "a\0b"), ("controls", "a\u0001\u0007\u001B[31mb\u2028c"), ("broken letter", "x\uFFFD\uFFFF\u0301\u0301\u0301"),
        ("script", "<script>alert('srm')</script><img src=x onerror=alert('srm')>"), ("attribute", "\"><svg/onload=alert('srm')>'><b "),
        ("SQL", "'; DROP TABLE \"Accounts\"; -- 1' OR '1'='1"), ("pattern", "%_[]\\*?"), ("formula", "=cmd|' /C calc'!A0"), ("header", $"x\r\n{InjectedHeader}: srm\r\n\r\n<b>"),
        ("number", "99999999999999999999999999999"), ("negative", "-1"), ("no number", "NaN"), ("float", "1e308"), ("other digits", "١٢٣٫٤"),
        ("day", "31.02.2026"), ("first day", "01.01.0001"), ("last day", "9999-12-31"), ("time", "25:61"),
        ("path", "../../../../etc/passwd"), ("address", "//evil.example/\\evil.example"), ("format", "{0}{99}%s%n${7*7}{{7*7}}"), ("email", "a@b.example, c@d.example"), ("long email", new string('a', 250) + "@b.example"),
    ];

    /// <summary>What a page never sends by itself, for lists, boxes and hidden fields.</summary>
    public static readonly (string Name, string Value)[] Forged =
        [("forged number", "999999999999999"), ("forged script", "<script>alert('srm')</script>"), ("forged NUL", "\0"), ("forged nothing", ""), ("forged long", new string('z', 5_000)), ("forged truth", "true")];

    /// <summary>For one field while the others stay as they are, so that it gets past what looks at the others first.</summary>
    public static readonly (string Name, string Value)[] Single = [.. Texts.Where(one => one.Name is "long" or "NUL" or "right to left" or "number" or "last day" or "script" or "emoji" or "long email" or "header")];

    /// <summary>Files: a name, and what is in it.</summary>
    public static readonly (string Name, byte[] Content)[] Files =
        [("../../etc/passwd\u202Efdp.exe", "MZ"u8.ToArray()), (new string('я', 300) + ".pdf", "%PDF-1.7"u8.ToArray()), ("<script>alert('srm')</script>.xlsx", [0x50, 0x4B, 3, 4, 0, 0, 0, 0]), ("a.csv", "=cmd|' /C calc'!A0;\0;\""u8.ToArray()), ("empty.pdf", [])];
}
