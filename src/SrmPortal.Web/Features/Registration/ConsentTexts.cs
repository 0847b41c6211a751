using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Wordings;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Registration;

/// <summary>The texts that people agree to, each with its edition.</summary>
public sealed class ConsentTexts(TextsInForce texts)
{
    private static readonly ConsentKind[] Kinds = Enum.GetValues<ConsentKind>();

    /// <summary>Of each: who has agreed to this edition or a later one has agreed.</summary>
    public IReadOnlyDictionary<ConsentKind, int> Editions => Kinds.ToDictionary(kind => kind, kind => texts.AcceptedFrom(Key(kind)));

    public static string Key(ConsentKind kind) => kind switch
    {
        ConsentKind.Terms => "terms",
        ConsentKind.PersonalData => "personal-data",
        _ => "people-informed",
    };

    /// <summary>The one in force, in the reader's language.</summary>
    public ConsentText Of(ConsentKind kind)
    {
        var text = Text(kind);
        return new ConsentText(kind, text.Edition, text.Language, text.Hash);
    }

    public TextInForce Text(ConsentKind kind) => texts.Of(Key(kind))!;

    /// <summary>Its parts below headings, without what stands before the first.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<string> Paragraphs)> Sections(ConsentKind kind) => Sections(Text(kind).Words);

    /// <summary>The heading, as the portal ships it, of the section of the notice that tells from whom the data come: mails name the company there.</summary>
    public string FromWhom => Sections(texts.Shipped(Key(ConsentKind.PeopleInformed))!.Words.In(Language.Current))[1].Heading;

    private static IReadOnlyList<(string Heading, IReadOnlyList<string> Paragraphs)> Sections(TextWording wording) =>
    [
        .. $"\n{wording.Body}".Split("\n## ").Skip(1).Select(part => part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(lines => lines.Length > 0).Select(lines => (MarkdownText.Plain(lines[0]), (IReadOnlyList<string>)[.. lines[1..].Select(MarkdownText.Plain)])),
    ];
}

/// <summary>What people agree to, as it comes with the portal.</summary>
internal sealed class ShippedConsents(Microsoft.Extensions.Localization.IStringLocalizer<Texts> texts) : IShipsTexts
{
    public int Order => 10;

    public string Group => texts["Agreements and consents"];

    public IReadOnlyList<ShippedText> Texts { get; } =
    [
        .. Enum.GetValues<ConsentKind>().Select(kind => new ShippedText(ConsentTexts.Key(kind), ShippedText.Read(typeof(ConsentTexts).Assembly, $"SrmPortal.Web.Features.Registration.Consents.{kind}"))
        {
            IsAgreement = true,
            Page = $"/{ConsentTexts.Key(kind)}/{{0}}",
        }),
    ];
}
