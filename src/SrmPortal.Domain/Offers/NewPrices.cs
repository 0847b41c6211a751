using System.Globalization;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Domain.Offers;

/// <summary>A field of a line that a spreadsheet, or an earlier offer, would change.</summary>
/// <param name="ItemNumber">The line.</param>
/// <param name="Field">Its field, in the words of the form: <c>UnitPrice</c>.</param>
/// <param name="Place">The cell, or the line of the earlier offer.</param>
/// <param name="Was">Now.</param>
/// <param name="Becomes">Then.</param>
public sealed record NewPrice(string ItemNumber, string Field, string Place, object? Was, object? Becomes);

/// <summary>A cell that is not taken. Its line stays as it is.</summary>
/// <param name="ItemNumber">The line, where it is known.</param>
/// <param name="Field">In the words of the form; empty where it is about the line.</param>
/// <param name="Place">The cell, or the line of the earlier offer.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Rule">Why.</param>
public sealed record NotTaken(string? ItemNumber, string Field, string Place, string Text, BrokenRule Rule);

/// <summary>What an offer would become: lines that something is wrong with stay as they are. Nothing is kept of it before the supplier saves.</summary>
/// <param name="round">What is asked.</param>
/// <param name="was">The offer now.</param>
/// <param name="before">The own offer of the round before; null in the first.</param>
public sealed class NewPrices(Round round, OfferContent was, OfferBefore? before = null)
{
    private readonly List<NewPrice> _changes = [];
    private readonly List<NotTaken> _notTaken = [];
    private readonly Dictionary<string, OfferEntry> _changed = [];
    private readonly OfferContent _content = was;
    private readonly Dictionary<string, RoundItem> _items = round.Items.ToDictionary(item => item.Number);
    private readonly Dictionary<string, OfferEntry> _was = was.Lines.ToDictionary(line => line.ItemNumber);

    public IReadOnlyList<NewPrice> Changes => _changes;

    public IReadOnlyList<NotTaken> NotTaken => _notTaken;

    /// <summary>Rows that a filter or a hand had hidden, and that were read like the others.</summary>
    public int HiddenRows { get; set; }

    /// <summary>The lines that change, as they will be.</summary>
    public IReadOnlyCollection<OfferEntry> Changed => _changed.Values;

    public OfferContent Becomes => _content with { Lines = [.. _content.Lines.Where(line => !_changed.ContainsKey(line.ItemNumber)), .. _changed.Values] };

    public RoundItem? ItemOf(string number) => _items.GetValueOrDefault(number);

    public OfferEntry LineOf(string itemNumber) => _was.GetValueOrDefault(itemNumber) ?? new OfferEntry(itemNumber, null, null);

    public void Refuse(NotTaken fault) => _notTaken.Add(fault);

    /// <summary>Takes a line, and notes what differs.</summary>
    /// <param name="line">As it will be.</param>
    /// <param name="place">Where a field stands.</param>
    public void Take(OfferEntry line, Func<string, string> place)
    {
        if (round.PricesOnlyFall && before?.WhyTooHigh(_items[line.ItemNumber], line.UnitPrice) is { } tooHigh)
        {
            Refuse(new NotTaken(line.ItemNumber, nameof(line.UnitPrice), place(nameof(line.UnitPrice)), line.UnitPrice!.Value.ToString("0.00##", CultureInfo.CurrentCulture), tooHigh));
            return;
        }

        var now = LineOf(line.ItemNumber);
        var known = _changes.Count;
        void Compare(string field, object? was, object? becomes)
        {
            if (!Equals(was, becomes))
            {
                _changes.Add(new NewPrice(line.ItemNumber, field, place(field), was, becomes));
            }
        }

        Compare(nameof(line.Quantity), now.Quantity, line.Quantity);
        Compare(nameof(line.UnitPrice), now.UnitPrice, line.UnitPrice);
        Compare(nameof(line.Vat), now.Vat, line.Vat);
        Compare(nameof(line.DeliveryDate), now.DeliveryDate, line.DeliveryDate);
        Compare(nameof(line.Substitute), now.Substitute, line.Substitute);
        Compare(nameof(line.Comment), now.Comment, line.Comment);
        if (_changes.Count > known)
        {
            _changed[line.ItemNumber] = line;
        }
    }
}
