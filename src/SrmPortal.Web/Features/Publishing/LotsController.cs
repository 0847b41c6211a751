using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>Which items are decided on together: each lot with its title and the numbers of its items.</summary>
[Route("events/{number}/{no:int}/draft/lots"), Authorize(Roles = Roles.Buyer)]
public sealed class LotsController(PortalDbContext db, FactsForPublishing facts, ReviseDraft revise, KeepDraft keep, IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Lots(string number, int no) =>
        await DraftFrame.Read(db, facts, number, no, DraftTab.Items, HttpContext) is { } frame ? View(new LotsPage(frame)) : NotFound();

    [HttpPost, ShowAgain(nameof(Lots))]
    public async Task<IActionResult> Save(string number, int no, LotsForm form, bool thenMore)
    {
        var isThere = await revise.Change(number, no, round => Take(round, StaleForm.Merge(form, LotsForm.Of(round)).Form));
        if (!isThere)
        {
            return NotFound();
        }

        this.Say(texts["The lots are saved."]);
        return Redirect($"~/events/{number}/{no}/draft/{(thenMore ? "lots" : "items")}");
    }

    [HttpPost("kept"), ShowAgain(nameof(Lots))]
    public async Task<IActionResult> Keep(string number, int no)
    {
        var form = new LotsForm();
        await TryUpdateModelAsync(form);
        return await keep.Keep(this, (number, no), DraftTab.Items, form, LotsForm.Of, Take);
    }

    private static void Take(Round round, LotsForm form) =>
        round.ReplaceLots(form.Kept.Select(lot => new RoundLot(lot.No, Typed.Line(lot.Row.Title))), form.LotsOfItems(round));
}

/// <summary>The lots of a draft; a row without title and items counts for nothing.</summary>
public class LotsForm : IDraftForm
{
    public string? BasedOn { get; init; }

    /// <summary>By the lot's number.</summary>
    public Dictionary<string, Row> Lots { get; init; } = [];

    public IEnumerable<(int No, Row Row)> Kept => Lots.Where(lot => PlainText.Of(lot.Value.Title).Length + PlainText.Of(lot.Value.Items).Length > 0)
        .Select(lot => (int.TryParse(lot.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? no : 0, lot.Value)).Where(lot => lot.Item1 > 0);

    public sealed class Row
    {
        public string? Title { get; init; }

        /// <summary>Line numbers: <c>0001–0040, 0055</c>; leading zeros may be left out.</summary>
        public string? Items { get; init; }
    }

    public static LotsForm Of(Round round) => new()
    {
        Lots = round.Lots.ToDictionary(lot => lot.No.ToString(CultureInfo.InvariantCulture), lot => new Row
        {
            Title = lot.Title,
            Items = LineNumbers.Write(round, round.Items.Where(item => item.Lot == lot.No).Select(item => item.Number)),
        }),
    };

    public IEnumerable<FormField> Fields() => Kept.OrderBy(lot => lot.No).SelectMany(lot => new[]
    {
        new FormField($"Lots[{lot.No}].Title", Typed.Line(lot.Row.Title)), new FormField($"Lots[{lot.No}].Items", PlainText.Of(lot.Row.Items)),
    });

    /// <summary>By the item's number. All that can't be understood is said at once, each at its lot.</summary>
    public IReadOnlyDictionary<string, int> LotsOfItems(Round round)
    {
        Dictionary<string, int> lots = [];
        List<BrokenRule> broken = [];
        foreach (var (no, row) in Kept.OrderBy(lot => lot.No))
        {
            var field = $"Lots[{no}].Items";
            foreach (var item in LineNumbers.Read(round, row.Items, field, broken))
            {
                if (!lots.TryAdd(item, no) && lots[item] != no)
                {
                    broken.Add(new BrokenRule(RoundRules.ItemInTwoLots, field, item, lots[item]));
                }
            }
        }

        RuleViolation.ThrowIfAny(broken);
        return lots;
    }

    public sealed class Validator : AbstractValidator<LotsForm>
    {
        // Named by the lot's number, as the form's fields are.
        public Validator(IStringLocalizer<Texts> texts) => RuleFor(form => form.Lots).Custom((lots, context) =>
        {
            foreach (var (no, row) in lots)
            {
                AtMost(RoundLot.TitleLength, row.Title, $"Lots[{no}].Title");
                AtMost(10_000, row.Items, $"Lots[{no}].Items");
            }

            void AtMost(int longest, string? text, string field)
            {
                if (text?.Length > longest)
                {
                    context.AddFailure(field, texts["At most {0} characters.", longest]);
                }
            }
        });
    }
}

public sealed class LotsPage : LotsForm, IDraftPage
{
    private const int BlankRows = 3;

    public LotsPage(DraftFrame frame)
    {
        Frame = frame;
        var now = Of(frame.Round);
        BasedOn = StaleForm.Mark(now);
        var last = frame.Round.Lots.Select(lot => lot.No).DefaultIfEmpty(0).Max();
        Lots = now.Lots.Concat(Enumerable.Range(last + 1, BlankRows).Where(no => no <= Round.MostLots)
            .Select(no => KeyValuePair.Create(no.ToString(CultureInfo.InvariantCulture), new Row()))).ToDictionary();
    }

    public DraftFrame Frame { get; }

    /// <summary>Items of no lot, as they are typed.</summary>
    public string Loose => LineNumbers.Write(Frame.Round, Frame.Round.Items.Where(item => item.Lot is null).Select(item => item.Number));
}

/// <summary>Line numbers as people write them down: single ones and ranges.</summary>
internal static class LineNumbers
{
    private static readonly char[] Dashes = ['-', '–', '—', '‑'];

    public static IEnumerable<string> Read(Round round, string? typed, string field, List<BrokenRule> broken)
    {
        string[] there = [.. round.Items.Select(item => item.Number).Order(StringComparer.Ordinal)];
        List<string> read = [];
        foreach (var part in PlainText.Of(typed).Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(Dashes, 2, StringSplitOptions.TrimEntries).Select(end => end.Length is > 0 and <= 4 && end.All(char.IsAsciiDigit) ? end.PadLeft(4, '0') : null).ToArray();
            string[] found = ends.Contains(null) ? [] : [.. there.Where(number => string.CompareOrdinal(number, ends[0]) >= 0 && string.CompareOrdinal(number, ends[^1]) <= 0)];
            if (found.Length == 0)
            {
                broken.Add(new BrokenRule(RoundRules.NoSuchItems, field, part));
            }

            read.AddRange(found);
        }

        return read.Distinct();
    }

    /// <summary>Neighbours in the list of all items come together, whatever numbers are missing between them.</summary>
    public static string Write(Round round, IEnumerable<string> numbers)
    {
        string[] all = [.. round.Items.Select(item => item.Number).Order(StringComparer.Ordinal)];
        var chosen = numbers.ToHashSet();
        List<string> parts = [];
        for (var i = 0; i < all.Length; i++)
        {
            var first = i;
            while (i < all.Length && chosen.Contains(all[i]))
            {
                i++;
            }

            if (i > first)
            {
                parts.Add(i - first == 1 ? all[first] : $"{all[first]}–{all[i - 1]}");
            }
        }

        return string.Join(", ", parts);
    }
}
