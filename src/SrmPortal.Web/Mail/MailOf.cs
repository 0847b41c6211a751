using SrmPortal.Data;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Mail;

/// <summary>
/// Who is told of one kind of announcement, and what they are told. One small class in the folder of the feature that owns the
/// announcement, found by itself: <c>public sealed class InvitationMail(PortalDbContext db, IStringLocalizer&lt;Texts&gt; texts) : MailOf&lt;RoundPublished&gt;</c>.
/// An announcement may have several. The name of the class is stored; keep it.
/// </summary>
public abstract class MailOf<TAnnouncement> : IMail where TAnnouncement : Announcement
{
    /// <summary>Asked once, soon after the commit, in the system's scope. Each addressee gets an own mail and an own entry in the portal's list.</summary>
    protected abstract Task<IReadOnlyList<Addressee>> Addressees(TAnnouncement told, Occasion occasion);

    /// <summary>
    /// Asked when the mail is sent, maybe hours later and maybe again, in the recipient's language and the recipient's own scope: the
    /// context shows what that person may see now. Null: there is nothing to tell any more, and nothing is sent.
    /// </summary>
    protected abstract Task<Letter?> Write(TAnnouncement told, Recipient recipient, MailLinks links);

    /// <summary>Whether it stands in the portal's list too; a mail that only repeats what stands there does not.</summary>
    protected virtual bool IsListed => true;

    /// <summary>
    /// The letters whose words the administrator may change, in the current language, written with <see cref="LetterValues.Places"/> in place
    /// of values. None: they are the portal's alone.
    /// </summary>
    protected virtual IEnumerable<Letter> Originals() => [];

    /// <summary>One of them as it looks when it is sent, on sample data: with its facts and deadlines. They are written by what writes the real ones.</summary>
    protected virtual Letter OnSample(Letter original) => original;

    bool IMail.IsListed => IsListed;

    IEnumerable<Letter> IMail.Originals() => Originals();

    Letter IMail.OnSample(Letter original) => OnSample(original);

    Type IMail.Announcement => typeof(TAnnouncement);

    Task<IReadOnlyList<Addressee>> IMail.Addressees(Announcement told, Occasion occasion) => Addressees((TAnnouncement)told, occasion);

    Task<Letter?> IMail.Write(Announcement told, Recipient recipient, MailLinks links) => Write((TAnnouncement)told, recipient, links);
}

internal interface IMail
{
    Type Announcement { get; }

    Task<IReadOnlyList<Addressee>> Addressees(Announcement told, Occasion occasion);

    Task<Letter?> Write(Announcement told, Recipient recipient, MailLinks links);

    bool IsListed { get; }

    IEnumerable<Letter> Originals();

    Letter OnSample(Letter original);
}

/// <summary>The circumstances of an announcement.</summary>
/// <param name="OutboxId">Its outbox row.</param>
/// <param name="At">When it was written, in UTC.</param>
/// <param name="PersonId">Who did it; null for a job, a visitor, an applicant.</param>
/// <param name="ActingFor">The company for which that person acted.</param>
/// <param name="AggregateId">The key of the aggregate that it happened to: a round, a registration, an account.</param>
public sealed record Occasion(long OutboxId, DateTime At, long? PersonId, long? ActingFor, long? AggregateId);

/// <summary>Somebody who is to be told, by reference: name, address, language and rights are looked up when the mail is sent.</summary>
/// <param name="Kind">What kind of row knows the address.</param>
/// <param name="Id">Its key.</param>
/// <param name="SupplierId">The company as whose person; then nothing is sent unless the membership is active at that time.</param>
public sealed record Addressee(string Kind, long Id, long? SupplierId = null)
{
    public const string PersonKind = "person", RegistrationKind = "registration";

    public string Key => SupplierId is { } supplier ? $"{Kind}:{Id}@{supplier}" : $"{Kind}:{Id}";

    /// <summary>Somebody with an account: of the group, or told about the own account.</summary>
    public static Addressee Person(long accountId) => new(PersonKind, accountId);

    /// <summary>Somebody of a supplier, told about what is the supplier's.</summary>
    public static Addressee Member(long accountId, long supplierId) => new(PersonKind, accountId, supplierId);

    /// <summary>The applicant of a registration, who has no account yet.</summary>
    public static Addressee Applicant(long registrationId) => new(RegistrationKind, registrationId);
}

/// <summary>An addressee as found when the mail is sent.</summary>
/// <param name="Name">Surname, given name, patronymic.</param>
/// <param name="Email">One address.</param>
/// <param name="Language"><c>ru</c> or <c>en</c>.</param>
/// <param name="Scope">What this person may see now; the mail is written within it.</param>
public sealed record Recipient(string Name, string Email, string Language, Scope Scope)
{
    /// <summary>IANA id of the person's own zone, if it is known.</summary>
    public string? TimeZone { get; init; }

    public string? UserName { get; init; }

    public long? PersonId => Scope.PersonId;

    /// <summary><c>Марина Сергеевна</c>: without the surname, which comes first.</summary>
    public string GivenNames => Name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, ..] parts ? string.Join(' ', parts[1..]) : Name;
}

/// <summary>Finds the addressees of one kind. The area that owns the rows has one; accounts are found by the mail's own.</summary>
public interface IFindRecipient
{
    string Kind { get; }

    /// <summary>As it is now, asked in the system's scope. Null: nobody is there any more, or has no right to the mail.</summary>
    Task<Recipient?> Find(long id, long? supplierId);
}
