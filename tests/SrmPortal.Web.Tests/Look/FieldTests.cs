using System.Globalization;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using Moq;
using SrmPortal.Web.Features.Common;

namespace SrmPortal.Web.Tests.Look;

/// <summary>The shared parts of pages, as the markup that comes out.</summary>
public sealed class FieldTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLocalization().AddMvc().Services.BuildServiceProvider();
    private readonly ViewContext _view;

    public FieldTests()
    {
        SetLanguage("ru");
        var http = new DefaultHttpContext { RequestServices = _services };
        http.Request.Path = "/events";
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary(_services.GetRequiredService<IModelMetadataProvider>(), action.ModelState);
        _view = new ViewContext(action, Mock.Of<IView>(), data, Mock.Of<ITempDataDictionary>(), TextWriter.Null, new HtmlHelperOptions());
    }

    private IStringLocalizer<Texts> Words => _services.GetRequiredService<IStringLocalizer<Texts>>();

    public void Dispose()
    {
        SetLanguage(_before.Name);
        _services.Dispose();
    }

    [Fact]
    public async Task Label_hint_error_and_input_are_tied_together()
    {
        _view.ModelState.AddModelError("Name", "Заполните это поле.");
        _view.ModelState.AddModelError("Name", "Второе сообщение.");

        var field = await Field("Name", new TestForm { Name = "a<b" }, helper => (helper.Label, helper.Hint, helper.Width, helper.Optional) = ("ИНН", "10 цифр.", 12, true));

        Assert.Equal("field field-err", field.ClassName);
        Assert.Equal("ИНН (необязательно)", field.QuerySelector("label[for=Name]")!.TextContent);
        var input = field.QuerySelector("input#Name")!;
        Assert.Equal(("Name", "text", "a<b", "form-control w-12 is-invalid", "true"),
            (input.GetAttribute("name"), input.GetAttribute("type"), input.GetAttribute("value"), input.ClassName, input.GetAttribute("aria-invalid")));
        Assert.Equal("Name-h Name-e", input.GetAttribute("aria-describedby"));
        Assert.Equal("10 цифр.", field.QuerySelector("#Name-h")!.TextContent);
        Assert.Equal("Ошибка: Заполните это поле.", field.QuerySelector("#Name-e")!.TextContent);
        Assert.Equal(["LABEL", "SPAN", "P", "INPUT"], field.Children.Select(child => child.TagName));
    }

    [Fact]
    public async Task What_was_typed_is_preferred_to_the_model_but_never_a_password()
    {
        _view.ModelState.SetModelValue("Name", "typed", "typed");

        Assert.Equal("typed", (await Field("Name", new TestForm { Name = "stored" })).QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal("", (await Field("Name", new TestForm(), helper => helper.Type = "password")).QuerySelector("input")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("ru", "Price", "1234,50", "decimal")]
    [InlineData("en", "Price", "1234.50", "decimal")]
    [InlineData("ru", "Day", "15.01.2027", "numeric")]
    [InlineData("en", "Day", "15 Jan 2027", null)]
    [InlineData("ru", "Time", "14:05", null)]
    [InlineData("ru", "Count", "7", "numeric")]
    public async Task Numbers_and_dates_are_shown_as_they_are_taken_back(string language, string property, string value, string? inputMode)
    {
        SetLanguage(language);
        var form = new TestForm { Price = 1234.5m, Day = new DateOnly(2027, 1, 15), Time = new TimeOnly(14, 5), Count = 7 };

        var input = (await Field(property, form)).QuerySelector("input")!;

        Assert.Equal((value, inputMode, "text"), (input.GetAttribute("value"), input.GetAttribute("inputmode"), input.GetAttribute("type")));
    }

    [Fact]
    public async Task A_row_of_a_table_has_its_prefix()
    {
        _view.ViewData.TemplateInfo.HtmlFieldPrefix = "Lines[2]";

        var input = (await Field("Price", new TestForm { Price = 1 })).QuerySelector("input")!;

        Assert.Equal(("Lines[2].Price", "Lines_2__Price"), (input.GetAttribute("name"), input.Id));
    }

    [Fact]
    public async Task A_box_that_is_not_ticked_says_no()
    {
        var ticked = await Field("Agreed", new TestForm { Agreed = true }, helper => (helper.Label, helper.Hint) = ("Согласен", "Подсказка"));
        _view.ModelState.SetModelValue("Agreed", "false", "false");
        var unticked = await Field("Agreed", new TestForm { Agreed = true }, helper => helper.Label = "Согласен");

        Assert.Equal("form-check field", ticked.ClassName);
        Assert.NotNull(ticked.QuerySelector("input[type=checkbox][checked]#Agreed"));
        Assert.Equal("СогласенПодсказка", ticked.QuerySelector("label[for=Agreed]")!.TextContent);
        Assert.Null(unticked.QuerySelector("input[checked]"));
        Assert.Equal("false", unticked.QuerySelector("input[type=hidden][name=Agreed]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_choice_is_a_list_or_a_group_with_a_legend()
    {
        var (group, items) = (new SelectListGroup { Name = "Часто" }, new List<SelectListItem>());
        items.AddRange([new("Россия", "RU") { Group = group }, new("Казахстан", "KZ") { Group = group }, new("Перу", "PE")]);
        var form = new TestForm { Country = "KZ" };

        var select = (await Field("Country", form, helper => (helper.Items, helper.Empty) = (items, "Выберите"))).QuerySelector("select#Country")!;
        var radios = await Field("Country", form, helper => (helper.Items, helper.Type, helper.Label) = (items, "radios", "Страна"));

        Assert.Equal(["", "RU", "KZ", "PE"], select.QuerySelectorAll("option").Select(option => option.GetAttribute("value")));
        Assert.Equal("KZ", select.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal(2, select.QuerySelectorAll("optgroup[label='Часто'] option").Length);
        Assert.Equal("FIELDSET", radios.TagName);
        Assert.Equal("Страна", radios.QuerySelector("legend")!.TextContent);
        Assert.Equal(["Country", "Country_1", "Country_2"], radios.QuerySelectorAll("input[type=radio]").Select(radio => radio.Id!));
        Assert.Equal("KZ", radios.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal("Казахстан", radios.QuerySelector("label[for=Country_1]")!.TextContent);
    }

    [Fact]
    public async Task The_summary_names_the_fields_by_their_labels_and_leads_to_them()
    {
        _view.ModelState.AddModelError("Price", "Напишите число.");
        _view.ModelState.AddModelError("Name", "Не сходится контрольная цифра.");
        _view.ModelState.AddModelError("", "Срок подачи истёк.");

        // It stands above the fields, and is written after them.
        var summary = Output("error-summary");
        new ErrorSummaryTagHelper(Words) { ViewContext = _view }.Process(Context(), summary);
        await Field("Name", new TestForm(), helper => helper.Label = "ИНН");
        var page = await Parsed(summary);

        var box = page.QuerySelector(".error-summary")!;
        Assert.Equal(("alert", "-1"), (box.GetAttribute("role"), box.GetAttribute("tabindex")));
        Assert.True(box.HasAttribute("autofocus"));
        Assert.Equal("Исправьте 3 ошибки, остальное на месте", box.QuerySelector("h2")!.TextContent);
        Assert.Equal(
            ["Срок подачи истёк.", "ИНН: не сходится контрольная цифра.", "Напишите число."],
            box.QuerySelectorAll("li").Select(line => line.TextContent));
        Assert.Equal(["#Name", "#Price"], box.QuerySelectorAll("li a").Select(link => link.GetAttribute("href")).Order());
    }

    [Fact]
    public async Task Where_nothing_is_wrong_there_is_no_summary()
    {
        var output = Output("error-summary");
        new ErrorSummaryTagHelper(Words) { ViewContext = _view }.Process(Context(), output);

        Assert.Null((await Parsed(output)).QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task A_deadline_names_both_zones_counts_by_the_servers_clock_and_shows_how_much_has_passed()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 6, 19, 0, TimeSpan.Zero));
        _view.HttpContext.Features.Set(new Infrastructure.Reader("М.", null, null, "Asia/Yekaterinburg"));
        var output = Output("deadline");
        await new DeadlineTagHelper(Words, clock)
        {
            ViewContext = _view,
            At = new DateTime(2026, 11, 26, 11, 0, 0, DateTimeKind.Utc),
            From = new DateTime(2026, 11, 16, 6, 0, 0, DateTimeKind.Utc),
            Caption = "Приём предложений до",
        }.ProcessAsync(Context(), output);

        var when = (await Parsed(output)).QuerySelector(".band-when")!;
        Assert.Equal("2026-11-26T14:00+03:00", when.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("26.11.2026 14:00 (Москва, UTC+3)", when.QuerySelector("time")!.TextContent);
        Assert.Equal("у вас 16:00 (Екатеринбург, UTC+5)", when.QuerySelector(".mine")!.TextContent);
        Assert.Equal("осталось 2\u00A0дня 04:41 по часам сервера", when.QuerySelector(".left")!.TextContent);
        Assert.Equal("1795690800000", when.QuerySelector("[data-countdown]")!.GetAttribute("data-countdown"));
        Assert.Equal("78", when.QuerySelector("progress")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData(1, 25, 8, 8, "Показано 1–8 из 8", "")]
    [InlineData(2, 25, 60, 25, "Показано 26–50 из 60", "/events?status=open,/events?status=open&page=2,/events?status=open&page=3")]
    [InlineData(1, 25, 1001, 25, "Показано 1–25 из более чем 1\u00A0000", "/events?status=open,/events?status=open&page=2,/events?status=open&page=3,/events?status=open&page=40")]
    public async Task A_list_says_what_it_shows_and_its_pages_keep_the_filters(int page, int size, int count, int shown, string says, string links)
    {
        _view.HttpContext.Request.QueryString = new QueryString("?status=open&page=2&culture=ru");
        var output = Output("pager");
        new PagerTagHelper(Words) { ViewContext = _view, Page = page, Size = size, Count = count, Shown = shown }.Process(Context(), output);

        var pager = (await Parsed(output)).QuerySelector("nav.pager")!;
        Assert.Equal(says, pager.QuerySelector("span")!.TextContent);
        Assert.Equal(links, string.Join(',', pager.QuerySelectorAll("a").Select(link => link.GetAttribute("href"))));
    }

    [Theory]
    [InlineData(-7, 1)]
    [InlineData(3, 3)]
    [InlineData(int.MaxValue, 40)]
    public void A_page_that_no_list_has_is_the_nearest_that_one_has(int asked, int page) => Assert.Equal(page, PagerTagHelper.PageOf(asked, 25));

    [Fact]
    public async Task An_applied_filter_is_taken_off_by_its_own_link()
    {
        _view.HttpContext.Request.QueryString = new QueryString("?number=*677*&status=open&page=3");
        var output = Output("tokens");
        new TokensTagHelper(Words) { ViewContext = _view, Of = [new("Номер: *677*", "number"), new("Приём", "status")] }.Process(Context(), output);

        var links = (await Parsed(output)).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Equal(["/events?status=open", "/events?number=*677*", "/events"], links);
    }

    private async Task<IElement> Field(string property, TestForm form, Action<FieldTagHelper>? set = null)
    {
        var metadata = _services.GetRequiredService<IModelMetadataProvider>();
        var explorer = metadata.GetModelExplorerForType(typeof(TestForm), form).GetExplorerForProperty(property);
        var helper = new FieldTagHelper(Words) { ViewContext = _view, For = new ModelExpression(property, explorer) };
        set?.Invoke(helper);
        var output = Output("field");
        await helper.ProcessAsync(Context(), output);
        return (await Parsed(output)).Body!.FirstElementChild!;
    }

    private static TagHelperContext Context() => new([], new Dictionary<object, object>(), "id");

    private static TagHelperOutput Output(string name) => new(name, [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));

    private static async Task<IDocument> Parsed(TagHelperOutput output)
    {
        using var html = new StringWriter();
        output.WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);
        return await BrowsingContext.New().OpenAsync(page => page.Content(html.ToString()));
    }

    private static void SetLanguage(string language) =>
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
}
