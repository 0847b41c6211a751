using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>Deciding, proposing, approving, returning.</summary>
public sealed class AwardForm
{
    /// <summary>Of the decision that the person saw.</summary>
    public int Revision { get; init; }

    /// <summary>The approver's user name.</summary>
    public string? Approver { get; init; }

    public string? Comment { get; init; }

    internal sealed class Validator : AbstractValidator<AwardForm>
    {
        public Validator() => RuleFor(form => form.Revision).GreaterThanOrEqualTo(0);
    }
}

/// <summary>The decision as a whole, before and after it is made.</summary>
public sealed class AwardPage
{
    private readonly Evaluation _evaluation;

    public AwardPage(Evaluation evaluation)
    {
        _evaluation = evaluation;
        Sums = Sums.Of(evaluation);
        Missing = evaluation.MayPrepare ? [.. Award?.WhatIsMissing(evaluation.Comparison) ?? []] : [];
        Suppliers = [.. Lines.GroupBy(line => line.SupplierId).Select(group => new SupplierRow(
            evaluation.OfferOf(group.Key), [.. group.OrderBy(line => line.ItemNumber, StringComparer.Ordinal)])).OrderByDescending(row => row.Total)];
        NotBest = [.. evaluation.Comparison.Items.Select(item => NotBestRow.Of(evaluation, item)).OfType<NotBestRow>()];
        LowPrices = [.. evaluation.Comparison.Items.SelectMany(item => LowPriceRow.Of(evaluation, item))];
        NotBought = [.. evaluation.Comparison.Items.Where(IsNotBought).Select(item => (item,
            evaluation.Comparison.For(item.Number).Count == 0 ? null : Award?.NoteOf(item.Number)?.Reason))];
    }

    public EvaluationHead Head => _evaluation.Head;

    public Award? Award => _evaluation.Award;

    public int Revision => _evaluation.Revision;

    public Sums Sums { get; }

    public Savings Savings => field ??= Savings.Of(_evaluation, Lines.Select(line => (line.ItemNumber, line.Quantity, line.ComparedAmount)));

    public bool MayPrepare => _evaluation.MayPrepare;

    public IReadOnlyList<BrokenRule> Missing { get; }

    public IReadOnlyList<SupplierRow> Suppliers { get; }

    public IReadOnlyList<NotBestRow> NotBest { get; }

    /// <summary>All prices that are to be asked about before they are accepted, chosen or not.</summary>
    public IReadOnlyList<LowPriceRow> LowPrices { get; }

    /// <summary>Complete offers to which that applies as a whole.</summary>
    public IEnumerable<OfferColumn> LowOffers => _evaluation.Offers.Where(offer => _evaluation.Comparison.IsSuspiciouslyLow(offer.SupplierId));

    public bool IsDecided => Award?.State is AwardState.Decided;

    /// <summary>Lot by lot; none where the round is one whole.</summary>
    public IReadOnlyList<LotRow> Lots => field ??= [.. LotRow.All(_evaluation)];

    /// <summary>With the reason; null: nobody offers it.</summary>
    public IReadOnlyList<(RoundItem Item, string? Reason)> NotBought { get; }

    /// <summary>Lines of what is chosen whose price was tied, so that the earlier instant decided.</summary>
    public IEnumerable<string> Tied => Lines.Select(line => line.ItemNumber).Distinct().Where(_evaluation.Comparison.IsTied);

    /// <summary>Chosen lines that deviate from what was asked.</summary>
    public IEnumerable<(AwardLine Line, OfferColumn Offer, Deviation Deviation)> Substitutes => Lines
        .Select(line => (line, offer: _evaluation.OfferOf(line.SupplierId)))
        .Select(chosen => (chosen.line, chosen.offer, deviation: _evaluation.Deviations.GetValueOrDefault((chosen.line.ItemNumber, chosen.offer.OfferId))))
        .Where(chosen => chosen.deviation?.IsSubstitute is true).Select(chosen => (chosen.line, chosen.offer, chosen.deviation!));

    /// <summary>Chosen offers in another currency.</summary>
    public IEnumerable<OfferColumn> InOtherCurrency => Suppliers.Select(row => row.Offer).Where(offer => offer.Currency != Head.Currency);

    /// <summary>The first day on which one of the chosen offers does not bind any more.</summary>
    public DateOnly? BindsUntil => Suppliers.Min(row => row.Offer.ValidUntil);

    public bool NeedsApproval { get; private init; }

    public bool MayApprove { get; private init; }

    /// <summary>User name and name.</summary>
    public IReadOnlyList<(string UserName, string FullName)> Approvers { get; private init; } = [];

    public IReadOnlyDictionary<long, string> Names { get; private init; } = new Dictionary<long, string>();

    public string? Approver => "";

    public string? Comment => "";

    public AwardStep? LastStep => Award?.Steps is [.., var last] ? last : null;

    private IEnumerable<AwardLine> Lines => Award?.Lines ?? [];

    public static async Task<AwardPage> Read(PortalDbContext db, EvaluationHead head, long reader, AwardSettings settings, bool withLastPrices = false)
    {
        var evaluation = await Evaluation.Read(db, head, withLastPrices);
        var award = evaluation.Award;
        var people = award?.Steps.Select(step => step.PersonId).Append(award.ApproverId ?? 0).Distinct().ToArray() ?? [];
        var authors = award?.Authors.ToArray() ?? [];
        var own = db.Events.Where(e => e.Number == head.Number);
        return new AwardPage(evaluation)
        {
            NeedsApproval = settings.NeedsApproval(award?.Total ?? 0, head.Currency, head.Rates),
            MayApprove = award?.CanBeApprovedBy(reader) is true,
            Approvers = evaluation.MayPrepare
                ? (await Awarding.Approvers.Of(db).Where(a => !authors.Contains(a.Id) && !own.Any(e => e.BuyerId == a.Id || e.Team.Any(m => m.AccountId == a.Id))).OrderBy(a => a.FullName).Select(a => new { a.UserName, a.FullName }).ToListAsync())
                    .ConvertAll(a => (a.UserName, a.FullName)) : [],
            Names = await db.Accounts.Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.FullName),
        };
    }

    /// <summary>Of an opened offer, in the currency of comparison; null for others.</summary>
    public decimal? TotalOf(long supplierId) => _evaluation.Comparison.Contenders.Any(contender => contender.SupplierId == supplierId)
        ? _evaluation.Comparison.Total(supplierId) : null;

    public RoundItem ItemOf(string number) => _evaluation.Comparison.Item(number)!;

    public string NameOf(long person) => UserAccount.ShortNameOf(Names.GetValueOrDefault(person, "—"));

    /// <summary>On which page of the comparison a field stands.</summary>
    public string PageOf(BrokenRule rule)
    {
        var place = _evaluation.Comparison.Items.Select((item, i) => (item.Number, i)).FirstOrDefault(item => rule.Field == ItemChoice.FieldOf(item.Number)).i;
        var page = (place / ComparisonPage.ItemsOnPage) + 1;
        return $"{Head.Path}/comparison{(page > 1 ? $"?page={page}" : "")}";
    }

    private bool IsNotBought(RoundItem item) =>
        _evaluation.Comparison.For(item.Number).Count == 0 || Award?.NoteOf(item.Number)?.IsNotBought is true;

    /// <summary>What one supplier gets.</summary>
    public sealed record SupplierRow(OfferColumn Offer, IReadOnlyList<AwardLine> Lines)
    {
        public decimal Total => Lines.Sum(line => line.ComparedAmount);
    }

    /// <summary>An item for which a price other than the best is chosen, or not all is bought.</summary>
    public sealed record NotBestRow(RoundItem Item, string Rule, string Chosen, OfferColumn Best, decimal BestPrice, decimal Difference, string Reason)
    {
        public static NotBestRow? Of(Evaluation evaluation, RoundItem item)
        {
            if (evaluation.Award?.WhyReasonIsNeeded(item.Number, evaluation.Comparison) is not { } rule || rule is AwardRules.ReasonNotBought or AwardRules.ReasonLow)
            {
                return null;
            }

            AwardLine[] lines = [.. evaluation.Award.LinesOf(item.Number)];
            var best = evaluation.Comparison.For(item.Number)[0];
            return new NotBestRow(item, rule, string.Join(", ", lines.Select(line => evaluation.OfferOf(line.SupplierId).Name)),
                evaluation.OfferOf(best.Contender.SupplierId), ComparisonPage.Rounded(best.ComparedPrice),
                lines.Sum(line => line.ComparedAmount) - evaluation.Comparison.Cost(best, lines.Sum(line => line.Quantity)).Compared,
                evaluation.Award.NoteOf(item.Number)?.Reason ?? "");
        }
    }

    /// <summary>A price so low that the supplier is to be asked how it is made. In the currency of comparison.</summary>
    public sealed record LowPriceRow(RoundItem Item, OfferColumn Offer, decimal Price, decimal Mean, decimal? Next, bool IsChosen, string Reason)
    {
        public static IEnumerable<LowPriceRow> Of(Evaluation evaluation, RoundItem item) =>
            from low in evaluation.Comparison.For(item.Number)
            where evaluation.Comparison.IsSuspiciouslyLow(low)
            let others = evaluation.Comparison.For(item.Number).Where(other => other.Contender != low.Contender).ToArray()
            select new LowPriceRow(item, evaluation.OfferOf(low.Contender.SupplierId), ComparisonPage.Rounded(low.ComparedPrice), ComparisonPage.Rounded(others.Average(other => other.ComparedPrice)),
                others.Where(other => other.ComparedPrice >= low.ComparedPrice).Min(other => (decimal?)other.ComparedPrice) is { } next ? ComparisonPage.Rounded(next) : null,
                evaluation.Award?.LinesOf(item.Number).Any(line => line.SupplierId == low.Contender.SupplierId) is true, evaluation.Award?.NoteOf(item.Number)?.Reason ?? "");
    }
}
