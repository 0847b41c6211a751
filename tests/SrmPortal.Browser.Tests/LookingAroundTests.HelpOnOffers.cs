using Microsoft.Playwright;

namespace SrmPortal.Browser.Tests;

// What the help says of filling in, submitting and of two windows.
public sealed partial class LookingAroundTests
{
    private static async Task FillsInTheOffer(Visitor me, AnswerWalk walk)
    {
        const string Form = Pipes + "/offer";
        await walk.Of(19, Form, () => me.Expect("thead").ToContainTextAsync("Цена без НДС"));
        await walk.Of(15, Form, async () => Assert.Equal(["RUB"], await me.Field("Currency").Locator("option").AllInnerTextsAsync()));
        await walk.Of(23, Form, async () =>
        {
            await me.Type("Lines[0001].UnitPrice", "120 000");
            await me.Type("Lines[0008].UnitPrice", "0");
            await Saves(me);
            await me.Reads("Строка 0008: цена 0 означает, что предложение на данную позицию не подано. Количество стало 0.", "");
            await Assertions.Expect(me.Field("Lines[0008].Quantity")).ToHaveValueAsync("0,000");
        });
        await walk.Of(31, Form, async () =>
        {
            await me.Page.Locator("tbody:has(#Lines_0001__UnitPrice) summary").ClickAsync();
            await me.Type("Lines[0001].Substitute", "Труба 57×4 ст. 20 по ТУ 14-3Р-55");
            await Saves(me);
            await me.Expect(".grid").ToContainTextAsync("Аналог: Труба 57×4 ст. 20 по ТУ 14-3Р-55");
        });
        await walk.Of(36, Form, async () =>
        {
            await me.Choose("Vat", "GENERAL");
            await me.Choose("Incoterms", "DAP 2020");
            await me.Press("Проверить и подать", "");
            await me.Reads("Укажите место к условию Incoterms", "");
            await me.Goes(() => me.Page.Locator(".checks a[href*='IncotermsPlace']").First.ClickAsync());
            await me.Type("IncotermsPlace", "Нижний Тагил");
            await Saves(me);
        });
        await walk.Of(30, Form + "/review", async () =>
        {
            await me.Reads("Обязательный вопрос 1 без ответа", "");
            await me.Goes(() => me.Page.Locator(".checks a[href*='Answers']").First.ClickAsync());
            await me.Type(("Answers[1].Value", "Самарский завод, Россия"), ("ValidUntil", "01.12.2027"));
            await me.Tick("Answers[2].Value", "yes");
            await Saves(me);
        });
        await walk.Of(18, Form, () => WorksInTwoWindows(me, Form));
    }

    private static async Task SubmitsTheOffer(Visitor me, AnswerWalk walk)
    {
        const string Form = Pipes + "/offer";
        await walk.Of(26, Form + "/review", async () =>
        {
            await Assertions.Expect(me.Page.Locator("main input[type=file]")).ToHaveCountAsync(0);
            await Assertions.Expect(me.Page.Locator("[name=Signs]")).ToHaveCountAsync(1);
        });
        await walk.Of(20, Form, async () =>
        {
            await me.Expect(".hazard").ToContainTextAsync("Предложение сохранено, но не подано");
            await me.Press("Проверить и подать", "");
            await me.Tick("Signs");
            await me.Press("Подать предложение", "");
            await me.Reads("Предложение подано", "");
        });
        await walk.Of(24, Form, async () =>
        {
            await me.Type("Lines[0001].UnitPrice", "119 000");
            await Saves(me);
            await me.Expect(".hazard").ToContainTextAsync("Есть неподанные изменения");
            await me.Press("Проверить и подать", "");
            await me.Tick("Signs");
            await me.Press("Подать предложение", "");
            Assert.EndsWith("/versions/2", me.Page.Url, StringComparison.Ordinal);
        });
    }

    private static async Task WorksInTwoWindows(Visitor me, string form)
    {
        var other = await me.Page.Context.NewPageAsync();
        await other.GotoAsync(form);
        await me.Type("Lines[0002].UnitPrice", "118 000");
        await Saves(me);
        await other.FillAsync("[name='Lines[0003].UnitPrice']", "114 000");
        await other.Locator(".actionbar .btn-secondary").ClickAsync();
        await Assertions.Expect(other.Locator("[name='Lines[0002].UnitPrice']")).ToHaveValueAsync("118\u00A0000,00");
        await Assertions.Expect(other.Locator("[name='Lines[0003].UnitPrice']")).ToHaveValueAsync("114\u00A0000,00");
        await other.CloseAsync();
    }
}
