using System.Reflection;
using SrmPortal.Domain.Wordings;

namespace SrmPortal.Web.Infrastructure.Wordings;

/// <summary>
/// A feature says which texts it has, and what each says until the administrator publishes another edition. Register it as a singleton:
/// <c>services.AddSingleton&lt;IShipsTexts, HelpTexts&gt;()</c>.
/// </summary>
public interface IShipsTexts
{
    /// <summary>Where the group stands in the administrator's list.</summary>
    int Order { get; }

    /// <summary>The heading of the group, in the reader's language.</summary>
    string Group { get; }

    /// <summary>In the order in which they are listed.</summary>
    IReadOnlyList<ShippedText> Texts { get; }

    /// <summary>What a text asks the portal to fill in and the portal doesn't know, in the reader's language.</summary>
    IEnumerable<string> NotFilled(TextWording wording) => [];

    /// <summary>With what the texts of this group alone take from the portal, in the reader's language.</summary>
    string Filled(string text) => text;
}

/// <summary>A text as it comes with the portal.</summary>
/// <param name="Key">For ever the same: <c>terms</c>, <c>legal/tender</c>, <c>help/first-steps</c>. Lower case, at most one slash.</param>
/// <param name="Words">Both languages. <c>{operator}</c>, <c>{portal}</c>, <c>{email}</c> and <c>{phone}</c> are filled from the settings when it is read.</param>
public sealed record ShippedText(string Key, TextWords Words)
{
    /// <summary>Grows when a release of the portal brings another wording that people must agree to.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>In UTC.</summary>
    public DateTime Since { get; init; } = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Whether people agree to it: what they have read is then kept word by word, and they may be asked again.</summary>
    public bool IsAgreement { get; init; }

    /// <summary>The address of the page where it is read; <c>{0}</c> is where a page of a single edition has its number. Null: it stands on other pages only.</summary>
    public string? Page { get; init; }

    public TextStanding Standing => new(Edition, Edition, Words);

    /// <summary>Two Markdown files among the resources of an assembly: <c>…/Terms-ru.md</c>, <c>…/Terms-en.md</c>; the first line is the title.</summary>
    public static TextWords Read(Assembly assembly, string resource) => new(File(assembly, $"{resource}-ru.md"), File(assembly, $"{resource}-en.md"));

    private static TextWording File(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no {name}.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Normalize().Trim().Split('\n', 2);
        return new TextWording(lines[0].TrimStart('#', ' '), lines[^1].Trim());
    }
}
