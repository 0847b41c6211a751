using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Events;

/// <summary>One question and its answer, as this reader may see them. Who asked is in it for nobody.</summary>
public sealed class ClarificationRow
{
    /// <summary>For the team, to answer it.</summary>
    public required long Id { get; init; }

    public required ClarificationKind Kind { get; init; }

    /// <summary>The reader's company asked.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>In the asker's words for the asker and the team; else as everybody reads it. Null: more time, without words.</summary>
    public required string? Text { get; init; }

    /// <summary>As everybody reads it; null while the asker alone knows it.</summary>
    public required string? PublicText { get; init; }

    /// <summary>In UTC, for the asker and the team.</summary>
    public required DateTime? AskedAt { get; init; }

    /// <summary>Null while it waits.</summary>
    public required string? Answer { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime? AnsweredAt { get; init; }

    public required bool IsForEverybody { get; init; }

    /// <summary>What waits comes first, then the latest answer.</summary>
    public static IQueryable<ClarificationRow> Of(PortalDbContext db, Scope reader, long roundId)
    {
        var (supplier, staff) = (reader.SupplierId, reader.IsStaff);
        return As(reader, db.Clarifications.AsNoTracking().Where(c => c.RoundId == roundId)
            // Who asked for more time has the answer with the own request.
            .Where(c => staff || c.SupplierId == supplier || c.Kind == ClarificationKind.Explanation
                || !db.Clarifications.Any(own => own.RoundId == roundId && own.SupplierId == supplier && own.Kind == c.Kind && own.AnsweredAt == c.AnsweredAt))
            .OrderBy(c => c.AnsweredAt == null ? 0 : 1).ThenByDescending(c => c.AnsweredAt).ThenBy(c => c.Id));
    }

    /// <summary>One of them; null: it isn't there for this reader.</summary>
    public static Task<ClarificationRow?> Find(PortalDbContext db, Scope reader, long id) =>
        As(reader, db.Clarifications.AsNoTracking().Where(c => c.Id == id)).SingleOrDefaultAsync();

    private static IQueryable<ClarificationRow> As(Scope reader, IQueryable<Clarification> clarifications)
    {
        var (supplier, staff) = (reader.SupplierId, reader.IsStaff);
        return clarifications.Select(c => new ClarificationRow
        {
            Id = c.Id,
            Kind = c.Kind,
            IsOwn = c.SupplierId == supplier,
            Text = staff || c.SupplierId == supplier ? c.Text : c.PublicText,
            PublicText = c.PublicText,
            AskedAt = staff || c.SupplierId == supplier ? c.AskedAt : null,
            Answer = c.Answer,
            AnsweredAt = c.AnsweredAt,
            IsForEverybody = c.IsForEverybody,
        });
    }
}

public sealed class ClarificationsPage : AskForm, IEventPage
{
    public const int Size = 50;

    public required EventFrame Frame { get; init; }

    public required IReadOnlyList<ClarificationRow> Rows { get; init; }

    public required int Count { get; init; }

    public required int PageNo { get; init; }

    public bool CanAsk => Frame.Reader.MaySave && Frame.TakesQuestions;

    public static async Task<ClarificationsPage?> Read(PortalDbContext db, string number, int no, HttpContext http, int page)
    {
        if (await EventFrame.Read(db, number, no, EventTab.Clarifications, http) is not { State: not (RoundState.Draft or RoundState.PendingApproval) } frame)
        {
            return null;
        }

        var rows = ClarificationRow.Of(db, frame.Reader, frame.Card.Id);
        var count = await rows.CountAsync();
        page = Math.Clamp(page, 1, 1 + (Math.Max(0, count - 1) / Size));
        return new ClarificationsPage
        {
            Frame = frame,
            PageNo = page,
            Count = count,
            Rows = await rows.Skip((page - 1) * Size).Take(Size).ToListAsync(),
        };
    }
}

/// <summary>The buyer answers one question.</summary>
public sealed class AnswerPage : AnswerForm, IEventPage
{
    public required EventFrame Frame { get; init; }

    public required ClarificationRow Question { get; init; }

    public static async Task<AnswerPage?> Read(PortalDbContext db, string number, int no, long id, HttpContext http)
    {
        if (await EventFrame.Read(db, number, no, EventTab.Clarifications, http) is not { IsTeam: true } frame
            || await ClarificationRow.Of(db, frame.Reader, frame.Card.Id)
                .SingleOrDefaultAsync(c => c.Id == id && c.Kind == ClarificationKind.Explanation) is not { } question)
        {
            return null;
        }

        return new AnswerPage { Frame = frame, Question = question, PublicText = question.Text };
    }
}
