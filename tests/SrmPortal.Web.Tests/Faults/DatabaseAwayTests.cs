using System.Data.Common;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Tests.Opening;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>
/// Somebody else holds the database, or its server is gone. Whoever sends something is told in words that it is not confirmed, with what was
/// typed in hand; and when the database is back, everything goes on without a restart.
/// </summary>
public sealed class DatabaseAwayTests
{
    private const string Price = "Lines[0001].UnitPrice", Submit = "Submit the offer";

    private static readonly (string, string)[] Signed = [("Signs", "true")];

    [SqliteFact]
    public async Task While_another_process_holds_the_database_pages_are_read_and_every_form_comes_back_filled()
    {
        await using var portal = await Portal.With(Databases.Sqlite, services => services.Intercept(new Impatient()), null);
        var (supplier, visitor) = (portal.SignedIn("supplier:7"), portal.Applicant("ru"));
        var (form, start) = (await supplier.Page(Portal.OfferPath), await visitor.Page("/registration/country"));
        IDocument saved, begun;
        using (new Holder(portal))
        {
            saved = await NotNow(await supplier.Press(form, "Save", (Price, "90"), ("ValidUntil", "1 Mar 2027"), ("PaymentTerms", "In 45 days")));
            begun = await NotNow(await visitor.Press(start, "Сохранить и продолжить", Applicants.Start));
            Assert.Equal("", (await supplier.Page(Portal.OfferPath)).Value(Price));
        }

        Assert.Contains("The portal cannot confirm this just now", saved.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("90", saved.Value(Price));
        Assert.Contains("Портал сейчас не может подтвердить приём", begun.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Ковалёва", Applicants.Email), (begun.Value("LastName"), begun.Value("Email")));
        Assert.Equal("90.00", (await supplier.PressAndFollow(saved, "Save")).Value(Price));
        Assert.EndsWith("/registration/details", (await visitor.Press(begun, "Сохранить и продолжить")).Headers.Location!.ToString(), StringComparison.Ordinal);

        var review = await supplier.Page($"{Portal.OfferPath}/review");
        IDocument refused;
        using (new Holder(portal))
        {
            refused = await NotNow(await supplier.Press(review, Submit, Signed));
        }

        Assert.Equal(0, await portal.Seen(Scope.System, db => db.OfferVersions.IgnoreQueryFilters([Walls.Company, Walls.Sealed]).CountAsync()));
        await OneReceipt(portal, supplier, refused, Submit, review);
        await EverythingGoesOn(portal);
    }

    [ServerFact]
    public async Task While_the_database_server_is_gone_a_page_says_so_and_brings_back_what_was_sent_and_pressing_again_gives_the_receipt()
    {
        using var server = new CutServer();
        var commits = new Commits();
        await using var portal = new Portal(Databases.PostgreSql, services => services.Intercept(commits)) { Settings = [] };
        portal.Settings["ConnectionStrings:Portal"] = server.Through(portal.Connection);
        portal.Clock.AdjustTime(Given.Deadline.AddHours(-2));
        await portal.Filled();
        await portal.AddCategories();
        await portal.GivePassword(70);
        var (supplier, applicant, visitor) = (await portal.SignInAs("SRM000000070"), portal.Applicant(), portal.Applicant("ru"));
        var form = await supplier.Page(Portal.OfferPath);
        var (documents, start) = (await WrongInput.AtDocuments(applicant, portal), await visitor.Page("/registration/country"));

        server.BeAway();
        // What is kept in memory for a while has to be asked for again.
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var read = await NotNow(await portal.SignedIn("supplier:7", "ru").GetAsync($"{Portal.OfferPath}?all=true"));
        Assert.Contains("временно недоступен", read.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Portal.OfferPath}?all=true", read.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
        var sent = await NotNow(await supplier.Press(form, "Save", (Price, "90"), ("ValidUntil", "1 Mar 2027"), ("PaymentTerms", "In 45 days")));
        Assert.Contains("In 45 days", sent.QuerySelector("#sent")!.TextContent, StringComparison.Ordinal);
        Assert.Null(sent.QuerySelector("a[href='/sign-in']"));
        var withFiles = await NotNow(await applicant.PressWithFiles(documents, "Save and check everything", Applicants.Documents, [("Documents[0].Number", "б/н"), .. Applicants.Consents]));
        Assert.Contains("Files do not come along", withFiles.Text(), StringComparison.Ordinal);
        var begun = await NotNow(await visitor.Press(start, "Сохранить и продолжить", Applicants.Start));
        Assert.Contains("Ковалёва", begun.QuerySelector("#sent")!.TextContent, StringComparison.Ordinal);
        using var forged = new FormUrlEncodedContent([new("PaymentTerms", "Of another site")]);
        Assert.Null((await NotNow(await supplier.PostAsync($"{Portal.OfferPath}/save", forged))).QuerySelector("#sent"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/health/ready")).StatusCode);
        // What the page looks like is there, whoever reads it.
        Assert.All(new[] { await supplier.GetAsync("/site.css"), await applicant.GetAsync("/site.css"), await supplier.GetAsync("/health/live") }, asset => Assert.Equal(HttpStatusCode.OK, asset.StatusCode));
        server.BeBack();

        Assert.EndsWith("/registration/details", (await visitor.Press(begun, "Отправить ещё раз")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("б/н", (await (await applicant.Press(withFiles, "Send again")).Parsed()).Value("Documents[0].Number"));
        Assert.Equal("90.00", (await supplier.PressAndFollow(sent, "Send again")).Value(Price));
        var review = await supplier.Page($"{Portal.OfferPath}/review");
        commits.Meanwhile = server.LoseTheNextAnswer;
        var unsure = await NotNow(await supplier.Press(review, Submit, Signed));
        server.BeBack();
        await OneReceipt(portal, supplier, unsure, "Send again", review);
        await EverythingGoesOn(portal);
    }

    /// <summary>503, when to come again, and a whole page about it.</summary>
    private static async Task<IDocument> NotNow(HttpResponseMessage answer)
    {
        var page = await answer.Parsed();
        Assert.True(answer.StatusCode is HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode} {page.Text()}");
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter!.Delta);
        Assert.Single(page.QuerySelectorAll("h1"));
        return page;
    }

    /// <summary>Whichever page the button is pressed on, and however often: it is submitted once.</summary>
    private static async Task OneReceipt(Portal portal, HttpClient supplier, IDocument told, string button, IDocument review)
    {
        foreach (var (page, pressed, typed) in new[] { (told, button, button == Submit ? Signed : []), (review, Submit, Signed) })
        {
            Assert.EndsWith("/versions/1", (await supplier.Press(page, pressed, typed)).Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(1, await portal.Seen(Scope.System, db => db.OfferVersions.IgnoreQueryFilters([Walls.Company, Walls.Sealed]).CountAsync()));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == nameof(OfferSubmitted))));
    }

    private static async Task EverythingGoesOn(Portal portal)
    {
        await portal.DeliverMail();
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.State != OutboxState.FannedOut)));
        Assert.Contains(portal.MailsTo("person70@supplier7.example"), mail => mail.Subject!.Contains("submitted", StringComparison.Ordinal));
        await portal.Seen(Scope.System, db => db.Rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.OpeningRule, OpeningRule.Automatic)));
        portal.Clock.SetUtcNow(Portal.Openable);
        Assert.Equal(1, await portal.OpenDue());
        await portal.As(Scope.System, services => services.GetRequiredService<AuditChain>().Seal(Portal.Openable));
        Assert.Empty((await portal.As(Scope.System, services => services.GetRequiredService<AuditVerification>().Run([]))).Faults);
    }

    /// <summary>Another process, as a backup or an administrator's tool would be, in the middle of a change.</summary>
    private sealed class Holder : IDisposable
    {
        private readonly SqliteConnection _connection;

        public Holder(Portal portal)
        {
            _connection = new SqliteConnection($"{portal.Connection};Pooling=false");
            _connection.Open();
            using var begin = new SqliteCommand("BEGIN EXCLUSIVE", _connection);
            begin.ExecuteNonQuery();
        }

        public void Dispose() => _connection.Dispose();
    }

    /// <summary>Waits a second, where the portal waits ten.</summary>
    private sealed class Impatient : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Shorten(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Shorten(connection);
            return Task.CompletedTask;
        }

        private static void Shorten(DbConnection connection)
        {
            ((SqliteConnection)connection).DefaultTimeout = 1;
            using var pragma = connection.CreateCommand();
            pragma.CommandText = "PRAGMA busy_timeout=100";
            pragma.ExecuteNonQuery();
        }
    }

    /// <summary>Says when something is about to be confirmed.</summary>
    private sealed class Commits : DbTransactionInterceptor
    {
        public Action? Meanwhile { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            var meanwhile = Meanwhile;
            Meanwhile = null;
            meanwhile?.Invoke();
            return new(result);
        }
    }
}
