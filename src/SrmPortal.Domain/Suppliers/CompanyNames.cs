using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers;

/// <summary>
/// Names of companies as they are compared: without case, ё, quotes, legal form and spaces. It is stored beside the name, with its length,
/// so that a database finds what is near without reading every name.
/// </summary>
public static class CompanyNames
{
    public const int LongestKey = 200;

    /// <summary>So many letters may differ between two names that are near.</summary>
    public const int MostEdits = 2;

    /// <summary>Names of fewer letters are near only where they are equal.</summary>
    public const int Shortest = 6;

    private static readonly string[][] Phrases =
    [
        .. new[]
        {
            "общество с ограниченной ответственностью", "общество с дополнительной ответственностью", "товарищество с ограниченной ответственностью",
            "непубличное акционерное общество", "публичное акционерное общество", "открытое акционерное общество", "закрытое акционерное общество",
            "акционерное общество", "индивидуальный предприниматель", "федеральное государственное унитарное предприятие",
            "государственное унитарное предприятие", "муниципальное унитарное предприятие", "частное унитарное предприятие", "производственный кооператив",
            "автономная некоммерческая организация", "крестьянское фермерское хозяйство", "limited liability company", "limited liability partnership",
            "public joint stock company", "open joint stock company", "closed joint stock company", "joint stock company", "public limited company",
        }.Select(phrase => phrase.Split(' ')),
    ];

    private static readonly HashSet<string> Forms = new(
        ("ооо одо ао оао зао пао нао ип гуп муп фгуп уп чуп пк ано нко кфх тоо тов "
        + "ooo oao zao pao ao ip too tov llc llp ltd limited plc jsc ojsc cjsc pjsc inc incorporated corp corporation co company gmbh ag kg sa sas srl spa sarl bv nv oy ab as aps").Split(' '),
        StringComparer.Ordinal);

    /// <summary><c>ООО «Урал-ТрубСнаб»</c> and <c>Уралтрубснаб, ООО</c> are both <c>уралтрубснаб</c>.</summary>
    public static string Key(string name)
    {
        var words = Words(name);
        var kept = string.Concat(WithoutForm(words));
        var key = kept.Length > 0 ? kept : string.Concat(words);
        return key.Length <= LongestKey ? key : key[..LongestKey];
    }

    /// <summary>Equal, or, over five letters, at most two edits apart.</summary>
    public static bool AreNear(string key, string other) =>
        key.Length > 0 && (key == other || (IsLong(key) && IsLong(other) && Edits(key, other) <= MostEdits));

    /// <summary>Whether names that are not equal can be near it.</summary>
    public static bool IsLong(string key) => key.Length >= Shortest;

    /// <summary>Three pieces of a key. Two edits leave at least one of them whole, so a name that is near holds it.</summary>
    public static (string First, string Second, string Third) Pieces(string key)
    {
        var third = key.Length / (MostEdits + 1);
        return (key[..third], key[third..(2 * third)], key[(2 * third)..]);
    }

    /// <summary>Letters to put in, take out or change (Levenshtein), counted to one more than is near.</summary>
    public static int Edits(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > MostEdits)
        {
            return MostEdits + 1;
        }

        var (before, now) = (new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
        {
            before[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                least = Math.Min(least, now[j]);
            }

            if (least > MostEdits)
            {
                return MostEdits + 1;
            }

            (before, now) = (now, before);
        }

        return Math.Min(before[other.Length], MostEdits + 1);
    }

    // "S.r.l." and "ЗАО." are one word each; a hyphen parts two.
    private static string[] Words(string name) => string.Concat(Search.Folded(name).Where(letter => letter is not ('.' or '\'' or '’'))
        .Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> WithoutForm(string[] words)
    {
        for (var i = 0; i < words.Length;)
        {
            var form = Phrases.FirstOrDefault(phrase => words.AsSpan(i).StartsWith(phrase));
            if (form is null && !Forms.Contains(words[i]))
            {
                yield return words[i];
            }

            i += form?.Length ?? 1;
        }
    }
}
