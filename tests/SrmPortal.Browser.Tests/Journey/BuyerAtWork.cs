using System.Globalization;
using Microsoft.Playwright;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Browser.Tests.Journey;

/// <summary>The buyer of an event, from the empty draft to the invitations.</summary>
internal sealed class BuyerAtWork(Story story)
{
    private const string Zone = "Europe/Moscow";

    public async Task Publishes()
    {
        await using var me = await story.Colleague(Story.Buyer);
        await me.Looks();
        await Begins(me);
        await SaysTheTerms(me);
        await AsksForTwoPipes(me);
        await AsksAQuestion(me);
        await ChoosesSuppliers(me);
        await ReadsTheCheckListAndPublishes(me);
        await SeesWhoIsInvited(me);
        me.ComplainsOfNothing();
    }

    private async Task Begins(Visitor me)
    {
        await me.Follow("Новая процедура", "New event");
        await me.Looks();
        await me.PressInVain("Начать черновик", "Begin the draft");
        await me.Tick("Kind", "RequestForProposals");
        await me.Type("Title", story.Title);
        await me.Press("Начать черновик", "Begin the draft");
        await me.Reads(story.Title, story.Title);
        story.Event = new Uri(me.Page.Url).AbsolutePath.Split('/')[2];
        await me.Looks();
    }

    private async Task SaysTheTerms(Visitor me)
    {
        await me.Page.Locator("summary", new() { Has = me.Page.Locator(".code:text-is('24')") }).ClickAsync();
        await me.Page.Locator("summary", new() { Has = me.Page.Locator($".code:text-is('{Story.Category}')") }).ClickAsync();
        await me.Page.Locator($"details > .form-check:has(.code:text-is('{Story.Category}')) input").CheckAsync();
        await Deadline(me, story.Stand.Clock.GetUtcNow().UtcDateTime.AddHours(-2));
        await me.Type(
            ("EstimatedValue", story.Typed(9_460_000)), ("DesiredDelivery", story.Say("DAP Нижний Тагил", "DAP Nizhny Tagil")),
            ("PaymentTerms", story.Say("30 дней после приёмки", "30 days after acceptance")), ("OfferValidityDays", "60"),
            ("Rates[1].Nominal", "1"), ("Rates[1].Rate", story.Typed(105)), ("Rates[1].Source", story.Say("Банк России", "Bank of Russia")),
            ("Rates[1].Date", Zones.Local(story.Stand.Clock.GetUtcNow().UtcDateTime, Zone).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)));
        await me.Choose("Rates[1].Code", "EUR");
        await me.Press("Сохранить черновик", "Save the draft");
        // A deadline in the past can be kept in a draft; the check-list says what is wrong with it, and leads there.
        await me.Expect(".checks .no a[href$='#DeadlineTime'], .checks .no a[href$='#DeadlineDate']").ToBeVisibleAsync();
        await me.Looks();

        story.Deadline = Given.WholeMinute(story.Stand.Clock.GetUtcNow().UtcDateTime.AddHours(26));
        await Deadline(me, story.Deadline);
        await me.Press("Сохранить черновик", "Save the draft");
    }

    private static async Task Deadline(Visitor me, DateTime utc)
    {
        var local = Zones.Local(utc, Zone);
        await me.Type(
            ("DeadlineDate", local.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
            ("DeadlineTime", local.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    private async Task AsksForTwoPipes(Visitor me)
    {
        await me.FollowTo("/draft/items");
        await me.Looks();
        await me.FollowTo("/draft/items/new");
        await me.Looks();
        await Asks(me, story.Say("Труба б/ш г/д 159×8 ст. 09Г2С", "Seamless pipe 159×8, steel 09G2S"), "1,5x");
        await me.PressInVain("Сохранить и добавить ещё", "Save and add another");
        await me.IsToldAt("Quantity", "1,5x");
        await me.Looks();
        await me.Type("Quantity", "40");
        await me.Press("Сохранить и добавить ещё", "Save and add another");
        await Asks(me, story.Say("Труба б/ш г/д 219×10 ст. 09Г2С", "Seamless pipe 219×10, steel 09G2S"), "40");
        await me.Press("Сохранить позицию", "Save the item");
        await me.Looks();
    }

    private async Task Asks(Visitor me, string name, string quantity)
    {
        await me.Type(
            ("Name", name), ("Quantity", quantity), ("TargetPrice", story.Typed(118_000)),
            ("DeliveryDate", story.Deadline.AddDays(45).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)));
        await me.Choose("Unit", "t");
    }

    private async Task AsksAQuestion(Visitor me)
    {
        await me.FollowTo("/draft/questions");
        await me.Looks();
        await me.FollowTo("/draft/questions/new");
        await me.Looks();
        await me.Type("Text", story.Question);
        await me.Tick("Type", "Text");
        await me.Tick("IsMandatory");
        await me.Press("Сохранить вопрос", "Save the question");
        await me.Reads(story.Question, story.Question);
    }

    private async Task ChoosesSuppliers(Visitor me)
    {
        await me.FollowTo("/draft/documents");
        await me.Looks();
        await me.FollowTo("/draft/suppliers");
        await me.Looks();
        foreach (var company in new[] { story.Company, "Волжский трубный двор" })
        {
            await me.Page.Locator("tbody tr", new() { HasText = company }).Locator("input[type=checkbox]").CheckAsync();
        }

        await me.Press("Сохранить выбор", "Save the choice");
    }

    private static async Task ReadsTheCheckListAndPublishes(Visitor me)
    {
        Assert.Equal(0, await me.Page.Locator(".checks .no").CountAsync());
        await me.Follow("Посмотреть как поставщик", "See as a supplier");
        await me.Looks();
        await me.Page.GoBackAsync();
        await me.Follow("Опубликовать", "Publish");
        await me.Looks();
        await me.Press("Опубликовать и пригласить 2 поставщиков", "Publish and invite 2 suppliers");
        await me.Looks();
    }

    private async Task SeesWhoIsInvited(Visitor me)
    {
        foreach (var invited in new[] { story.Contact.Email, Story.Rival })
        {
            var mail = await story.Stand.Post.To(invited, story.Event);
            Assert.Contains(story.Title, mail.Subject, StringComparison.Ordinal);
            Assert.Equal(story.Round, mail.Button);
        }

        await me.Page.ReloadAsync();
        await me.Reads(story.Company, story.Company);
        await me.Looks();
    }
}
