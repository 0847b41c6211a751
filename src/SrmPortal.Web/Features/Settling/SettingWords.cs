using System.Globalization;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Administration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Settling;

/// <summary>What a setting is called, what it does and how its value reads.</summary>
public sealed class SettingWords(IStringLocalizer<Texts> texts, string currency)
{
    public string Name(Setting setting) => setting.Name switch
    {
        "notice" => texts["From publishing to the deadline, at least"],
        "amendment-days" => texts["After a material amendment, at least"],
        "publishing-threshold" => texts["Publishing needs an approver above"],
        "award-threshold" => texts["A decision needs an approver above"],
        "threshold-currency" => texts["Currency of both limits"],
        "wrong-passwords" => texts["Wrong passwords in a row"],
        "lock-out-minutes" => texts["Signing in is closed for"],
        "wrong-passwords-of-strangers" => texts["Wrong passwords of all unknown browsers together"],
        "anonymous-forms" => texts["Forms of one network in a minute"],
        "session-idle" => texts["A session without a step ends after"],
        "session-hours" => texts["A session lasts at most"],
        "second-step" => texts["Two-step sign-in is a must for"],
        "user-name-prefix" => texts["User names begin with"],
        "mail-per-host" => texts["Mails to one host in a minute, at most"],
        "digest-hour" => texts["The daily digest comes at"],
        "unopened-days" => texts["What was never opened is destroyed after"],
        "rejected-days" => texts["An application that came to nothing is destroyed after"],
        "record-years" => texts["Events, offers, receipts and the history are destroyed after"],
        _ => throw new InvalidOperationException($"The setting {setting.Name} has no name for people."),
    };

    public string Effect(Setting setting) => setting.Name switch
    {
        "notice" => texts["A buyer can’t publish with less time. Rounds that are published already keep their deadline."],
        "amendment-days" => texts["If less is left, the deadline has to be extended with the amendment."],
        "publishing-threshold" => texts["By the value of the round or the estimate without VAT, whichever is larger."],
        "award-threshold" => texts["By the sum that is awarded, without VAT."],
        "threshold-currency" => texts["Rounds in another currency are converted by their published rates; without a rate an approver is always needed."],
        "wrong-passwords" => texts["Counted for each browser and network; who has signed in there before is counted apart."],
        "lock-out-minutes" => texts["The holder gets a mail with a link that unlocks at once. Sessions that are open go on."],
        "wrong-passwords-of-strangers" => texts["Then signing in is closed for browsers that the account doesn’t know; the holder’s own go on."],
        "anonymous-forms" => texts["Signing in, forgotten password, registration. Whoever sends more is asked to wait."],
        "session-idle" => texts["A warning comes 5 minutes before; what was typed is kept. A shorter time counts for open sessions too."],
        "session-hours" => texts["Then one signs in again, whatever one was doing; the form comes back filled."],
        "second-step" => texts["Who lacks it is led to set it up at the next step in the portal."],
        "user-name-prefix" => texts["Before nine digits. User names that exist stay as they are."],
        "mail-per-host" => texts["A host is what follows the at sign in an address. What is over waits for the next minute; nothing is lost."],
        "digest-hour" => texts["In each person’s own time zone, else in Moscow’s. Who has chosen a digest for some notices gets them then."],
        "unopened-days" => texts["Counted from the deadline of a round that has come to its end; destroyed together with its key."],
        "rejected-days" => texts["Rejected, withdrawn and expired ones, with their documents and the notes of the desk; counted from their end."],
        "record-years" => texts["Counted from the end of an event; of the history and of notices from their day."],
        _ => throw new InvalidOperationException($"The setting {setting.Name} has no effect for people."),
    };

    /// <summary>Beside the field; null where there is none.</summary>
    public string? Unit(Setting setting) => setting.Unit switch
    {
        SettingUnit.Minutes => texts["min"],
        SettingUnit.Hours => texts["h"],
        SettingUnit.Days => texts["days"],
        SettingUnit.WorkingDays => texts["working days"],
        SettingUnit.Years => texts["years"],
        SettingUnit.Currency => Shown.Currency(currency),
        _ => null,
    };

    /// <summary>A kept value with its unit: <c>24 h</c>, <c>10 000 000 ₽</c>.</summary>
    public string Value(Setting setting, string kept) => setting.Kind switch
    {
        SettingKind.Choices => kept.Length == 0 ? texts["nobody"] : string.Join(", ", kept.Split(", ").Select((role, no) => no == 0 ? Role(role) : Lower(Role(role)))),
        SettingKind.WholeNumber or SettingKind.Amount when Number(kept) is { } number =>
            Shown.Number(number, decimal.IsInteger(number) ? 0 : 2) + (Unit(setting) is { } unit ? "\u00A0" + unit : ""),
        _ => kept,
    };

    public string Role(string role) => role switch
    {
        AllSettings.MasterUsers => texts["Master users of suppliers"],
        AllSettings.EverybodyOfASupplier => texts["Everybody of a supplier"],
        _ => Roles.Named(Enum.Parse<StaffRoles>(role, ignoreCase: true), Language.Current),
    };

    /// <summary>As a field shows it, and takes it back in either language: groups are parted by no-break spaces.</summary>
    public static string[] Typed(Setting setting, string kept) => setting.Kind switch
    {
        SettingKind.Choices => kept.Split(", ", StringSplitOptions.RemoveEmptyEntries),
        SettingKind.WholeNumber or SettingKind.Amount when Number(kept) is { } number => [number.ToString("#,##0.##", new NumberFormatInfo
        {
            NumberGroupSeparator = "\u00A0",
            NumberDecimalSeparator = CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator,
        })],
        _ => [kept],
    };

    private static decimal? Number(string kept) => decimal.TryParse(kept, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Lower(string name) => char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..];
}
