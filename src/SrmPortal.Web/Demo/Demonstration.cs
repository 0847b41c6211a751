using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Demo;

/// <summary>
/// Development only: fills an empty portal with a group, its suppliers, registrations and events in every state, by the same deeds as people
/// do, and publishes one more event that closes in ten minutes with each start.
/// </summary>
internal sealed class Demonstration(DemoStage stage, DemoPeople people, DemoRegistrations registrations, DemoRoom room, DemoSupport support, DemoEvents events)
{
    private const int QuickOnesKeptOpen = 3;
    private static readonly int[] NiceHours = [17, 15, 12];

    private const string QuickTitle = "Абразивный инструмент, срочная потребность";

    private static readonly DemoPaper[] PapersOfPipes =
    [
        new("Техническое задание", "Техническое задание", "Продукция новая, не бывшая в употреблении, с сертификатами качества изготовителя.",
            "Допуски, марки стали и объём испытаний указаны в полном наименовании каждой позиции.", "Маркировка и упаковка по ГОСТ 10692."),
        new("Проект договора поставки", "Проект договора поставки", "Покупатель принимает товар на складе предприятия в течение двух рабочих дней с даты доставки.",
            "Оплата в течение 45 календарных дней после приёмки.", "Разногласия к проекту прикладываются к предложению."),
    ];

    private static readonly DemoPlan Pipes = new("Трубы бесшовные и детали трубопроводов для ремонта линии охлаждения МНЛЗ-2", DemoItems.Pipes, "24.20", "a.lebedev") { Opening = OpeningRule.TwoOpeners, Papers = PapersOfPipes };
    private static readonly DemoPlan Rolled = new("Сортовой и листовой прокат для капитального ремонта, I квартал 2027", DemoItems.Rolled, "24.10", "a.lebedev");
    private static readonly DemoPlan Refractories = new("Огнеупоры периклазоуглеродистые для футеровки сталеразливочных ковшей, I квартал 2027", DemoItems.Refractories, "20.01", "v.orehova")
    {
        Lots = [("Изделия рабочего слоя футеровки", 3), ("Массы, стаканы и растворы", 3)],
    };

    private static readonly DemoPlan Tools = new("Круги отрезные и пластины твердосплавные на полугодие", DemoItems.Tools, "31", "v.orehova") { Kind = EventKind.RequestForPrices, WithQuestions = false };
    private static readonly DemoPlan Workwear = new("Спецодежда и обувь металлурга, сезон 2027", DemoItems.Workwear, "32.01", "v.orehova") { Kind = EventKind.RequestForPrices, WithQuestions = false };
    private static readonly DemoPlan Haulage = new("Перевозка проката и труб автотранспортом, 2027 год", DemoItems.Haulage, "41.02", "v.orehova") { Kind = EventKind.Tender, WithQuestions = false };

    private static readonly DemoPlan Fittings = new("Арматура трубопроводная для цеха водоснабжения", DemoItems.Fittings, "28.09", "v.orehova")
    {
        Kind = EventKind.RequestForPrices,
        Audience = Audience.OpenToCategories,
        Site = 2,
        WithQuestions = false,
        Papers = PapersOfPipes,
    };

    private static DemoCompany[] Traders => [.. DemoCompanies.All.Take(7)];

    public async Task Play(DateTime now)
    {
        if (!await stage.Ask(db => db.Sites.AnyAsync()))
        {
            await people.ComeTogether(now.AddDays(-120), now);
            await registrations.Play(Minute(now));
            await room.Play(Minute(now));
            await support.Play(Minute(now));
            await PlayThePast(now);
        }

        await PublishAQuickOne(Minute(now));
    }

    /// <summary>Days are counted from today, hours are those of Moscow: nobody sets a deadline at 14:37.</summary>
    private async Task PlayThePast(DateTime now)
    {
        DateTime At(int day, int hour) => LocalHour(now, day, hour, Zones.Moscow);

        var decided = await Evaluated(Rolled, At(-40, 10), At(-30, 12), 5);
        await events.Choose(decided, Rolled, At(-29, 11));
        await events.Decide(decided, Rolled, At(-28, 16));

        var proposed = await Evaluated(Pipes with { Title = "Трубы бесшовные для ремонта газоотводящего тракта", Opening = OpeningRule.OneOpener }, At(-25, 9), At(-12, 15), 6);
        await events.Choose(proposed, Pipes, At(-3, 10));
        await events.Propose(proposed, Pipes, At(-2, 14));

        await Evaluated(Pipes with { Title = "Трубы и детали трубопроводов для насосной станции № 3", Opening = OpeningRule.OneOpener, Lots = [("Трубы бесшовные", 8), ("Детали трубопроводов и прокат", 4)] }, At(-14, 11), At(-1, 17), 7);

        await PlayTwoRounds(At);

        var closed = await events.Publish(Tools, At(-6, 10), LastNiceHour(now), Toolmakers);
        await events.Offer(closed, Tools, DemoCompanies.All[6], 1.03m, At(-4, 11), At(-3, 9));
        await events.Offer(closed, Tools, DemoCompanies.All[10], 0.98m, At(-3, 14), At(-2, 10));

        var cancelled = await events.Publish(Haulage, At(-9, 12), At(5, 15), DemoCompanies.All[9]);
        await events.Cancel(cancelled, Haulage, "Потребность пересмотрена: перевозки переданы в рамочный договор.", At(-7, 13));

        var open = await events.Publish(Pipes, At(-8, 10), At(2, 15), Traders);
        await events.Offer(open, Pipes, DemoCompanies.All[0], 1.01m, At(-1, 18), null, 7);
        await events.Offer(open, Pipes, DemoCompanies.All[1], 1.0m, At(-2, 12), At(-1, 11));
        await events.Ask(open, DemoCompanies.All[2], "Мы, ТД из Самары, изготовим по ТУ. Требуется ли УЗК 100 % для позиции 0007?", At(-6, 11));
        await events.AnswerEverybody(open, Pipes, "Требуется ли УЗК 100 % для позиции 0007?", "УЗК 100 % требуется для позиций 0004–0006. Для 0007 — по ТУ.", At(-5, 17));
        await events.Ask(open, DemoCompanies.All[1], "Допускается ли труба 108×6 по ТУ вместо ГОСТ 8732?", At(-1, 9));
        var refractories = await events.Publish(Refractories, At(-3, 11), At(7, 12), DemoCompanies.All[7], DemoCompanies.All[8]);
        await events.Ask(refractories, DemoCompanies.All[8], "Просим ещё два дня: ждём цену доставки от перевозчика.", At(-2, 11), ClarificationKind.MoreTime);
        await events.Offer(refractories, Refractories, DemoCompanies.All[8], 1.02m, At(-2, 14), At(-2, 15));
        await events.Extend(refractories, Refractories, At(9, 12), "По просьбе участников: цены перевозчиков поступают с задержкой.", At(-1, 10));
        await events.Amend(refractories, Refractories, "Цех уточнил план ремонта футеровки.", At(-1, 14), asked => asked with
        {
            PaymentTerms = "100 % в течение 45 календарных дней после поставки",
            Items = [asked.Items[0] with { Quantity = decimal.Floor(asked.Items[0].Quantity * 0.9m) }, .. asked.Items.Skip(1)],
        });

        var waiting = await events.Draft(Rolled with { Title = "Прокат для строительства склада готовой продукции", Items = [.. DemoItems.Rolled, .. DemoItems.Pipes], Lots = [("Сортовой и листовой прокат", DemoItems.Rolled.Length), ("Трубы и детали трубопроводов", DemoItems.Pipes.Length)] }, At(-2, 9), At(12, 15), Traders);
        await events.AskForApproval(waiting, Rolled, At(-1, 15));
        await events.Draft(Workwear, At(-1, 16), At(14, 17), [DemoCompanies.All[10]]);

        var forAll = await events.Publish(Fittings, At(-4, 12), LocalHour(now, 6, 17, "Asia/Yekaterinburg"), []);
        await events.Offer(forAll, Fittings, DemoCompanies.All[5], 0.99m, At(-2, 10), At(-2, 11));
    }

    /// <summary>A second round in which each way to begin the choice comes to another sum, one price is unusually low, and one earlier offer stands.</summary>
    private async Task PlayTwoRounds(Func<int, int, DateTime> at)
    {
        var plan = Rolled with { Title = "Прокат для ремонта подкрановых путей" };
        var first = await events.Publish(plan, at(-22, 10), at(-13, 12), Traders.Take(4));
        await events.OfferAt(first, plan, Traders[0], at(-15, 10), 69_900, 95_400, 73_800, 84_200);
        await events.OfferAt(first, plan, Traders[1], at(-15, 12), 68_200, 88_900, 72_900, 83_500);
        await events.OfferAt(first, plan, Traders[2], at(-14, 11), 66_700, 92_100, 71_300, 0);
        await events.OfferAt(first, plan, Traders[3], at(-14, 16), 74_500, 99_800, 79_900, 91_000);
        await events.Open(first, plan, at(-13, 12).AddMinutes(5));
        var second = await events.GoOn(first, plan, at(-10, 11), at(-1, 12), Traders.Take(3));
        await events.OfferAt(second, plan, Traders[0], at(-3, 10), 66_900, 92_800, 71_500, 47_600);
        await events.OfferAt(second, plan, Traders[2], at(-2, 15), 64_300, 90_700, 69_800, 0);
        await events.Open(second, plan, at(-1, 12).AddMinutes(5));
    }

    private async Task<long> Evaluated(DemoPlan plan, DateTime published, DateTime deadline, int offers)
    {
        var round = await events.Publish(plan, published, deadline, Traders);
        for (var i = 0; i < offers; i++)
        {
            await events.Offer(round, plan, Traders[i], 0.96m + 0.02m * (i * 3 % 7), published.AddDays(2).AddHours(i), published.AddDays(3).AddMinutes(17 * i), [.. i % 3 == 1 ? [i % plan.Items.Length] : Array.Empty<int>()]);
        }

        await events.Open(round, plan, deadline.AddMinutes(5));
        return round;
    }

    private async Task PublishAQuickOne(DateTime now)
    {
        var open = await stage.Ask(db => db.Rounds.CountAsync(r => r.Title == QuickTitle && r.State == RoundState.Published && r.Deadline > now));
        if (open < QuickOnesKeptOpen)
        {
            // A day is the least between publishing and deadline, so it was published before.
            await events.Publish(Tools with { Title = QuickTitle }, now.AddDays(-2), now.AddMinutes(11), [.. Toolmakers, DemoCompanies.All[0]]);
        }
    }

    private static DemoCompany[] Toolmakers => [DemoCompanies.All[6], DemoCompanies.All[10]];

    private static DateTime LocalHour(DateTime now, int day, int hour, string zone) =>
        TimeZoneInfo.ConvertTimeToUtc(Zones.Local(now, zone).Date.AddDays(day).AddHours(hour), Zones.Of(zone));

    /// <summary>The latest deadline that has passed by an hour: 12:00, 15:00 or 17:00 of today, else the end of yesterday's work.</summary>
    private static DateTime LastNiceHour(DateTime now) => NiceHours.Select(hour => LocalHour(now, 0, hour, Zones.Moscow))
        .Append(LocalHour(now, -1, 17, Zones.Moscow)).First(hour => hour <= now.AddHours(-1));

    private static DateTime Minute(DateTime now) => new(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, DateTimeKind.Utc);
}

/// <summary>Who is who, for the sign-in page.</summary>
internal sealed class DemoAccountList(DemoStage stage) : IDemoAccounts
{
    public string Password => DemoPeople.Password;

    public async Task<IReadOnlyList<DemoAccount>> All()
    {
        var names = await stage.Ask(db => db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Email, a => a.UserName));
        var suppliers = DemoCompanies.All.Take(2).SelectMany(company => company.People.Select(person =>
            (Role: Words(person.Rights), Who: $"{UserAccount.ShortNameOf(person.Name)}, {company.Details.ShortName}", Email: $"{person.Mailbox}@{company.Domain}")));
        var staff = DemoStaff.People.Select(colleague =>
            (Role: Roles.Named(colleague.Role, Language.Current), Who: $"{UserAccount.ShortNameOf(colleague.Name)}, {colleague.Position}", Email: $"{colleague.Mailbox}@{DemoStaff.MailDomain}"));
        return [.. suppliers.Concat(staff).Where(one => names.ContainsKey(one.Email)).Select(one => new DemoAccount(one.Role, one.Who, names[one.Email]))];
    }

    private static string Words(MembershipRights rights) =>
        rights is { IsMasterUser: true, IsContactPerson: true } ? Say("Contact person and master user", "Контактное лицо и мастер-пользователь")
        : rights.IsMasterUser ? Say("Master user", "Мастер-пользователь")
        : rights.MaySubmit ? Say("Contact person", "Контактное лицо") : Say("Contact person, may not submit", "Контактное лицо без права подачи");

    private static string Say(string english, string russian) => Language.IsRussian ? russian : english;
}

internal static class DemonstrationServices
{
    /// <summary>In Development, unless <c>Demo:Data</c> says no; a published portal has none of it.</summary>
    public static IServiceCollection AddDemonstration(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment() || !configuration.GetValue("Demo:Data", true))
        {
            return services;
        }

        services.AddSingleton<TimeProvider, DemoClock>();
        services.AddSingleton<DemoStage>().AddSingleton<DemoPeople>().AddSingleton<DemoRegistrations>().AddSingleton<DemoRoom>().AddSingleton<DemoSupport>().AddSingleton<DemoEvents>().AddSingleton<Demonstration>();
        return services.AddSingleton<IDemoAccounts, DemoAccountList>();
    }

    public static async Task PlayDemonstration(this WebApplication app)
    {
        if (app.Services.GetService<Demonstration>() is { } demonstration)
        {
            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            await demonstration.Play(now);
            // What was played as long ago would alarm otherwise: it waits for its seal since then.
            await using var services = app.Services.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<CurrentScope>().Is = Scope.System;
            await services.ServiceProvider.GetRequiredService<AuditChain>().Seal(now);
        }
    }
}
