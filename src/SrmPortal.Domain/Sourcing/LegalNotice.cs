using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Sourcing;

/// <summary>
/// What the law makes of one kind of event, told on its card, in print and at submission. A changed text is a new edition; a round keeps
/// the one it was published with.
/// </summary>
public sealed class LegalNotice : IInsertOnly
{
    private LegalNotice()
    {
    }

    /// <param name="kind">Of which events.</param>
    /// <param name="edition">From 1.</param>
    /// <param name="date">Of the edition.</param>
    /// <param name="russian">The text that is binding.</param>
    /// <param name="english">Its translation.</param>
    public LegalNotice(EventKind kind, int edition, DateOnly date, string russian, string english) =>
        (Kind, Edition, Date, Russian, English) = (kind, edition, date, russian, english);

    public long Id { get; private set; }

    public EventKind Kind { get; private set; }

    public int Edition { get; private set; }

    public DateOnly Date { get; private set; }

    public string Russian { get; private set; } = "";

    public string English { get; private set; } = "";

    public string Text(string language) => language == "ru" ? Russian : English;
}
