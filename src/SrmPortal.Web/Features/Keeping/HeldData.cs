using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Features.Audit;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>Everything that the portal holds about one person, as a page and as a file.</summary>
public sealed record HeldData
{
    private const int MostHappenings = 10_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required HeldAccount Account { get; init; }

    public required IReadOnlyList<HeldMembership> Companies { get; init; }

    public required IReadOnlyList<HeldConsent> Consents { get; init; }

    /// <summary>Applications in which the person is named.</summary>
    public required IReadOnlyList<HeldNaming> Namings { get; init; }

    public required IReadOnlyList<HeldPlace> Places { get; init; }

    /// <summary>How many entries the list of notices has.</summary>
    public required int Notices { get; init; }

    /// <summary>What the history knows of the person apart from its records: from where, and old and new values.</summary>
    public required IReadOnlyList<HeldHappening> Happenings { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <param name="db">Behind no wall: the caller has made sure that the reader may have all of this.</param>
    /// <param name="id">Of the account.</param>
    /// <param name="isOneself">Who reads it. To anybody else nothing tells, before an opening, that an offer was saved, submitted or reminded of.</param>
    public static async Task<HeldData?> Read(PortalDbContext db, long id, bool isOneself)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id) is not { } account)
        {
            return null;
        }

        var memberships = await db.Memberships.AsNoTracking().Where(m => m.AccountId == id).OrderBy(m => m.Id)
            .Select(m => new { m.SupplierId, m.Position, m.Rights, m.State, Company = db.Suppliers.Where(s => s.Id == m.SupplierId).Select(s => s.Name).FirstOrDefault() }).ToListAsync();
        var companies = memberships.ConvertAll(m => (long?)m.SupplierId);
        var registrations = await db.Registrations.AsNoTracking().Where(r => r.ApplicantKey == account.NormalizedEmail
            || db.AccreditationCases.Any(c => c.RegistrationId == r.Id && companies.Contains(c.SupplierId))).OrderBy(r => r.Id).ToListAsync();
        var filledIn = registrations.Where(r => r.ApplicantKey == account.NormalizedEmail).Select(r => (long?)r.Id).ToList();
        var given = await db.PersonConsents.AsNoTracking().Where(c => c.AccountId == id).OrderBy(c => c.GivenAt)
            .Select(c => new HeldConsent(c.Kind, c.Edition, c.Language, c.TextHash, c.GivenAt, c.RevokedAt)).ToListAsync();
        var happenings = (await db.AuditPersonal.AsNoTracking().Where(p => (p.PersonId == id || (p.PersonId == null && filledIn.Contains(p.Record.RegistrationId)))
            && (isOneself || !p.Record.SecretUntilOpening || db.Rounds.Any(r => r.Id == p.Record.RoundId && r.OpenedAt != null && r.PracticeOfId == null))).OrderByDescending(p => p.Id).Take(MostHappenings)
            .Select(p => new { p.Record.At, p.Record.Action, p.Content }).ToListAsync()).ConvertAll(p => new HeldHappening(p.At, p.Action, [.. HistoryValue.Of(p.Content)]));
        return new HeldData
        {
            Account = HeldAccount.Of(account),
            Companies = [.. memberships.Select(m => new HeldMembership(m.Company ?? "", m.Position, m.Rights, m.State))],
            Consents = [.. given, .. registrations.SelectMany(r => r.Consents).Where(one => UserAccount.Normalized(one.Email) == account.NormalizedEmail)
                .Select(one => new HeldConsent(one.Text.Kind, one.Text.Edition, one.Text.Language, one.Text.TextHash, one.GivenAt, one.RevokedAt))],
            Namings = [.. registrations.SelectMany(r => HeldNaming.Of(r, account.NormalizedEmail))],
            Places = await db.KnownBrowsers.AsNoTracking().Where(b => b.AccountId == id).OrderByDescending(b => b.LastSignInAt)
                .Select(b => new HeldPlace(b.LastSignInAt)).ToListAsync(),
            Notices = await db.Notifications.CountAsync(n => n.PersonId == id && (isOneself || db.MailDeliveries.Any(d => d.Id == n.DeliveryId
                && (!d.SecretUntilOpening || db.Rounds.Any(r => r.Id == d.RoundId && r.OpenedAt != null && r.PracticeOfId == null))))),
            Happenings = happenings,
        };
    }
}

/// <summary>The account itself.</summary>
public sealed record HeldAccount(
    long Id, string UserName, string FullName, string Email, string? NewEmail, string? FormerEmail, string? Phone, string? Position, string Language, string? TimeZone,
    bool IsStaff, AccountState State, DateTime? LastSignInAt, DateTime? ConsentRevokedAt, DateTime? EraseBy, DateTime? ErasedAt)
{
    public static HeldAccount Of(UserAccount account) => new(
        account.Id, account.UserName, account.FullName, account.Email, account.NewEmail, account.FormerEmail, account.Phone, account.Position, account.Language, account.TimeZone,
        account.IsStaff, account.State, account.LastSignInAt, account.ConsentRevokedAt, account.EraseBy, account.ErasedAt);
}

/// <summary>For whom the person works.</summary>
public sealed record HeldMembership(string Company, string? Position, MembershipRights Rights, MembershipState State);

/// <summary>What the person has agreed to, with the hash of the text.</summary>
public sealed record HeldConsent(ConsentKind Kind, int Edition, string Language, string TextHash, DateTime GivenAt, DateTime? RevokedAt);

/// <summary>A browser in which the person signed in; the portal keeps a mark of it, nothing that says which it is.</summary>
public sealed record HeldPlace(DateTime LastSignInAt);

/// <summary>Where in an application the person is named.</summary>
public sealed record HeldNaming(string Application, string Company, bool IsApplicant, string FullName, string Position, string Phone, PersonRoles Roles)
{
    public static IEnumerable<HeldNaming> Of(SupplierRegistration registration, string email)
    {
        if (registration.ApplicantKey == email)
        {
            yield return new HeldNaming(registration.Subject, registration.CompanyName, true, registration.Applicant.FullName, "", "", PersonRoles.None);
        }

        foreach (var person in registration.Content.People.Where(one => one.Email.Length > 0 && UserAccount.Normalized(one.Email) == email))
        {
            yield return new HeldNaming(registration.Subject, registration.CompanyName, false, person.FullName, person.Position, person.Phone, person.Roles);
        }
    }
}

/// <summary>What a record of the history says of the person.</summary>
public sealed record HeldHappening(DateTime At, string Action, IReadOnlyList<HistoryValue> Values);
