using SrmPortal.Domain.Administration;
using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Tests;

public sealed class SettingTests
{
    private static readonly Dictionary<string, string> Usual = AllSettings.InOrder.ToDictionary(setting => setting.Name, setting => setting.Default);

    [Fact]
    public void Every_usual_value_is_one_that_can_be_entered()
    {
        Assert.All(AllSettings.InOrder, setting =>
        {
            var typed = setting.Kind == SettingKind.Choices ? setting.Default.Split(", ") : [setting.Default];
            Assert.Equal(setting.Default, setting.Read(typed, '.', out var refusal));
            Assert.Null(refusal);
        });
        Assert.Equal(AllSettings.InOrder.Count, AllSettings.InOrder.Select(setting => setting.Name).Distinct().Count());
        Assert.Equal(AllSettings.InOrder.Count, AllSettings.InOrder.Select(setting => setting.Key).Distinct().Count());
        Assert.All(AllSettings.InOrder, setting => Assert.True(setting.Name.Length <= ChosenSetting.LongestName && string.Join(", ", setting.Possible).Length <= ChosenSetting.LongestValue));
    }

    [Theory]
    [InlineData("notice", "48", "48", null)]
    [InlineData("notice", "0", null, SettingRules.OutOfBounds)]
    [InlineData("notice", "721", null, SettingRules.OutOfBounds)]
    [InlineData("notice", "1,5", null, NumberRules.TooPrecise)]
    [InlineData("notice", "сутки", null, NumberRules.NotUnderstood)]
    [InlineData("notice", "", null, NumberRules.NotUnderstood)]
    [InlineData("publishing-threshold", "2 500 000,50", "2500000.5", null)]
    [InlineData("publishing-threshold", "0", "0", null)]
    [InlineData("publishing-threshold", "-1", null, NumberRules.NotUnderstood)]
    [InlineData("threshold-currency", "EUR", "EUR", null)]
    [InlineData("threshold-currency", "XXX", null, SettingRules.NotOffered)]
    [InlineData("user-name-prefix", " omk ", "OMK", null)]
    [InlineData("user-name-prefix", "ОМК", null, SettingRules.NotLetters)]
    [InlineData("user-name-prefix", "A", null, SettingRules.NotLetters)]
    public void What_is_typed_is_read_within_the_bounds_of_its_setting(string name, string typed, string? kept, string? refused)
    {
        var read = AllSettings.InOrder.Single(setting => setting.Name == name).Read([typed], ',', out var refusal);

        Assert.Equal(refused, refusal?.Code);
        Assert.Equal(kept, refusal is null ? read : null);
    }

    [Fact]
    public void Roles_are_kept_in_one_order_and_nobody_is_an_answer()
    {
        var roles = AllSettings.InOrder.Single(setting => setting.Name == "second-step");

        Assert.Equal("Buyer, Supplier", roles.Read(["Supplier", "Buyer"], '.', out var taken));
        Assert.Equal("", roles.Read([], '.', out var nobody));
        roles.Read(["Boss"], '.', out var unknown);

        Assert.Null(taken ?? nobody);
        Assert.Equal(SettingRules.NotOffered, unknown!.Code);
        Assert.Equal("Buyer, Administrator", roles.Normal("administrator,buyer"));
    }

    [Fact]
    public void What_becomes_another_is_told_and_the_usual_value_gives_it_back()
    {
        var settings = (ChosenSettings)Activator.CreateInstance(typeof(ChosenSettings), nonPublic: true)!;

        settings.Settle(new Dictionary<string, string> { ["notice"] = "48", ["amendment-days"] = "2" }, Usual);
        Assert.Equal("48", Assert.Single(settings.Chosen).Value);
        Assert.Equal(new SettingChanged("notice", "24", "48"), Assert.Single(settings.TakeEvents()));
        settings.Settle(new Dictionary<string, string> { ["notice"] = "48" }, Usual);
        Assert.Empty(settings.TakeEvents());

        settings.Settle(new Dictionary<string, string> { ["notice"] = "24" }, Usual);
        Assert.Empty(settings.Chosen);
        Assert.Equal(new SettingChanged("notice", "48", "24"), Assert.Single(settings.TakeEvents()));
    }
}
