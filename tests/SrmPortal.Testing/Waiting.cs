using System.Diagnostics;

namespace SrmPortal.Testing;

/// <summary>For what happens elsewhere in its own time.</summary>
public static class Waiting
{
    /// <summary>Until it holds; the patience over, it is asked once more, and the test says what it found.</summary>
    /// <param name="holds">What is waited for.</param>
    /// <param name="patience">A minute, if nothing else is said.</param>
    public static async Task<bool> Until(Func<Task<bool>> holds, TimeSpan? patience = null)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < (patience ?? TimeSpan.FromMinutes(1)); await Task.Delay(50))
        {
            if (await holds())
            {
                return true;
            }
        }

        return await holds();
    }
}
