using FluentValidation;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

/// <summary>An address as it is typed and shown: <c>_Address.cshtml</c>.</summary>
public sealed record AddressFields
{
    /// <summary>The postal address is the registered one, the actual one, or one of its own.</summary>
    public const string Legal = "legal", Actual = "actual", Own = "own";

    public static string Of(PostalAddressIs postal) => postal switch { PostalAddressIs.Own => Own, PostalAddressIs.Actual => Actual, _ => Legal };

    public string? Index { get; init; }

    public string? Region { get; init; }

    public string? Area { get; init; }

    public string? City { get; init; }

    public string? Street { get; init; }

    public string? Building { get; init; }

    /// <summary>What is known as a whole only stands in one field, for its owner to part it.</summary>
    public static AddressFields Of(Address address) => new()
    {
        Index = address.Index,
        Region = address.Region,
        Area = address.Area,
        City = address.City,
        Street = address.Whole.Length > 0 ? address.Whole : address.Street,
        Building = address.Building,
    };

    public Address Address() => new()
    {
        Index = Typed.Line(Index),
        Region = Typed.Line(Region),
        Area = Typed.Line(Area),
        City = Typed.Line(City),
        Street = Typed.Line(Street),
        Building = Typed.Line(Building),
    };

    /// <summary>Whether nothing was typed into it since it was shown.</summary>
    public bool IsAsShown(Address shown) => Of(shown).Address() == Address();

    internal static void Limits(AbstractValidator<AddressFields> address, IStringLocalizer<Texts> texts)
    {
        address.RuleFor(one => one.Index).Limit(Domain.Suppliers.Address.LongestIndex, texts);
        address.RuleFor(one => one.Region).Limit(Domain.Suppliers.Address.LongestPart, texts);
        address.RuleFor(one => one.Area).Limit(Domain.Suppliers.Address.LongestPart, texts);
        address.RuleFor(one => one.City).Limit(Domain.Suppliers.Address.LongestPart, texts);
        address.RuleFor(one => one.Street).Limit(Domain.Suppliers.Address.LongestStreet, texts);
        address.RuleFor(one => one.Building).Limit(Domain.Suppliers.Address.LongestPart, texts);
    }
}
