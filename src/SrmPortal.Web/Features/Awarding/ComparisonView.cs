using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>With what the prices of a line are compared.</summary>
public enum Against { Best, Target, Last, Earlier }

public enum ColumnOrder { Received, Total, Name }

/// <summary>How a person wants to see the comparison. It lives in the address, so that it can be sent to a colleague; it changes nothing.</summary>
public sealed record ComparisonView
{
    [FromQuery(Name = "page")]
    public int Page { get; init; } = 1;

    [FromQuery(Name = "against")]
    public string? AgainstTyped { get; init; }

    [FromQuery(Name = "order")]
    public string? OrderTyped { get; init; }

    /// <summary>Suppliers that are not shown, by their own numbers.</summary>
    [FromQuery(Name = "hide")]
    public string[] Hidden { get; init; } = [];

    public Against Against => Enum.TryParse<Against>(AgainstTyped, true, out var against) && Enum.IsDefined(against) ? against : Against.Best;

    public ColumnOrder Order => Enum.TryParse<ColumnOrder>(OrderTyped, true, out var order) && Enum.IsDefined(order) ? order : ColumnOrder.Received;

    public bool IsPlain => Against is Against.Best && Order is ColumnOrder.Received && Hidden.Length == 0;

    public bool Shows(OfferColumn offer) => !Hidden.Contains(offer.Number);

    /// <summary>All where everything would be hidden: an empty comparison helps nobody.</summary>
    public IReadOnlyList<OfferColumn> Of(Evaluation evaluation)
    {
        OfferColumn[] shown = [.. evaluation.Offers.Where(Shows)];
        var from = shown.Length > 0 ? shown : evaluation.Offers;
        return Order switch
        {
            ColumnOrder.Total => [.. from.OrderByDescending(offer => evaluation.Comparison.IsComplete(offer.SupplierId)).ThenBy(offer => evaluation.Comparison.Total(offer.SupplierId))],
            ColumnOrder.Name => [.. from.OrderBy(offer => offer.Name, StringComparer.CurrentCultureIgnoreCase)],
            _ => [.. from],
        };
    }

    /// <summary>The price that an offer's price of a line is compared with; null where there is none.</summary>
    public decimal? BasisOf(Evaluation evaluation, RoundItem item, OfferColumn offer) => Against switch
    {
        Against.Target => item.TargetPrice,
        Against.Earlier => evaluation.EarlierPriceOf(item, offer),
        Against.Last => evaluation.LastPriceOf(item)?.For(item),
        _ => evaluation.Comparison.For(item.Number) is [var best, ..] ? best.ComparedPrice : null,
    };

    /// <summary><c>?against=target&amp;hide=S0000007</c>; empty for the plain one.</summary>
    public string Query(int page = 1)
    {
        List<KeyValuePair<string, string?>> query = [.. Hidden.Select(number => KeyValuePair.Create("hide", (string?)number))];
        Add("against", Against is Against.Best ? null : Against.ToString().ToLowerInvariant());
        Add("order", Order is ColumnOrder.Received ? null : Order.ToString().ToLowerInvariant());
        Add("page", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
        return QueryHelpers.AddQueryString("", query);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                query.Add(KeyValuePair.Create(name, (string?)value));
            }
        }
    }
}
