using System.Data;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using SrmPortal.Web.Tests.Offers;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>All that can be stolen without the certificates: database with its journal, outbox, audit and lists in it; files; mails; the log.</summary>
public sealed class DumpTests
{
    private const string Price = "Lines[0001].UnitPrice";

    private const decimal Submitted = 9_184_350.57m, OnlySaved = 8_462_913.37m, InAttachment = 7_351_248.93m, InAnswer = 6_273_841.19m, OnlyTyped = 5_128_476.31m, InSheet = 4_917_263.85m;

    // What comes of them must not lie there either.
    private static readonly decimal[] Prices = [Submitted, OnlySaved, InAttachment, InAnswer, OnlyTyped, InSheet, Submitted * 12, OnlySaved * 12, OnlyTyped * 12, InSheet * 12];

    private static readonly string[] Words = ["Волжский трубный двор", "Цена 7351248", "сразу по получении"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_takes_everything_but_the_certificates_finds_no_price_in_any_form_nor_answer_nor_name_of_a_file(string database)
    {
        var draft = Given.Draft();
        draft.ReplaceQuestions([new RoundQuestion(1, "Who makes it, and at what price?", QuestionType.Text, true)]);
        await using var log = new StringWriter();
        var console = Console.Out;
        Console.SetOut(TextWriter.Synchronized(log));
        await using var portal = await new Portal(database) { Settings = new() { ["Logging:LogLevel:Default"] = "Verbose" } }.Filled(draft);
        await Offer(portal);
        Console.SetOut(console);

        var before = await Everything(portal, database, log.ToString());
        foreach (var (place, sign, dump) in before)
        {
            // A place that was not read would be clean, too.
            Assert.True(dump.AsSpan().IndexOf(Encoding.UTF8.GetBytes(sign)) >= 0, $"The {place} has not been read.");
            Assert.All(Prices, price => Assert.Empty(PriceForms.FoundIn(dump, price)));
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            {
                Assert.All(Words, word => Assert.True(dump.AsSpan().IndexOf(encoding.GetBytes(word)) < 0, $"{word} lies in the {place}."));
            }
        }

        Assert.Empty(await NumbersThatAreAPrice(portal));
        Assert.False(Directory.Exists(portal.FilesFolder) && Directory.EnumerateFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Any());

        // After the opening what is in force lies there, and what was only saved does not.
        await portal.Open();
        var after = Encoding.Latin1.GetBytes(portal.EverythingStored);
        Assert.NotEmpty(PriceForms.FoundIn(after, Submitted));
        Assert.NotEmpty(await NumbersThatAreAPrice(portal));
        Assert.Empty(PriceForms.FoundIn(after, OnlySaved));
    }

    [Fact]
    public void Each_form_of_a_price_is_found_where_it_lies()
    {
        string[] written = ["9184350.57", "9184350,5700", "918435057", "9,184,350.57", "9 184 350,57", "9\u00A0184\u00A0350,57", "9\u202F184\u202F350,57", "9'184'350.57", "9.184.350,57"];
        foreach (var bytes in written.SelectMany(text => new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Select(encoding => encoding.GetBytes($"x{text} after"))))
        {
            string[] packed = [Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes), .. Enumerable.Range(0, 3).Select(offset => Convert.ToBase64String([.. new byte[offset], .. bytes]))];
            Assert.NotEmpty(PriceForms.FoundIn(bytes, Submitted));
            Assert.All(packed, text => Assert.NotEmpty(PriceForms.FoundIn(Encoding.UTF8.GetBytes(text), Submitted)));
        }

        Assert.All(new[] { BitConverter.GetBytes(9184350.57), BitConverter.GetBytes(918435057L), BitConverter.GetBytes(91843505700L), [.. decimal.GetBits(Submitted).SelectMany(BitConverter.GetBytes)] },
            bytes => Assert.NotEmpty(PriceForms.FoundIn([1, .. bytes, 2], Submitted)));
        Assert.All(new object[] { 9184350.57m, 9184350.57, 918435057L, 91843505700L, "9184350.5700" }, number => Assert.True(PriceForms.IsPrice(number, Submitted)));
        Assert.Empty(PriceForms.FoundIn(Encoding.UTF8.GetBytes("9184351.57 and 9 184 351,57"), Submitted));
    }

    /// <summary>Through the front door: a file, a mistyped and a right form, the submission, then another copy that is only saved.</summary>
    private static async Task Offer(Portal portal)
    {
        var supplier = portal.SignedIn("supplier:7", "ru");
        var (action, fields) = (await supplier.Page($"{Portal.OfferPath}/files")).Form("Добавить и запечатать");
        await supplier.PostAsync(action, Browsing.WithFile(fields, "files", "Цена 7351248.93.pdf", [.. "%PDF-1.4\n7351248.93 7 351 248,93"u8]));
        var form = await supplier.Page(Portal.OfferPath);
        await supplier.Press(form, "Сохранить", (Price, "9 184 350,57x"));
        await supplier.PressAndFollow(form, "Сохранить", (Price, "9 184 350,57"), ("ValidUntil", "01.03.2027"),
            ("Answers[1].Value", "Волжский трубный двор, 6 273 841,19"), ("PaymentTerms", "9184350.57 сразу по получении"));
        await supplier.PressAndFollow(await supplier.Page($"{Portal.OfferPath}/review"), "Подать предложение", ("Signs", "true"));
        var sheet = OfferSheets.Simple(("0001", WrittenCell.Empty, WrittenCell.Number(InSheet, 2)));
        Assert.Contains("4 917 263,85", (await supplier.Upload(sheet, "Цена 4917263.85.xlsx")).Text().Replace('\u00A0', ' '), StringComparison.Ordinal);
        var second = await supplier.Page(Portal.OfferPath);
        await supplier.PressAndFollow(second, "Сохранить", (Price, "8 462 913,37"));
        var last = await supplier.Page(Portal.OfferPath);
        var (_, typed) = last.Form("Сохранить", (Price, "5 128 476,31"));
        var kept = await supplier.PostAsync(last.QuerySelector("#offer")!.GetAttribute("data-typed"), new FormUrlEncodedContent(typed));
        Assert.Contains("61 541 715,72", (await kept.Content.ReadAsStringAsync()).Replace("\\u00A0", " ", StringComparison.Ordinal).Replace('\u00A0', ' '), StringComparison.Ordinal);
        var state = await portal.Seen(Portal.Supplier(7), db => db.Offers.Select(o => new { o.State, o.HasUnsubmittedChanges }).SingleAsync());
        Assert.Equal((OfferState.Submitted, true), (state.State, state.HasUnsubmittedChanges));
        await portal.DeliverMail();
    }

    private static async Task<IReadOnlyList<(string Place, string Sign, byte[] Dump)>> Everything(Portal portal, string database, string log)
    {
        if (Databases.Chosen(database) == Databases.Sqlite)
        {
            // The journal is among what lies beside the file.
            Assert.True(new FileInfo(new SqliteConnectionStringBuilder(portal.Connection).DataSource + "-wal").Length > 0);
        }

        var stored = Databases.Chosen(database) == Databases.Sqlite ? Encoding.Latin1.GetBytes(portal.EverythingStored) : Encoding.UTF8.GetBytes(portal.EverythingStored);
        Assert.All(new[] { "Outbox", "Audit", "MailDeliveries", "Notifications" }, table => Assert.True(stored.AsSpan().IndexOf(Encoding.UTF8.GetBytes(table)) >= 0, table));
        Assert.True(await portal.Seen(Scope.System, db => db.Outbox.AnyAsync(m => m.Kind == nameof(OfferSubmitted))));
        Assert.True(await portal.Seen(Scope.System, db => db.Audit.AnyAsync(a => a.Action == nameof(OfferSubmitted))));
        return
        [
            ("database", nameof(OfferSubmitted), stored),
            ("mails", "Offer submitted", Encoding.UTF8.GetBytes(string.Concat(portal.Mails.Select(mail => mail.Subject + mail.HtmlBody + mail.TextBody + mail)))),
            ("log", "POST /events/{number}/{no:int}/offer/submit answered 302", Encoding.UTF8.GetBytes(log)),
        ];
    }

    /// <summary>Every column of every row of every table that holds a number.</summary>
    private static Task<List<string>> NumbersThatAreAPrice(Portal portal) => portal.Seen(Scope.System, async db =>
    {
        var found = new List<string>();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM \"{table}\"");
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                found.AddRange(Enumerable.Range(0, rows.FieldCount).Where(column => Prices.Any(price => PriceForms.IsPrice(rows.GetValue(column), price)))
                    .Select(column => $"{table}.{rows.GetName(column)}"));
            }
        }

        await connection.CloseAsync();
        return found;
    });
}
