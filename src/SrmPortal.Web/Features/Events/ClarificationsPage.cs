using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Events;

/// <summary>One question and its answer, as this reader may see them. Who asked is in it for nobody.</summary>
/// <param name="Id">For the team, to answer it.</param>
/// <param name="Kind">An explanation, or more time.</param>
/// <param name="IsOwn">The reader's company asked.</param>
/// <param name="Text">In the asker's words for the asker and the team; else as everybody reads it. Null: more time, without words.</param>
/// <param name="PublicText">As everybody reads it; null while the asker alone knows it.</param>
/// <param name="AskedAt">For the asker and the team.</param>
/// <param name="Answer">Null while it waits.</param>
/// <param name="AnsweredAt">In UTC.</param>
/// <param name="IsForEverybody">Whether everybody reads it.</param>
public sealed record ClarificationRow(
    long Id, ClarificationKind Kind, bool IsOwn, string? Text, string? PublicText, DateTime? AskedAt, string? Answer, DateTime? AnsweredAt, bool IsForEverybody)
{
    /// <summary>What waits comes first, then the latest answer.</summary>
    public static IQueryable<ClarificationRow> Of(PortalDbContext db, Scope reader, long roundId)
    {
        var (supplier, staff) = (reader.SupplierId, reader.IsStaff);
        return db.Clarifications.AsNoTracking().Where(c => c.RoundId == roundId)
            // Who asked for more time has the answer with the own request.
            .Where(c => staff || c.SupplierId == supplier || c.Kind == ClarificationKind.Explanation
                || !db.Clarifications.Any(own => own.RoundId == roundId && own.SupplierId == supplier && own.Kind == c.Kind && own.AnsweredAt == c.AnsweredAt))
            .OrderBy(c => c.AnsweredAt == null ? 0 : 1).ThenByDescending(c => c.AnsweredAt).ThenBy(c => c.Id)
            .Select(c => new ClarificationRow(
                c.Id, c.Kind, c.SupplierId == supplier, staff || c.SupplierId == supplier ? c.Text : c.PublicText, c.PublicText,
                staff || c.SupplierId == supplier ? c.AskedAt : null, c.Answer, c.AnsweredAt, c.IsForEverybody));
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
        page = Math.Clamp(page, 1, 1 + (frame.Card.ClarificationCount / Size));
        return new ClarificationsPage
        {
            Frame = frame,
            PageNo = page,
            Count = await rows.CountAsync(),
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
