using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure.Spreadsheets;
using static SrmPortal.Web.Tests.OfferFormFields;

namespace SrmPortal.Web.Tests.Offers;

/// <summary>What is typed is kept by itself: it comes back to the person who typed it, and is neither saved nor submitted.</summary>
public sealed class TypedOfferTests
{
    private const string Second = "Lines[0041].UnitPrice";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_typed_comes_back_to_the_same_person_understood_or_not_and_nothing_is_saved(string database)
    {
        await using var portal = await Portal.With(database);
        await portal.AddColleague(7, 71);
        var supplier = portal.SignedIn("supplier:7");
        var form = await supplier.Page(Portal.OfferPath);

        await Keep(supplier, form, (Price, "12.x"));
        var kept = await Keep(supplier, form, (Price, "90.5"), ("PaymentTerms", "In 30 days"), ("ValidUntil", "soon"));

        Assert.Equal("1,086.00\u00A0RUB", kept.Net);
        Assert.Contains("11:59", kept.At, StringComparison.Ordinal);
        var again = await supplier.Page(Portal.OfferPath);
        Assert.Equal(("90.5", "In 30 days", "soon"), (again.Value(Price), again.Value("PaymentTerms"), again.Value("ValidUntil")));
        Assert.Contains("did not save is here again", again.Text(), StringComparison.Ordinal);
        Assert.Null(again.QuerySelector(".error-summary"));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Offers.CountAsync()));
        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == nameof(OfferSubmitted))));

        // A colleague sees what is saved, and that is nothing.
        Assert.Equal("", (await portal.SignedIn("supplier:7:71").Page(Portal.OfferPath)).Value(Price));

        var saved = await supplier.PressAndFollow(again, "Save", ("ValidUntil", "1 Mar 2027"));
        Assert.Equal("90.50", saved.Value(Price));
        Assert.DoesNotContain("is here again", saved.Text(), StringComparison.Ordinal);
        Assert.Equal(0, await Rows(portal));
    }

    [Fact]
    public async Task It_can_be_thrown_away()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        var supplier = portal.SignedIn("supplier:7");
        await Keep(supplier, await supplier.Page(Portal.OfferPath), (Price, "90"));

        var back = await supplier.PressAndFollow(await supplier.Page(Portal.OfferPath), "Back to what is saved");

        Assert.Equal("100.00", back.Value(Price));
        Assert.Equal(0, await Rows(portal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_arrives_after_the_submission_or_the_save_is_refused_quietly(string database)
    {
        await using var portal = await Portal.With(database);
        await portal.Save(7, 100);
        var supplier = portal.SignedIn("supplier:7");
        var form = await supplier.Page(Portal.OfferPath);
        await portal.Submit(7, Given.InTime);

        var late = await Keep(supplier, form, (Price, "90"));
        Assert.Contains("was submitted meanwhile", late.Why, StringComparison.Ordinal);

        var fresh = await supplier.Page(Portal.OfferPath);
        Assert.Equal("100.00", fresh.Value(Price));
        await supplier.PressAndFollow(fresh, "Save", (Price, "95"));
        Assert.Contains("another window", (await Keep(supplier, fresh, (Price, "80"))).Why, StringComparison.Ordinal);
        Assert.Equal("95.00", (await supplier.Page(Portal.OfferPath)).Value(Price));
        Assert.Equal((OfferState.Submitted, 1), await portal.Seen(Portal.Supplier(7), async db =>
            await db.Offers.Select(o => new ValueTuple<OfferState, int>(o.State, o.VersionNo)).SingleAsync()));
        Assert.Equal(0, await Rows(portal));
    }

    [Fact]
    public async Task Submitting_ends_it_and_after_the_deadline_nothing_is_kept()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        var supplier = portal.SignedIn("supplier:7");
        var form = await supplier.Page(Portal.OfferPath);
        await Keep(supplier, form, (Price, "90"));
        Assert.Equal(1, await Rows(portal));

        await portal.Submit(7, Given.InTime);
        Assert.Equal(0, await Rows(portal));

        var later = await supplier.Page(Portal.OfferPath);
        portal.Clock.SetUtcNow(Given.Deadline);
        Assert.Contains("The deadline passed on", (await Keep(supplier, later, (Price, "90"))).Why, StringComparison.Ordinal);
        Assert.Equal(0, await Rows(portal));
    }

    [Fact]
    public async Task What_a_colleague_saved_meanwhile_is_joined_when_it_is_saved()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.AddColleague(7, 71);
        var (supplier, colleague) = (portal.SignedIn("supplier:7"), portal.SignedIn("supplier:7:71"));
        var form = await supplier.Page(Portal.OfferPath);
        await colleague.PressAndFollow(await colleague.Page(Portal.OfferPath), "Save", ("PaymentTerms", "In 30 days"));

        Assert.Null((await Keep(supplier, form, (Price, "90"))).Why);
        var again = await supplier.Page(Portal.OfferPath);
        await supplier.PressAndFollow(again, "Save");

        var content = await portal.WorkingCopy(7);
        Assert.Equal(("In 30 days", 90m), (content.PaymentTerms, content.Lines.Single().UnitPrice));
    }

    [Fact]
    public async Task Prices_of_a_file_do_not_take_away_what_was_typed()
    {
        await using var portal = await Portal.With(Databases.Sqlite, OfferSheets.Asking(2));
        await portal.Save(7, 100);
        var supplier = portal.SignedIn("supplier:7");
        await Keep(supplier, await supplier.Page(Portal.OfferPath), ("PaymentTerms", "In 30 days"));
        var preview = await supplier.Upload(OfferSheets.Simple(("2", WrittenCell.Empty, WrittenCell.Number(50, 2))));

        var form = await supplier.PressAndFollow(preview, "Save 1 line");
        Assert.Equal("In 30 days", form.Value("PaymentTerms"));
        await supplier.PressAndFollow(form, "Save");

        var content = await portal.WorkingCopy(7);
        Assert.Equal(("In 30 days", 50m), (content.PaymentTerms, content.Lines.Single(line => line.ItemNumber == "0002").UnitPrice));
    }

    [Fact]
    public async Task Of_a_long_offer_each_page_of_lines_keeps_what_was_typed_on_it()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Given.Draft(items: 100));
        var supplier = portal.SignedIn("supplier:7");
        await Keep(supplier, await supplier.Page(Portal.OfferPath), (Price, "10"));
        await Keep(supplier, await supplier.Page($"{Portal.OfferPath}?from=41"), (Second, "20"), ("Lines[0042].NotOffered", "true"));

        // The page on which was typed last comes back; what was typed on the other one goes with it.
        var again = await supplier.Page(Portal.OfferPath);
        Assert.Equal("20", again.Value(Second));
        Assert.True(again.QuerySelector("[name='Lines[0042].NotOffered']")!.HasAttribute("checked"));
        Assert.Equal("10", again.Value(Price));
        await supplier.PressAndFollow(again, "Save");

        var lines = (await portal.WorkingCopy(7)).Lines.ToDictionary(line => line.ItemNumber);
        Assert.Equal((10m, 20m, 0m), (lines["0001"].UnitPrice, lines["0041"].UnitPrice, lines["0042"].UnitPrice));
    }

    [Fact]
    public async Task A_number_typed_in_one_language_means_the_same_in_the_other()
    {
        await using var portal = await Portal.With(Databases.Sqlite, new Round(new SourcingEvent("20067776", 1, 1), 0, Given.Terms, new RoundItem("0001", "Pipe", 12, "t")));
        var (english, russian) = (portal.SignedIn("supplier:7"), portal.SignedIn("supplier:7", "ru"));

        // In English the comma groups; in Russian it would make decimals of them.
        await Keep(english, await english.Page(Portal.OfferPath), (Price, "1,234.5"), ("Lines[0001].Quantity", "12.x"));
        var shown = await russian.Page(Portal.OfferPath);
        Assert.Equal(("1234,5", "12.x"), (shown.Value(Price), shown.Value("Lines[0001].Quantity")));
        await russian.PressAndFollow(shown, "Сохранить", ("Lines[0001].Quantity", "12"));
        Assert.Equal(1234.5m, (await portal.WorkingCopy(7)).Lines.Single().UnitPrice);

        await Keep(russian, await russian.Page(Portal.OfferPath), "Сохранить", (Price, "1 234,5"));
        Assert.Equal("1234.5", (await english.Page(Portal.OfferPath)).Value(Price));

        // What only the one language asks about, the other must not take for something else.
        await Keep(english, await english.Page(Portal.OfferPath), (Price, "1,234"));
        var asked = await russian.Page(Portal.OfferPath);
        Assert.Equal("1,234 ?", asked.Value(Price));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await russian.Press(asked, "Сохранить")).StatusCode);
    }

    [Fact]
    public async Task What_was_typed_on_another_page_of_lines_keeps_the_meaning_of_its_language()
    {
        await using var portal = await Portal.With(Databases.Sqlite, Given.Draft(items: 100));
        var (english, russian) = (portal.SignedIn("supplier:7"), portal.SignedIn("supplier:7", "ru"));
        var openedBefore = await russian.Page($"{Portal.OfferPath}?from=41");
        await Keep(english, await english.Page(Portal.OfferPath), (Price, "1,234"), ("Lines[0002].UnitPrice", "1,234.5"));

        await Keep(russian, openedBefore, "Сохранить", (Second, "20,5"));

        var again = await russian.Page(Portal.OfferPath);
        Assert.Equal(("1,234 ?", "1234,5", "20,5"), (again.Value(Price), again.Value("Lines[0002].UnitPrice"), again.Value(Second)));
    }

    [Fact]
    public async Task What_is_typed_opens_only_at_its_place_for_its_own_person()
    {
        await using var portal = await Portal.With(Databases.Sqlite, null, 7, 8);
        foreach (var supplier in new[] { "supplier:7", "supplier:8" })
        {
            var browser = portal.SignedIn(supplier);
            await Keep(browser, await browser.Page(Portal.OfferPath), (Price, supplier == "supplier:7" ? "77" : "88"));
        }

        await portal.Seen(Scope.System, db => db.Database.ExecuteSqlRawAsync(
            """UPDATE "SealedTypings" SET "Bytes" = (SELECT "Bytes" FROM "SealedTypings" WHERE "SupplierId" = 7) WHERE "SupplierId" = 8"""));

        Assert.Equal("", (await portal.SignedIn("supplier:8").Page(Portal.OfferPath)).Value(Price));
        Assert.Equal("77", (await portal.SignedIn("supplier:7").Page(Portal.OfferPath)).Value(Price));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => portal.As(Scope.System, async services =>
        {
            var round = await services.GetRequiredService<PortalDbContext>().Rounds.Include(r => r.Event).SingleAsync();
            await services.GetRequiredService<OfferVault>().SealTyped(round, new TypedOffer(0, 0, Given.InTime, new Dictionary<string, string>()));
            return 0;
        }));
    }

    private static Task<Answer> Keep(HttpClient supplier, IDocument page, params (string Name, string Value)[] typed) => Keep(supplier, page, "Save", typed);

    private static async Task<Answer> Keep(HttpClient supplier, IDocument page, string button, params (string Name, string Value)[] typed)
    {
        var (_, fields) = page.Form(button, typed);
        var answer = await supplier.PostAsync(page.QuerySelector("#offer")!.GetAttribute("data-typed"), new FormUrlEncodedContent(fields));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return JsonSerializer.Deserialize<Answer>(await answer.Content.ReadAsStringAsync(), JsonSerializerOptions.Web)!;
    }

    private static Task<int> Rows(Portal portal) => portal.Seen(Scope.System, db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM \"SealedTypings\"").SingleAsync());

    private sealed record Answer(string? Why, string? At, string? Net);
}
