using System.Text.RegularExpressions;

namespace SrmPortal.Domain.Common;

/// <summary>
/// Words as people look for them: what a question asks with is left out, Russian and English endings don't matter. <c>пароля</c> finds
/// <c>пароль</c>, <c>prices</c> finds <c>price</c>.
/// </summary>
public static partial class WordSearch
{
    private const int Shortest = 3;

    private static readonly HashSet<string> Idle =
    [
        "а", "бы", "в", "во", "вы", "где", "для", "до", "если", "за", "и", "из", "или", "как", "какая", "какие", "какой", "когда", "кто", "ли", "мне", "можно",
        "мой", "моя", "моё", "мое", "на", "не", "нет", "о", "об", "от", "по", "почему", "при", "с", "со", "то", "у", "что", "чтобы", "это", "я",
        "a", "an", "and", "are", "as", "at", "by", "can", "do", "does", "for", "from", "how", "i", "if", "in", "is", "it", "my", "no", "not", "of", "on", "or", "the", "to", "we",
        "what", "when", "where", "which", "who", "why", "with", "you", "your",
    ];

    // The longest that fits is cut off.
    private static readonly string[] Endings =
    [
        .. new[]
        {
            "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "ях", "ах", "ией", "ей", "ой", "ий", "ый", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю",
            "ию", "ия", "ии", "ью", "ом", "ем", "ам", "ям", "ов", "ев", "ых", "их", "ым", "им", "ься", "тся", "ться", "ся", "сь", "ать", "ять", "ить", "еть", "али", "или", "ал",
            "ил", "ла", "ло", "ет", "ит", "ют", "ут", "ят", "ат", "ь", "а", "я", "о", "е", "ы", "и", "у", "ю", "й", "ing", "ed", "es", "s", "e",
        }.OrderByDescending(ending => ending.Length),
    ];

    /// <summary>What is looked for, without endings; what a sentence is held together by only where there is nothing else.</summary>
    public static IReadOnlyList<string> Stems(string typed)
    {
        string[] words = [.. Words(typed)];
        string[] telling = [.. words.Where(word => !Idle.Contains(word))];
        return [.. (telling.Length > 0 ? telling : words).Select(Stem).Distinct()];
    }

    /// <summary>The words of a text, folded.</summary>
    public static IEnumerable<string> Words(string text) => Word().Matches(Search.Folded(text)).Select(word => word.Value);

    /// <returns>2: a word of the text is the same but for its ending; 1: one begins so; 0: none.</returns>
    public static int Finds(string stem, IEnumerable<string> words)
    {
        var best = 0;
        foreach (var word in words)
        {
            var other = Stem(word);
            if (other == stem)
            {
                return 2;
            }

            best = best == 0 && stem.Length >= Shortest && other.StartsWith(stem, StringComparison.Ordinal) ? 1 : best;
        }

        return best;
    }

    /// <summary>A word without its ending; at least three letters stay.</summary>
    public static string Stem(string word) =>
        Endings.FirstOrDefault(ending => word.Length - ending.Length >= Shortest && word.EndsWith(ending, StringComparison.Ordinal)) is { } cut ? word[..^cut.Length] : word;

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();
}
