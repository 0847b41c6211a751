namespace SrmPortal.Browser.Tests.Journey;

/// <summary>Another supplier, which takes part as well, and loses: the cheaper one for the second item, yet not chosen.</summary>
internal sealed class Rival(Story story)
{
    public async Task Offers()
    {
        await using var me = await story.Colleague(Story.Rival);
        await me.GoTo($"{story.Round}/offer");
        await Bidder.FillsIn(me, story, ("Lines[0001].UnitPrice", story.Typed(127_500)), ("Lines[0002].UnitPrice", story.Typed(126_900)));
        await me.Press("Проверить и подать", "Review and submit");
        await me.Tick("Signs");
        await me.Press("Подать предложение", "Submit the offer");
        await me.Reads("Предложение подано", "Offer submitted");
        me.ComplainsOfNothing();
    }

    public async Task LearnsTheOutcome()
    {
        var mail = await story.Stand.Post.To(Story.Rival, story.Say($"Итог: {story.Event}/0, Не выбрано", $"Outcome: {story.Event}/0, Not chosen"));
        Assert.DoesNotContain(story.Company, mail.Text, StringComparison.Ordinal);
        await using var me = await story.Colleague(Story.Rival);
        await me.GoTo(mail.Button);
        await me.Reads("Процедура завершена, ваше предложение не выбрано.", "The event has ended, and your offer was not chosen.");
        await me.Looks();
        Assert.DoesNotContain(story.Company, await me.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        me.ComplainsOfNothing();
    }
}
