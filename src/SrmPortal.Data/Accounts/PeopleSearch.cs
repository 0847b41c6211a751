using Microsoft.EntityFrameworkCore;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;

namespace SrmPortal.Data.Accounts;

/// <summary>How people are looked for, by what is typed.</summary>
public static class PeopleSearch
{
    private const int MostWords = 5;

    /// <summary>People in whose name, e-mail or user name each of the typed words stands.</summary>
    public static IQueryable<UserAccount> Named(this IQueryable<UserAccount> people, string? typed)
    {
        foreach (var word in Search.Folded(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var pattern = Search.Pattern(word);
            people = people.Where(a => EF.Functions.Like(a.SearchText, pattern, "\\"));
        }

        return people;
    }

    /// <summary>Whose whole user name or e-mail was typed, in whatever letters: found by its index.</summary>
    public static IQueryable<UserAccount> Called(this IQueryable<UserAccount> people, string typed)
    {
        var keys = UserAccount.KeysOf(typed.Trim());
        return people.Where(a => keys.Contains(a.NormalizedUserName) || keys.Contains(a.NormalizedEmail));
    }
}
