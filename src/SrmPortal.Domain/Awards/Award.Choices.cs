using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Awards;

/// <summary>What is chosen for which item, and what is still missing before it can be decided.</summary>
public sealed partial class Award
{
    public IEnumerable<AwardLine> LinesOf(string item) => _lines.Where(line => line.ItemNumber == item);

    public AwardNote? NoteOf(string item) => _notes.FirstOrDefault(note => note.ItemNumber == item);

    public bool IsDecided(string item, Comparison comparison) =>
        comparison.For(item).Count == 0 || NoteOf(item) is { IsNotBought: true } || LinesOf(item).Any();

    /// <summary>What would have to be said about the choice for an item; null where the price speaks for itself.</summary>
    /// <returns>The rule that asks for the reason.</returns>
    public string? WhyReasonIsNeeded(string item, Comparison comparison)
    {
        AwardLine[] lines = [.. LinesOf(item)];
        return lines.Length == 0 ? (NoteOf(item) is { IsNotBought: true } ? AwardRules.ReasonNotBought : null)
            : !IsBestPrice(item, lines, comparison) ? AwardRules.ReasonNotBest
            : lines.Sum(line => line.Quantity) < comparison.Item(item)?.Quantity ? AwardRules.ReasonNotAll
            : lines.Any(line => comparison.For(item, line.SupplierId) is { } offered && comparison.IsSuspiciouslyLow(offered)) ? AwardRules.ReasonLow
            : null;
    }

    /// <summary>Everything that stands between this and a decision, at once, each at its field.</summary>
    public IEnumerable<BrokenRule> WhatIsMissing(Comparison comparison)
    {
        string[] undecided = [.. comparison.Items.Select(item => item.Number).Where(item => !IsDecided(item, comparison))];
        if (undecided.Length > 0)
        {
            yield return new(AwardRules.Undecided, ItemChoice.FieldOf(undecided[0]), undecided.Length, Listed(undecided));
        }
        else if (_lines.Count == 0)
        {
            yield return new(AwardRules.NothingChosen);
        }

        foreach (var item in comparison.Items)
        {
            if (WhyReasonIsNeeded(item.Number, comparison) is { } rule && NoteOf(item.Number) is not { Reason.Length: > 0 })
            {
                yield return new(rule, ItemChoice.ReasonFieldOf(item.Number), item.Number);
            }
        }

        if (Justification.Length == 0)
        {
            yield return new(AwardRules.JustificationMissing, nameof(Justification));
        }
    }

    // The best price is chosen where nothing better is left over: of equal prices, the one whose offer came earlier.
    private static bool IsBestPrice(string item, AwardLine[] lines, Comparison comparison)
    {
        var taken = lines.ToDictionary(line => line.SupplierId, line => line.Quantity);
        var betterIsLeft = false;
        foreach (var offered in comparison.For(item))
        {
            var quantity = taken.GetValueOrDefault(offered.Contender.SupplierId);
            if (quantity > 0 && betterIsLeft)
            {
                return false;
            }

            betterIsLeft |= quantity < offered.Quote.Quantity;
        }

        return true;
    }

    private void Keep(ItemChoice choice, Comparison comparison)
    {
        Share[] shares = [.. choice.Shares.Where(share => share.Quantity > 0)];
        _lines.RemoveAll(line => line.ItemNumber == choice.ItemNumber && !shares.Any(share => share.SupplierId == line.SupplierId));
        foreach (var share in shares)
        {
            var line = _lines.Find(line => line.ItemNumber == choice.ItemNumber && line.SupplierId == share.SupplierId);
            if (line is null)
            {
                _lines.Add(line = new AwardLine(RoundId, choice.ItemNumber, share.SupplierId));
            }

            line.Take(share.Quantity, comparison.For(choice.ItemNumber, share.SupplierId)!, comparison);
        }

        _notes.RemoveAll(note => note.ItemNumber == choice.ItemNumber);
        if (choice.IsNotBought || choice.Reason.Trim().Length > 0)
        {
            _notes.Add(new AwardNote(choice.ItemNumber, choice.IsNotBought, choice.Reason.Trim()));
        }
    }

    private void ExplainRest(string reason, Comparison comparison)
    {
        if (reason.Length == 0)
        {
            return;
        }

        foreach (var item in comparison.Items.Where(item => WhyReasonIsNeeded(item.Number, comparison) is not null && NoteOf(item.Number) is not { Reason.Length: > 0 }))
        {
            var isNotBought = NoteOf(item.Number) is { IsNotBought: true };
            _notes.RemoveAll(note => note.ItemNumber == item.Number);
            _notes.Add(new AwardNote(item.Number, isNotBought, reason));
        }
    }

    private static string Listed(string[] items) => string.Join(", ", items.Take(20)) + (items.Length > 20 ? " …" : "");
}
