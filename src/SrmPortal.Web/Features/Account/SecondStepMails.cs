using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Account;

/// <summary>The second step was switched on or off: the holder knows whether that was so.</summary>
public sealed class SecondStepChangedMail(IStringLocalizer<Texts> texts) : MailOf<SecondStepChanged>
{
    private const string On = "on", Off = "off";

    protected override IEnumerable<Letter> Originals() => [Words(On, LetterValues.Places("user")), Words(Off, LetterValues.Places("user"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(SecondStepChanged told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.AccountId)]);

    protected override Task<Letter?> Write(SecondStepChanged told, Recipient recipient, MailLinks links) =>
        Task.FromResult<Letter?>(AccountFacts.Around(Words(told.IsOn ? On : Off, new(("user", told.Subject))), texts, told.Subject, links.To("/profile/two-step"), isImportant: !told.IsOn));

    protected override Letter OnSample(Letter original) => AccountFacts.Around(original, texts, SampleData.UserName, "", isImportant: false);

    private Letter Words(string variant, LetterValues values) => new(
        variant is On ? texts["Two-step sign-in is on: {0}", values["user"]] : texts["Two-step sign-in is off: {0}", values["user"]],
        variant is On ? texts["Two-step sign-in is on"] : texts["Two-step sign-in is off"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs =
        [
            variant is On ? texts["From now on the portal asks for a code from the app after the password."]
                : texts["The portal does not ask for a code from the app any more; the password alone lets you in."],
        ],
        Button = new LetterButton(texts["Two-step sign-in"], ""),
        Notes = [texts["It was not you? Set a new password at once by “Forgotten the password?” on the sign-in page, and tell the support."]],
    };
}

/// <summary>Somebody came in without the app.</summary>
public sealed class RecoveryCodeUsedMail(IStringLocalizer<Texts> texts) : MailOf<RecoveryCodeUsed>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("user", "left"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(RecoveryCodeUsed told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.AccountId)]);

    protected override Task<Letter?> Write(RecoveryCodeUsed told, Recipient recipient, MailLinks links) => Task.FromResult<Letter?>(AccountFacts.Around(
        Words(new(("user", told.Subject), ("left", Shown.Number(told.Left)))), texts, told.Subject, links.To("/profile/two-step"), isImportant: true));

    protected override Letter OnSample(Letter original) => AccountFacts.Around(original, texts, SampleData.UserName, "", isImportant: true);

    private Letter Words(LetterValues values) => new(texts["A recovery code was used: {0}", values["user"]], texts["A recovery code was used"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["Somebody, we hope you, signed in by a recovery code instead of the app. Codes left: {0}.", values["left"]]],
        Button = new LetterButton(texts["Two-step sign-in"], ""),
        Notes =
        [
            texts["Is the phone lost? Move the second step to another one, and make new recovery codes."],
            texts["It was not you? Set a new password at once by “Forgotten the password?” on the sign-in page, and tell the support."],
        ],
    };
}

/// <summary>Wrong codes after the right password: somebody else may know it.</summary>
public sealed class SecondStepLockedMail(IStringLocalizer<Texts> texts) : MailOf<SecondStepLocked>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("user", "due"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(SecondStepLocked told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.AccountId)]);

    protected override Task<Letter?> Write(SecondStepLocked told, Recipient recipient, MailLinks links) => Task.FromResult<Letter?>(AccountFacts.Around(
        Words(new(("user", told.Subject), ("due", Shown.Deadline(told.Until)))), texts, told.Subject, links.To("/forgotten"), isImportant: true));

    protected override Letter OnSample(Letter original) => AccountFacts.Around(original, texts, SampleData.UserName, "", isImportant: true);

    private Letter Words(LetterValues values) => new(texts["Wrong codes for {0}", values["user"]], texts["Somebody knows your password"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs =
        [
            texts["The right password was entered for your account, and after it several wrong codes. For the place they came from signing in is closed until {0}.", values["due"]],
            texts["Without a code nobody has come in. If it was not you, set a new password now."],
        ],
        Button = new LetterButton(texts["Set a new password"], ""),
        Notes = [texts["Was it you? Then look whether the time of the phone is right: the codes depend on it."]],
    };
}
