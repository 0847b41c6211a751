using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SrmPortal.Benchmarks.Bare;

/// <summary>As little as four pages need.</summary>
internal sealed class BareDatabase(DbContextOptions<BareDatabase> options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Event> Events => Set<Event>();

    public DbSet<Item> Items => Set<Item>();

    public DbSet<OfferLine> OfferLines => Set<OfferLine>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Event>().HasIndex(e => e.Number).IsUnique();
        modelBuilder.Entity<Item>().HasKey(i => new { i.EventId, i.No });
        modelBuilder.Entity<OfferLine>().HasKey(l => new { l.EventId, l.AccountId, l.No });
    }

    public static async Task Fill(BareDatabase db, int events, int accounts, int seed)
    {
        await db.Database.EnsureCreatedAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        var random = new Random(seed);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        db.AddRange(Enumerable.Range(1, accounts).Select(i => new Account { Name = $"Продавцова И. {i}", Stamp = $"stamp {i}" }));
        for (var i = 1; i <= events; i++)
        {
            var one = new Event
            {
                Number = $"{20_060_000 + i}",
                Title = $"Труба и задвижка для ремонта цеха № {random.Next(1, 60)}",
                Kind = "Request for proposals",
                Place = $"Works no. {i % 6}",
                State = i % 7 == 0 ? "Closed" : "Accepting offers",
                Deadline = now.AddMinutes(random.Next(1440, 28800)),
                Buyer = "Закупщиков О. А.",
                Description = "Можно предложить часть позиций. Количество поставляется одной партией.",
            };
            db.Add(one);
            one.Items.AddRange(Enumerable.Range(1, i == events ? 20 : random.Next(1, 16)).Select(no => new Item
            {
                No = no,
                Name = $"Труба {random.Next(10, 900)}×8",
                FullName = "Труба по ГОСТ 8732-78, сталь 09Г2С",
                Quantity = random.Next(1, 200),
                Unit = "t",
            }));
            if (i % 500 == 0 || i == events)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }
    }

    internal sealed class Account
    {
        public long Id { get; init; }

        public required string Name { get; init; }

        public required string Stamp { get; init; }
    }

    internal sealed class Event
    {
        public long Id { get; init; }

        public required string Number { get; init; }

        public required string Title { get; init; }

        public required string Kind { get; init; }

        public required string Place { get; init; }

        public required string State { get; init; }

        public required DateTime Deadline { get; init; }

        public required string Buyer { get; init; }

        public required string Description { get; init; }

        public List<Item> Items { get; } = [];
    }

    internal sealed class Item
    {
        public long EventId { get; init; }

        public required int No { get; init; }

        public required string Name { get; init; }

        public required string FullName { get; init; }

        public required decimal Quantity { get; init; }

        public required string Unit { get; init; }
    }

    internal sealed class OfferLine
    {
        public long EventId { get; init; }

        public long AccountId { get; init; }

        public int No { get; init; }

        public decimal Quantity { get; set; }

        public decimal Price { get; set; }
    }

    /// <summary>The same care for what is written as in the portal.</summary>
    internal sealed class Pragmas : DbConnectionInterceptor
    {
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            using var pragmas = ((SqliteConnection)connection).CreateCommand();
            pragmas.CommandText = "PRAGMA busy_timeout=10000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
            pragmas.ExecuteNonQuery();
            return Task.CompletedTask;
        }
    }
}
