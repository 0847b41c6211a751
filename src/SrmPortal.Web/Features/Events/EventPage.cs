using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Events;

public enum EventTab { Overview, Items, Questions, Documents, Suppliers, Clarifications, History, Amendment, None }

/// <summary>A page of one round: all of them stand in one frame.</summary>
public interface IEventPage
{
    EventFrame Frame { get; }
}

/// <summary>What stands around each page of a round: the band with the one next step, and the tabs.</summary>
public sealed class EventFrame
{
    public required EventCard Card { get; init; }

    public required EventTab Tab { get; init; }

    public required DateTime Now { get; init; }

    public required Scope Reader { get; init; }

    /// <summary>Somebody of the event's team.</summary>
    public required bool IsTeam { get; init; }

    /// <summary>Staff look at it as a supplier would.</summary>
    public bool IsPreview { get; init; }

    public int InvitedCount { get; init; }

    /// <summary>Where the terms are shown.</summary>
    public TextInForce? Notice { get; init; }

    public bool ForSupplier => Reader.SupplierId is not null || IsPreview;

    public RoundState State => ForSupplier ? Card.StateAt(Now).ForSuppliers() : Card.StateAt(Now);

    public bool IsAccepting => State is RoundState.Published;

    public bool TakesQuestions => IsAccepting && !Card.IsPractice && Now < Card.QuestionsUntil;

    public static async Task<EventFrame?> Read(PortalDbContext db, string number, int no, EventTab tab, HttpContext http, bool isPreview = false)
    {
        var reader = http.RequestServices.GetRequiredService<CurrentScope>().Is;
        if (await EventCard.Read(db, reader, number, no) is not { } card)
        {
            return null;
        }

        var staff = reader.SupplierId is null;
        return new EventFrame
        {
            Card = card,
            Tab = tab,
            Now = http.Instant(),
            Reader = reader,
            IsPreview = isPreview,
            IsTeam = staff && await db.Events.AnyAsync(e => e.Number == number && (e.BuyerId == reader.PersonId || e.Team.Any(m => m.AccountId == reader.PersonId))),
            InvitedCount = staff ? await db.Invitations.CountAsync(i => i.Round.Id == card.Id) : 0,
            Notice = tab is not (EventTab.Overview or EventTab.None) ? null : await LegalTexts.Of(http.RequestServices.GetRequiredService<TextsInForce>(), card.Kind, card.NoticeEdition),
        };
    }
}

public sealed record OverviewPage(EventFrame Frame, IReadOnlyList<RoundItem> Items, IReadOnlyList<DocumentRow> Documents, ClarificationRow? Latest) : IEventPage
{
    private const int FirstItems = 5;

    /// <summary>In the preview, which has no pages of its parts.</summary>
    public IReadOnlyList<RoundQuestion> Questions { get; init; } = [];

    public static async Task<OverviewPage?> Read(PortalDbContext db, string number, int no, HttpContext http, bool isPreview = false)
    {
        if (await EventFrame.Read(db, number, no, EventTab.Overview, http, isPreview) is not { } frame)
        {
            return null;
        }

        var told = frame.Card.ClarificationCount == 0 ? null : ClarificationRow.Of(db, frame.Reader, frame.Card.Id);
        return new OverviewPage(frame, await db.ItemsOf(frame.Card.Id).Take(isPreview ? int.MaxValue : FirstItems).ToListAsync(),
            frame.Card.DocumentCount == 0 ? [] : await DocumentRow.Of(db, frame.Card.Id),
            told is null ? null : await (frame.Reader.IsStaff ? told : told.Where(c => c.Answer != null)).FirstOrDefaultAsync())
        {
            Questions = isPreview && frame.Card.QuestionCount > 0 ? await db.QuestionsOf(frame.Card.Id) : [],
        };
    }
}

/// <summary>The items with full names and comments; without target prices, whoever looks.</summary>
public sealed record EventItemsPage(EventFrame Frame, IReadOnlyList<RoundItem> Items) : IEventPage
{
    public static async Task<EventItemsPage?> Read(PortalDbContext db, string number, int no, HttpContext http) =>
        await EventFrame.Read(db, number, no, EventTab.Items, http) is { } frame
            ? new EventItemsPage(frame, await db.ItemsOf(frame.Card.Id).ToListAsync()) : null;
}

public sealed record EventQuestionsPage(EventFrame Frame, IReadOnlyList<RoundQuestion> Questions) : IEventPage
{
    public static async Task<EventQuestionsPage?> Read(PortalDbContext db, string number, int no, HttpContext http) =>
        await EventFrame.Read(db, number, no, EventTab.Questions, http) is { } frame
            ? new EventQuestionsPage(frame, await db.QuestionsOf(frame.Card.Id)) : null;
}

/// <summary>All of it on one sheet, before printing.</summary>
public sealed record PrintPage(EventFrame Frame, IReadOnlyList<RoundItem> Items, IReadOnlyList<RoundQuestion> Questions) : IEventPage
{
    public static async Task<PrintPage?> Read(PortalDbContext db, string number, int no, HttpContext http) =>
        await EventFrame.Read(db, number, no, EventTab.None, http) is { } frame
            ? new PrintPage(frame, await db.ItemsOf(frame.Card.Id).ToListAsync(), await db.QuestionsOf(frame.Card.Id)) : null;
}

/// <summary>Before a supplier says that it won't take part.</summary>
public sealed class DeclinePage : DeclineForm, IEventPage
{
    public required EventFrame Frame { get; init; }

    public static async Task<DeclinePage?> Read(PortalDbContext db, string number, int no, HttpContext http) =>
        await EventFrame.Read(db, number, no, EventTab.None, http) is { Card: { IsPractice: false, PublishedAt: not null, Invitation: { } invitation } } frame
            ? new DeclinePage { Frame = frame, Reason = invitation.DeclineReason } : null;
}

internal static class PartsOfRound
{
    /// <summary>In their order, as everybody may see them: the target price is left behind.</summary>
    public static IQueryable<RoundItem> ItemsOf(this PortalDbContext db, long roundId) => db.Rounds.AsNoTracking().Where(r => r.Id == roundId)
        .SelectMany(r => r.Items).OrderBy(i => i.Lot == null).ThenBy(i => i.Lot).ThenBy(i => i.Number).Select(i => new RoundItem(i.Number, i.Name, i.Quantity, i.Unit)
        {
            MaterialNumber = i.MaterialNumber,
            FullName = i.FullName,
            Comment = i.Comment,
            Lot = i.Lot,
            PriceUnit = i.PriceUnit,
            DeliveryDate = i.DeliveryDate,
            DeliveryPlace = i.DeliveryPlace,
        });

    public static async Task<IReadOnlyList<RoundQuestion>> QuestionsOf(this PortalDbContext db, long roundId) =>
        [.. (await db.Rounds.AsNoTracking().Where(r => r.Id == roundId).Select(r => r.Questions).SingleAsync()).OrderBy(question => question.No)];
}
