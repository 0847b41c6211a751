using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;

namespace SrmPortal.Data.Accounts;

public static class PeopleSearch
{
    private const int MostWords = 5;

    /// <summary>
    /// People in whose name, e-mail or user name each of the typed words stands. No two databases fold letters alike, so a word is looked
    /// for as names are written, and small; ё is е.
    /// </summary>
    public static IQueryable<UserAccount> Named(this IQueryable<UserAccount> people, string? typed)
    {
        foreach (var word in Search.Folded(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var small = Search.Pattern(word);
            var (written, key) = (Search.Escaped(Written(word)), small.ToUpperInvariant());
            people = people.Where(a => EF.Functions.Like(a.FullName.Replace("ё", "е").Replace("Ё", "Е"), small, "\\") || EF.Functions.Like(a.FullName.Replace("ё", "е").Replace("Ё", "Е"), written, "\\")
                || EF.Functions.Like(a.NormalizedEmail, key, "\\") || EF.Functions.Like(a.NormalizedUserName, key, "\\"));
        }

        return people;
    }

    private static string Written(string word) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word);
}
