namespace SrmPortal.Domain.Suppliers;

/// <summary>When the end of something is told: 60, 30 and 7 days before, and when it has come.</summary>
internal static class Validity
{
    private const int EndTold = -1, TellEndForDays = 30;

    private static readonly int[] TellBefore = [60, 30, 7];

    /// <param name="until">The first instant at which it has ended.</param>
    /// <param name="now">In UTC.</param>
    public static int DaysLeft(DateTime until, DateTime now) => (until - now).TotalDays is var days && days > 0 ? (int)Math.Ceiling(days) : Math.Min(-1, (int)Math.Floor(days));

    /// <param name="until">The last day.</param>
    /// <param name="today">In the portal's zone.</param>
    public static int DaysLeft(DateOnly until, DateOnly today) => until.DayNumber - today.DayNumber;

    /// <param name="daysLeft">Negative: it has ended.</param>
    /// <param name="told">Days before at which it was told last; 0: not yet; -1: that it has ended.</param>
    /// <returns>What is to be told now, to be kept; null: nothing.</returns>
    public static int? Due(int daysLeft, int told)
    {
        if (daysLeft < 0)
        {
            return told != EndTold && daysLeft >= -TellEndForDays ? EndTold : null;
        }

        var reached = TellBefore.Where(days => daysLeft <= days).DefaultIfEmpty(0).Min();
        return reached > 0 && (told <= 0 || told > reached) ? reached : null;
    }
}
