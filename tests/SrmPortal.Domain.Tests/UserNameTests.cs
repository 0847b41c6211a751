using SrmPortal.Domain.Accounts;

namespace SrmPortal.Domain.Tests;

public sealed class UserNameTests
{
    [Theory]
    [InlineData("srm483920175")]
    [InlineData(" SRM 483 920 175 ")]
    [InlineData("SRМ483920175")]
    [InlineData("ЫКЬ483920175")]
    [InlineData("ыкь483920175")]
    [InlineData("ＳＲＭ483920175")]
    public void A_user_name_is_found_however_it_is_typed(string typed) => Assert.Equal("SRM483920175", UserNames.Folded(typed));

    [Fact]
    public void All_letters_that_look_alike_are_folded() => Assert.Equal("OMKCPABEHTX1", UserNames.Folded("ОМКСРАВЕНТХ1"));

    [Fact]
    public void Other_names_stay_other_names() => Assert.NotEqual(UserNames.Folded("SRM483920175"), UserNames.Folded("SRM483920176"));

    [Fact]
    public void An_address_is_looked_for_as_typed_first_and_then_without_look_alikes() =>
        Assert.Equal(["АNNA@X.EXAMPLE", "ANNA@X.EXAMPLE"], UserAccount.KeysOf("аnna@x.example"));
}
