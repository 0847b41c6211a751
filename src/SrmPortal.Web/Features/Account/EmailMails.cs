using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Account;

/// <summary>The new address that is to be confirmed.</summary>
internal sealed class NewAddressFinder(PortalDbContext db) : IFindRecipient
{
    public const string NewAddressKind = "new-email";

    public string Kind => NewAddressKind;

    public Task<Recipient?> Find(long id, long? supplierId) => db.OtherAddress(id, account => account.NewEmail);
}

/// <summary>The former address, which is told that it is.</summary>
internal sealed class FormerAddressFinder(PortalDbContext db) : IFindRecipient
{
    public const string FormerAddressKind = "former-email";

    public string Kind => FormerAddressKind;

    public Task<Recipient?> Find(long id, long? supplierId) => db.OtherAddress(id, account => account.FormerEmail);
}

internal static class OtherAddresses
{
    /// <summary>An account's holder at another address than the one that stands.</summary>
    public static async Task<Recipient?> OtherAddress(this PortalDbContext db, long id, Func<UserAccount, string?> address)
    {
        var person = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.State != AccountState.Deactivated);
        return person is not null && address(person) is { } other
            ? new Recipient(person.FullName, other, person.Language, Scope.Person(id)) { TimeZone = person.TimeZone, UserName = person.UserName } : null;
    }
}

/// <summary>To the new address: the link that confirms it.</summary>
public sealed class NewEmailMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<NewEmailNamed>
{
    private const string Own = "own", ByMaster = "by-master";

    protected override IEnumerable<Letter> Originals() => [Words(Own, LetterValues.Places("user")), Words(ByMaster, LetterValues.Places("user"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(NewEmailNamed told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>(occasion.AggregateId is { } account ? [new Addressee(NewAddressFinder.NewAddressKind, account)] : []);

    protected override async Task<Letter?> Write(NewEmailNamed told, Recipient recipient, MailLinks links) =>
        await db.Accounts.Where(a => a.Id == recipient.PersonId && a.NewEmail != null).Select(a => (long?)a.Id).SingleOrDefaultAsync() is { } account
            ? AccountFacts.Around(Words(told.ByMaster ? ByMaster : Own, new(("user", told.Subject))), texts, told.Subject, await links.Secret(AccountLinks.NewEmail, account, "/new-email/{0}"), isImportant: false)
            : null;

    protected override Letter OnSample(Letter original) => AccountFacts.Around(original, texts, SampleData.UserName, "", isImportant: false);

    private Letter Words(string variant, LetterValues values) => new(texts["Confirm this address for {0}", values["user"]], texts["Confirm this address"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs =
        [
            variant is ByMaster ? texts["The master user of your company has named this address as yours on the portal. It counts when you have confirmed it."]
                : texts["You have named this address as yours on the portal. It counts when you have confirmed it."],
        ],
        Button = new LetterButton(texts["Confirm the address"], ""),
        Notes = [texts["The link works for 24 hours, once. A newer one makes it invalid."], texts["You know nothing of it? Then do nothing: without the link nothing changes."]],
    };
}

/// <summary>To the address that still stands: another one was named.</summary>
public sealed class NewEmailToldMail(IStringLocalizer<Texts> texts) : MailOf<NewEmailNamed>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("user"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(NewEmailNamed told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>(occasion.AggregateId is { } account ? [Addressee.Person(account)] : []);

    protected override Task<Letter?> Write(NewEmailNamed told, Recipient recipient, MailLinks links) => Task.FromResult<Letter?>(
        AccountFacts.Around(Words(new(("user", told.Subject))), texts, told.Subject, links.To("/profile/email"), isImportant: true));

    protected override Letter OnSample(Letter original) => AccountFacts.Around(original, texts, SampleData.UserName, "", isImportant: true);

    private Letter Words(LetterValues values) => new(texts["Another address was named for {0}", values["user"]], texts["Another address was named"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["Another e-mail address was named for your account. This one stands until the other is confirmed; then mails go there."]],
        Button = new LetterButton(texts["See it in the profile"], ""),
        Notes = [texts["It was not you? Set a new password at once by “Forgotten the password?” on the sign-in page, and tell the support."]],
    };
}

/// <summary>To the former address: mails go to another one from now on.</summary>
public sealed class EmailChangedMail(IStringLocalizer<Texts> texts) : MailOf<EmailChanged>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("user"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(EmailChanged told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>(occasion.AggregateId is { } account ? [new Addressee(FormerAddressFinder.FormerAddressKind, account)] : []);

    protected override Task<Letter?> Write(EmailChanged told, Recipient recipient, MailLinks links) => Task.FromResult<Letter?>(
        AccountFacts.Around(Words(new(("user", told.Subject))), texts, told.Subject, links.To("/sign-in"), isImportant: true));

    protected override Letter OnSample(Letter original) => AccountFacts.Around(original, texts, SampleData.UserName, "", isImportant: true);

    private Letter Words(LetterValues values) => new(texts["The address of {0} was changed", values["user"]], texts["The address was changed"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["Mails for your account go to another address from now on, which was confirmed there. This is the last one to this address."]],
        Button = new LetterButton(texts["Sign in"], ""),
        Notes = [texts["It was not you? Call the support at once: a new password can’t be sent to this address any more."]],
    };
}
