using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Tests;

/// <summary>What a browser sends is taken without what nobody can type.</summary>
public sealed class TypeableTextTests
{
    [Theory]
    [InlineData("Поставка\r\nпо графику\tда", "Поставка\r\nпо графику\tда")]
    [InlineData("20\0067776\u0007", "20067776")]
    [InlineData("болт 😀 М12", "болт 😀 М12")]
    public void Control_characters_go_and_all_else_stays(string sent, string taken) => Assert.Equal(taken, PlainText.Typeable(sent));

    [Fact]
    public void Halves_of_characters_go() => Assert.Equal("болт", PlainText.Typeable("\ud83dболт\ude00"));
}
