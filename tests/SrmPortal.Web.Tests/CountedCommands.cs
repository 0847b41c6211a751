using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SrmPortal.Web.Tests;

/// <summary>How many commands the portal has sent to its database.</summary>
internal sealed class CountedCommands : DbCommandInterceptor
{
    private int _count;

    public int Count
    {
        get => _count;
        set => _count = value;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return ValueTask.FromResult(result);
    }
}
