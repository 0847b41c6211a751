using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Data.Accounts;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Links;
using SrmPortal.Data.Mails;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Web.Features.Support;

/// <summary>A link that was mailed to somebody: what for, not what it says.</summary>
/// <param name="Purpose">Its name.</param>
/// <param name="SentAt">When it was asked for.</param>
/// <param name="ExpiresAt">Null: it does not.</param>
/// <param name="UsedAt">Null: not yet.</param>
/// <param name="State">As it is now.</param>
public sealed record MailedLink(string Purpose, DateTime SentAt, DateTime? ExpiresAt, DateTime? UsedAt, LinkState State);

/// <summary>A mail to somebody, without what it says.</summary>
/// <param name="Kind">Which mail.</param>
/// <param name="QueuedAt">In UTC.</param>
/// <param name="State">Queued, handed over, refused, skipped.</param>
/// <param name="SettledAt">In UTC; null: it waits.</param>
/// <param name="Attempts">So often it was tried.</param>
/// <param name="Answer">The mail server's words.</param>
public sealed record SentMail(string Kind, DateTime QueuedAt, DeliveryState State, DateTime? SettledAt, int Attempts, string? Answer);

/// <summary>One person as the support needs it to help: nothing of what the person does for a company.</summary>
public sealed class PersonPage
{
    public const int MostMails = 20;

    public required UserAccount Account { get; init; }

    public required IReadOnlyList<Work> Companies { get; init; }

    /// <summary>Places from which signing in is closed just now.</summary>
    public required IReadOnlyList<Lock> Locks { get; init; }

    /// <summary>In UTC; null: the password alone lets in.</summary>
    public required DateTime? SecondStepSince { get; init; }

    public required int Sessions { get; init; }

    public required IReadOnlyList<MailedLink> Links { get; init; }

    public required IReadOnlyList<SentMail> Mails { get; init; }

    /// <summary>Why the address counts as undeliverable; null: it does not.</summary>
    public Bounce? CameBack { get; init; }

    public required IReadOnlyList<CallerQuestion> Questions { get; init; }

    /// <summary>The answers that the reader has recorded, while they open anything; null: none do.</summary>
    public CallerCheck? Check { get; init; }

    public DueAccess Due { get; init; }

    // The fields of the forms.
    public IReadOnlyList<CallerFact> Facts { get; } = [];

    public string? Reason { get; }

    public static async Task<PersonPage?> Read(PortalDbContext db, Scope scope, string userName, AccountSettings.SessionSettings settled, DateTime now)
    {
        if (await db.Accounts.AsNoTracking().Include(a => a.Appointments).SingleOrDefaultAsync(a => a.UserName == userName) is not { } account)
        {
            return null;
        }

        var companies = await db.Memberships.AsNoTracking().Where(m => m.AccountId == account.Id).OrderBy(m => m.Id)
            .Join(db.Suppliers, m => m.SupplierId, s => s.Id, (m, s) => new Work(s.Number, s.Name, m)).ToListAsync();
        var (idle, last, since) = (now - settled.Idle - SessionCookie.RenewedAfter, now - settled.AtMost, now - CallerCheck.ValidFor);
        var guarded = await db.Accounts.AsNoTracking().Where(a => a.Id == account.Id).Select(a => new
        {
            Since = db.SecondSteps.Where(s => s.AccountId == a.Id).Select(s => s.OnSince).FirstOrDefault(),
            CameBack = db.Bounces.Where(b => b.NormalizedEmail == a.NormalizedEmail && b.ClearedAt == null).OrderByDescending(b => b.Id).FirstOrDefault(),
            Sessions = db.OpenSessions.Count(s => s.AccountId == a.Id && s.LastUsedAt > idle && s.BeganAt > last),
        }).SingleAsync();
        return new PersonPage
        {
            Account = account,
            Companies = companies,
            Locks = await db.SignInCounters.AsNoTracking().Where(c => c.AccountId == account.Id && c.Kind != CounterKind.Mails && c.LockedUntil > now)
                .OrderBy(c => c.LockedUntil).Select(c => new Lock(c.Kind, c.LastTryAt, c.LockedUntil!.Value)).ToListAsync(),
            SecondStepSince = guarded.Since,
            Sessions = guarded.Sessions,
            Links = await LinksOf(db, account.Id, now),
            Mails = await MailsTo(db, [account.Id], null),
            CameBack = guarded.CameBack,
            Questions = await CallerQuestions.Of(db, account),
            Check = await db.CallerChecks.AsNoTracking().Where(c => c.AccountId == account.Id && c.ById == scope.PersonId && c.At > since).OrderByDescending(c => c.At).FirstOrDefaultAsync(),
            Due = HelpPerson.Due(account, [.. companies.Select(company => company.Membership)]),
        };
    }

    /// <summary>The latest mails to these people, as far as no event is concerned.</summary>
    /// <param name="db">The walls keep back what a round has.</param>
    /// <param name="accounts">Who.</param>
    /// <param name="supplier">Of this company and of the people's own accounts alone; null: of all.</param>
    internal static async Task<IReadOnlyList<SentMail>> MailsTo(PortalDbContext db, IReadOnlyCollection<long> accounts, long? supplier) => await db.Set<MailDelivery>().AsNoTracking()
        .Where(d => d.RoundId == null && d.AddresseeKind == Mail.Addressee.PersonKind && accounts.Contains(d.AddresseeId) && (supplier == null || d.SupplierId == null || d.SupplierId == supplier))
        .OrderByDescending(d => d.QueuedAt).ThenByDescending(d => d.Id).Take(MostMails)
        .Select(d => new SentMail(d.Kind, d.QueuedAt, d.State, d.SettledAt, d.Attempts, d.ServerAnswer)).ToListAsync();

    private static async Task<IReadOnlyList<MailedLink>> LinksOf(PortalDbContext db, long account, DateTime now)
    {
        string[] purposes = [.. AccountLinks.All.Select(purpose => purpose.Name)];
        var found = await db.SecretLinks.AsNoTracking().Where(l => purposes.Contains(l.Purpose) && l.SubjectId == account).OrderByDescending(l => l.AskedAt).ThenByDescending(l => l.Id).Take(10)
            .Select(l => new { l.Purpose, l.AskedAt, l.ExpiresAt, l.UsedAt, l.RevokedAt }).ToListAsync();
        return [.. found.Select((link, no) => new MailedLink(link.Purpose, link.AskedAt, link.ExpiresAt, link.UsedAt,
            link.UsedAt is not null ? LinkState.Used : link.RevokedAt is not null || found.Take(no).Any(newer => newer.Purpose == link.Purpose) ? LinkState.Superseded
            : link.ExpiresAt <= now ? LinkState.Expired : LinkState.Valid))];
    }

    /// <param name="Number">Of the company.</param>
    /// <param name="Name">Its short name.</param>
    /// <param name="Membership">What the person may do there.</param>
    public sealed record Work(string Number, string Name, Membership Membership);

    /// <param name="From">From what kind of place wrong passwords came.</param>
    /// <param name="Since">In UTC.</param>
    /// <param name="Until">In UTC.</param>
    public sealed record Lock(CounterKind From, DateTime Since, DateTime Until);
}
