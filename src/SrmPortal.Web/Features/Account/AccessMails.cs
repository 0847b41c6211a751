using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Account;

/// <summary>User name and activation link, and the notice whose data the portal has from whom.</summary>
public sealed class AccessMail(PortalDbContext db, IStringLocalizer<Texts> texts, ConsentTexts consents, IOptions<PortalSettings> portal) : MailOf<AccessSent>
{
    private const string Company = "company", Group = "group";

    protected override IEnumerable<Letter> Originals() => [Words(Company, LetterValues.Places("user", "company")), Words(Group, LetterValues.Places("user"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(AccessSent told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>(occasion.AggregateId is { } account ? [Addressee.Person(account)] : []);

    protected override async Task<Letter?> Write(AccessSent told, Recipient recipient, MailLinks links)
    {
        if (recipient.PersonId is not { } account || !await db.Accounts.AnyAsync(a => a.Id == account && a.State == AccountState.NotActivated))
        {
            return null;
        }

        var company = await db.Suppliers.Where(s => s.Id == told.SupplierId).Select(s => s.Name).SingleOrDefaultAsync();
        var words = company is null ? Words(Group, new(("user", told.Subject))) : Words(Company, new(("user", told.Subject), ("company", company)));
        return Around(words, told.Subject, recipient.Email, company) with
        {
            Button = words.Button! with { Url = await links.Secret(AccountLinks.Activation, account, "/activate/{0}") },
            Path = "/profile",
        };
    }

    protected override Letter OnSample(Letter original) =>
        Around(original, SampleData.UserName, SampleData.Email, original.Template!.Variant is Company ? SampleData.Company : null);

    private Letter Around(Letter words, string user, string email, string? company) => words with
    {
        Facts = [AccountFacts.User(texts, user), new Fact(texts["E-mail"], email)],
        Legal = company is null
            ? [texts["The portal keeps your name, position, phone and e-mail, which {0} gave, so that you can take part in its purchasing. You may see and correct them in your profile, and ask the support what is kept of you.", portal.Value.GroupName]]
            : [.. PersonNotice.Of(consents, texts, company)],
        ListText = texts["User name {0}", user],
    };

    private Letter Words(string variant, LetterValues values) => new(texts["Your access to the supplier portal: {0}", values["user"]], texts["Your access to the portal"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs =
        [
            variant is Group ? texts["An account has been opened for you on the portal."]
                : texts["{0} has named you as the person who works for it on the portal. An account has been opened for you.", values["company"]],
            texts["Set a password to begin. Only you know it: nobody sends or asks for it."],
        ],
        Button = new LetterButton(texts["Set a password"], ""),
        Notes = [texts["The link works for 7 days, once. A newer one makes it invalid."]],
    };
}

/// <summary>For somebody who has an account already: another company asks.</summary>
public sealed class MembershipOfferedMail(PortalDbContext db, IStringLocalizer<Texts> texts, ConsentTexts consents) : MailOf<MembershipOffered>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company", "user"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(MembershipOffered told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.AccountId)]);

    protected override async Task<Letter?> Write(MembershipOffered told, Recipient recipient, MailLinks links)
    {
        var company = await db.Memberships
            .Where(m => m.AccountId == told.AccountId && m.SupplierId == told.SupplierId && m.State == MembershipState.PendingAcceptance)
            .Join(db.Suppliers, m => m.SupplierId, s => s.Id, (_, s) => s.Name).SingleOrDefaultAsync();
        if (company is null)
        {
            return null;
        }

        var words = Words(new(("company", company), ("user", told.Subject)));
        return Around(words, company) with { Button = words.Button! with { Url = links.To("/choose-company") }, Path = "/choose-company" };
    }

    protected override Letter OnSample(Letter original) => Around(original, SampleData.Company);

    private Letter Around(Letter words, string company) => words with { Legal = [.. PersonNotice.Of(consents, texts, company)], ListText = company };

    private Letter Words(LetterValues values) => new(texts["{0} asks you to work for it on the portal", values["company"]], texts["Another company asks for you"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs =
        [
            texts["{0} has named you as the person who works for it on the portal. Nothing changes until you agree.", values["company"]],
            texts["Sign in as before, with your user name {0} and your password, and answer there.", values["user"]],
        ],
        Button = new LetterButton(texts["Answer"], ""),
    };
}

/// <summary>The way back in. It names the user name, since that is what people forget too.</summary>
public sealed class NewPasswordMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<NewPasswordAsked>
{
    private const string First = "first", FirstByMaster = "first-by-master", Asked = "asked", ByMaster = "by-master", ByGroup = "by-group", BySupport = "by-support";

    protected override IEnumerable<Letter> Originals() => new[] { Asked, ByMaster, ByGroup, BySupport, First, FirstByMaster }.Select(variant => Words(variant, LetterValues.Places("user")));

    /// <summary>Nobody for a name that nobody has, nor for an account whose holder has not been let in yet.</summary>
    protected override async Task<IReadOnlyList<Addressee>> Addressees(NewPasswordAsked told, Occasion occasion) =>
        await db.Accounts.AnyAsync(a => a.Id == told.AccountId && (a.State == AccountState.Active || (a.State == AccountState.NotActivated && a.AccessSentAt != null)))
            ? [Addressee.Person(told.AccountId!.Value)] : [];

    protected override async Task<Letter?> Write(NewPasswordAsked told, Recipient recipient, MailLinks links)
    {
        var account = told.AccountId ?? 0;
        var known = await db.Accounts.Where(a => a.Id == account).Select(a => new { IsFirst = a.State == AccountState.NotActivated, a.IsStaff }).SingleOrDefaultAsync();
        var isFirst = known is { IsFirst: true };
        var variant = told switch
        {
            _ when isFirst => told.ByMaster ? FirstByMaster : First,
            { BySupport: true } => BySupport,
            { ByMaster: true } => known is { IsStaff: true } ? ByGroup : ByMaster,
            _ => Asked,
        };
        var words = Words(variant, new(("user", told.Subject)));
        return AccountFacts.Around(words, texts, told.Subject) with
        {
            Button = words.Button! with
            {
                Url = isFirst ? await links.Secret(AccountLinks.Activation, account, "/activate/{0}") : await links.Secret(AccountLinks.NewPassword, account, "/new-password/{0}"),
            },
            Path = "/profile",
        };
    }

    protected override Letter OnSample(Letter original) => AccountFacts.Around(original, texts, SampleData.UserName);

    private Letter Words(string variant, LetterValues values)
    {
        var isFirst = variant is First or FirstByMaster;
        return new Letter(texts["New password for {0}", values["user"]], isFirst ? texts["Set your first password"] : texts["Set a new password"])
        {
            Template = new LetterTemplate(variant, values),
            Paragraphs =
            [
                variant is ByMaster or FirstByMaster ? texts["The master user of your company has started this for you. Nobody but you sets or knows the password."]
                    : variant is ByGroup ? texts["An administrator of the portal has started this for you. Nobody but you sets or knows the password."]
                    : variant is BySupport ? texts["The support has started this for you after your call. Nobody but you sets or knows the password."]
                    : texts["Somebody, we hope you, asked for a new password on the portal."],
            ],
            Button = new LetterButton(texts["Set a password"], ""),
            Notes =
            [
                isFirst ? texts["The link works for 7 days, once. A newer one makes it invalid."] : texts["The link works for 1 hour, once. A newer one makes it invalid."],
                texts["It was not you? Then nothing needs to be done: without the link nothing changes, and your password works as before."],
            ],
        };
    }
}

public sealed class PasswordSetMail(IStringLocalizer<Texts> texts) : MailOf<PasswordSet>
{
    private const string First = "first", Changed = "changed";

    protected override IEnumerable<Letter> Originals() => [Words(First, LetterValues.Places("user")), Words(Changed, LetterValues.Places("user"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(PasswordSet told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>(occasion.AggregateId is { } account ? [Addressee.Person(account)] : []);

    protected override Task<Letter?> Write(PasswordSet told, Recipient recipient, MailLinks links)
    {
        var words = Words(told.IsFirst ? First : Changed, new(("user", told.Subject)));
        return Task.FromResult<Letter?>(AccountFacts.Around(words, texts, told.Subject) with
        {
            Button = words.Button! with { Url = links.To("/sign-in") },
            Path = "/profile",
            IsImportant = !told.IsFirst,
        });
    }

    protected override Letter OnSample(Letter original) => AccountFacts.Around(original, texts, SampleData.UserName);

    private Letter Words(string variant, LetterValues values) => new(
        variant is First ? texts["Your account is active: {0}", values["user"]] : texts["Your password was changed: {0}", values["user"]],
        variant is First ? texts["Your account is active"] : texts["Your password was changed"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs =
        [
            variant is First ? texts["The first password was set. From now on you sign in with user name or e-mail and this password."]
                : texts["A new password was set, all sessions begun with the old one have ended."],
        ],
        Button = new LetterButton(texts["Sign in"], ""),
        Notes = [texts["It was not you? Set a new password at once by “Forgotten the password?” on the sign-in page, and tell the support."]],
    };
}

/// <summary>Signing in was closed for a place from which wrong passwords came; the holder opens it.</summary>
public sealed class SignInLockedMail(IStringLocalizer<Texts> texts) : MailOf<SignInLocked>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("user", "due"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(SignInLocked told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>(told.AccountId is { } account ? [Addressee.Person(account)] : []);

    protected override async Task<Letter?> Write(SignInLocked told, Recipient recipient, MailLinks links)
    {
        var words = Words(new(("user", told.Subject), ("due", Shown.Deadline(told.Until))));
        return AccountFacts.Around(words, texts, told.Subject) with
        {
            Button = words.Button! with { Url = await links.Secret(AccountLinks.Unlock, told.AccountId ?? 0, "/unlock/{0}") },
            Path = "/profile",
            IsImportant = true,
        };
    }

    protected override Letter OnSample(Letter original) => AccountFacts.Around(original, texts, SampleData.UserName);

    private Letter Words(LetterValues values) => new(texts["Wrong passwords for {0}", values["user"]], texts["Somebody typed wrong passwords"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs =
        [
            texts["Several wrong passwords were typed for your account. For the place they came from signing in is closed until {0}.", values["due"]],
            texts["You are signed in elsewhere, or sign in from a browser that you have used before? Then nothing is closed for you."],
        ],
        Button = new LetterButton(texts["Open signing in for me"], ""),
        Notes =
        [
            texts["Open the link in the browser in which you want to sign in. It works for 1 hour, once."],
            texts["Have you forgotten the password? Set a new one by “Forgotten the password?” on the sign-in page."],
        ],
    };
}

internal static class AccountFacts
{
    public static Fact User(IStringLocalizer<Texts> texts, string name) => new(texts["User name"], name) { Tone = FactTone.Strong };

    /// <summary>What stands around the words of a mail about the own account.</summary>
    public static Letter Around(Letter words, IStringLocalizer<Texts> texts, string user) => words with { Facts = [User(texts, user)], ListText = texts["User name {0}", user] };

    /// <summary>The same, with where its button leads.</summary>
    public static Letter Around(Letter words, IStringLocalizer<Texts> texts, string user, string address, bool isImportant) => Around(words, texts, user) with
    {
        Button = words.Button! with { Url = address },
        Path = "/profile",
        IsImportant = isImportant,
    };
}
