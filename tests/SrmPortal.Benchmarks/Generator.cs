using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Identifiers;

namespace SrmPortal.Benchmarks;

/// <summary>What the measures are about.</summary>
/// <param name="Buyers">Login names of people who see all events.</param>
/// <param name="Suppliers">Login names of people who offer, with their companies' keys.</param>
internal sealed record Stage(IReadOnlyList<string> Buyers, IReadOnlyList<(string Login, long Person, long Supplier)> Suppliers)
{
    /// <summary>The key of the buyer who runs the events made for the measures.</summary>
    public required long Buyer { get; init; }

    /// <summary>Open for offers, with so many items.</summary>
    public required IReadOnlyDictionary<int, string> Open { get; init; }

    /// <summary>Opened, with so many offers and items.</summary>
    public required IReadOnlyDictionary<(int Offers, int Items), string> Opened { get; init; }
}

/// <summary>
/// Fills an empty portal: the same seed, the same data. All of it goes through the domain's own constructors and methods at the time when
/// it would have happened; what these would tell others is dropped, and rows are stored some hundred at a time. Offers to rounds that are
/// not opened yet are really sealed; of those that were opened long ago the rows are there and the blobs are left out.
/// </summary>
internal sealed partial class Generator(MeasuredPortal portal, BenchmarkOptions options)
{
    private const int Buyers = 20, Batch = 200;

    private readonly Random _random = new(options.Seed);
    private readonly DateTime _now = Minute(TimeProvider.System.GetUtcNow().UtcDateTime);
    private long[] _sites = [], _buyers = [], _suppliers = [], _categories = [];
    private Supplier[] _companies = [];

    /// <summary>People and companies, and the mass of events.</summary>
    public async Task Fill()
    {
        await In(House);
        await In(Companies);
        for (var first = 0; first < options.Events; first += Batch)
        {
            await Rounds(first, Math.Min(Batch, options.Events - first));
            if (first % 2_000 == 0)
            {
                await Console.Error.WriteLineAsync($"{first} events");
            }
        }

        await Analyze();
    }

    /// <summary>Login names of people of the first companies.</summary>
    public IReadOnlyList<string> SuppliersPeople => [.. Enumerable.Range(0, options.SignedIn).Select(i => UserName(Buyers + i))];

    /// <summary>What single measures are about, made as people do it.</summary>
    public async Task<Stage> SetStage()
    {
        var stage = new Stage([.. _buyers.Take(options.SignedIn).Select(UserNameOf)], [.. SuppliersPeople.Select((login, i) => (login, PersonOf(i), _suppliers[i]))])
        {
            Buyer = _buyers[0],
            Open = new Dictionary<int, string> { [20] = await Open(20), [300] = await Open(300) },
            Opened = new Dictionary<(int, int), string> { [(20, 50)] = await Opened(20, 50), [(40, 300)] = await Opened(40, 300) },
        };
        await Analyze();
        return stage;
    }

    private Task In(Func<PortalDbContext, IServiceProvider, Task> deed) => portal.As(Scope.System, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await deed(db, services);
        await transaction.CommitAsync();
        return true;
    });

    private async Task House(PortalDbContext db, IServiceProvider services)
    {
        var metal = new GroupCompany("АО «Северсплав»", "Seversplav JSC");
        Site[] sites = [.. Enumerable.Range(1, 6).Select(i => new Site(metal, $"Завод № {i}", $"Works no. {i}", "Нижний Тагил", "Nizhny Tagil", "Europe/Moscow"))];
        var roots = Enumerable.Range(10, 20).Select(i => new Category(null, $"{i}", $"Номенклатура {i}", $"Category {i}")).ToArray();
        var categories = roots.SelectMany(root => Enumerable.Range(10, 12).Select(i => new Category(root, $"{root.Code}.{i}", $"{root.Name}, вид {i}", $"{root.NameEn}, kind {i}"))).ToArray();
        var buyers = Enumerable.Range(0, Buyers).Select(i => Person(i, $"buyer{i}@group.example", $"Закупщиков Олег {Letters(i)}")).ToArray();
        Array.ForEach(buyers, buyer => buyer.Appoint(StaffRoles.Buyer, null));
        db.AddRange([.. sites, .. roots, .. categories, .. buyers]);
        await Store(db);
        (_sites, _categories, _buyers) = ([.. sites.Select(site => site.Id)], [.. categories.Select(category => category.Id)], [.. buyers.Select(buyer => buyer.Id)]);
        await GivePasswords(db, services, buyers.Take(options.SignedIn));
    }

    private async Task Companies(PortalDbContext db, IServiceProvider services)
    {
        _companies = [.. Enumerable.Range(0, Math.Max(options.Suppliers, Math.Max(60, options.SignedIn))).Select(i => new Supplier($"S{30_000_000 + i}", new CompanyDetails
        {
            Country = "RU",
            FullName = $"Общество с ограниченной ответственностью «{Word(i)}{Word(i * 7 + 3).ToLowerInvariant()} {i}»",
            ShortName = $"ООО «{Word(i)}{Word(i * 7 + 3).ToLowerInvariant()} {i}»",
            LegalForm = LegalForms.Llc,
            TaxNumber = Inn.WithCheckDigits($"{660_000_000 + i}"),
            Kpp = "667101001",
            LegalAddress = "620014, г. Екатеринбург, ул. Хохрякова, д. 74",
            Phone = "+7 343 226-41-80",
        }, ["RU-66"], Some(_categories, 5), _now.AddYears(-2), _now.AddYears(3)))];
        db.AddRange(_companies.AsEnumerable());
        await Store(db);
        _suppliers = [.. _companies.Select(company => company.Id)];

        UserAccount[] people = [.. _suppliers.Select((_, i) => Person(Buyers + i, $"person{i}@supplier{i}.example", $"Продавцова Ирина {Letters(i)}"))];
        db.AddRange(people.Zip(_suppliers, (person, supplier) => new Membership(person, supplier, MembershipRights.Contact)));
        await Store(db);
        _people = [.. people.Select(person => person.Id)];
        await GivePasswords(db, services, people.Take(options.SignedIn));
    }

    private long[] _people = [];

    private long PersonOf(int supplier) => _people[supplier];

    private static async Task GivePasswords(PortalDbContext db, IServiceProvider services, IEnumerable<UserAccount> people)
    {
        // Slow on purpose, and the same for all.
        string? hash = null;
        foreach (var person in people)
        {
            var credential = new Credential { Id = person.Id, UserName = person.UserName, NormalizedUserName = person.NormalizedUserName, SecurityStamp = $"stamp of {person.Id}" };
            credential.PasswordHash = hash ??= services.GetRequiredService<IPasswordHasher<Credential>>().HashPassword(credential, Portal.Password);
            db.Add(credential);
        }

        await Store(db);
    }

    private static UserAccount Person(int i, string email, string name)
    {
        var person = new UserAccount(UserName(i), email, name, "en") { Phone = "+7 3435 22-91-17" };
        person.Activate();
        return person;
    }

    private string UserNameOf(long buyer) => UserName(Array.IndexOf(_buyers, buyer));

    private static string UserName(int i) => (480_000_000 + i).ToString("'SRM'000000000", CultureInfo.InvariantCulture);

    /// <summary>What has happened is told to nobody: the mass would fill the outbox.</summary>
    private static async Task Store(PortalDbContext db)
    {
        foreach (var root in db.ChangeTracker.Entries<AggregateRoot>())
        {
            root.Entity.TakeEvents();
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>As a server does by itself in time, so that plans are those of a lived-in database.</summary>
    private Task<int> Analyze() => portal.As(Scope.System, services => services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlRawAsync("ANALYZE"));

    private T[] Some<T>(T[] all, int count) => [.. Enumerable.Range(0, count).Select(_ => all[_random.Next(all.Length)]).Distinct()];

    private static string Letters(int i) => $"{(char)('А' + i % 32)}{(char)('а' + i / 32 % 32)}{(char)('а' + i / 1024 % 32)}";

    private static string Word(int i) => Words[Math.Abs(i) % Words.Length];

    private static DateTime Minute(DateTime now) => new(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, DateTimeKind.Utc);

    private static readonly string[] Words =
    [
        "Труба", "Прокат", "Лист", "Огнеупор", "Насос", "Задвижка", "Кабель", "Подшипник", "Масло", "Электрод", "Ферросплав", "Уголь", "Известь", "Кислород", "Спецодежда",
        "Инструмент", "Редуктор", "Двигатель", "Фланец", "Швеллер", "Балка", "Канат", "Лента", "Фильтр", "Клапан", "Датчик", "Перевозка", "Монтаж", "Ремонт", "Обслуживание",
    ];
}
