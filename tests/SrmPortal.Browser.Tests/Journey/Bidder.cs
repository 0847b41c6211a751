using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests.Journey;

/// <summary>The contact person who makes the offer: finds the event, reads it, saves, is told that saved is not submitted, submits, keeps the receipt.</summary>
internal sealed class Bidder(Story story, string userName, People people)
{
    private const int FirstPrice = 125_000, SecondPrice = 128_000;

    /// <summary>What the file of the receipt says; the portal is asked about it again after the opening.</summary>
    private byte[] _receipt = [];

    public async Task Offers()
    {
        await using var me = await people.SignsIn(userName);
        await FindsTheEvent(me);
        await SavesByEnter(me);
        await CannotOverlookThatItIsNotSubmitted(me);
        await FillsInTheRest(me);
        await Submits(me);
        await KeepsTheReceipt(me);
        await Verifies("ещё не вскрыты", "have not been opened yet");
        me.ComplainsOfNothing();
    }

    public async Task LearnsTheOutcome()
    {
        var mail = await story.Stand.Post.To(story.Contact.Email, story.Say($"Итог: {story.Event}/0, Принято", $"Outcome: {story.Event}/0, Accepted"));
        await using var me = await people.SignsIn(userName);
        await me.Reads(story.Title, story.Title);
        await me.Looks();
        await me.GoTo(mail.Button);
        await me.Reads("Ваше предложение принято. Закупщик свяжется с вами о договоре.", "Your offer was accepted. The buyer will get in touch about the contract.");
        await me.Looks();
        await me.GoTo(story.Round);
        await me.Reads("Принято", "Accepted");
        await me.Looks();
        me.ComplainsOfNothing();
        await Verifies("Вскрыта именно эта версия", "Exactly this version was opened");
    }

    private async Task FindsTheEvent(Visitor me)
    {
        await me.Reads(story.Title, story.Title);
        await me.Looks();
        await me.Menu("Процедуры", "Sourcing events");
        await me.Type("q", $"*{story.Event[2..]}");
        await me.Press("Найти", "Find");
        await me.Looks();
        await me.Follow(story.Title, story.Title);
        await me.Reads("30", "30");
        await me.Looks();
        await me.FollowTo("/items");
        await me.Looks();
        await me.FollowTo("/questions");
        await me.Reads(story.Question, story.Question);
        await me.Looks();
        await me.FollowTo(story.Round);
        await me.Follow("Просмотр перед печатью", "Printable card");
        await me.Looks();
        await me.Page.GoBackAsync();
        await me.Follow("Заполнить предложение", "Fill in the offer");
        await me.Looks();
    }

    private async Task SavesByEnter(Visitor me)
    {
        await me.Type("Lines[0001].UnitPrice", "1e5");
        me.AnswerExpected = 422;
        await EntersDownAndSaves(me);
        await me.IsToldAt("Lines[0001].UnitPrice", "1e5");
        await me.Looks();
        me.AnswerExpected = 0;
        await me.Type("Lines[0001].UnitPrice", story.Typed(FirstPrice));
        await EntersDownAndSaves(me);
        await Assertions.Expect(me.Field("Lines[0001].UnitPrice")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^125.000"));
        await me.Looks();
    }

    // Enter goes down the lines, and saves on the last one.
    private static async Task EntersDownAndSaves(Visitor me)
    {
        await me.Field("Lines[0001].UnitPrice").PressAsync("Enter");
        await Assertions.Expect(me.Field("Lines[0002].UnitPrice")).ToBeFocusedAsync();
        await me.Goes(() => me.Field("Lines[0002].UnitPrice").PressAsync("Enter"));
    }

    private async Task CannotOverlookThatItIsNotSubmitted(Visitor me)
    {
        await me.Expect(".hazard").ToContainTextAsync(story.Say("Предложение сохранено, но не подано", "Your offer is saved but not submitted"));
        await me.Expect(".actionbar .stripe-tag").ToBeVisibleAsync();
        await me.Menu("Главная", "Home");
        await me.Expect(".todo-saved").ToContainTextAsync(story.Title);
        await me.Looks();
        await me.Menu("Процедуры", "Sourcing events");
        await Assertions.Expect(me.Page.Locator("tr", new() { HasText = story.Title })).ToContainTextAsync(story.Say("Не подано", "Not submitted"));
        await me.Follow(story.Title, story.Title);
        await me.Expect(".next .stripe-tag").ToBeVisibleAsync();
        await me.Looks();
        await me.Follow("Продолжить заполнение", "Go on filling in");
    }

    /// <summary>What every offer says besides: how long it is valid, VAT, Incoterms and place, and the answer to the first question.</summary>
    public static async Task FillsIn(Visitor me, Story story, params (string Name, string Text)[] prices)
    {
        await me.Type(
            [.. prices, ("IncotermsPlace", story.Say("Нижний Тагил", "Nizhny Tagil")), ("Answers[1].Value", story.Answer),
            ("ValidUntil", story.Stand.Clock.GetUtcNow().AddDays(120).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture))]);
        await me.Choose("Vat", "GENERAL");
        await me.Choose("Incoterms", "DAP 2020");
    }

    private async Task FillsInTheRest(Visitor me)
    {
        await me.Press("Проверить и подать", "Review and submit");
        // What is missing is named, and each of it leads to its field.
        await me.Looks();
        await me.Goes(() => me.Page.Locator(".checks a[href*='Answers']").First.ClickAsync());
        await FillsIn(me, story, ("Lines[0002].UnitPrice", story.Typed(SecondPrice)));
        await ReadsPricesInTheCurrencyChosen(me);
        await me.Press("Проверить и подать", "Review and submit");
        await me.Reads(story.Answer, story.Answer);
    }

    private async Task ReadsPricesInTheCurrencyChosen(Visitor me)
    {
        foreach (var (currency, sign) in new[] { ("EUR", story.Say("€", "EUR")), ("RUB", story.Say("₽", "RUB")) })
        {
            await me.Choose("Currency", currency);
            await me.Expect("label[for='Lines_0002__UnitPrice']").ToContainTextAsync(sign);
            await me.Expect(".actionbar [data-total='net-with-sign']").ToContainTextAsync(sign);
        }
    }

    private async Task Submits(Visitor me)
    {
        await me.Expect(".hazard").ToContainTextAsync(story.Say("Ещё не подано", "Not submitted yet"));
        await me.Expect(".sums .big").ToContainTextAsync(new System.Text.RegularExpressions.Regex("10.120.000"));
        await me.PressInVain("Подать предложение", "Submit the offer");
        await me.Looks();
        await me.Tick("Signs");
        await me.Press("Подать предложение", "Submit the offer");
        await me.Reads("Предложение подано", "Offer submitted");
        await me.Looks();
    }

    private async Task KeepsTheReceipt(Visitor me)
    {
        var hash = string.Concat((await me.Page.Locator("dd.hash").InnerTextAsync()).Where(char.IsAsciiHexDigit));
        var number = await me.Page.Locator(".receipt dd b").First.InnerTextAsync();
        var mail = await story.Stand.Post.To(story.Contact.Email, number);
        Assert.DoesNotContain("125", mail.Text.Replace(story.Event, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.EndsWith("/offer/versions/1", mail.Button, StringComparison.Ordinal);

        _receipt = await Downloads(me, "Скачать файл квитанции", "Download the receipt file");
        using var file = JsonDocument.Parse(_receipt);
        var (nonce, content) = (file.RootElement.GetProperty("nonce").GetString()!, file.RootElement.GetProperty("content").GetString()!);
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(nonce), .. System.Text.Encoding.UTF8.GetBytes(content)])));
        Assert.Equal(hash, file.RootElement.GetProperty("signedText").GetString()!.Split('\n')[6]);
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(await Downloads(me, "Байты для sha256sum", "Bytes for sha256sum"))));
    }

    private static async Task<byte[]> Downloads(Visitor me, string russian, string english)
    {
        var download = await me.Page.RunAndWaitForDownloadAsync(() =>
            me.Page.GetByRole(AriaRole.Link, new() { Name = me.Says(russian, english), Exact = true }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    /// <summary>Anybody with the file, without signing in.</summary>
    private async Task Verifies(string russian, string english)
    {
        await using var anybody = await story.Somebody();
        await anybody.GoTo("/");
        await anybody.Goes(() => anybody.Page.Locator("footer a[href='/verify']").ClickAsync());
        await anybody.Looks();
        await anybody.Field("receipt").SetInputFilesAsync(new FilePayload { Name = "receipt.json", MimeType = "application/json", Buffer = _receipt });
        await anybody.Press("Проверить", "Check");
        await anybody.Reads("Квитанция подлинна", "The receipt is genuine");
        await anybody.Reads(russian, english);
        await anybody.Looks();
        anybody.ComplainsOfNothing();
    }
}
