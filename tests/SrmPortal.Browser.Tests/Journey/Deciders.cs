namespace SrmPortal.Browser.Tests.Journey;

/// <summary>After the deadline: the buyer opens, compares, chooses item by item; the approver approves, since the value asks for it.</summary>
internal sealed class Deciders(Story story)
{
    public async Task Open()
    {
        await using var me = await story.Colleague(Story.Buyer);
        await me.Reads(story.Title, story.Title);
        await me.Looks();
        await me.GoTo(story.Round);
        await me.Looks();
        await me.Follow("Перейти к вскрытию", "Go to the opening");
        await me.Looks();
        await me.Type("Password", "kolibri");
        await me.PressInVain("Подтвердить и вскрыть", "Confirm and open");
        await me.Type("Password", story.Stand.Accounts.Password);
        await me.Press("Подтвердить и вскрыть", "Confirm and open");
        await ComparesAndChooses(me);
        me.ComplainsOfNothing();
    }

    public async Task Approve()
    {
        await using var me = await story.Colleague(Story.Approver);
        await me.Reads(story.Title, story.Title);
        await me.Looks();
        await me.Menu("Согласования", "Approvals");
        await me.Looks();
        await me.Follow(story.Event, story.Event);
        await me.Looks();
        await me.PressInVain("Вернуть автору", "Return to the author");
        await me.Press("Согласовать решение", "Approve the decision");
        await me.Looks();
        await me.Follow("Протокол", "Protocol");
        await me.Reads(story.Company, story.Company);
        await me.Looks();
        me.ComplainsOfNothing();
    }

    private async Task ComparesAndChooses(Visitor me)
    {
        await me.Looks();
        foreach (var part in new[] { "charts", "answers", "terms", "documents" })
        {
            await me.FollowTo($"/comparison/{part}");
            await me.Looks();
        }

        await me.FollowTo("/comparison");
        await Begins(me);
        foreach (var item in new[] { "0001", "0002" })
        {
            await me.Page.Locator($"label.pick input[name='Choices[{item}]'][aria-label*='{story.Company}']").CheckAsync();
        }

        await me.Press("Сохранить", "Save");
        await me.Looks();
        await me.Press("Проверить решение", "Review the decision");
        // The second item is not the best price, and the decision as a whole has no grounds yet.
        await me.Expect(".checks .ask a").ToBeVisibleAsync();
        await me.Looks();
        await me.FollowTo("/comparison");
        await me.Type(
            ("Reasons[0002]", story.Say("Поставка одной партией с первой позицией.", "Delivery in one lot with the first item.")),
            ("Justification", story.Say("Лучшая цена первой позиции, меньшие расходы на доставку.", "The best price of the first item, lower cost of delivery.")));
        await me.Press("Проверить решение", "Review the decision");
        await me.Looks();
        await me.Page.Locator("[name=Approver]").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await me.Press("Отправить на согласование", "Send for approval");
        await me.Looks();
    }

    /// <summary>Looks at the prices in another way, takes over a rule as a beginning, and walks over the table without choosing anything.</summary>
    private static async Task Begins(Visitor me)
    {
        await me.Page.Locator(".view-options summary").ClickAsync();
        await me.Field("against").SelectOptionAsync("target");
        await me.Field("order").SelectOptionAsync("total");
        await me.Press("Применить", "Apply");
        await me.Looks();
        await me.Follow("Показать всё", "Show everything");

        await me.Follow("Начать по правилу", "Begin by a rule");
        await me.Looks();
        await me.Type("most", "1");
        await me.Press("Рассчитать", "Compute");
        await me.Looks();
        await me.Press("Взять за основу", "Take over as a beginning");
        await me.Looks();

        var chosen = me.Page.Locator("label.pick input:checked");
        var first = await chosen.First.GetAttributeAsync("aria-label");
        await chosen.First.FocusAsync();
        await me.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("Choices[0002]", await Focused(me));
        await me.Page.Keyboard.PressAsync("ArrowUp");
        await me.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("Choices[0001]", await Focused(me));
        Assert.Equal(first, await chosen.First.GetAttributeAsync("aria-label"));
    }

    private static Task<string> Focused(Visitor me) => me.Page.EvaluateAsync<string>("document.activeElement.name ?? ''");
}
