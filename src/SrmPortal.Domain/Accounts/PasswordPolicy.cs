using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Accounts;

/// <summary>
/// What a password must be: 12 to 128 characters of any kind. No riddles about capitals and digits; refused is only what is
/// tried first: common words, keyboard walks (Russian ones too), repetitions, and the names of the person, the company, the portal.
/// </summary>
public static partial class PasswordPolicy
{
    public const int MinLength = 12, MaxLength = 128;

    /// <summary>A name shorter than this says too little to be looked for.</summary>
    private const int ShortestName = 4;

    /// <summary>What is left of a password without a common word in it must still be this long.</summary>
    private const int WhatMustRemain = 8;

    private static readonly Lazy<HashSet<string>> Common = new(Read);

    // In the name of every company.
    private static readonly HashSet<string> LegalForms =
        ["LIMITED", "LIABILITY", "COMPANY", "GMBH", "CORP", "ОБЩЕСТВО", "АКЦИОНЕРНОЕ", "ПУБЛИЧНОЕ", "ОГРАНИЧЕННОЙ", "ОТВЕТСТВЕННОСТЬЮ", "ИНДИВИДУАЛЬНЫЙ", "ПРЕДПРИНИМАТЕЛЬ"];

    // Upper case, since that is how both are compared.
    private static readonly string[] Walks =
    [
        "QWERTYUIOP[]", "ASDFGHJKL;'", "ZXCVBNM,.", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", "12345678901234567890",
        "1QAZ2WSX3EDC4RFV5TGB6YHN7UJM", "QAZWSXEDCRFVTGBYHNUJM", "1Q2W3E4R5T6Y7U8I9O0P", "123QWEASDZXC",
    ];

    /// <summary>All that is wrong with it.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="names">Of the person, of the companies, of the portal: the words in them are looked for.</param>
    /// <param name="field">Of the form.</param>
    public static IEnumerable<BrokenRule> WhatIsWrong(string password, IEnumerable<string> names, string field)
    {
        var length = new StringInfo(password).LengthInTextElements;
        if (length < MinLength)
        {
            return [new(PasswordRules.TooShort, field, MinLength, length)];
        }

        if (length > MaxLength || password.Length > 4 * MaxLength)
        {
            return [new(PasswordRules.TooLong, field, MaxLength, length)];
        }

        string[] ways = [password.ToUpperInvariant(), UserNames.OnEnglishKeys(password)];
        return Words(names).FirstOrDefault(name => ways[0].Contains(name, StringComparison.Ordinal)) is { } named
            ? [new(PasswordRules.ContainsName, field, named)]
            : ways.Any(IsTriedFirst) ? [new(PasswordRules.Common, field)] : [];
    }

    private static IEnumerable<string> Words(IEnumerable<string> names) => names
        .SelectMany(name => Word().Matches(name.Normalize()).Select(match => match.Value.ToUpperInvariant()))
        .Where(word => word.Length >= ShortestName && !LegalForms.Contains(word)).OrderByDescending(word => word.Length);

    private static bool IsTriedFirst(string password) =>
        Common.Value.Contains(password) || password.Distinct().Count() < 5 || IsRepetition(password) || LeftWithoutWalks(password) < 5 || IsDecoratedWord(password);

    /// <summary>Two or more times the same: <c>qwerqwerqwer</c>.</summary>
    private static bool IsRepetition(string password) => Enumerable.Range(1, password.Length / 2)
        .Any(unit => Enumerable.Range(unit, password.Length - unit).All(i => password[i] == password[i - unit]));

    /// <summary>A common word with signs around it: <c>Password2026!</c>.</summary>
    private static bool IsDecoratedWord(string password)
    {
        // Signs around are taken off before the masks within: of P@ssw0rd2026 remains P@ssw0rd, which is Password.
        char[] signs = [.. "0123456789 !@#$%^&*()_-+=.,;:?/\\|'\"[]{}<>№~`"];
        var within = string.Concat(password.Trim(signs).Select(Unmasked));
        var fromStart = string.Concat(password.TrimEnd(signs).Select(Unmasked));
        var bare = NotALetter().Replace(password, "");
        return new[] { within, fromStart, bare }.Any(word => Common.Value.Contains(word) && password.Length - word.Length < WhatMustRemain);
    }

    /// <summary>How many characters stand outside runs of four and more along a row of the keyboard or an alphabet, either way.</summary>
    private static int LeftWithoutWalks(string password)
    {
        var left = 0;
        for (var at = 0; at < password.Length;)
        {
            var run = Run(password, at);
            (at, left) = run >= 4 ? (at + run, left) : (at + 1, left + 1);
        }

        return left;
    }

    private static int Run(string password, int at)
    {
        var longest = 1;
        foreach (var walk in Walks.Concat(Walks.Select(walk => string.Concat(walk.Reverse()))))
        {
            var length = Math.Min(password.Length - at, walk.Length);
            while (length > longest && !walk.AsSpan().Contains(password.AsSpan(at, length), StringComparison.Ordinal))
            {
                length--;
            }

            longest = Math.Max(longest, length);
        }

        return longest;
    }

    // P@ssw0rd is password.
    private static char Unmasked(char c) => c switch { '0' => 'O', '1' => 'I', '3' => 'E', '4' => 'A', '5' => 'S', '@' => 'A', '$' => 'S', _ => c };

    private static HashSet<string> Read()
    {
        using var list = new StreamReader(typeof(PasswordPolicy).Assembly.GetManifestResourceStream("CommonPasswords")!);
        return list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"[\p{L}\p{M}0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\p{L}]")]
    private static partial Regex NotALetter();
}

public static class PasswordRules
{
    public const string TooShort = "password.too-short";
    public const string TooLong = "password.too-long";
    public const string Common = "password.common";
    public const string ContainsName = "password.contains-name";
    public const string Wrong = "password.wrong";
    public const string Closed = "password.closed";
    public const string SameAsBefore = "password.same-as-before";
}
