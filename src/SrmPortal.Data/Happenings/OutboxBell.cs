using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SrmPortal.Data.Happenings;

/// <summary>Rings when an announcement has been committed, so that the dispatcher of this instance need not wait for its next round.</summary>
public sealed class OutboxBell : SaveChangesInterceptor, IDbTransactionInterceptor, IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <summary>Until it rings, or <paramref name="atMost"/> has passed.</summary>
    public Task<bool> Wait(TimeSpan atMost, CancellationToken cancellationToken) => _rung.WaitAsync(atMost, cancellationToken);

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        RingUnlessInTransaction(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ring(eventData.Context);
        return Task.CompletedTask;
    }

    public void Dispose() => _rung.Dispose();

    private static void Note(DbContext? context)
    {
        if (context is PortalDbContext db && db.ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.State is EntityState.Added))
        {
            db.HasNews = true;
        }
    }

    private void RingUnlessInTransaction(DbContext? context)
    {
        if (context?.Database.CurrentTransaction is null)
        {
            Ring(context);
        }
    }

    private void Ring(DbContext? context)
    {
        if (context is PortalDbContext { HasNews: true } db)
        {
            db.HasNews = false;
            try
            {
                _rung.Release();
            }
            catch (SemaphoreFullException)
            {
                // It is ringing already.
            }
        }
    }
}
