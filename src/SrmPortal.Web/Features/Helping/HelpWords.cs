using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Administration;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Helping;

/// <summary>
/// Fills in what an article takes from the portal itself, so that it stays true: <c>{ui:Offers/Submit the offer}</c> is a button as its page
/// names it, <c>{nav:/events}</c> an entry of the menu, <c>{state:Closed}</c>, <c>{offer:Saved}</c> and <c>{kind:Tender}</c> are names of
/// states and kinds, <c>{rule:offer.place-missing}</c> is a message, <c>{setting:notice}</c> a setting in force, <c>{fact:largest-file}</c>
/// another fact. What is none of these stands as it was written.
/// </summary>
public sealed partial class HelpWords(IStringLocalizerFactory texts, IConfiguration configuration, IOptions<MailSettings> mail, IOptions<FileSettings> files, PagesThatExist pages)
{
    public string Filled(string text) => Placeholder().Replace(text, found => Of(found.Groups["kind"].Value, found.Groups["name"].Value) ?? found.Value);

    /// <summary>Those of a text that mean nothing.</summary>
    public IEnumerable<string> Unknown(string text) =>
        Placeholder().Matches(text).Where(found => Of(found.Groups["kind"].Value, found.Groups["name"].Value) is null).Select(found => found.Value);

    /// <summary>What the menu calls this page; null: no menu leads there.</summary>
    public string? Menu(string address) => pages.Has(address) ? Navigation.TextOf(address) : null;

    private string? Of(string kind, string name) => kind switch
    {
        "ui" => Quoted(Label(name)),
        "rule" => Quoted(Localized($"Infrastructure.Rules.{name.Split('.')[0]}", name)),
        "nav" => Quoted(Menu(name)),
        "state" => Enum.TryParse<RoundState>(name, out var state) ? Quoted(EventWords.State(state)) : null,
        "offer" => Enum.TryParse<OfferState>(name, out var offer) ? Quoted(Events.OfferWords.State(offer)) : null,
        "kind" => Enum.TryParse<EventKind>(name, out var kindOfEvent) ? EventWords.Kind(kindOfEvent) : null,
        "setting" => AllSettings.InOrder.SingleOrDefault(setting => setting.Name == name) is { } setting ? Value(setting) : null,
        "fact" => name switch
        {
            "largest-file" => Shown.Number(files.Value.LargestFile / FileSettings.MegaByte),
            "mail-from" => mail.Value.From,
            "support-email" => configuration["Portal:Support:Email"],
            "access-link" => Lasting(AccountLinks.Activation.ValidFor),
            "password-link" => Lasting(AccountLinks.NewPassword.ValidFor),
            "idle-draft" => Lasting(TimeSpan.FromDays(SupplierRegistration.DaysIdle)),
            "erasing" => Lasting(TimeSpan.FromDays(UserAccount.DaysToErase)),
            "new-master-waits" => Lasting(LostMasterCase.HeldFor),
            "second-opener" => Lasting(Round.ConfirmationLasts),
            "practice-lasts" => Lasting(Round.PracticeLasts),
            "practice-kept" => Lasting(Round.PracticeKept),
            _ => null,
        },
        _ => null,
    };

    /// <summary><c>Offers/Submit the offer</c>: of a feature, by its English words. In English these are the label; in Russian they must be known.</summary>
    private string? Label(string name)
    {
        var parts = name.Split('/', 2);
        return parts is [var feature, var words] ? Localized($"Features.{feature}.Texts", words) ?? (Language.IsRussian ? null : words) : null;
    }

    private string? Localized(string resource, string name) =>
        texts.Create($"SrmPortal.Web.{resource}", typeof(HelpWords).Assembly.GetName().Name!)[name] is { ResourceNotFound: false } found ? found.Value : null;

    private string Value(Setting setting)
    {
        var kept = setting.Normal(configuration[setting.Key] ?? setting.Default);
        return decimal.TryParse(kept, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Shown.Number(number, decimal.IsInteger(number) ? 0 : 2) : kept;
    }

    private static string? Lasting(TimeSpan? time) => time switch
    {
        { TotalHours: > 24 } days => Plural.Of((long)days.TotalDays, Language.IsRussian ? "{0} день|{0} дня|{0} дней" : "{0} day|{0} days"),
        { } hours => Plural.Of((long)hours.TotalHours, Language.IsRussian ? "{0} час|{0} часа|{0} часов" : "{0} hour|{0} hours"),
        null => null,
    };

    private static string? Quoted(string? words) => words is null ? null
        : $"{(Language.IsRussian ? '«' : '“')}{Mark().Replace(Value().Replace(words, "…").Replace("….", "…", StringComparison.Ordinal), @"\$0")}{(Language.IsRussian ? '»' : '”')}";

    [GeneratedRegex(@"\{(?<kind>[a-z]+):(?<name>(?:[^{}]|\{[0-9]\})+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Value();

    // What Markdown would take for a mark.
    [GeneratedRegex(@"[\\`*_\[\]<>#|]")]
    private static partial Regex Mark();
}
