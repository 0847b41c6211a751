namespace SrmPortal.Domain.Sourcing;

/// <summary>An earlier round as the start of a new event.</summary>
public sealed partial class Round
{
    /// <summary>
    /// What belongs to that time alone stays behind: deadline, rates, dates that are over, offers, decisions. Items and questions keep
    /// their numbers.
    /// </summary>
    public Round BeginAgain(SourcingEvent target, RoundCopy copy)
    {
        var begun = new Round(target, 0, copy.WithTerms ? TermsFor(copy) : new RoundTerms { Kind = copy.Kind, Title = copy.Title, TimeZone = copy.TimeZone, OpenerId = copy.BuyerId });
        if (copy.WithItems)
        {
            begun.ReplaceItems(Items.Select(item => item with
            {
                CategoryId = item.CategoryId is { } category && copy.Categories.Contains(category) ? category : null,
                DeliveryDate = item.DeliveryDate > copy.Today ? item.DeliveryDate : null,
            }), _lots.Select(lot => new RoundLot(lot.No, lot.Title)));
        }

        if (copy.WithQuestions)
        {
            begun.ReplaceQuestions(Questions.Where(question => copy.WithItems || question.ItemNumber is null).Select(question => question with { }));
        }

        begun.ChooseSuppliers(copy.Suppliers);
        return begun;
    }

    private RoundTerms TermsFor(RoundCopy copy)
    {
        long? IfStill(long? opener) => opener is { } person && copy.PossibleOpeners.Contains(person) ? person : null;
        return Terms() with
        {
            Kind = copy.Kind,
            Title = copy.Title,
            TimeZone = copy.TimeZone,
            Deadline = null,
            ClarificationsUntil = null,
            Rates = [.. _rates.Select(rate => rate.Code == ComparisonCurrency ? rate with { } : new CurrencyRate(rate.Code) { Nominal = rate.Nominal })],
            OpenerId = OpeningRule is OpeningRule.Automatic ? null : IfStill(OpenerId) ?? copy.BuyerId,
            SecondOpenerId = OpeningRule is OpeningRule.TwoOpeners ? IfStill(SecondOpenerId) : null,
            Categories = [.. _categories.Where(copy.Categories.Contains)],
            PricesOnlyFall = false,
            EarlierOffersStand = false,
        };
    }
}

/// <summary>What a new event takes over from an earlier round.</summary>
/// <param name="Title">Of the new event.</param>
/// <param name="Kind">Of the new event.</param>
/// <param name="TimeZone">Its site's.</param>
/// <param name="BuyerId">Who begins it; opens the offers where those who were named can't any more.</param>
public sealed record RoundCopy(string Title, EventKind Kind, string TimeZone, long BuyerId)
{
    public bool WithTerms { get; init; } = true;

    public bool WithItems { get; init; } = true;

    public bool WithQuestions { get; init; } = true;

    /// <summary>Those who can still be invited, by key; none: nobody is taken over.</summary>
    public IReadOnlyCollection<long> Suppliers { get; init; } = [];

    /// <summary>Categories that are still there, by key.</summary>
    public IReadOnlyCollection<long> Categories { get; init; } = [];

    /// <summary>Accounts that may open offers of the site.</summary>
    public IReadOnlyCollection<long> PossibleOpeners { get; init; } = [];

    /// <summary>At the site.</summary>
    public DateOnly Today { get; init; }
}
