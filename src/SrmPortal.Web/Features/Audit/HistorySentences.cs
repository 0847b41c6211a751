using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Audit;

/// <summary>What the portal is about, for finding in its history.</summary>
public enum HistoryArea { Access, People, Registration, Accreditation, Company, Events, Offers, Award, Support, Administration, Portal }

/// <summary>How one kind of happening is told.</summary>
/// <param name="Area">What it is about.</param>
/// <param name="Action">The event's type.</param>
/// <param name="English">A sentence; what stands in braces is a property of the event.</param>
/// <param name="Russian">The same.</param>
public sealed record HistorySentence(HistoryArea Area, string Action, string English, string Russian)
{
    public string Said => Language.IsRussian ? Russian : English;

    /// <summary>For a list to choose from: without what changes from one to the next.</summary>
    public string Title => HistorySentences.Blank(Said);
}

/// <summary>
/// A sentence for everything that is recorded, in both languages, side by side in <c>Sentences.tsv</c>; the words for states in
/// <c>Values.tsv</c>. A test finds an event that has none.
/// </summary>
public static partial class HistorySentences
{
    /// <summary>What was recorded by a former version of the portal, and is written no more, is told by its name.</summary>
    private static readonly FrozenDictionary<string, HistorySentence> ByAction =
        Table("Sentences").Select(line => new HistorySentence(Enum.Parse<HistoryArea>(line[0], ignoreCase: true), line[1], line[2], line[3])).ToFrozenDictionary(one => one.Action);

    private static readonly FrozenDictionary<string, (string English, string Russian)> Values = Table("Values").ToFrozenDictionary(line => line[0], line => (line[1], line[2]));

    private static readonly FrozenDictionary<string, FrozenDictionary<string, Type>> Properties = typeof(DomainEvent).Assembly.GetTypes().Concat(typeof(HistorySentences).Assembly.GetTypes())
        .Concat(typeof(Data.PortalDbContext).Assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract)
        .ToFrozenDictionary(type => type.Name, type => type.GetProperties().ToFrozenDictionary(one => one.Name, one => Nullable.GetUnderlyingType(one.PropertyType) ?? one.PropertyType));

    public static IReadOnlyCollection<HistorySentence> All => ByAction.Values;

    public static IEnumerable<string> ActionsOf(HistoryArea area) => All.Where(one => one.Area == area).Select(one => one.Action);

    public static HistorySentence? Of(string action) => ByAction.GetValueOrDefault(action);

    /// <summary>The word for a state, for example <c>CaseState.Approved</c>; null where there is none.</summary>
    public static string? Word(string value) => Values.TryGetValue(value, out var words) ? (Language.IsRussian ? words.Russian : words.English) : null;

    /// <summary>The keys of people and companies that a record's sentence names.</summary>
    public static IEnumerable<(bool IsCompany, long Id)> Named(string action, JsonElement details) => Of(action) is not { } sentence ? [] : Braces().Matches(sentence.English)
        .Select(match => match.Groups[1].Value).Where(name => IsKey(name) && details.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number)
        .Select(name => (name == "SupplierId", details.GetProperty(name).GetInt64()));

    /// <param name="action">The event's type.</param>
    /// <param name="subject">What it happened to, as people know it.</param>
    /// <param name="details">The event.</param>
    /// <param name="name">What a person or a company is called.</param>
    public static string Tell(string action, string subject, JsonElement details, Func<bool, long, string> name) => Of(action) is not { } sentence ? $"{action}: {subject}"
        : Braces().Replace(sentence.Said, match => match.Groups[1].Value switch
        {
            "Subject" => subject,
            var property when details.TryGetProperty(property, out var value) => Written(value, property, Properties[action][property], name),
            _ => Shown.None,
        });

    internal static string Blank(string sentence)
    {
        var blank = Separators().Replace(Braces().Replace(sentence, "…"), "");
        return char.ToUpper(blank[0], CultureInfo.CurrentCulture) + blank[1..];
    }

    private static string Written(JsonElement value, string property, Type type, Func<bool, long, string> name) => value.ValueKind switch
    {
        JsonValueKind.Null => Shown.None,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(one => one.ToString())),
        JsonValueKind.Number when IsKey(property) => name(property == "SupplierId", value.GetInt64()),
        _ when type == typeof(DateTime) => Shown.DateTime(DateTime.SpecifyKind(value.GetDateTime(), DateTimeKind.Utc)),
        _ when type == typeof(DateOnly) => Shown.Date(DateOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
        _ when type == typeof(StaffRoles) => Roles.Named(Enum.Parse<StaffRoles>(value.GetString()!), Language.Current),
        _ when type.IsEnum => Word($"{type.Name}.{value.GetString()}") ?? value.GetString()!,
        _ => value.ToString(),
    };

    private static bool IsKey(string property) => property.EndsWith("Id", StringComparison.Ordinal);

    private static IEnumerable<string[]> Table(string name)
    {
        using var resource = typeof(HistorySentences).Assembly.GetManifestResourceStream($"SrmPortal.Web.Features.Audit.{name}.tsv")!;
        using var reader = new StreamReader(resource);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'))];
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    internal static partial Regex Braces();

    [GeneratedRegex(@"^…[:,]? |[:,] …$")]
    private static partial Regex Separators();
}
