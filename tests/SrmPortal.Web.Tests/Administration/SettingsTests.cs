using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Administration;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Features.Settling;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Administration;

/// <summary>What the administrator settles counts, is recorded, and is refused where it can't be.</summary>
public sealed class SettingsTests
{
    private const string Path = "/administration/settings", Save = "Save the settings", UserName = "SRM000000070";

    [Fact]
    public async Task What_is_settled_counts_at_once_and_stands_in_the_history()
    {
        await using var portal = await Stand();
        var holder = await portal.SignInAs(UserName);
        var administrator = portal.SignedIn("staff:3");

        var page = await Settle(administrator, ("notice", "48"), ("wrong-passwords", "2"), ("lock-out-minutes", "5"), ("session-idle", "20"), ("award-threshold", "2 500 000"), ("unopened-days", "30"));

        Assert.Equal("48", page.Value("Values[notice]"));
        Assert.Equal("2\u00A0500\u00A0000", page.Value("Values[award-threshold]"));
        Assert.Contains("24\u00A0h48\u00A0hBuyer 3", page.Text().Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(new PublishingPolicy(TimeSpan.FromHours(48), 10_000_000, "RUB"), await portal.As(Scope.System, services => Task.FromResult(services.GetRequiredService<PublishingPolicy>())));
        Assert.True(portal.Services.GetRequiredService<IOptionsMonitor<AwardSettings>>().CurrentValue.NeedsApproval(2_500_001, "RUB", []));
        Assert.Equal(30, portal.Services.GetRequiredService<IOptionsMonitor<SealingWatchSettings>>().CurrentValue.KeepUnopenedDays);
        var stranger = portal.Browser("198.51.100.66");
        Assert.Contains("A session ends after 20 minutes without a step.", (await stranger.Page("/sign-in")).Text(), StringComparison.Ordinal);
        Assert.Contains("20 minutes without a step, 12 hours at most", (await holder.Page("/profile/security")).Text(), StringComparison.Ordinal);
        Assert.Contains("is wrong", await Tried(stranger), StringComparison.Ordinal);
        Assert.Contains("is closed here until", await Tried(stranger), StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Contains("is wrong", await Tried(stranger), StringComparison.Ordinal);
        // A session that began before lasts no longer than is settled now.
        portal.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await holder.GetAsync(Portal.OfferPath)).StatusCode);
        Assert.Equal(6, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(SettingChanged) && a.PersonId == 3)));
    }

    [Fact]
    public async Task A_second_step_that_is_made_a_must_is_asked_for_with_the_next_request()
    {
        await using var portal = await Stand();
        var holder = await portal.SignInAs(UserName);
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync(Portal.OfferPath)).StatusCode);

        await Settle(portal.SignedIn("staff:3"), ("second-step", "Supplier"));

        Assert.Equal("/profile/two-step", (await holder.GetAsync(Portal.OfferPath)).Headers.Location?.ToString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_wrong_is_said_at_its_field_and_who_is_second_is_told(string database)
    {
        await using var portal = await Stand(database);
        var administrator = portal.SignedIn("staff:3");
        var page = await administrator.Page(Path);

        var refused = await WrongInput.Refused(administrator, page, Save, [("Values[notice]", "0"), ("Values[award-threshold]", "a lot"), ("Values[user-name-prefix]", "ОМК")]);
        WrongInput.SaysAt(refused, "Values[notice]", "from 1 to 720");
        WrongInput.SaysAt(refused, "Values[user-name-prefix]", "2 to 8 Latin letters");
        Assert.Equal("a lot", refused.Value("Values[award-threshold]"));
        Assert.Empty(await portal.Seen(Scope.System, db => db.ChosenSettings.SelectMany(s => s.Chosen).ToListAsync()));
        var unknown = await administrator.Send(page, Path, ("Revision", "0"), ("Values[threshold-currency]", "XXX"), ("Values[mail-host]", "evil.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Send(page, Path, ("Revision", "0"), ("Values[notice]", new string('9', 9_000)))).StatusCode);

        page = await administrator.Page(Path);
        await administrator.PressAndFollow(page, Save, ("Values[notice]", "36"));
        // The second press of a double click says the same, and is no conflict.
        var again = await administrator.Press(page, Save, ("Values[notice]", "36"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(SettingChanged))));
        var second = await WrongInput.Refused(administrator, page, Save, [("Values[notice]", "12")]);
        Assert.Equal("12", second.Value("Values[notice]"));
        Assert.Equal("36", (await administrator.Page(Path)).Value("Values[notice]"));
    }

    [Fact]
    public async Task Another_server_knows_it_within_half_a_minute_and_the_configuration_holds_again_when_its_value_is_typed()
    {
        await using var portal = await new Portal(Databases.Sqlite) { Settings = { ["Portal:HoursBeforeDeadline"] = "30" } }.Filled();
        var notice = () => portal.Services.GetRequiredService<IOptionsMonitor<Web.Features.Publishing.PublishingSettings>>().CurrentValue.HoursBeforeDeadline;
        var visitor = portal.Browser();
        await visitor.GetAsync("/sign-in");
        var inForce = portal.Services.GetRequiredService<SettingsInForce>();
        var usual = inForce.Usual(portal.Services.GetRequiredService<IConfiguration>());
        Assert.Equal("30", usual["notice"]);

        await portal.As(Scope.System, async services =>
        {
            await services.GetRequiredService<SettleAll>().Settle(0, new Dictionary<string, string[]> { ["notice"] = ["72"] }, usual);
            return true;
        });
        await visitor.GetAsync("/sign-in");
        Assert.Equal(30, notice());
        portal.Clock.Advance(TimeSpan.FromSeconds(31));
        await visitor.GetAsync("/sign-in");
        Assert.Equal(72, notice());

        await portal.As(Scope.System, async services =>
        {
            await services.GetRequiredService<SettleAll>().Settle(1, new Dictionary<string, string[]> { ["notice"] = ["30"] }, usual);
            return true;
        });
        Assert.Empty(await portal.Seen(Scope.System, db => db.ChosenSettings.SelectMany(s => s.Chosen).ToListAsync()));
    }

    private static Task<AngleSharp.Dom.IDocument> Settle(HttpClient administrator, params (string Name, string Value)[] typed) => Settle(administrator, typed.ToList());

    // Boxes have one name for all: the form is sent as the browser would, with what is chosen in its place.
    private static async Task<AngleSharp.Dom.IDocument> Settle(HttpClient administrator, List<(string Name, string Value)> typed)
    {
        var (action, fields) = (await administrator.Page(Path)).Form(Save);
        var sent = fields.Where(field => typed.All(one => field.Key != $"Values[{one.Name}]")).Concat(typed.Select(one => new KeyValuePair<string, string>($"Values[{one.Name}]", one.Value)));
        var answer = await administrator.PostAsync(action, new FormUrlEncodedContent(sent));
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return await administrator.Page(Path);
    }

    private static async Task<string> Tried(HttpClient browser)
    {
        var answer = await browser.Press(await browser.Page("/sign-in"), "Sign in", ("Login", UserName), ("Password", "not-this-one"));
        return (await answer.Parsed()).Text();
    }

    private static async Task<Portal> Stand(string database = Databases.Sqlite)
    {
        var portal = await Portal.With(database);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 3, StaffRoles.Administrator);
            return true;
        });
        await portal.GivePassword(70);
        return portal;
    }
}
