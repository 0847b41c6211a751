using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Rows as a spreadsheet gives them to the clipboard: name, quantity, unit, needed by, target price; cells parted by tabs. The last three may be missing.</summary>
internal static class PastedItems
{
    /// <summary>All rows, or all that is wrong with them, by row and cell.</summary>
    public static IReadOnlyList<RoundItem> Read(string pasted)
    {
        List<RoundItem> items = [];
        List<BrokenRule> broken = [];
        foreach (var (cells, row) in pasted.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line.Split('\t'), i + 1)).Where(one => one.Item1.Any(cell => cell.Trim().Length > 0)))
        {
            items.Add(Item(cells, row, broken));
        }

        if (items.Count == 0)
        {
            broken.Add(new(RoundRules.NothingPasted, nameof(PasteForm.Rows)));
        }

        RuleViolation.ThrowIfAny(broken.Select(rule => rule with { Field = nameof(PasteForm.Rows) }));
        return items;
    }

    private static RoundItem Item(string[] cells, int row, List<BrokenRule> broken)
    {
        string Cell(int i) => i < cells.Length ? PlainText.Of(cells[i]) : "";
        void Refuse(int cell, string text) => broken.Add(new(RoundRules.CellNotUnderstood, null, row, cell, text));

        decimal? Number(int i, int scale, decimal max)
        {
            if (Cell(i).Length == 0)
            {
                return null;
            }

            var number = HumanNumber.Read(Cell(i), Language.IsRussian ? ',' : '.', scale, max, out var refusal);
            if (refusal is not null)
            {
                Refuse(i + 1, Cell(i));
            }

            return number;
        }

        var unit = Units.All.FirstOrDefault(one => new[] { one.Code, one.Russian, one.English, one.Russian + "." }.Contains(Cell(2), StringComparer.OrdinalIgnoreCase));
        if (Cell(0).Length > 400)
        {
            Refuse(1, Cell(0)[..40]);
        }

        if (unit is null && Cell(2).Length > 0)
        {
            Refuse(3, Cell(2));
        }

        var date = TypedDate.Read(Cell(3), out var notADate);
        if (notADate is not null)
        {
            Refuse(4, Cell(3));
        }

        return new RoundItem("", Cell(0), Number(1, OfferEntry.QuantityScale, OfferEntry.MaxQuantity) ?? 0, unit?.Code ?? "pcs")
        {
            DeliveryDate = date,
            TargetPrice = Number(4, OfferEntry.PriceScale, OfferEntry.MaxPrice),
        };
    }
}
