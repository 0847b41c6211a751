using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Wordings;

namespace SrmPortal.Domain.Tests;

public sealed class AcceptedTextTests
{
    private static readonly DateTime Now = new(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc);

    private static readonly UserAccount Person = new("SRM000000071", "orlov@a.example", "Орлов Дмитрий Игоревич", "ru");

    [Fact]
    public void Owed_is_what_was_not_accepted_from_the_edition_on_that_counts_and_a_consent_only_by_who_has_given_it()
    {
        Assert.Equal([ConsentKind.Terms, ConsentKind.PeopleInformed], Owed(1, 1, 1));
        Assert.Empty(Owed(1, 1, 1, (ConsentKind.Terms, 1), (ConsentKind.PeopleInformed, 1)));
        Assert.Empty(Owed(1, 9, 1, (ConsentKind.Terms, 3), (ConsentKind.PeopleInformed, 1)));
        Assert.Equal([ConsentKind.Terms], Owed(2, 1, 1, (ConsentKind.Terms, 1), (ConsentKind.PeopleInformed, 1)));
        Assert.Equal([ConsentKind.PersonalData], Owed(1, 2, 1, (ConsentKind.Terms, 1), (ConsentKind.PersonalData, 1), (ConsentKind.PeopleInformed, 1)));
    }

    [Fact]
    public void A_difference_names_words_and_counts_the_paragraphs_that_stay()
    {
        var difference = TextDifference.Between(new("Terms", "One.\n\nTwo is here.\n\nThree."), new("Terms", "One.\n\nTwo was here.\n\nAnd more.\n\nThree."));

        Assert.Equal(3, difference.Same);
        var change = Assert.Single(difference.Changes);
        Assert.Equal(["is "], change.Was.Where(piece => piece.IsOwn).Select(piece => piece.Text));
        Assert.Contains(change.Becomes, piece => piece is { IsOwn: true, Text: "was " });
        Assert.True(TextDifference.Between(new("A", "B"), new("A", "B")).IsNone);

        var longest = string.Join("\n\n", Enumerable.Repeat("a", TextWording.LongestBody / 3));
        Assert.True(TextDifference.Between(new("A", longest), new("A", longest)).IsNone);
        Assert.Equal(0, TextDifference.Between(new("A", longest), new("A", longest + "b")).Same);
    }

    private static IReadOnlyList<ConsentKind> Owed(int terms, int personalData, int informed, params (ConsentKind Kind, int Edition)[] given) => PersonConsent.Owed(
        [.. given.Select(one => new PersonConsent(Person, new ConsentText(one.Kind, one.Edition, "ru", new string('0', 64)), Now))],
        new Dictionary<ConsentKind, int> { [ConsentKind.Terms] = terms, [ConsentKind.PersonalData] = personalData, [ConsentKind.PeopleInformed] = informed });
}
