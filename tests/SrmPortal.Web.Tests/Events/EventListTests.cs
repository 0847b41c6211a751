using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Publishing;

namespace SrmPortal.Web.Tests.Events;

/// <summary>Finding events, by suppliers and buyers, each what is theirs.</summary>
public sealed class EventListTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    /// <summary>20067776 is published to supplier 7; besides it some of every kind.</summary>
    private static async Task<Portal> Filled(string database, Action<IServiceCollection>? more = null)
    {
        var portal = await Portal.With(database, more, null, 7, 8);
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var pipes = new Category(null, "12", "Трубы", "Pipes");
            var seamless = new Category(pipes, "12.04", "Бесшовные", "Seamless");
            db.AddRange(pipes, seamless);
            await db.SaveChangesAsync();
            await Add(services, "20067801", "Огнеупоры, зелёный карбид", Given.Deadline.AddDays(5), [8]);
            await Add(services, "20061234", "Трубы котельные 100%_готовые", Given.Deadline.AddDays(2), [7], seamless.Id);
            await Add(services, "20069677", "Швеллеры", Given.OnPublishing.AddDays(1), [7]);
            db.Add(new Round(new SourcingEvent("20067999", 1, 1), 0, Given.Terms with { Title = "Черновик", Deadline = null }));
            await db.SaveChangesAsync();
            return true;
        });
        return portal;
    }

    private static async Task Add(IServiceProvider services, string number, string title, DateTime deadline, long[] suppliers, params long[] categories)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var round = new Round(new SourcingEvent(number, 1, 1), 0, Given.Terms with { Title = title, Deadline = deadline, Categories = categories }, new RoundItem("0001", "Pipe", 1, "t"));
        round.ChooseSuppliers(suppliers);
        db.Add(round);
        await db.SaveChangesAsync();
        await services.GetRequiredService<PublishRound>().Publish(round.Id, 1, Given.OnPublishing);
    }

    private static string[] Numbers(IDocument page) => [.. page.QuerySelectorAll("tbody td.id").Select(cell => cell.TextContent)];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_supplier_finds_what_it_is_invited_to_by_number_words_status_deadline_and_category(string database)
    {
        await using var portal = await Filled(database);
        var supplier = portal.SignedIn("supplier:7", "ru");
        async Task Finds(string query, params string[] numbers) => Assert.Equal(numbers, Numbers(await supplier.Page("/events" + query)));

        await Finds("", "20069677/0", "20067776/0", "20061234/0");
        await Finds("?q=20067776", "20067776/0");
        await Finds("?q=2006 7776", "20067776/0");
        await Finds("?q=№ 20067776/0 от 26.11.2026", "20067776/0");
        await Finds("?number=*677*", "20069677/0", "20067776/0");
        await Finds("?q=200677*", "20067776/0");
        await Finds("?q=20067776*/1");
        await Finds("?q=677", "20069677/0", "20067776/0");
        await Finds("?q=ТРУБЫ", "20061234/0");
        await Finds("?q=" + Uri.EscapeDataString("100%_"), "20061234/0");
        await Finds("?q=" + Uri.EscapeDataString("1%гот"));
        await Finds("?text=шве*", "20069677/0");
        await Finds("?q=" + Uri.EscapeDataString("убы кот"), "20061234/0");
        await Finds("?q=" + Uri.EscapeDataString("т*котел*ые"), "20061234/0");
        await Finds("?q=" + Uri.EscapeDataString("\"трубы\" OR трубы"));
        await Finds("?q=ру", "20061234/0");
        // The index knows drafts and what others are asked, too.
        await Finds("?q=ернов");
        Assert.Empty(Numbers(await portal.SignedIn("supplier:8", "ru").Page("/events?q=" + Uri.EscapeDataString("убы кот"))));
        await Finds("?status=open", "20067776/0", "20061234/0");
        await Finds("?status=closed", "20069677/0");
        await Finds("?status=open&deadline=today", "20067776/0");
        await Finds("?status=open&deadline=3days", "20067776/0", "20061234/0");
        await Finds("?category=12", "20061234/0");
        await Finds("?sort=deadline", "20069677/0", "20067776/0", "20061234/0");
        await Finds("?sort=-deadline", "20061234/0", "20067776/0", "20069677/0");
        await Finds("?sort=number", "20061234/0", "20067776/0", "20069677/0");
        await Finds("?page=2");
        await Finds("?page=abc&sort=nonsense&status=nonsense", "20069677/0", "20067776/0", "20061234/0");
        Assert.Equal(["20067801/0"], Numbers(await portal.SignedIn("supplier:8", "ru").Page("/events?q=ЗЕЛЕНЫЙ")));
        Assert.Equal(["20067801/0"], Numbers(await portal.SignedIn("supplier:8", "ru").Page("/events?q=зелёный")));
    }

    [SqliteFact]
    public async Task What_is_found_inside_titles_follows_a_change_and_goes_with_the_round()
    {
        await using var portal = await Filled(Databases.Sqlite);
        await portal.Seen(Scope.System, async db =>
        {
            async Task<string[]> With(string typed)
            {
                var some = db.RoundsWith(typed)!;
                return await db.Rounds.Where(r => some.Contains(r.Id)).Select(r => r.Number).ToArrayAsync();
            }

            Assert.Equal(["20067999"], await With("ернов"));
            var draft = db.Rounds.Where(r => r.Number == "20067999");
            await draft.ExecuteUpdateAsync(set => set.SetProperty(r => r.SearchTitle, "рельсы р65"));
            Assert.Empty(await With("ернов"));
            Assert.Equal(["20067999"], await With("ельсы"));
            await draft.ExecuteDeleteAsync();
            Assert.Equal(0, await db.RoundsWith("ельсы")!.CountAsync());
            return true;
        });
    }

    [Fact]
    public async Task Only_those_in_which_the_company_takes_part_are_found_by_one_box()
    {
        await using var portal = await Filled(Databases.Sqlite);
        var supplier = portal.SignedIn("supplier:7");
        Assert.Empty(Numbers(await supplier.Page("/events?mine=true")));
        await supplier.PressAndFollow(await supplier.Page("/events/20067776/0"), "We will take part");

        var page = await supplier.Page("/events?mine=true&sort=deadline");

        Assert.Equal(["20067776/0"], Numbers(page));
        Assert.True(page.QuerySelector("#m")!.HasAttribute("checked"));
        Assert.Equal("/events?sort=deadline", Uri.UnescapeDataString(page.QuerySelector(".tokens a")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task Closed_is_derived_in_list_filter_and_page_alike()
    {
        await using var portal = await Filled(Databases.Sqlite);
        var (supplier, buyer) = (portal.SignedIn("supplier:7"), portal.SignedIn("buyer"));
        portal.Clock.SetUtcNow(Given.LastMillisecond);
        Assert.Contains("20067776/0", Numbers(await supplier.Page("/events?status=open")));
        Assert.Contains("Accepting offers", (await supplier.Page("/events/20067776/0")).QuerySelector(".band")!.TextContent, StringComparison.Ordinal);

        portal.Clock.SetUtcNow(Given.Deadline);
        foreach (var reader in new[] { supplier, buyer })
        {
            Assert.DoesNotContain("20067776/0", Numbers(await reader.Page("/events?status=open")));
            Assert.Contains("20067776/0", Numbers(await reader.Page("/events?status=closed")));
            Assert.Contains("Submission closed", (await reader.Page("/events/20067776/0")).QuerySelector(".band")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("to be opened", (await buyer.Page("/")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_each_is_taken_off_by_its_own_link()
    {
        await using var portal = await Filled(Databases.Sqlite);
        var page = await portal.SignedIn("supplier:7").Page("/events?q=*677*&status=open&sort=deadline");

        var links = page.QuerySelectorAll(".tokens a").Select(a => a.GetAttribute("href")).ToArray();
        Assert.Equal(["/events?status=open&sort=deadline", "/events?q=*677*&sort=deadline", "/events?sort=deadline"], links.Select(Uri.UnescapeDataString!));
        Assert.Equal("open", page.QuerySelector<AngleSharp.Html.Dom.IHtmlSelectElement>("select[name=status]")!.Value);

        var empty = await portal.SignedIn("supplier:7").Page("/events?q=20061234&status=closed");
        Assert.Contains("No event matches these filters", empty.Text(), StringComparison.Ordinal);
        Assert.Contains("/events?q=20061234", empty.QuerySelectorAll(".empty a").Select(a => a.GetAttribute("href")));
        // By all other filters there is the one of that category.
        Assert.Contains("With another status there is 1 event.", (await portal.SignedIn("supplier:7").Page("/events?category=12&status=closed")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_buyer_sees_the_drafts_and_events_of_the_own_works_and_a_supplier_no_draft_of_anybody()
    {
        await using var portal = await Filled(Databases.Sqlite);
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(new Site(await db.GroupCompanies.FirstAsync(), "Онежский завод", "Onega works", "Кондопога", "Kondopoga", "Europe/Moscow"));
            await db.SaveChangesAsync();
            await Portal.AddStaff(db, 2, StaffRoles.Buyer, siteId: 2);
            return true;
        });

        Assert.Equal(["20069677/0", "20067999/0", "20067801/0", "20067776/0", "20061234/0"], Numbers(await portal.SignedIn("buyer").Page("/events")));
        Assert.Equal(["20067999/0"], Numbers(await portal.SignedIn("buyer").Page("/events?status=draft")));
        Assert.Empty(Numbers(await portal.SignedIn("staff:2").Page("/events")));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("staff:2").GetAsync("/events/20067776/0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:7").GetAsync("/events/20067999/0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:7").GetAsync("/events/20067801/0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.SignedIn("supplier:7").GetAsync("/events/20067801")).StatusCode);
    }

    [Fact]
    public async Task Twenty_five_stand_on_a_page()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.As(Scope.System, async services =>
        {
            for (var i = 0; i < 30; i++)
            {
                await Add(services, $"{20070000 + i}", $"Pipes {i}", Given.Deadline.AddDays(i), [7]);
            }

            return true;
        });
        var supplier = portal.SignedIn("supplier:7");

        var (first, second) = (await supplier.Page("/events?sort=number"), await supplier.Page("/events?sort=number&page=2"));

        Assert.Equal((25, 6), (Numbers(first).Length, Numbers(second).Length));
        Assert.Empty(Numbers(first).Intersect(Numbers(second)));
        Assert.Contains("Shown 26–31 of 31", second.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_costs_few_commands_of_the_whole_request()
    {
        var commands = new CommandLog();
        await using var portal = await Filled(Databases.Sqlite, services => services.Intercept(commands));
        foreach (var (person, path, most) in new[]
        {
            ("supplier:7", "/events", 6),
            ("supplier:7", "/events?number=*677*&status=open&sort=deadline", 6),
            ("supplier:7", "/events?category=12", 7),
            ("supplier:7", "/events/20067776/0", 7),
            ("supplier:7", "/", 7),
            ("buyer", "/events", 7),
            ("buyer", "/events/20067776/0", 8),
            ("buyer", "/events/20067776/0/suppliers", 10),
            ("buyer", "/", 10),
            ("buyer", "/events/20067999/0/draft", 10),
            ("buyer", "/events/20067999/0/draft/suppliers", 10),
        })
        {
            var reader = portal.SignedIn(person);
            await reader.Page(path);
            commands.Begin();

            await reader.Page(path);

            Assert.True(commands.Count > 0 && commands.Count <= most, $"{path}, {commands.Count} commands:\n{string.Join("\n---\n", commands.Texts)}");
        }
    }

    [Theory]
    [InlineData("/events/20067776", "/events/20067776/0")]
    [InlineData("/events/2006%207776", "/events/20067776/0")]
    [InlineData("/events/%E2%84%96%2020067776", "/events/20067776/0")]
    public async Task A_number_alone_leads_to_the_current_round(string address, string leadsTo)
    {
        var portal = await shared.Once(() => Portal.With(Databases.Sqlite));

        var answer = await portal.SignedIn("supplier:7").GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(leadsTo, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_list_says_where_the_own_offer_stands_and_home_puts_what_is_saved_only_first()
    {
        await using var portal = await Filled(Databases.Sqlite);
        await portal.Save(7, 100);
        var supplier = portal.SignedIn("supplier:7");

        var row = (await supplier.Page("/events?q=20067776")).QuerySelector("tbody tr")!;
        Assert.Contains("Not submitted", row.QuerySelector(".stripe-tag")!.TextContent, StringComparison.Ordinal);
        var home = await supplier.Page("/");
        Assert.Contains("20067776/0", home.QuerySelector(".rows .todo-saved:first-child")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/events/20067776/0/offer/review", home.QuerySelector(".rows .btn-primary")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}
