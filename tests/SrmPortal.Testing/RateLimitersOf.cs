using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace SrmPortal.Testing;

/// <summary>
/// The framework's rate limiting never disposes its limiter: its timer goes on ten times a second and keeps the whole portal in memory.
/// One portal a process doesn't mind; a test run starts more than a thousand. The limiter is kept nowhere but in the middleware, so it is
/// looked for along the pipeline.
/// </summary>
internal static class RateLimitersOf
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    public static IReadOnlyList<IDisposable> Pipeline(TestServer server)
    {
        List<IDisposable> limiters = [];
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Queue<object> left = new([Read(Read(Read(server, "_application"), "_application"), "_application")]);
        while (left.TryDequeue(out var part))
        {
            if (part is Delegate { Target: { } target })
            {
                part = target;
            }

            foreach (var value in part.GetType().GetFields(Fields).Select(field => field.GetValue(part)))
            {
                if (value is IDisposable limiter && value.GetType().Name.StartsWith("DefaultPartitionedRateLimiter", StringComparison.Ordinal))
                {
                    limiters.Add(limiter);
                }
                else if (value is not null && LeadsOn(part, value) && seen.Add(value))
                {
                    left.Enqueue(value);
                }
            }
        }

        return limiters.Count > 0 ? limiters : throw new InvalidOperationException("The pipeline has no rate limiter where one was; look how the framework builds it now.");
    }

    // From one middleware to the next by its delegate, and through what a lambda holds.
    private static bool LeadsOn(object part, object value) =>
        value is RequestDelegate || (part.GetType().Name.Contains("DisplayClass", StringComparison.Ordinal) && value is not (string or Type or IServiceProvider));

    private static object Read(object of, string field) => of.GetType().GetField(field, Fields)!.GetValue(of)!;
}
