using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>What must be there before a draft is published.</summary>
public sealed partial class Round
{
    /// <summary>All parts of the check-list, done or not, so that nobody finds out about the second fault after mending the first.</summary>
    public IReadOnlyList<CheckedPart> CheckList(PublishingFacts facts) =>
    [
        new(PublishingCheck.Title, [.. WhatTitleLacks()]),
        new(PublishingCheck.Notice, facts.NoticeEdition is null ? [new(PublishingRules.NoticeMissing, nameof(Kind))] : []),
        new(PublishingCheck.Buyer, facts.BuyerCanBeReached ? [] : [new(PublishingRules.BuyerNotReachable, nameof(SourcingEvent.BuyerId))]),
        new(PublishingCheck.Deadline, [.. WhatDeadlineLacks(facts)]),
        new(PublishingCheck.Currencies, [.. WhatCurrenciesLack()]),
        new(PublishingCheck.Value, WorthFor(null) is null ? [new(PublishingRules.EstimateMissing, nameof(EstimatedValue))] : []),
        new(PublishingCheck.Opening, [.. WhatOpeningLacks(facts.PossibleOpeners)]),
        new(PublishingCheck.Items, [.. WhatItemsLack()]),
        .. HasLots ? [new CheckedPart(PublishingCheck.Lots, [.. WhatLotsLack()])] : Array.Empty<CheckedPart>(),
        new(PublishingCheck.Questions, [.. Questions.SelectMany(WhatQuestionLacks)]),
        new(PublishingCheck.Suppliers, [.. WhatSuppliersLack(facts)]),
        .. IsFurther ? [new CheckedPart(PublishingCheck.Earlier, [.. WhatEarlierLacks(facts)])] : Array.Empty<CheckedPart>(),
    ];

    public IEnumerable<BrokenRule> WhatBlocksPublishing(PublishingFacts facts) => CheckList(facts).SelectMany(part => part.Broken);

    private IEnumerable<BrokenRule> WhatTitleLacks() =>
    [
        .. Title.Length == 0 ? [new(PublishingRules.TitleMissing, nameof(Title))] : Array.Empty<BrokenRule>(),
        .. EventKinds.Offered.Contains(Kind) ? [] : new[] { new BrokenRule(PublishingRules.KindNotOffered, nameof(Kind)) },
    ];

    private IEnumerable<BrokenRule> WhatDeadlineLacks(PublishingFacts facts)
    {
        if (!HasDeadline)
        {
            yield return new(PublishingRules.DeadlineMissing, "DeadlineDate");
        }
        else if (Deadline <= facts.Now)
        {
            yield return new(PublishingRules.DeadlinePassed, "DeadlineDate", Deadline);
        }
        else if (Deadline - facts.Now < facts.Policy.Notice)
        {
            yield return new(PublishingRules.DeadlineTooSoon, "DeadlineDate", (int)facts.Policy.Notice.TotalHours, facts.Now + facts.Policy.Notice);
        }

        if (ClarificationsUntil > Deadline)
        {
            yield return new(PublishingRules.ClarificationsAfterDeadline, "ClarificationsDate");
        }
    }

    private IEnumerable<BrokenRule> WhatCurrenciesLack()
    {
        if (_rates.Count == 0)
        {
            yield return new(PublishingRules.NoCurrency, nameof(Rates));
        }

        foreach (var (rate, i) in _rates.Select((rate, i) => (rate, i)).Where(one => one.rate.Code != ComparisonCurrency))
        {
            if (rate.Rate is not > 0)
            {
                yield return new(PublishingRules.RateMissing, $"Rates[{i}].Rate", rate.Code);
            }
            else if (string.IsNullOrEmpty(rate.Source) || rate.Date is null)
            {
                yield return new(PublishingRules.RateWithoutSource, $"Rates[{i}].Source", rate.Code);
            }
        }
    }

    private IEnumerable<BrokenRule> WhatOpeningLacks(IReadOnlyCollection<long> possible)
    {
        if (OpeningRule is OpeningRule.Automatic)
        {
            yield break;
        }

        if (OpenerId is not { } first)
        {
            yield return new(PublishingRules.OpenerMissing, nameof(OpenerId));
        }
        else if (!possible.Contains(first))
        {
            yield return new(PublishingRules.OpenerMayNot, nameof(OpenerId));
        }

        if (OpeningRule is OpeningRule.TwoOpeners && WhatSecondOpenerLacks(possible) is { } code)
        {
            yield return new(code, nameof(SecondOpenerId));
        }
    }

    private string? WhatSecondOpenerLacks(IReadOnlyCollection<long> possible) =>
        SecondOpenerId is not { } second ? PublishingRules.SecondOpenerMissing
        : second == OpenerId ? PublishingRules.OpenersAreOne
        : possible.Contains(second) ? null : PublishingRules.OpenerMayNot;

    private IEnumerable<BrokenRule> WhatItemsLack()
    {
        if (_items.Count == 0)
        {
            yield return new(PublishingRules.NoItems, nameof(Items));
        }

        foreach (var item in ItemsInOrder())
        {
            if (item.Name.Length == 0)
            {
                yield return new(PublishingRules.ItemWithoutName, $"Items[{item.Number}].Name", item.Number);
            }

            if (item.Quantity <= 0)
            {
                yield return new(PublishingRules.ItemWithoutQuantity, $"Items[{item.Number}].Quantity", item.Number);
            }

            if (!Units.Knows(item.Unit))
            {
                yield return new(PublishingRules.ItemUnitUnknown, $"Items[{item.Number}].Unit", item.Number);
            }

            if (HasDeadline && item.DeliveryDate < DeadlineDay)
            {
                yield return new(PublishingRules.ItemNeededTooSoon, $"Items[{item.Number}].DeliveryDate", item.Number);
            }
        }
    }

    private IEnumerable<BrokenRule> WhatQuestionLacks(RoundQuestion question)
    {
        if (question.Text.Length == 0)
        {
            yield return new(PublishingRules.QuestionWithoutText, $"Questions[{question.No}].Text", question.No);
        }

        if (question.Type is QuestionType.OneOfList && question.Options.Count < 2)
        {
            yield return new(PublishingRules.QuestionWithoutOptions, $"Questions[{question.No}].Options", question.No);
        }

        if (question.ItemNumber is { } number && _items.All(item => item.Number != number))
        {
            yield return new(PublishingRules.QuestionOfNoItem, $"Questions[{question.No}].ItemNumber", question.No, number);
        }
    }

    private IEnumerable<BrokenRule> WhatSuppliersLack(PublishingFacts facts)
    {
        if (Audience is Audience.OpenToCategories && _categories.Count == 0)
        {
            yield return new(PublishingRules.NoCategory, "CategoryIds");
        }
        else if (facts.Suppliers.Count == 0 && (facts.Outsiders == 0 || Audience is Audience.OpenToCategories))
        {
            yield return new(PublishingRules.NoSuppliers, "Suppliers");
        }

        foreach (var name in facts.CannotBeInvited)
        {
            yield return new(PublishingRules.SupplierCannotBeInvited, "Suppliers", name);
        }
    }
}
