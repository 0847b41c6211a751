using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>One item: how much from whom, or nothing, and why.</summary>
public sealed class SplitForm
{
    public int Revision { get; init; }

    public List<ShareForm> Shares { get; init; } = [];

    public bool IsNotBought { get; init; }

    public string? Reason { get; init; }

    public ItemChoice Of(string item, Evaluation evaluation)
    {
        var suppliers = evaluation.Offers.ToDictionary(offer => offer.Number, offer => offer.SupplierId);
        return new ItemChoice(item, [.. Shares.Select(share => new Share(suppliers.GetValueOrDefault(share.Supplier), share.Quantity ?? 0))])
        {
            IsOnOwnPage = true,
            IsNotBought = IsNotBought,
            Reason = Reason ?? "",
        };
    }

    internal sealed class Validator : AbstractValidator<SplitForm>
    {
        public Validator() => RuleForEach(form => form.Shares).ChildRules(share => share.RuleFor(one => one.Supplier).NotEmpty());
    }
}

/// <summary>How much from one supplier.</summary>
public sealed class ShareForm
{
    /// <summary>The supplier's number.</summary>
    public string Supplier { get; init; } = "";

    [Quantity]
    public decimal? Quantity { get; init; }
}

/// <summary>What each supplier offers for one item, with everything said about it, and the fields to split it.</summary>
public sealed record SplitPage(EvaluationHead Head, RoundItem Item, int Revision, bool MayPrepare)
{
    public required IReadOnlyList<ShareRow> Shares { get; init; }

    public required bool IsNotBought { get; init; }

    public required string Reason { get; init; }

    public Unit Unit => Units.Of(Item.Unit);

    public string Quantity => Shown.Quantity(Item.Quantity, Unit.Scale, Unit.Symbol(Language.Current));

    public static async Task<SplitPage?> Read(PortalDbContext db, EvaluationHead head, string item)
    {
        var evaluation = await Evaluation.Read(db, head);
        if (evaluation.Comparison.Item(item) is not { } asked)
        {
            return null;
        }

        var said = await db.OfferLines.Where(l => l.RoundId == head.Id && l.ItemNumber == item)
            .Select(l => new { l.OfferId, l.Substitute, l.Comment, l.DeliveryDate }).ToDictionaryAsync(l => l.OfferId);
        var note = evaluation.Award?.NoteOf(item);
        return new SplitPage(head, asked, evaluation.Revision, evaluation.MayPrepare)
        {
            IsNotBought = note?.IsNotBought is true,
            Reason = note?.Reason ?? "",
            Shares = [.. evaluation.Comparison.For(item).Select((offered, place) => new ShareRow(
                place, evaluation.OfferOf(offered.Contender.SupplierId), offered, ComparisonPage.Above(offered.ComparedPrice, evaluation.Comparison.For(item)[0].ComparedPrice))
            {
                Quantity = evaluation.Award?.LinesOf(item).FirstOrDefault(line => line.SupplierId == offered.Contender.SupplierId)?.Quantity,
                Substitute = said[offered.Quote.OfferId].Substitute,
                Comment = said[offered.Quote.OfferId].Comment,
                DeliveryDate = said[offered.Quote.OfferId].DeliveryDate,
            })],
        };
    }

    /// <summary>One supplier, in the order of the prices.</summary>
    public sealed record ShareRow(int Place, OfferColumn Offer, Comparison.Ranked Offered, decimal Above)
    {
        public string Supplier => Offer.Number;

        /// <summary>Chosen so far.</summary>
        public decimal? Quantity { get; init; }

        public string Substitute { get; init; } = "";

        public string Comment { get; init; } = "";

        public DateOnly? DeliveryDate { get; init; }
    }
}
