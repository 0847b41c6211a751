using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Mails;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Administration;

/// <summary>A mail as the portal words it.</summary>
/// <param name="Mail">Kind and variant: <c>CheckDecided.passed</c>.</param>
/// <param name="Language"><c>ru</c> or <c>en</c>.</param>
/// <param name="Letter">With placeholders in place of values.</param>
public sealed record MailOriginal(string Mail, string Language, Letter Letter)
{
    public IReadOnlyCollection<string> Names => Letter.Template!.Values.Names;

    public bool HasLink => Letter.Button is not null;

    public MailWording Wording => Letter.Wording();
}

/// <summary>The mails whose words can be changed, as the portal words them in a language.</summary>
public sealed class MailOriginals(IServiceProvider services) : IDeed
{
    /// <summary>Their names, in the order of the list.</summary>
    public IReadOnlyList<string> All() => [.. In(Language.Russian).Select(one => one.Mail).OrderBy(mail => MailTitles.Order(mail)).ThenBy(mail => mail, StringComparer.Ordinal)];

    public MailOriginal? Of(string mail, string language) => In(language).FirstOrDefault(one => one.Mail == mail);

    private IEnumerable<MailOriginal> In(string language) => Speaking.In(language, () => services.GetRequiredService<MailCatalogue>().All.SelectMany(one =>
        ((IMail)services.GetRequiredService(one.Mail)).Originals().Select(letter => new MailOriginal(letter.Template!.NameOf(one.Kind), language, letter))).ToArray());
}

/// <summary>Does something in another language than the reader's.</summary>
internal static class Speaking
{
    public static T In<T>(string language, Func<T> deed)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return deed();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    /// <summary>The culture flows with the task, so that it is set inside one.</summary>
    public static Task<T> In<T>(string language, Func<Task<T>> deed) => Task.Run(() =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return deed();
    });
}

/// <summary>Letters to somebody who does not exist, about a company that does not.</summary>
public sealed class SampleLetters(IServiceProvider services, IStringLocalizer<SrmPortal.Web.Mail.Texts> words, IOptions<PortalSettings> portal) : IDeed
{
    public Task<string> Html(MailOriginal original, MailWording wording) => Speaking.In(original.Language, () =>
    {
        var values = new LetterValues(original.Names.Select(name => (name, Sample(name))));
        var letter = (original.Letter with { Template = original.Letter.Template! with { Values = values } }).Said(wording);
        letter = letter with { Button = letter.Button is { } button ? button with { Url = portal.Value.PublicUrl } : null };
        var name = Language.IsRussian ? "Ковалёва Марина Сергеевна" : "Kovaleva Marina Sergeevna";
        return services.GetRequiredService<LetterView>().Html(new LetterPage(letter, new Recipient(name, "kovaleva@uraltrubsnab.example", original.Language, Scope.None), portal.Value, words));
    });

    private string Sample(string name)
    {
        string Said(string ru, string en) => Language.IsRussian ? ru : en;
        return name switch
        {
            "group" => portal.Value.GroupName,
            "privacy" => portal.Value.PublicUrl.TrimEnd('/') + "/personal-data",
            "sender" => services.GetRequiredService<IOptions<MailSettings>>().Value.From,
            "company" => Said("ООО «УралТрубСнаб»", "UralTrubSnab LLC"),
            "number" => "4718-2093",
            "days" => Said("7 дней", "7 days"),
            "due" => Shown.Deadline(new DateTime(2026, 12, 10, 15, 0, 0, DateTimeKind.Utc)),
            "check" => Said("Юридическая проверка", "Legal check"),
            "checks" => Said("Комплектность, Безопасность", "Completeness, Security"),
            "when" => Shown.Deadline(new DateTime(2026, 12, 3, 8, 0, 0, DateTimeKind.Utc)),
            "since" => Shown.Date(new DateOnly(2026, 11, 26)),
            "no" => "2",
            "all" => "4",
            "threat" => "Win.Test.EICAR_HDB-1",
            "file" => Said("Устав.pdf", "Charter.pdf"),
            _ => name,
        };
    }
}
