using System.Data.Common;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Tests.Registration;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>No room is left on the disk of the files, or on the database's: it is said, nothing half remains, and what was typed is there to be sent again.</summary>
public sealed class FullDiskTests
{
    private const string Price = "Lines[0001].UnitPrice", Submit = "Submit the offer";

    [Theory]
    [InlineData("en", "Save and check everything", "Устав.pdf was not taken: the portal has no room left for files just now")]
    [InlineData("ru", "Сохранить и проверить всё", "Устав.pdf не принят: на портале сейчас не осталось места для файлов")]
    public async Task A_file_that_finds_no_room_is_named_at_its_field_with_the_rest_of_the_form_and_taken_when_there_is_room_again(string language, string save, string words)
    {
        using var log = new LogLines();
        var disk = new Disk();
        await using var portal = await Applicants.Portal(Databases.Sqlite, null, services => services.AddSingleton<DiskFileStore>()
            .AddSingleton<IFileStore>(all => disk.Over(all.GetRequiredService<DiskFileStore>())).AddSingleton<ILoggerFactory>(new LoggerFactory([log])));
        var applicant = portal.Applicant();
        await WrongInput.AtDocuments(applicant, portal);
        applicant.DefaultRequestHeaders.AcceptLanguage.Clear();
        applicant.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var documents = await applicant.Page("/registration/documents");
        disk.IsFull = true;

        var answer = await applicant.PressWithFiles(documents, save, [("Documents[0].Files", "Устав.pdf", Given.Pdf)], [("Documents[0].Number", "б/н"), .. Applicants.Consents]);

        var again = await answer.Parsed();
        Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode} {again.Text()}");
        Assert.Contains(words, again.QuerySelector("#Documents_0__e0")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("б/н", again.Value("Documents[0].Number"));
        Assert.Empty(Directory.Exists(portal.FilesFolder) ? Directory.GetFiles(portal.FilesFolder, "*", SearchOption.AllDirectories) : []);
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Files.CountAsync()));
        var line = log.Written.Single(line => line.Contains("No space left on device", StringComparison.Ordinal));
        Assert.Contains("POST /registration/documents", line, StringComparison.Ordinal);
        Assert.Contains(answer.Headers.GetValues("X-Reference").Single(), line, StringComparison.Ordinal);
        Assert.DoesNotContain("Устав", line, StringComparison.Ordinal);

        disk.IsFull = false;
        await applicant.PressWithFiles(again, save, [("Documents[0].Files", "Устав.pdf", Given.Pdf)]);
        Assert.Equal("Устав.pdf", await portal.Seen(Scope.System, db => db.Files.Select(file => file.Name).SingleAsync()));
    }

    [SqliteFact]
    public async Task A_database_without_room_takes_no_save_and_no_submission_says_so_and_keeps_nothing_half()
    {
        using var log = new LogLines();
        var database = new FullDatabase();
        await using var portal = await Portal.With(Databases.Sqlite, services => services.Intercept(database).AddSingleton<ILoggerFactory>(new LoggerFactory([log])), null);
        var (supplier, russian) = (portal.SignedIn("supplier:7"), portal.SignedIn("supplier:7", "ru"));
        var terms = string.Join(' ', Enumerable.Repeat("In 45 days after the goods have come.", 40));
        (string, string)[] typed = [(Price, "90"), ("ValidUntil", "1 Mar 2027"), ("PaymentTerms", terms)];
        var form = await supplier.Page(Portal.OfferPath);
        database.IsFull = true;

        var saved = await NoRoom(await supplier.Press(form, "Save", typed), "The portal has no room left");

        Assert.Equal("90", saved.Value(Price));
        Assert.Equal((0, 0, 0), await Stored(portal));
        Assert.Contains(log.Written, line => line.Contains("SQLite 13", StringComparison.Ordinal) && line.Contains("/offer/save", StringComparison.Ordinal));
        Assert.All(log.Written, line => Assert.DoesNotContain("In 45 days", line, StringComparison.Ordinal));
        database.IsFull = false;
        await supplier.PressAndFollow(saved, "Save");

        var review = await russian.Page($"{Portal.OfferPath}/review");
        database.IsFull = true;
        var refused = await NoRoom(await russian.Press(review, "Подать предложение", ("Signs", "true")), "На портале сейчас не осталось места");
        Assert.Equal((1, 0, 0), await Stored(portal));
        database.IsFull = false;
        foreach (var page in new[] { refused, review })
        {
            Assert.EndsWith("/versions/1", (await russian.Press(page, "Подать предложение", ("Signs", "true"))).Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal((1, 1, 1), await Stored(portal));
        Assert.Equal(["ok"], await portal.Seen(Scope.System, db => db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync()));
    }

    private static async Task<IDocument> NoRoom(HttpResponseMessage answer, string words)
    {
        var page = await answer.Parsed();
        Assert.True(answer.StatusCode is HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode} {page.Text()}");
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains(words, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        return page;
    }

    /// <summary>Offers, their versions, and what is to be mailed about these.</summary>
    private static Task<(int Offers, int Versions, int Told)> Stored(Portal portal) => portal.Seen(Scope.System, async db => (
        await db.Offers.IgnoreQueryFilters([Walls.Company, Walls.Sealed]).CountAsync(),
        await db.OfferVersions.IgnoreQueryFilters([Walls.Company, Walls.Sealed]).CountAsync(),
        await db.Outbox.CountAsync(m => m.Kind == nameof(OfferSubmitted))));

    /// <summary>Full as the system itself says it: after some bytes, by its own exception.</summary>
    private sealed class Disk
    {
        public bool IsFull { get; set; }

        public IFileStore Over(IFileStore store) => new Store(this, store);

        private sealed class Store(Disk disk, IFileStore store) : IFileStore
        {
            public Task<WrittenFile?> Write(FileArea area, Stream content, long limit, CancellationToken cancellation) =>
                store.Write(area, disk.IsFull ? new Filling() : content, limit, cancellation);

            public Stream Open(string storeName) => store.Open(storeName);

            public void Delete(string storeName) => store.Delete(storeName);

            public IEnumerable<string> WrittenBefore(FileArea area, DateTime instant) => store.WrittenBefore(area, instant);
        }

        private sealed class Filling() : MemoryStream([.. Given.Pdf])
        {
            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                if (Position == Length)
                {
                    await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
                    await full.WriteAsync(buffer[..1], cancellationToken);
                }

                return await base.ReadAsync(buffer, cancellationToken);
            }
        }
    }

    /// <summary>May not grow by a page.</summary>
    private sealed class FullDatabase : DbConnectionInterceptor
    {
        public bool IsFull { get; set; }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Limit(connection);
            return Task.CompletedTask;
        }

        private void Limit(DbConnection connection)
        {
            using var pragma = connection.CreateCommand();
            pragma.CommandText = IsFull ? "PRAGMA max_page_count=1" : "PRAGMA max_page_count=4294967294";
            pragma.ExecuteNonQuery();
        }
    }
}
