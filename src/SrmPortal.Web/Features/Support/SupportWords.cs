using Microsoft.Extensions.Localization;
using SrmPortal.Data.Accounts;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Web.Features.Support;

/// <summary>Questions, states and links in the reader's words.</summary>
internal static class SupportWords
{
    public static string Question(this IStringLocalizer<Texts> texts, CallerFact fact) => fact switch
    {
        CallerFact.TaxNumber => texts["What are the last four digits of your company’s tax number?"],
        CallerFact.ApplicationNumber => texts["What was the number of your company’s application?"],
        CallerFact.AccreditedOn => texts["On which day was your company accredited?"],
        CallerFact.Phone => texts["What are the last four digits of the phone that you gave to the portal?"],
        CallerFact.Position => texts["What is your position, as the portal has it?"],
        CallerFact.Colleague => texts["Who else works for your company on the portal?"],
        CallerFact.LastSignIn => texts["On which day did you sign in last?"],
        _ => texts["Called back on the number on file, and asked for this person"],
    };

    public static (string Kind, string Icon, string Text) State(this IStringLocalizer<Texts> texts, LostMasterState state) => state switch
    {
        LostMasterState.New => ("warn", "hourglass-split", texts["The letter is to be checked"]),
        LostMasterState.Checked => ("warn", "hourglass-split", texts["Waits for a second person"]),
        LostMasterState.Approved => ("warn", "hourglass-split", texts["Approved, access to be restored"]),
        LostMasterState.Done => ("ok", "check-circle-fill", texts["Access restored"]),
        _ => ("danger", "x-octagon-fill", texts["Refused"]),
    };

    public static (string Kind, string Icon, string Text) State(this IStringLocalizer<Texts> texts, AccountState state) => state switch
    {
        AccountState.Active => ("ok", "check-circle-fill", texts["Active"]),
        AccountState.NotActivated => ("warn", "hourglass-split", texts["Not activated"]),
        _ => ("mute", "lock", texts["Closed for good"]),
    };

    public static (string Kind, string Icon, string Text) State(this IStringLocalizer<Texts> texts, MembershipState state) => state switch
    {
        MembershipState.Active => ("ok", "check-circle-fill", texts["Active"]),
        MembershipState.PendingAcceptance => ("warn", "hourglass-split", texts["Has not agreed yet"]),
        MembershipState.BlockedByMaster => ("mute", "lock", texts["Blocked by a master user"]),
        _ => ("danger", "lock", texts["Blocked by the group"]),
    };

    /// <summary>Of somebody of a company: the block first, then whether the account is open at all.</summary>
    public static (string Kind, string Icon, string Text) State(this IStringLocalizer<Texts> texts, PersonOfCompany person) =>
        person.State is MembershipState.Active && person.Activated is not AccountState.Active ? texts.State(person.Activated) : texts.State(person.State);

    public static (string Kind, string Icon, string Text) State(this IStringLocalizer<Texts> texts, LinkState state) => state switch
    {
        LinkState.Valid => ("ok", "unlock", texts["Works"]),
        LinkState.Used => ("mute", "check-lg", texts["Used"]),
        LinkState.Expired => ("warn", "clock-history", texts["Expired"]),
        _ => ("mute", "x-circle", texts["Superseded"]),
    };

    public static (string Kind, string Icon, string Text) State(this IStringLocalizer<Texts> texts, DeliveryState state) => state switch
    {
        DeliveryState.Queued => ("warn", "hourglass-split", texts["Waits to be sent"]),
        DeliveryState.HandedOver => ("ok", "check-circle-fill", texts["Handed over to the mail server"]),
        DeliveryState.Refused => ("danger", "x-octagon-fill", texts["Refused by the mail server"]),
        DeliveryState.Bounced => ("danger", "x-octagon-fill", texts["Came back: the address doesn’t take mail"]),
        DeliveryState.AwaitsDigest => ("mute", "clock-history", texts["Waits for the daily digest"]),
        DeliveryState.InDigest => ("mute", "envelope", texts["In a daily digest"]),
        DeliveryState.PortalOnly => ("mute", "bell", texts["In the portal only, as the person wants it"]),
        _ => ("mute", "circle", texts["Not sent: there was nothing to tell any more"]),
    };

    public static string Purpose(this IStringLocalizer<Texts> texts, string purpose) =>
        purpose == AccountLinks.Activation.Name ? texts["Activation"]
        : purpose == AccountLinks.NewPassword.Name ? texts["New password"]
        : purpose == AccountLinks.Unlock.Name ? texts["Opening of sign-in"]
        : texts["Confirmation of a new address"];

    public static string From(this IStringLocalizer<Texts> texts, CounterKind kind) => kind switch
    {
        CounterKind.KnownBrowser => texts["from a browser that the person has used before"],
        CounterKind.Network => texts["from one network"],
        _ => texts["from all unknown browsers together"],
    };
}
