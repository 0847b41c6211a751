using FluentValidation;
using SrmPortal.Data;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>The rules by which a choice may begin, with what each comes to.</summary>
public sealed class StartPage(Evaluation evaluation, int most)
{
    public const int MostByDefault = 2;

    public EvaluationHead Head => evaluation.Head;

    public int Revision => evaluation.Revision;

    public bool MayPrepare => evaluation.MayPrepare;

    public int Most { get; } = Math.Clamp(most, 1, Math.Max(1, evaluation.Offers.Count));

    public IReadOnlyList<OfferColumn> Offers => evaluation.Offers;

    public IReadOnlyList<RoundItem> Items => evaluation.Comparison.Items;

    /// <summary>Nothing to choose from.</summary>
    public bool IsEmpty => Items.All(item => evaluation.Comparison.For(item.Number).Count == 0);

    /// <summary>Something is chosen already, and will be replaced.</summary>
    public bool IsChosen => evaluation.Award?.Lines.Count > 0;

    public IReadOnlyList<RoundLot> Lots => Head.Lots;

    public IReadOnlyList<StartingPoint> Points => field ??= [.. StartForm.All(evaluation.Comparison, Most)];

    public Savings SavingsOf(StartingPoint point) => Savings.Of(evaluation, StartForm.Costs(point, evaluation.Comparison));

    public string NamesOf(StartingPoint point) => string.Join(", ", point.Suppliers.Take(5).Select(supplier => evaluation.OfferOf(supplier).Name)) + (point.Suppliers.Count > 5 ? " …" : "");

    public static async Task<StartPage> Read(PortalDbContext db, EvaluationHead head, int most) =>
        new(await Evaluation.Read(db, head, withLastPrices: true), most);
}

/// <summary>By which rule the choice begins.</summary>
public sealed class StartForm
{
    /// <summary>Of the decision that the person saw.</summary>
    public int Revision { get; init; }

    public StartingRule? Rule { get; init; }

    internal static IEnumerable<StartingPoint> All(Comparison comparison, int most)
    {
        yield return StartingPoint.CheapestPerItem(comparison);
        if (StartingPoint.CheapestComplete(comparison) is { } complete)
        {
            yield return complete;
        }

        yield return StartingPoint.FewSuppliers(comparison, most);
    }

    internal static IEnumerable<(string Item, decimal Quantity, decimal Cost)> Costs(StartingPoint point, Comparison comparison) => point.Choices
        .SelectMany(choice => choice.Shares.Select(share => (choice.ItemNumber, share.Quantity, comparison.Cost(comparison.For(choice.ItemNumber, share.SupplierId)!, share.Quantity).Compared)));

    /// <summary>All items: what the rule says nothing of isn't chosen any more. Reasons that were given stay.</summary>
    public IReadOnlyCollection<ItemChoice> Over(Evaluation evaluation, int most)
    {
        var point = All(evaluation.Comparison, Math.Clamp(most, 1, Math.Max(1, evaluation.Offers.Count))).FirstOrDefault(one => one.Rule == Rule)
            ?? throw new RuleViolation(new BrokenRule(AwardRules.NoStart, nameof(Rule)));
        var chosen = point.Choices.ToDictionary(choice => choice.ItemNumber);
        return [.. evaluation.Comparison.Items.Select(item => (chosen.GetValueOrDefault(item.Number) ?? new ItemChoice(item.Number, [])) with
        {
            Reason = evaluation.Award?.NoteOf(item.Number)?.Reason ?? "",
        })];
    }

    internal sealed class Validator : AbstractValidator<StartForm>
    {
        public Validator() => RuleFor(form => form.Revision).GreaterThanOrEqualTo(0);
    }
}

/// <summary>From whom all that is offered of all items, or of one lot, is chosen.</summary>
public sealed class SupplierForm
{
    /// <summary>Of the decision that the person saw.</summary>
    public int Revision { get; init; }

    /// <summary>The supplier's own number.</summary>
    public string? Supplier { get; init; }

    /// <summary>Null: all items.</summary>
    public int? Lot { get; init; }

    /// <summary>Only what this supplier offers; other items stay as they are.</summary>
    public IReadOnlyCollection<ItemChoice> Over(Evaluation evaluation) =>
        [.. AllOf(evaluation, Supplier, Lot).Select(choice => choice with { Reason = evaluation.Award?.NoteOf(choice.ItemNumber)?.Reason ?? "" })];

    /// <summary>Everything that a supplier offers of all items, or of one lot; the reasons are not its business.</summary>
    internal static IReadOnlyList<ItemChoice> AllOf(Evaluation evaluation, string? number, int? lot)
    {
        var supplier = evaluation.Offers.FirstOrDefault(offer => offer.Number == number) ?? throw new RuleViolation(new BrokenRule(AwardRules.NoSupplier, nameof(Supplier)));
        var choices = StartingPoint.AllOf(evaluation.Comparison, supplier.SupplierId, lot is { } no ? evaluation.Comparison.ItemsOf(no) : evaluation.Comparison.Items.Select(item => item.Number));
        RuleViolation.ThrowIf(choices.Count == 0, AwardRules.NothingOfLot);
        return choices;
    }

    internal sealed class Validator : AbstractValidator<SupplierForm>
    {
        public Validator() => RuleFor(form => form.Revision).GreaterThanOrEqualTo(0);
    }
}

/// <summary>What a choice saves against the target prices, the mean of all offers, and what was paid last; each over the items that have such a price.</summary>
public sealed record Savings(Saving ToTarget, Saving ToMean, Saving ToLast)
{
    public static Savings Of(Evaluation evaluation, IEnumerable<(string Item, decimal Quantity, decimal Cost)> shares)
    {
        var (all, comparison) = (shares.ToArray(), evaluation.Comparison);
        return new Savings(
            Saving.Over(all, comparison, item => item.TargetPrice),
            Saving.Over(all, comparison, item => comparison.MeanPrice(item.Number)),
            Saving.Over(all, comparison, item => evaluation.LastPriceOf(item)?.For(item)));
    }
}
