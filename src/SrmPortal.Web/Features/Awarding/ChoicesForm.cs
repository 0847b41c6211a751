using System.Globalization;
using FluentValidation;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>What is chosen on one page of the comparison, by item number. Suppliers stand in it by their own numbers.</summary>
public sealed class ChoicesForm
{
    /// <summary>Of the decision that the form was filled from.</summary>
    public int Revision { get; init; }

    public Dictionary<string, string?> Choices { get; init; } = [];

    public Dictionary<string, string?> Reasons { get; init; } = [];

    public string? Justification { get; init; }

    /// <summary>For every line that needs a reason and has none.</summary>
    public string? ReasonForRest { get; init; }

    /// <summary>The button that chooses a lot as a whole, number and supplier: <c>2:S00000007</c>; null: another one was pressed.</summary>
    public string? WholeLot { get; init; }

    /// <summary>What is named here, over what was chosen before; of a lot that goes to one supplier, all that this one offers.</summary>
    public IReadOnlyCollection<ItemChoice> Over(Evaluation evaluation)
    {
        var suppliers = evaluation.Offers.ToDictionary(offer => offer.Number, offer => offer.SupplierId);
        var chosen = Choices.Keys.Concat(Reasons.Keys).Distinct().ToDictionary(item => item, item => Of(item, suppliers, evaluation));
        foreach (var choice in OfWholeLot(evaluation))
        {
            chosen[choice.ItemNumber] = choice with { Reason = chosen.GetValueOrDefault(choice.ItemNumber)?.Reason ?? evaluation.Award?.NoteOf(choice.ItemNumber)?.Reason ?? "" };
        }

        return [.. chosen.Values.OrderBy(choice => choice.ItemNumber, StringComparer.Ordinal)];
    }

    private IReadOnlyList<ItemChoice> OfWholeLot(Evaluation evaluation) => WholeLot?.Split(':') switch
    {
        null => [],
        [var no, var supplier] when int.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var lot) => SupplierForm.AllOf(evaluation, supplier, lot),
        _ => throw new RuleViolation(new BrokenRule(AwardRules.NothingOfLot)),
    };

    private ItemChoice Of(string item, Dictionary<string, long> suppliers, Evaluation evaluation)
    {
        var note = evaluation.Award?.NoteOf(item);
        var reason = Reasons.TryGetValue(item, out var typed) ? typed ?? "" : note?.Reason ?? "";
        return Choices.TryGetValue(item, out var supplier)
            ? ItemChoice.From(evaluation.Comparison, item, suppliers.GetValueOrDefault(supplier ?? ""), reason)
            : new ItemChoice(item, [.. evaluation.Award?.LinesOf(item).Select(line => new Share(line.SupplierId, line.Quantity)) ?? []])
            {
                IsNotBought = note?.IsNotBought is true,
                Reason = reason,
            };
    }

    internal sealed class Validator : AbstractValidator<ChoicesForm>
    {
        public Validator() => RuleFor(form => form.Revision).GreaterThanOrEqualTo(0);
    }
}
