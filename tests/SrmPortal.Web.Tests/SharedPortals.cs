using System.Runtime.CompilerServices;

namespace SrmPortal.Web.Tests;

/// <summary>
/// A portal that is started once: for all rows of a theory, or for all tests of a class that ask for it in one place. Only where none of
/// them meets what another one leaves.
/// </summary>
public sealed class SharedPortals : IAsyncLifetime
{
    private readonly Dictionary<string, Task<Portal>> _started = [];

    /// <param name="start">Asked of the first alone.</param>
    /// <param name="who">Whose portal it is.</param>
    public Task<Portal> Once(Func<Task<Portal>> start, [CallerMemberName] string who = "") =>
        _started.TryGetValue(who, out var started) ? started : _started[who] = start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var started in _started.Values.Where(started => started.IsCompletedSuccessfully))
        {
            await (await started).DisposeAsync();
        }
    }
}
