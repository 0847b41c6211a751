using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure.Telemetry;
using SrmPortal.Web.Tests.Accreditation;
using static SrmPortal.Web.Tests.OfferFormFields;

namespace SrmPortal.Web.Tests.Telemetry;

/// <summary>What the portal tells a collector about itself, and what it never tells.</summary>
public sealed class TelemetryTests
{
    private const string Email = "person70@supplier7.example", Typed = "73512.48", Wrong = "vorobey-na-kryshe-3", Browser = "Mozilla/5.0 (Kovaleva-Laptop)";

    [Fact]
    public async Task A_collector_gets_what_the_portal_does_and_nothing_about_people_prices_or_secrets()
    {
        await using var collector = await OtlpServer.Start();
        await using var portal = await new Portal(Databases.Sqlite, services => ReadOnce.AddPagesOf(services, typeof(TelemetryTests).Assembly))
        {
            Settings = new() { ["Telemetry:Endpoint"] = collector.Address },
        }.Filled(new Round(new SourcingEvent("20067776", 1, Portal.BuyerId), 0, Given.Terms with { OpeningRule = OpeningRule.Automatic, Title = "Pipes" }, Given.Draft().Items.ToArray()), 7);
        await portal.GivePassword(70);
        var token = await portal.As(Scope.System, services => services.GetRequiredService<SecretLinks>().TokenFor(AccountLinks.NewPassword, 70, "test", portal.Now(), portal.Now()));

        var person = portal.Browser();
        person.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);
        person.DefaultRequestHeaders.Add("tracestate", "asker=kovaleva");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.TrySignIn(Email, Wrong)).StatusCode);
        await portal.SignInAs(Email, browser: person);
        await person.Page($"/new-password/{token}");
        await person.Page($"/events?text={Email}");
        var failed = await person.PostAsync($"/test/fails?price={Typed}", new FormUrlEncodedContent([new("price", Typed), new("email", Email)]));
        var review = await person.PressAndFollow(await person.Page(Portal.OfferPath), "Review and submit", (Price, Typed), (Until, "01.03.2027"));
        await person.PressAndFollow(review, Submit, Signed);
        await portal.DeliverMail();
        await portal.As(Scope.System, services => services.GetRequiredService<LookAtLags>().DoWhatIsDue(portal.Now().AddMinutes(2), default).ContinueWith(_ => true));
        portal.Clock.SetUtcNow(Portal.Openable.AddSeconds(7));
        await portal.OpenDue();
        await portal.As(Scope.System, services => services.GetRequiredService<AuditChain>().Seal(portal.Now()));
        Assert.True(portal.Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(portal.Services.GetRequiredService<MeterProvider>().ForceFlush());

        var (traces, metrics) = (collector.Traces, collector.Metrics);
        Assert.All(
            ["POST /sign-in", "GET /new-password/{token}", "POST /test/fails", "srm-portal", "SELECT Accounts", "UPDATE Rounds", "send mail", "open round", "20067776/0", "Opened", "seal records",
                failed.Headers.GetValues("X-Reference").Single()],
            name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All(
            ["srm.outbox.lag", "srm.sealer.lag", "srm.openings.lag", "srm.openings.delay", "srm.signins.rejected", "wrong", "srm.mails", "http.server.request.duration", "sign-in", OffersTogether.Route],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.All(
            [Email, "supplier7", Portal.Password, Wrong, token, Typed, "73512", "Kovaleva", "kovaleva", "cable was cut", "203.0.113", "?text", "SELECT \"", "url.path", "offer/submit", "Receipt", "Person 70"],
            secret =>
            {
                Assert.DoesNotContain(secret, traces, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(secret, metrics, StringComparison.OrdinalIgnoreCase);
            });
    }

    [Theory]
    [InlineData("SELECT a.\"Id\", 'x@y.example' FROM \"Accounts\" AS a JOIN \"Memberships\" AS m ON 1 = 1", "SELECT", "SELECT Accounts Memberships")]
    [InlineData("SET NOCOUNT ON;\nUPDATE [Rounds] SET [State] = @p0", "UPDATE", "UPDATE Rounds")]
    [InlineData("PRAGMA foreign_keys=ON", "OTHER", "OTHER")]
    public void A_statement_is_told_by_its_first_word_and_its_tables(string statement, string operation, string summary) =>
        Assert.Equal((operation, summary), StatementSpans.Summarised(statement));

    [Fact]
    public async Task A_collector_that_is_silent_or_gone_keeps_nobody_waiting()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var portal = await new Portal(Databases.Sqlite)
        {
            Settings = new() { ["Telemetry:Endpoint"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}") },
        }.Filled();
        var supplier = portal.SignedIn("supplier:7");
        await supplier.Page("/events");
        var flushed = Task.Run(() => portal.Services.GetRequiredService<TracerProvider>().ForceFlush(30_000));

        // Who waited for the collector would be answered no sooner than it is given up, however slow the machine is.
        var answered = 0;
        for (; answered < 20 && !flushed.IsCompleted; answered++)
        {
            await supplier.Page("/events");
        }

        Assert.True(answered > 2, $"{answered} pages were answered while the collector kept silent.");
        silent.Stop();
        await supplier.Page("/events");
        await flushed;
    }

    [Fact]
    public async Task The_administrator_reads_how_the_portal_is_doing_and_a_balancer_keeps_an_instance_that_is_behind()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.AddStaffMember(9, StaffRoles.Administrator);
        var administrator = portal.SignedIn("staff:9");
        var lags = portal.Services.GetRequiredService<Lags>();

        Assert.Contains("This server does not watch it", (await administrator.Page("/administration/state")).Text(), StringComparison.Ordinal);
        await portal.As(Scope.System, services => services.GetRequiredService<LookAtLags>().DoWhatIsDue(portal.Now(), default).ContinueWith(_ => true));
        var well = await administrator.Page("/administration/state");
        Assert.DoesNotContain("Something needs a look", well.Text(), StringComparison.Ordinal);
        Assert.Contains("There is room for", well.Text(), StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.As(Scope.System, services => services.GetRequiredService<LookAtLags>().DoWhatIsDue(portal.Now(), default).ContinueWith(_ => true));
        Assert.True(lags.Last is { Outbox.TotalHours: > 1.9, Sealer.TotalHours: > 1.9, Openings.Ticks: 0 }, $"{lags.Last}");
        var behind = await administrator.Page("/administration/state");
        Assert.Contains("Something needs a look", behind.Text(), StringComparison.Ordinal);
        Assert.Contains("See whether the mail server answers.", behind.Text(), StringComparison.Ordinal);
        var ready = await portal.CreateClient().GetStringAsync("/health/ready");
        Assert.Contains("\"mail\":\"Degraded\"", ready, StringComparison.Ordinal);
        Assert.Contains("\"openings\":\"Healthy\"", ready, StringComparison.Ordinal);

        Directory.Delete(portal.FilesFolder, recursive: true);
        await File.WriteAllTextAsync(portal.FilesFolder, "no folder");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("\"files\":\"Degraded\"", await portal.CreateClient().GetStringAsync("/health/ready"), StringComparison.Ordinal);
        Assert.Contains("Files cannot be written", (await administrator.Page("/administration/state")).Text(), StringComparison.Ordinal);
        File.Delete(portal.FilesFolder);
    }
}
