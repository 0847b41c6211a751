using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Web.Features.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Audit;

/// <summary>What is looked for in the history, as it stands in the address: <c>/audit?company=уралтруб&amp;from=01.11.2026&amp;what=Offers</c>.</summary>
public sealed class HistoryFilter
{
    /// <summary>Name, e-mail or user name: of who did it, or of whom it happened to.</summary>
    public string? Person { get; init; }

    /// <summary>Name, tax number or number: for which it was done, or to which it happened.</summary>
    public string? Company { get; init; }

    /// <summary>An event's number; <c>20060001</c> finds all its rounds, <c>20060001/1</c> one.</summary>
    public string? Event { get; init; }

    /// <summary>An area, or one kind of happening by its name.</summary>
    public string? What { get; init; }

    /// <summary>From this day, or minute, of Moscow.</summary>
    public string? From { get; init; }

    /// <summary>To this day or minute, itself included.</summary>
    public string? To { get; init; }

    public int Page { get; init; } = 1;

    public int PageNo => PagerTagHelper.PageOf(Page, HistoryPage.Size);

    /// <summary>What of the typed times can't be understood, by the name of the field.</summary>
    public IReadOnlyList<BrokenRule> Refused
    {
        get
        {
            List<BrokenRule> refused = [];
            _ = Instant(From, nameof(From), isEnd: false, refused);
            _ = Instant(To, nameof(To), isEnd: true, refused);
            return refused;
        }
    }

    public IQueryable<AuditRecord> Of(PortalDbContext db)
    {
        var records = db.Audit.AsNoTracking();
        if (Instant(From, nameof(From), isEnd: false, []) is { } from)
        {
            records = records.Where(a => a.At >= from);
        }

        if (Instant(To, nameof(To), isEnd: true, []) is { } to)
        {
            records = records.Where(a => a.At < to);
        }

        return OfCompany(db, OfPerson(db, OfEvent(db, OfWhat(records))));
    }

    private IQueryable<AuditRecord> OfWhat(IQueryable<AuditRecord> records)
    {
        if (string.IsNullOrWhiteSpace(What))
        {
            return records;
        }

        string[] actions = Enum.TryParse<HistoryArea>(What, ignoreCase: true, out var area) && Enum.IsDefined(area) ? [.. HistorySentences.ActionsOf(area)] : [What];
        return records.Where(a => actions.Contains(a.Action));
    }

    private IQueryable<AuditRecord> OfEvent(PortalDbContext db, IQueryable<AuditRecord> records)
    {
        if (string.IsNullOrWhiteSpace(Event))
        {
            return records;
        }

        // What names no event has no records.
        var (number, no) = EventNumber.Find(Event) ?? ("", null);
        return records.Where(a => db.Rounds.Any(r => r.Id == a.RoundId && r.Number == number && (no == null || r.No == no)));
    }

    private IQueryable<AuditRecord> OfPerson(PortalDbContext db, IQueryable<AuditRecord> records)
    {
        if (string.IsNullOrWhiteSpace(Person))
        {
            return records;
        }

        var people = db.Accounts.Named(Person);
        return records.Where(a => people.Any(p => p.Id == a.PersonId || p.UserName == a.Subject));
    }

    private IQueryable<AuditRecord> OfCompany(PortalDbContext db, IQueryable<AuditRecord> records)
    {
        if (Search.Folded(Company ?? "") is not { Length: > 0 } text)
        {
            return records;
        }

        var pattern = Search.Pattern(text);
        var (companies, ofSupplier) = (db.Suppliers.Where(s => EF.Functions.Like(s.SearchText, pattern, "\\")), nameof(Supplier));
        return records.Where(a => companies.Any(s => s.Id == a.ActingFor || (a.AggregateType == ofSupplier && s.Id == a.AggregateId)));
    }

    private static DateTime? Instant(string? typed, string field, bool isEnd, List<BrokenRule> refused)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var (text, clock) = (typed.Trim(), "");
        if (text.LastIndexOf(' ') is > 0 and var space && text[space..].Contains(':', StringComparison.Ordinal))
        {
            (text, clock) = (text[..space], text[(space + 1)..]);
        }

        var (day, wrongDay) = (TypedDate.Read(text, out var first), first);
        var (time, wrongTime) = (TypedDate.ReadTime(clock, out var second), second);
        if ((wrongDay ?? wrongTime) is { } wrong)
        {
            refused.Add(wrong with { Field = field });
            return null;
        }

        var start = TypedInstant.Utc(day, time ?? TimeOnly.MinValue, Zones.Moscow, field, refused);
        return isEnd ? time is null ? start?.AddDays(1) : start?.AddMinutes(1) : start;
    }
}
