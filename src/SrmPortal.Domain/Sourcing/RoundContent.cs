namespace SrmPortal.Domain.Sourcing;

/// <summary>
/// What a published round asks of its suppliers, as one amendment leaves it and the next one finds it. Deadline, audience, opening rule
/// and team are not of it: the first moves by extension alone, the others were fixed by publishing.
/// </summary>
public sealed record RoundContent
{
    public string Title { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>ISO 4217: the currency in which offers are compared.</summary>
    public string ComparisonCurrency { get; init; } = "RUB";

    public IReadOnlyList<CurrencyRate> Rates { get; init; } = [];

    public bool RequiresIncoterms { get; init; }

    public string DesiredDelivery { get; init; } = "";

    public string PaymentTerms { get; init; } = "";

    public string DeliveryTerms { get; init; } = "";

    public bool AllowsPartialQuantities { get; init; }

    public bool RequiresAllItems { get; init; }

    public bool AllowsSubstitutes { get; init; }

    public int OfferValidityDays { get; init; }

    /// <summary>In the currency of comparison; never shown to suppliers.</summary>
    public decimal? EstimatedValue { get; init; }

    /// <summary>By line number.</summary>
    public IReadOnlyList<RoundItem> Items { get; init; } = [];

    /// <summary>By number.</summary>
    public IReadOnlyList<RoundQuestion> Questions { get; init; } = [];

    /// <summary>The customer's documentation.</summary>
    public IReadOnlyList<RoundPaper> Documents { get; init; } = [];
}

/// <summary>A document of the customer's documentation, as an amendment speaks of it. Its bytes lie elsewhere and never change.</summary>
/// <param name="Token">By which its file is found.</param>
/// <param name="Title">As it is listed.</param>
public sealed record RoundPaper(string Token, string Title);
