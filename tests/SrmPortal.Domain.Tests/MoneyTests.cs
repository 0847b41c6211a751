using CsCheck;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Tests;

public sealed class MoneyTests
{
    private static readonly Gen<decimal> Price = Gen.Long[0, 9_999_999_999_999_999].Select(number => number / 10_000m);
    private static readonly Gen<decimal> Quantity = Gen.Long[0, 999_999_999_999].Select(number => number / 1_000m);
    private static readonly Gen<int> PriceUnit = OneOf(1, 100, 1000);
    private static readonly Gen<string> Currency = OneOf("RUB", "USD", "CNY", "JPY", "KWD");

    [Theory]
    [InlineData("4.2", "118900", 1, "RUB", "499380")]
    [InlineData("0.001", "5", 1, "RUB", "0.01")]
    [InlineData("0.001", "4.9999", 1, "RUB", "0.00")]
    [InlineData("1", "0.125", 1, "USD", "0.13")]
    [InlineData("64", "424000", 100, "RUB", "271360")]
    [InlineData("7", "1", 1000, "RUB", "0.01")]
    [InlineData("1", "0.5", 1, "JPY", "1")]
    public void An_amount_is_quantity_times_price_by_price_unit_rounded_half_away_from_zero(string quantity, string price, int priceUnit, string currency, string amount) =>
        Assert.Equal(Of(amount), Money.Amount(Of(quantity), Of(price), priceUnit, currency));

    [Fact]
    public void Half_a_minor_unit_goes_away_from_zero_also_below_it() => Assert.Equal((0.13m, -0.13m), (Money.Round(0.125m, "RUB"), Money.Round(-0.125m, "RUB")));

    [Fact]
    public void An_amount_is_never_further_from_the_exact_value_than_half_a_minor_unit() => Gen.Select(Quantity, Price, PriceUnit, Currency).Sample((quantity, price, priceUnit, currency) =>
    {
        var (exact, amount) = (quantity * price / priceUnit, Money.Amount(quantity, price, priceUnit, currency));
        var unit = 1m;
        for (var i = 0; i < Money.MinorUnits(currency); i++)
        {
            unit /= 10;
        }

        return Math.Abs(amount - exact) <= unit / 2 && amount % unit == 0 && (Math.Abs(amount - exact) < unit / 2 || amount > exact);
    });

    [Fact]
    public void A_dearer_price_never_makes_a_smaller_amount() => Gen.Select(Quantity, Price, Price, PriceUnit).Sample((quantity, one, other, priceUnit) =>
        Money.Amount(quantity, Math.Min(one, other), priceUnit, "RUB") <= Money.Amount(quantity, Math.Max(one, other), priceUnit, "RUB"));

    [Fact]
    public void Totals_add_up_line_by_line_whatever_the_order() => Gen.Select(Quantity, Price).List[1, 20].Sample(lines =>
    {
        var round = new Round(new SourcingEvent("20067776", 1, 1), 0, Given.Terms, lines.Select((_, i) => new RoundItem($"{i:0000}", "x", 1, "t")));
        OfferEntry[] entries = [.. lines.Select((line, i) => new OfferEntry($"{i:0000}", line.Item1, line.Item2) { Vat = i % 3 == 0 ? new Vat("NOT_SUBJECT", null) : null })];
        var (one, other) = (Totals(entries), Totals([.. entries.Reverse()]));

        OfferTotals Totals(OfferEntry[] all) => OfferTotals.Of(new OfferContent("RUB", "", all) { Vat = new Vat("GENERAL", 22) }, round);
        return one.Net == other.Net && one.Gross == other.Gross && one.Net == entries.Sum(entry => entry.Amount(1, "RUB")) && one.ByVat.Sum(row => row.Net) == one.Net;
    });

    [Fact]
    public void Vat_is_rounded_by_line_like_the_amount_and_without_vat_is_none()
    {
        Assert.Equal((0.22m, 0.01m, 0m), (Money.Vat(1.02m, 22, "RUB"), Money.Vat(0.03m, 22, "RUB"), Money.Vat(100, null, "RUB")));
    }

    [Fact]
    public void A_converted_amount_honours_the_nominal() =>
        Assert.Equal((9_050m, 17.92m), (Money.Converted(100, 90.5m, 1, "RUB"), Money.Converted(100, 17.9215m, 100, "RUB")));

    [Fact]
    public void The_largest_quantity_at_the_largest_price_does_not_overflow() =>
        Assert.True(Money.Amount(OfferEntry.MaxQuantity, OfferEntry.MaxPrice, 1, "RUB") > Money.MaxAmount);

    private static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static decimal Of(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
