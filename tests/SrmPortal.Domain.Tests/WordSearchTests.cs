using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Tests;

public sealed class WordSearchTests
{
    [Theory]
    [InlineData("пароля", "Забыли пароль", 2)]
    [InlineData("Пароли", "пароль", 2)]
    [InlineData("аналога", "Аналоги в предложении", 2)]
    [InlineData("продлить", "Продление срока", 1)]
    [InlineData("продл", "Продление срока", 1)]
    [InlineData("счёт", "банковский счет", 2)]
    [InlineData("инкотермс", "Incoterms", 0)]
    [InlineData("prices", "Price, VAT, currency", 2)]
    [InlineData("regist", "Register your company", 1)]
    [InlineData("кп", "КПП", 0)]
    [InlineData("КПП", "ИНН, КПП, ОГРН", 2)]
    public void A_word_is_found_whatever_its_ending_or_by_its_beginning(string typed, string text, int found) =>
        Assert.Equal(found, WordSearch.Finds(Assert.Single(WordSearch.Stems(typed)), WordSearch.Words(text)));

    [Fact]
    public void What_a_question_asks_with_is_left_out_unless_there_is_nothing_else()
    {
        Assert.Equal(["отозв", "предложен"], WordSearch.Stems("Как отозвать предложение?"));
        Assert.Equal(["как", "и", "где"], WordSearch.Stems("как и где"));
        Assert.Empty(WordSearch.Stems(" «?» "));
    }
}
