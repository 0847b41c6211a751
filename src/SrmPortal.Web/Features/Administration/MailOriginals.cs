using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Administration;

/// <summary>A mail as the portal words it.</summary>
/// <param name="Kind">Of the mail: <c>CheckDecided</c>.</param>
/// <param name="Language"><c>ru</c> or <c>en</c>.</param>
/// <param name="Letter">With placeholders in place of values.</param>
public sealed record MailOriginal(string Kind, string Language, Letter Letter)
{
    /// <summary>Kind and variant: <c>CheckDecided.passed</c>.</summary>
    public string Mail => Letter.Template!.NameOf(Kind);

    public IReadOnlyCollection<string> Names => Letter.Template!.Values.Names;

    public bool HasLink => Letter.Button is not null;

    public MailWording Wording => Letter.Wording();
}

/// <summary>The mails whose words can be changed, as the portal words them in a language.</summary>
public sealed class MailOriginals(IServiceProvider services) : IDeed
{
    public IReadOnlyList<string> All() => [.. In(Language.Russian).Select(one => one.Mail)];

    public MailOriginal? Of(string mail, string language) => language is Language.Russian or Language.English ? In(language).FirstOrDefault(one => one.Mail == mail) : null;

    private IEnumerable<MailOriginal> In(string language) => Speaking.In(language, () => services.GetRequiredService<MailCatalogue>().All.SelectMany(one =>
        ((IMail)services.GetRequiredService(one.Mail)).Originals().Select(letter => new MailOriginal(one.Kind, language, letter))).ToArray());
}

/// <summary>Letters to somebody who does not exist, about a company that does not.</summary>
public sealed class SampleLetters(IServiceProvider services, IStringLocalizer<SrmPortal.Web.Mail.Texts> words, IOptions<PortalSettings> portal) : IDeed
{
    public Task<string> Html(MailOriginal original, MailWording wording) => Speaking.In(original.Language, () =>
    {
        var mail = (IMail)services.GetRequiredService(services.GetRequiredService<MailCatalogue>().Of(original.Kind));
        var values = ActivatorUtilities.CreateInstance<SampleValues>(services).Of(original.Names);
        var letter = mail.OnSample(original.Letter);
        letter = (letter with { Template = letter.Template! with { Values = values } }).Said(wording);
        letter = letter with { Button = letter.Button is { } button ? button with { Url = portal.Value.PublicUrl } : null };
        return services.GetRequiredService<LetterView>().Html(new LetterPage(letter, SampleData.Recipient, portal.Value, words));
    });
}
