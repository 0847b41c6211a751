using System.Globalization;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// Counted words. One text holds the forms, parted by a bar: <c>T["{0} offer|{0} offers"]</c>, in Russian
/// <c>{0} предложение|{0} предложения|{0} предложений</c>. The number itself is {0}, further values are {1} and so on.
/// </summary>
public static class Plural
{
    public static string Of(long number, string forms, params IEnumerable<object?> more)
    {
        var form = forms.Split('|');
        return string.Format(CultureInfo.CurrentCulture, form[Math.Min(Form(number), form.Length - 1)], [Shown.Number(number), .. more]);
    }

    /// <summary>Russian (CLDR): 1, 21, 101 one; 2–4, 22–24 few; else many, and 11–14 always. English: one, other.</summary>
    private static int Form(long number)
    {
        var n = Math.Abs(number);
        return !Language.IsRussian ? (n == 1 ? 0 : 1)
            : n % 100 is >= 11 and <= 14 ? 2
            : (n % 10) switch { 1 => 0, 2 or 3 or 4 => 1, _ => 2 };
    }
}
