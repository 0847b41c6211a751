using System.Text.Json;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Domain.Tests;

public sealed class AddressTests
{
    private static readonly Address InMoscow = new() { Index = "101000", Region = "Москва", Street = "ул. Мясницкая", Building = "д. 1, офис 5" };

    [Fact]
    public void It_prints_in_one_line_without_what_is_not_known_and_says_a_city_that_is_a_region_once()
    {
        Assert.Equal("620014, Свердловская область, Екатеринбург, ул. Хохрякова, д. 74", GivenRegistration.Address.ToString());
        Assert.Equal("101000, Москва, ул. Мясницкая, д. 1, офис 5", (InMoscow with { City = "Москва" }).ToString());
        Assert.Equal("", Address.None.ToString());
    }

    [Fact]
    public void It_is_kept_as_text_and_read_again_and_one_that_was_kept_as_a_whole_stays_so()
    {
        Assert.All(new[] { InMoscow, GivenRegistration.Address, Address.None, Address.Of("620000, Yekaterinburg, Lenina 1") }, address =>
        {
            Assert.Equal(address, Address.Of(address.Kept));
            Assert.Equal(address, JsonSerializer.Deserialize<Address>(JsonSerializer.Serialize(address)));
        });
        Assert.Equal("620000, Yekaterinburg, Lenina 1", Address.Of("620000, Yekaterinburg, Lenina 1").ToString());
    }

    [Fact]
    public void In_Russia_a_city_that_is_a_region_needs_no_town_and_everything_else_does()
    {
        Assert.Empty(Wrong("RU", InMoscow));
        Assert.Equal(["LegalAddress.City"], Wrong("RU", InMoscow with { Region = "Московская область" }));
        Assert.Equal(["LegalAddress.Index"], Wrong("RU", InMoscow with { Index = "10100" }));
        Assert.Equal(["LegalAddress.Region", "LegalAddress.City"], Wrong("RU", InMoscow with { Region = "" }));
        Assert.Equal(["LegalAddress.Street"], Wrong("RU", InMoscow with { Street = "" }));
    }

    [Fact]
    public void Abroad_town_and_street_are_enough() => Assert.Empty(Wrong("DE", new() { City = "Essen", Street = "Hauptstraße 1" }));

    [Fact]
    public void One_that_is_known_as_a_whole_only_is_taken() => Assert.Empty(Wrong("RU", "620000, Yekaterinburg, Lenina 1"));

    private static IEnumerable<string?> Wrong(string country, Address address) => DetailsChecks
        .WhatIsWrong(GivenRegistration.Company with { Country = country, LegalAddress = address, ActualAddress = address, PostalAddress = address })
        .Where(rule => rule.Field?.Contains("Address", StringComparison.Ordinal) is true).Select(rule => rule.Field);
}
