using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>A form as it was rendered, sent by one of its buttons, or by Enter.</summary>
internal sealed partial class SentForm(IDocument page, IHtmlFormElement form, IHtmlButtonElement? button, string address)
{
    private const string Token = "__RequestVerificationToken";
    private const int MostFields = 6, MostTexts = 10;

    private readonly HashSet<string> _texts = [.. Elements(page, form, element => element is IHtmlTextAreaElement || (element is IHtmlInputElement input && input.Type is not ("hidden" or "checkbox" or "radio" or "file" or "submit" or "button")))];
    private readonly string[] _files = [.. Elements(page, form, element => element is IHtmlInputElement { Type: "file" })];
    private readonly bool _isGet = string.Equals(button?.GetAttribute("formmethod") ?? form.GetAttribute("method") ?? "get", "get", StringComparison.OrdinalIgnoreCase);
    private readonly bool _takesFiles = form.GetAttribute("enctype") == "multipart/form-data";

    public string Action { get; } = button?.GetAttribute("formaction") ?? (form.GetAttribute("action") is { Length: > 0 } action ? action : address);

    /// <summary>What tells a button from the next one, whatever it is that each of them would remove.</summary>
    public string Pressed { get; } = button is null ? "" : $"{button.Name} {Crawl.Kind($"/{button.Value}")}";

    /// <summary>What stands on it.</summary>
    public string Button { get; } = button is null ? "Enter" : string.Join(' ', button.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IEnumerable<SentForm> Of(IDocument page, IHtmlFormElement form, string address)
    {
        IHtmlButtonElement[] buttons = [.. page.FieldsOf(form).OfType<IHtmlButtonElement>().Where(button => button.Type is "submit").DistinctBy(button => (button.Name, button.Value, button.GetAttribute("formaction")))];
        return buttons.Any(button => button.GetAttribute("formaction") is null) ? buttons.Select(button => new SentForm(page, form, button, address))
            : buttons.Select(button => new SentForm(page, form, button, address)).Append(new SentForm(page, form, null, address));
    }

    public IReadOnlyList<KeyValuePair<string, string>> AsItIs { get; } = page.Sent(form, button);

    /// <summary>Of all fields, those that are sent only when they are ticked too.</summary>
    public string[] Names { get; } = [.. Elements(page, form, element => element.GetAttribute("name") is { Length: > 0 } and not Token)];

    /// <summary>The name of a field without the number of its line.</summary>
    public static string Place(string name) => Digits().Replace(name, "0");

    public IEnumerable<(string Name, IReadOnlyList<KeyValuePair<string, string>> Fields)> Attacks(bool deep, int turn)
    {
        if (!deep)
        {
            var (name, value) = BadValues.Texts[turn % BadValues.Texts.Length];
            return [_texts.Count > 0 ? (name, With(_texts.Contains, value)) : Forging(turn)];
        }

        var alone = _texts.DistinctBy(name => Place(name)).Take(MostFields);
        return
        [
            ("as it is", AsItIs),
            .. _texts.Count > 0 ? InTurn(BadValues.Texts, MostTexts).Select(bad => (bad.Name, With(_texts.Contains, bad.Value))) : [],
            .. Enumerable.Range(turn, 2).Select(Forging),
            .. alone.SelectMany(field => InTurn(BadValues.Single, 2).Select(bad => ($"{bad.Name} in {field}", With(name => name == field, bad.Value)))),
        ];

        // The next form goes on where this one has ended, and another seed begins elsewhere.
        IEnumerable<(string Name, string Value)> InTurn((string Name, string Value)[] values, int most) =>
            Enumerable.Range(turn * most, most).Select(i => values[i % values.Length]);
    }

    public HttpRequestMessage Request(IReadOnlyList<KeyValuePair<string, string>> fields, int turn)
    {
        if (_isGet)
        {
            return new(HttpMethod.Get, $"{Action.Split('?')[0]}?{string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value.Length > 2000 ? field.Value[..2000] : field.Value)}"))}");
        }

        return new(HttpMethod.Post, Action) { Content = _takesFiles ? Multipart(fields, turn) : new FormUrlEncodedContent(fields) };
    }

    private (string Name, IReadOnlyList<KeyValuePair<string, string>> Fields) Forging(int turn)
    {
        var (name, value) = BadValues.Forged[turn % BadValues.Forged.Length];
        var all = With(field => !_texts.Contains(field), value);
        return (name, [.. all, .. Names.Except(all.Select(field => field.Key)).Except(_files).Select(field => KeyValuePair.Create(field, value))]);
    }

    private IReadOnlyList<KeyValuePair<string, string>> With(Func<string, bool> which, string value) =>
        [.. AsItIs.Select(field => field.Key != Token && which(field.Key) ? KeyValuePair.Create(field.Key, value) : field)];

    private MultipartFormDataContent Multipart(IReadOnlyList<KeyValuePair<string, string>> fields, int turn)
    {
        var sent = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            sent.Add(new StringContent(value), $"\"{name}\"");
        }

        foreach (var field in _files)
        {
            var (name, content) = BadValues.Files[turn % BadValues.Files.Length];
            var file = new ByteArrayContent(content);
            file.Headers.TryAddWithoutValidation("Content-Disposition",
                string.Concat(Encoding.UTF8.GetBytes($"form-data; name=\"{field}\"; filename=\"{name}\"").Select(octet => (char)octet)));
            sent.Add(file);
        }

        return sent;
    }

    private static IEnumerable<string> Elements(IDocument page, IHtmlFormElement form, Func<IElement, bool> which) =>
        page.FieldsOf(form).Where(which).Select(element => element.GetAttribute("name")).OfType<string>().Where(name => name.Length > 0).Distinct();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
