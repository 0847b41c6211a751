using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Common;

namespace SrmPortal.Web.Features.Audit;

/// <summary>What happened, the latest first, in sentences. What belongs to an offer is there from the opening on, and not counted before.</summary>
/// <param name="Filter">As asked.</param>
/// <param name="Refused">What of it can't be understood; then there are no rows.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="Count">Counted up to one more than the pager names.</param>
/// <param name="Watch">When all of it was verified last.</param>
public sealed record HistoryPage(HistoryFilter Filter, IReadOnlyList<BrokenRule> Refused, IReadOnlyList<HistoryRow> Rows, int Count, AuditWatch Watch)
{
    public const int Size = 50;

    public static async Task<HistoryPage> Read(PortalDbContext db, HistoryFilter filter)
    {
        var (refused, watch) = (filter.Refused, await db.AuditWatches.AsNoTracking().SingleAsync());
        if (refused.Count > 0)
        {
            return new HistoryPage(filter, refused, [], 0, watch);
        }

        var (records, page) = (filter.Of(db), filter.PageNo);
        var rows = await HistoryRow.Read(db, records.OrderByDescending(a => a.Id).Skip((page - 1) * Size).Take(Size));
        var count = page == 1 && rows.Count < Size ? rows.Count : await records.Take(PagerTagHelper.Most + 1).CountAsync();
        return new HistoryPage(filter, refused, rows, count, watch);
    }
}

/// <summary>One record, as people read it.</summary>
/// <param name="At">In UTC.</param>
/// <param name="Actor">What kind of actor did it.</param>
/// <param name="Who">The person's name, the application's number; null where nobody is known.</param>
/// <param name="Company">For which it was done.</param>
/// <param name="What">The sentence.</param>
/// <param name="Before">What it was, where the record says so.</param>
/// <param name="After">What it is.</param>
/// <param name="Personal">Old and new personal values, and from where it was done; empty once the person was erased.</param>
/// <param name="Head">The state of the history with which it was sealed; null: within the last seconds.</param>
public sealed record HistoryRow(
    DateTime At, Actor Actor, string? Who, string? Company, string What, string? Before, string? After, IReadOnlyList<HistoryValue> Personal, string? Head)
{
    /// <param name="db">Behind the walls of whoever reads.</param>
    /// <param name="records">In their order.</param>
    public static async Task<IReadOnlyList<HistoryRow>> Read(PortalDbContext db, IQueryable<AuditRecord> records)
    {
        var rows = (await records.ToListAsync()).ConvertAll(record => (Record: record, Details: JsonElement.Parse(record.Details)));
        var names = await HistoryNames.Of(db, rows);
        long[] ids = [.. rows.Select(row => row.Record.Id)];
        var personal = (await db.AuditPersonal.AsNoTracking().Where(p => ids.Contains(EF.Property<long>(p, "RecordId")))
            .Select(p => new { Id = EF.Property<long>(p, "RecordId"), p.Content }).ToListAsync()).ToLookup(p => p.Id, p => p.Content);
        // Batches are the house's: how many records one has would tell of offers. Of each record that is shown its head alone gets through.
        var heads = await db.AuditSeals.IgnoreQueryFilters([Walls.House]).Where(s => ids.Contains(s.RecordId))
            .Join(db.AuditBatches.IgnoreQueryFilters([Walls.House]), s => s.BatchNo, b => b.No, (s, b) => new { s.RecordId, b.Head }).ToDictionaryAsync(one => one.RecordId, one => one.Head);
        return
        [
            .. rows.Select(row => new HistoryRow(
                row.Record.At, row.Record.Actor, names.Who(row.Record), names.Company(row.Record.ActingFor),
                HistorySentences.Tell(row.Record.Action, names.Subject(row.Record.Subject), row.Details, names.Name),
                Text(row.Details, "Before"), Text(row.Details, "After"),
                [.. personal[row.Record.Id].SelectMany(HistoryValue.Of)], heads.GetValueOrDefault(row.Record.Id))),
        ];
    }

    private static string? Text(JsonElement details, string property) =>
        details.ValueKind is JsonValueKind.Object && details.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}

/// <summary>One piece of personal data that a record knows apart.</summary>
/// <param name="Name">What it is: <c>phone</c>; of where it was done <c>address</c>, <c>browser</c>.</param>
/// <param name="Old">As it was.</param>
/// <param name="New">As it is.</param>
public sealed record HistoryValue(string Name, string? Old, string? New)
{
    public static IEnumerable<HistoryValue> Of(string content)
    {
        var said = JsonElement.Parse(content);
        foreach (var name in new[] { "address", "browser" })
        {
            if (said.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String)
            {
                yield return new HistoryValue(name, null, value.GetString());
            }
        }

        foreach (var value in said.GetProperty("values").EnumerateArray())
        {
            yield return new HistoryValue(value.GetProperty(nameof(Name)).GetString()!, value.GetProperty(nameof(Old)).GetString(), value.GetProperty(nameof(New)).GetString());
        }
    }
}
