using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

/// <summary>
/// The texts that people agree to, each with its edition: <c>Consents/Terms-1-ru.txt</c>. The first line is the title, a blank line parts
/// paragraphs, <c>## </c> begins a heading. An edition that was ever in force stays; a change is a new file.
/// </summary>
public sealed class ConsentTexts(IOptions<PortalSettings> settings)
{
    public IReadOnlyDictionary<ConsentKind, int> Editions { get; } = Enum.GetValues<ConsentKind>().ToDictionary(kind => kind, Newest);

    /// <summary>The one in force, in the reader's language.</summary>
    public ConsentText Of(ConsentKind kind) => new(kind, Editions[kind], Language.Current,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(kind)))));

    /// <summary>As it is read and hashed.</summary>
    public string Text(ConsentKind kind)
    {
        using var stream = typeof(ConsentTexts).Assembly.GetManifestResourceStream(Resource(kind, Editions[kind], Language.Current))!;
        using var reader = new StreamReader(stream);
        var portal = settings.Value;
        return reader.ReadToEnd().ReplaceLineEndings("\n")
            .Replace("{operator}", portal.GroupName, StringComparison.Ordinal)
            .Replace("{portal}", portal.Title, StringComparison.Ordinal)
            .Replace("{email}", portal.Support.Email, StringComparison.Ordinal)
            .Replace("{phone}", portal.Support.ShownPhone, StringComparison.Ordinal).Trim().Normalize();
    }

    /// <summary>Its parts below headings, without what stands before the first.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<string> Paragraphs)> Sections(ConsentKind kind) =>
    [
        .. $"\n{Text(kind)}".Split("\n## ").Skip(1).Select(part => part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(lines => (lines[0], (IReadOnlyList<string>)lines[1..])),
    ];

    private static int Newest(ConsentKind kind) => Enumerable.Range(1, 1000)
        .TakeWhile(edition => typeof(ConsentTexts).Assembly.GetManifestResourceInfo(Resource(kind, edition, Language.Russian)) is not null).Last();

    private static string Resource(ConsentKind kind, int edition, string language) => $"SrmPortal.Web.Features.Registration.Consents.{kind}-{edition}-{language}.txt";
}
