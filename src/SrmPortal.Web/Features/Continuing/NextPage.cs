using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Continuing;

/// <summary>Who is asked again for what, until when, and by which rules.</summary>
public class NextForm
{
    public EventKind Kind { get; init; } = EventKind.Rebidding;

    /// <summary>The suppliers' own numbers.</summary>
    public List<string> Suppliers { get; init; } = [];

    /// <summary>Line numbers.</summary>
    public List<string> Items { get; init; } = [];

    public DateOnly? DeadlineDate { get; init; }

    public TimeOnly? DeadlineTime { get; init; }

    public bool PricesOnlyFall { get; init; }

    public bool EarlierOffersStand { get; init; }

    public DateTime? Deadline(string zone)
    {
        List<BrokenRule> broken = [];
        var deadline = TypedInstant.Utc(DeadlineDate, DeadlineTime, zone, nameof(DeadlineTime), broken);
        RuleViolation.ThrowIfAny(broken);
        return deadline;
    }

    public sealed class Validator : AbstractValidator<NextForm>
    {
        public Validator(IStringLocalizer<Texts> texts)
        {
            RuleFor(form => form.Kind).Must(EventKinds.Offered.Contains).WithMessage(_ => texts["Choose one of the kinds."]);
            RuleFor(form => form.DeadlineTime).NotNull().When(form => form.DeadlineDate is not null).WithMessage(_ => texts["Give the time too, for example 14:00."]);
            RuleFor(form => form.DeadlineDate).NotNull().When(form => form.DeadlineTime is not null).WithMessage(_ => texts["Give the date too."]);
        }
    }
}

/// <summary>The opened round, and what the next one would be.</summary>
public sealed class NextPage : NextForm
{
    public required EvaluationHead Head { get; init; }

    /// <summary>Who had an opened offer, complete and cheaper ones first.</summary>
    public required IReadOnlyList<TookPartRow> TookPart { get; init; }

    public required IReadOnlyList<RoundItem> AllItems { get; init; }

    /// <summary>A round after this one is there already.</summary>
    public bool IsBegun => Head.LastNo > Head.No;

    public bool IsLastAnnounced => Head.No + 1 >= Head.AnnouncedRounds;

    public bool MayBegin => Head is { IsEvaluated: true, IsRunByReader: true } && !IsBegun && !IsLastAnnounced && TookPart.Count > 0;

    public string NextName => $"{Head.Number}/{Head.No + 1}";

    public IEnumerable<SelectListItem> Kinds => EventKinds.Offered.Select(kind => new SelectListItem(EventWords.Kind(kind), kind.ToString()));

    public IEnumerable<SelectListItem> SupplierItems => TookPart.Select(row => new SelectListItem(row.Shown(Head.Currency, AllItems.Count), row.Number));

    public IEnumerable<SelectListItem> ItemItems => AllItems.Select(item => new SelectListItem($"{item.Number} {item.Name}, {EventWords.Quantity(item.Quantity, item.Unit)}", item.Number));

    /// <param name="db">As the reader may see it.</param>
    /// <param name="head">Opened.</param>
    /// <param name="isFresh">Everybody and everything is proposed; else what was typed counts.</param>
    public static async Task<NextPage> Read(PortalDbContext db, EvaluationHead head, bool isFresh)
    {
        var evaluation = await Evaluation.Read(db, head);
        var comparison = evaluation.Comparison;
        return new NextPage
        {
            Head = head,
            TookPart = [.. evaluation.Offers.OrderByDescending(offer => comparison.IsComplete(offer.SupplierId)).ThenBy(offer => comparison.Total(offer.SupplierId))
                .Select(offer => new TookPartRow(offer.Number, offer.Name, comparison.Total(offer.SupplierId), comparison.By(offer.SupplierId).Count))],
            AllItems = comparison.Items,
            Suppliers = isFresh ? [.. evaluation.Offers.Select(offer => offer.Number)] : [],
            Items = isFresh ? [.. comparison.Items.Select(item => item.Number)] : [],
            PricesOnlyFall = true,
            EarlierOffersStand = true,
        };
    }

    /// <param name="Number">The supplier's own.</param>
    /// <param name="Name">Of the supplier.</param>
    /// <param name="Total">All that it offers, without VAT, in the currency of comparison.</param>
    /// <param name="Items">How many items it offers.</param>
    public sealed record TookPartRow(string Number, string Name, decimal Total, int Items)
    {
        public string Shown(string currency, int of) => EventWords.Say(
            $"{Name}: {Infrastructure.Shown.Money(Total, currency)}, {Items} of {of}", $"{Name}: {Infrastructure.Shown.Money(Total, currency)}, {Items} из {of}");
    }
}
