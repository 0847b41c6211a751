using SrmPortal.Domain.Offers;

namespace SrmPortal.Web.Tests;

/// <summary>Names on the form of an offer.</summary>
internal static class OfferFormFields
{
    public const string Price = "Lines[0001].UnitPrice", Quantity = "Lines[0001].Quantity", Until = "ValidUntil", Submit = "Submit the offer";

    public static readonly (string, string) Signed = ("Signs", "true");
}
