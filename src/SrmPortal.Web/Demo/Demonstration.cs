using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Demo;

/// <summary>
/// Development only: fills an empty portal with a group, its suppliers and events in every state, by the same deeds as people do, and
/// publishes one more event that closes in ten minutes with each start.
/// </summary>
internal sealed class Demonstration(DemoStage stage, DemoPeople people, DemoEvents events)
{
    private const int QuickOnesKeptOpen = 3;
    private const string QuickTitle = "Абразивный инструмент, срочная потребность";

    private static readonly DemoPlan Pipes = new("Трубы бесшовные и детали трубопроводов для ремонта линии охлаждения МНЛЗ-2", DemoItems.Pipes, "24.20", "a.lebedev") { Opening = OpeningRule.TwoOpeners };
    private static readonly DemoPlan Rolled = new("Сортовой и листовой прокат для капитального ремонта, I квартал 2027", DemoItems.Rolled, "24.10", "a.lebedev");
    private static readonly DemoPlan Refractories = new("Огнеупоры периклазоуглеродистые для футеровки сталеразливочных ковшей, I квартал 2027", DemoItems.Refractories, "20.01", "v.orehova");
    private static readonly DemoPlan Tools = new("Круги отрезные и пластины твердосплавные на полугодие", DemoItems.Tools, "31", "v.orehova") { Kind = EventKind.RequestForPrices, WithQuestions = false };
    private static readonly DemoPlan Workwear = new("Спецодежда и обувь металлурга, сезон 2027", DemoItems.Workwear, "32.01", "v.orehova") { Kind = EventKind.RequestForPrices, WithQuestions = false };
    private static readonly DemoPlan Haulage = new("Перевозка проката и труб автотранспортом, 2027 год", DemoItems.Haulage, "41.02", "v.orehova") { Kind = EventKind.Tender, WithQuestions = false };

    private static DemoCompany[] Traders => [.. DemoCompanies.All.Take(7)];

    public async Task Play(DateTime now)
    {
        if (!await stage.Ask(db => db.Sites.AnyAsync()))
        {
            await people.ComeTogether(now.AddDays(-120));
            await PlayThePast(Minute(now));
        }

        await PublishAQuickOne(Minute(now));
    }

    private async Task PlayThePast(DateTime now)
    {
        var decided = await Evaluated(Rolled, now.AddDays(-40), now.AddDays(-30), 5);
        await events.Choose(decided, Rolled, now.AddDays(-29));
        await events.Decide(decided, Rolled, now.AddDays(-28));

        var proposed = await Evaluated(Pipes with { Title = "Трубы бесшовные для ремонта газоотводящего тракта", Opening = OpeningRule.OneOpener }, now.AddDays(-25), now.AddDays(-12), 6);
        await events.Choose(proposed, Pipes, now.AddDays(-3));
        await events.Propose(proposed, Pipes, now.AddDays(-2));

        await Evaluated(Pipes with { Title = "Трубы и детали трубопроводов для насосной станции № 3", Opening = OpeningRule.OneOpener }, now.AddDays(-14), now.AddDays(-1), 7);

        var closed = await events.Publish(Tools, now.AddDays(-6), now.AddHours(-2), Toolmakers);
        await events.Offer(closed, Tools, DemoCompanies.All[6], 1.03m, now.AddDays(-4), now.AddDays(-3));
        await events.Offer(closed, Tools, DemoCompanies.All[10], 0.98m, now.AddDays(-2), now.AddDays(-1));

        var cancelled = await events.Publish(Haulage, now.AddDays(-9), now.AddDays(5), DemoCompanies.All[9]);
        await events.Cancel(cancelled, Haulage, "Потребность пересмотрена: перевозки переданы в рамочный договор.", now.AddDays(-7));

        var open = await events.Publish(Pipes, now.AddDays(-8), now.AddDays(2), Traders);
        await events.Offer(open, Pipes, DemoCompanies.All[0], 1.01m, now.AddHours(-5), null, 7);
        await events.Offer(open, Pipes, DemoCompanies.All[1], 1.0m, now.AddDays(-2), now.AddDays(-1));
        await events.Publish(Refractories, now.AddDays(-3), now.AddDays(9), DemoCompanies.All[7], DemoCompanies.All[8]);

        var waiting = await events.Draft(Rolled with { Title = "Прокат для строительства склада готовой продукции", Items = [.. DemoItems.Rolled, .. DemoItems.Pipes] }, now.AddDays(-2), now.AddDays(12), Traders);
        await events.AskForApproval(waiting, Rolled, now.AddDays(-1));
        await events.Draft(Workwear, now.AddHours(-20), now.AddDays(14), [DemoCompanies.All[10]]);
    }

    private async Task<long> Evaluated(DemoPlan plan, DateTime published, DateTime deadline, int offers)
    {
        var round = await events.Publish(plan, published, deadline, Traders);
        for (var i = 0; i < offers; i++)
        {
            await events.Offer(round, plan, Traders[i], 0.96m + 0.02m * (i * 3 % 7), published.AddDays(2).AddHours(i), published.AddDays(3).AddHours(i), [.. i % 3 == 1 ? [i % plan.Items.Length] : Array.Empty<int>()]);
        }

        await events.Open(round, plan, deadline.AddMinutes(5));
        return round;
    }

    private async Task PublishAQuickOne(DateTime now)
    {
        var open = await stage.Ask(db => db.Rounds.CountAsync(r => r.Title == QuickTitle && r.State == RoundState.Published && r.Deadline > now));
        if (open < QuickOnesKeptOpen)
        {
            // A day is the least between publishing and deadline, so it was published yesterday.
            await events.Publish(Tools with { Title = QuickTitle }, now.AddDays(-2), now.AddMinutes(11), [.. Toolmakers, DemoCompanies.All[0]]);
        }
    }

    private static DemoCompany[] Toolmakers => [DemoCompanies.All[6], DemoCompanies.All[10]];

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
            (Role: Words(colleague.Role), Who: $"{UserAccount.ShortNameOf(colleague.Name)}, {colleague.Position}", Email: $"{colleague.Mailbox}@{DemoStaff.MailDomain}"));
        return [.. suppliers.Concat(staff).Where(one => names.ContainsKey(one.Email)).Select(one => new DemoAccount(one.Role, one.Who, names[one.Email]))];
    }

    private static string Words(MembershipRights rights) =>
        rights is { IsMasterUser: true, IsContactPerson: true } ? Say("Contact person and master user", "Контактное лицо и мастер-пользователь")
        : rights.IsMasterUser ? Say("Master user", "Мастер-пользователь")
        : rights.MaySubmit ? Say("Contact person", "Контактное лицо") : Say("Contact person, may not submit", "Контактное лицо без права подачи");

    private static string Words(StaffRoles role) => role switch
    {
        StaffRoles.Buyer => Say("Buyer", "Закупщик"),
        StaffRoles.Approver => Say("Approver", "Согласующий"),
        StaffRoles.Reviewer => Say("Reviewer", "Проверяющий"),
        StaffRoles.HeadOfDesk => Say("Head of desk", "Руководитель аккредитации"),
        StaffRoles.Support => Say("Support", "Техническая поддержка"),
        StaffRoles.Auditor => Say("Auditor", "Аудитор"),
        _ => Say("Administrator", "Администратор"),
    };

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
        services.AddSingleton<DemoStage>().AddSingleton<DemoPeople>().AddSingleton<DemoEvents>().AddSingleton<Demonstration>();
        return services.AddSingleton<IDemoAccounts, DemoAccountList>();
    }

    public static async Task PlayDemonstration(this WebApplication app)
    {
        if (app.Services.GetService<Demonstration>() is { } demonstration)
        {
            await demonstration.Play(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        }
    }
}
