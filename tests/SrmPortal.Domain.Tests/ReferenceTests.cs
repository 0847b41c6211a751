using System.Globalization;
using SrmPortal.Domain.Reference;

namespace SrmPortal.Domain.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void There_are_249_countries_each_with_one_name_in_each_language()
    {
        Assert.Equal(249, Countries.All.Count);
        Assert.All(Countries.All.Values, country => Assert.True(country.Name is { Code.Length: 2, Ru.Length: > 2, En.Length: > 2 }, country.Code));
        Assert.Equal(("Россия", "Russia"), (Countries.All["RU"].Name.Ru, Countries.All["RU"].Name.En));
    }

    [Fact]
    public void There_are_89_regions_in_eight_districts_and_each_is_in_one()
    {
        Assert.Equal(89, SupplyRegions.OfRussia.Count());
        Assert.Equal(8, SupplyRegions.Districts.Count);
        Assert.Equal(89, SupplyRegions.Districts.SelectMany(district => district.Regions).Distinct().Count());
        Assert.Equal(6, SupplyRegions.Districts.Single(district => district.Code == "ural").Regions.Count);
    }

    [Theory]
    [InlineData("RU-66", true)]
    [InlineData("KZ", true)]
    [InlineData("RU", false)]
    [InlineData("RU-99", false)]
    public void A_region_is_one_of_Russia_or_another_country(string code, bool isKnown) => Assert.Equal(isKnown, SupplyRegions.IsKnown(code));

    [Fact]
    public void A_name_is_in_the_readers_language()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal("Sverdlovsk Region", SupplyRegions.Name("RU-66"));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru");
        Assert.Equal("Казахстан", SupplyRegions.Name("KZ"));
        CultureInfo.CurrentUICulture = before;
    }
}
