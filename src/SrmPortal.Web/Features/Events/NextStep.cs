using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Events;

/// <summary>What whoever runs the event does next, and where; nothing where it waits for others or is over.</summary>
/// <param name="Words">What to do.</param>
/// <param name="Path">Where; null: it waits.</param>
public sealed record NextStep(string Words, string? Path)
{
    public static NextStep? Of(EventList.Row row, DateTime now) => row.StateAt(now) switch
    {
        RoundState.Draft when row.IsReturned => new(EventWords.Say("Change what the approver wants", "Исправить по замечаниям согласующего"), $"{row.Path}/draft"),
        RoundState.Draft => new(EventWords.Say("Complete and publish", "Заполнить и опубликовать"), $"{row.Path}/draft"),
        RoundState.PendingApproval => new(EventWords.Say("Waits for the approver", "Ждёт согласующего"), null),
        RoundState.Published when row.HasOpenQuestion => new(EventWords.Say("Answer the suppliers", "Ответить поставщикам"), $"{row.Path}/clarifications"),
        RoundState.Published => new(EventWords.Say("Waits for offers", "Ждёт предложений"), null),
        RoundState.Closed when row.IsFoundEmpty => new(EventWords.Say("No offers: end it", "Предложений нет: завершить"), $"{row.Path}/not-awarded"),
        RoundState.Closed => new(EventWords.Say("Open the offers", "Вскрыть предложения"), $"{row.Path}/opening"),
        RoundState.Opened when row.IsReturned => new(EventWords.Say("Change the decision", "Исправить решение"), $"{row.Path}/comparison"),
        RoundState.Opened => new(EventWords.Say("Compare and choose", "Сравнить и выбрать"), $"{row.Path}/comparison"),
        RoundState.AwardProposed => new(EventWords.Say("Waits for the approver", "Ждёт согласующего"), null),
        _ => null,
    };
}
