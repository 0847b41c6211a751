using SrmPortal.Data;

namespace SrmPortal.Web.Features.Account;

/// <summary>Whoever brings a valid link acts as its holder while the deed is done, and is whoever it was before afterwards.</summary>
internal static class HolderOfLink
{
    public static IDisposable As(this CurrentScope scope, Scope holder)
    {
        var before = scope.Is;
        scope.Is = holder;
        return new Restored(scope, before);
    }

    private sealed class Restored(CurrentScope scope, Scope before) : IDisposable
    {
        public void Dispose() => scope.Is = before;
    }
}
