using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Team;

/// <summary>Who stands in for the reader, and for whom the reader does.</summary>
public sealed class AbsencePage : AbsenceForm
{
    public required IReadOnlyList<Row> Deputies { get; init; }

    public required IReadOnlyList<Row> StandsInFor { get; init; }

    public required IReadOnlyList<SelectListItem> Colleagues { get; init; }

    public required DateTime Now { get; init; }

    /// <param name="Id">Of the deputyship.</param>
    /// <param name="Name">Of the other person.</param>
    /// <param name="From">In UTC.</param>
    /// <param name="Until">The first instant after it, in UTC.</param>
    /// <param name="MayAct">False: the other person is blocked, and nobody stands in.</param>
    public sealed record Row(long Id, string Name, DateTime From, DateTime Until, bool MayAct)
    {
        public string Days => $"{Shown.Date(From)} — {Shown.Date(Until.AddTicks(-1))}";
    }

    public static async Task<AbsencePage> Read(PortalDbContext db, Scope reader, DateTime now)
    {
        var me = reader.PersonId!.Value;
        var rows = await (
            from d in db.Deputyships.AsNoTracking().Where(d => d.Until > now)
            join other in db.Accounts on d.AbsentId == me ? d.DeputyId : d.AbsentId equals other.Id
            orderby d.From, d.Id
            select new { d.AbsentId, Row = new Row(d.Id, other.FullName, d.From, d.Until, other.State == AccountState.Active) }).ToListAsync();
        return new AbsencePage
        {
            Now = now,
            Deputies = [.. rows.Where(one => one.AbsentId == me).Select(one => one.Row)],
            StandsInFor = [.. rows.Where(one => one.AbsentId != me).Select(one => one.Row)],
            Colleagues = await db.Buyers(except: me),
        };
    }
}

/// <summary>What would go to whom, and what would stay.</summary>
public sealed class HandOverPage : HandOverForm
{
    /// <summary>Where the page is.</summary>
    public required string Path { get; init; }

    /// <summary>The administrator also says whose events; a buyer hands over the own ones.</summary>
    public required bool ChoosesFrom { get; init; }

    /// <summary>Whose events they may be: also of buyers who can't sign in any more.</summary>
    public required IReadOnlyList<SelectListItem> Former { get; init; }

    /// <summary>Who may become responsible.</summary>
    public required IReadOnlyList<SelectListItem> People { get; init; }

    /// <summary>Null until both people are known.</summary>
    public required IReadOnlyList<EventToHandOver>? Events { get; init; }

    public IEnumerable<EventToHandOver> Going => Events?.Where(one => one.Stays is WhyItStays.No) ?? [];

    public IEnumerable<EventToHandOver> Staying => Events?.Where(one => one.Stays is not WhyItStays.No) ?? [];

    public string Name(long? person) => People.FirstOrDefault(one => one.Value == person?.ToString(CultureInfo.InvariantCulture))?.Text ?? Shown.None;

    public static async Task<HandOverPage> Read(PortalDbContext db, HandOverEvents events, string path, long? from, long? to, bool choosesFrom, DateTime now) => new()
    {
        Path = path,
        ChoosesFrom = choosesFrom,
        FromId = from,
        ToId = to,
        Former = choosesFrom ? await db.Buyers(except: null, alsoBlocked: true) : [],
        People = await db.Buyers(except: from),
        Events = from is { } known && to is { } next && known != next ? await events.Preview(known, next, now) : null,
    };
}

internal static class BuyersToChoose
{
    /// <summary>Buyers, by name.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> Buyers(this PortalDbContext db, long? except, bool alsoBlocked = false)
    {
        var people = await db.Accounts.AsNoTracking().Where(a => a.Id != except && (alsoBlocked || a.State == AccountState.Active) && a.Appointments.Any(one => one.Role == StaffRoles.Buyer))
            .OrderBy(a => a.FullName).Select(a => new { a.Id, a.FullName }).Take(500).ToListAsync();
        return [.. people.Select(a => new SelectListItem(a.FullName, a.Id.ToString(CultureInfo.InvariantCulture)))];
    }
}
