namespace SrmPortal.Web.Demo;

/// <summary>The clock in Development: the right time, but for the demonstration while it plays what happened before.</summary>
internal sealed class DemoClock : TimeProvider
{
    private static readonly AsyncLocal<DateTimeOffset?> Played = new();

    public override DateTimeOffset GetUtcNow() => Played.Value ?? base.GetUtcNow();

    /// <summary>Until the end of the deed it is <paramref name="instant"/>, for this flow alone.</summary>
    public static async Task<T> At<T>(DateTime instant, Func<Task<T>> deed)
    {
        var before = Played.Value;
        Played.Value = instant;
        try
        {
            return await deed();
        }
        finally
        {
            Played.Value = before;
        }
    }
}
