using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Domain.Registration;

/// <summary>What an address must have. One that is known as a whole only is taken as it is.</summary>
internal static class AddressChecks
{
    // Cities that are regions themselves: there the region says it all.
    private static readonly string[] CitiesOfFederation = ["Москва", "Санкт-Петербург", "Севастополь", "Moscow", "Saint Petersburg", "Sevastopol"];

    /// <param name="address">What is looked at.</param>
    /// <param name="country">Of the company, ISO 3166-1 alpha-2.</param>
    /// <param name="field">Of the address; each part is a field below it.</param>
    public static IEnumerable<BrokenRule> WhatIsWrong(Address address, string country, string field)
    {
        if (address.Whole.Length > 0)
        {
            yield break;
        }

        var isRussian = country == Countries.Russia;
        if (isRussian && !(address.Index.Length == 6 && address.Index.All(char.IsAsciiDigit)))
        {
            yield return new(RegistrationRules.NoIndex, $"{field}.{nameof(Address.Index)}");
        }

        if (isRussian && address.Region.Length == 0)
        {
            yield return new(RegistrationRules.NoRegionOfAddress, $"{field}.{nameof(Address.Region)}");
        }

        if (address.City.Length == 0 && !CitiesOfFederation.Contains(address.Region))
        {
            yield return new(RegistrationRules.NoCity, $"{field}.{nameof(Address.City)}");
        }

        if (address.Street.Length == 0)
        {
            yield return new(RegistrationRules.NoStreet, $"{field}.{nameof(Address.Street)}");
        }
    }
}
