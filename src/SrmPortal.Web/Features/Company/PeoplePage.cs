using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Features.Company;

/// <param name="Q">Part of a name, an e-mail, a user name.</param>
/// <param name="State"><c>active</c>, <c>waiting</c>, <c>blocked</c>.</param>
/// <param name="Role"><c>contact</c>, <c>master</c>, <c>viewer</c>.</param>
public sealed record PeopleFilter(string? Q, string? State, string? Role)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && string.IsNullOrEmpty(State) && string.IsNullOrEmpty(Role);

    public bool LetsThrough(PeoplePage.Person person) =>
        (string.IsNullOrWhiteSpace(Q) || new[] { person.FullName, person.Email, person.UserName }
            .Any(text => text is not null && Search.Folded(text).Contains(Search.Folded(Q.Replace("*", "", StringComparison.Ordinal)), StringComparison.Ordinal)))
        && State switch
        {
            "active" => person is { State: MembershipState.Active, IsActivated: true },
            "waiting" => person.State is MembershipState.PendingAcceptance || (person.State is MembershipState.Active && !person.IsActivated),
            "blocked" => person.State is MembershipState.BlockedByMaster or MembershipState.BlockedByStaff,
            _ => true,
        }
        && Role switch
        {
            "contact" => person.Rights.IsContactPerson,
            "master" => person.Rights.IsMasterUser,
            "viewer" => person.Rights.IsViewer,
            _ => true,
        };
}

/// <summary>The company's people; a company has some dozens at most, so that what is looked for is found in memory.</summary>
public sealed record PeoplePage(IReadOnlyList<PeoplePage.Person> People, PeopleFilter Filter, int Count, int Active, bool IsMaster)
{
    public static async Task<PeoplePage> Read(PortalDbContext db, Scope scope, PeopleFilter filter, DateTime now)
    {
        // The counters are the house's; asked for is only until when signing in is closed somewhere.
        var rows = await db.Memberships.IgnoreQueryFilters([Walls.House]).AsNoTracking().Where(m => m.SupplierId == scope.SupplierId)
            .Select(m => new
            {
                m.Code,
                m.AccountId,
                m.State,
                m.Position,
                m.WasAccepted,
                m.Rights.IsContactPerson,
                m.Rights.IsMasterUser,
                m.Rights.IsViewer,
                m.Rights.MaySubmit,
                m.Account.FullName,
                m.Account.Email,
                m.Account.UserName,
                m.Account.Phone,
                m.Account.LastSignInAt,
                Account = m.Account.State,
                CameBackAt = db.Bounces.Where(b => b.NormalizedEmail == m.Account.NormalizedEmail && b.ClearedAt == null).Max(b => (DateTime?)b.At),
                LockedUntil = db.SignInCounters.Where(c => c.AccountId == m.AccountId && c.Kind != Data.Accounts.CounterKind.Mails && c.LockedUntil > now).Max(c => c.LockedUntil),
            }).ToListAsync();
        var masters = rows.Count(m => m is { State: MembershipState.Active, IsMasterUser: true, Account: AccountState.Active });
        Person[] people = [.. rows.Select(m => new Person
        {
            Code = m.Code,
            // Who has not agreed yet is another company's person: nothing is told but the address that was typed.
            FullName = m.WasAccepted ? m.FullName : null,
            UserName = m.WasAccepted ? m.UserName : null,
            LastSignInAt = m.WasAccepted ? m.LastSignInAt : null,
            LockedUntil = m.WasAccepted ? m.LockedUntil : null,
            Phone = m.WasAccepted ? m.Phone : null,
            Email = m.Email,
            CameBackAt = m.CameBackAt,
            Position = m.Position,
            Rights = new MembershipRights(m.IsContactPerson, m.IsMasterUser, m.IsViewer, m.MaySubmit),
            State = m.State,
            IsActivated = m.Account is AccountState.Active,
            IsOneself = m.AccountId == scope.PersonId,
            IsLastMaster = masters == 1 && m is { State: MembershipState.Active, IsMasterUser: true, Account: AccountState.Active },
        }).OrderBy(person => person.FullName ?? person.Email, StringComparer.CurrentCulture)];
        return new PeoplePage([.. people.Where(filter.LetsThrough)], filter, people.Length,
            people.Count(person => person is { State: MembershipState.Active, IsActivated: true }), scope.IsMasterUser);
    }

    public sealed class Person
    {
        public required string Code { get; init; }

        public string? FullName { get; init; }

        public string? UserName { get; init; }

        public required string Email { get; init; }

        /// <summary>When a mail to the address came back, in UTC; null: none has since mail got there.</summary>
        public DateTime? CameBackAt { get; init; }

        public string? Phone { get; init; }

        public string? Position { get; init; }

        public required MembershipRights Rights { get; init; }

        public required MembershipState State { get; init; }

        public required bool IsActivated { get; init; }

        public DateTime? LastSignInAt { get; init; }

        /// <summary>In UTC; signing in is closed for the place from which wrong passwords came.</summary>
        public DateTime? LockedUntil { get; init; }

        public required bool IsOneself { get; init; }

        public required bool IsLastMaster { get; init; }

        public bool CanBeBlocked => State is MembershipState.Active or MembershipState.PendingAcceptance && !IsOneself && !IsLastMaster;

        public bool CanBeUnblocked => State is MembershipState.BlockedByMaster;

        public bool CanBeSentAgain => State is MembershipState.PendingAcceptance || (State is MembershipState.Active && !IsActivated);

        public bool CanBeReset => State is MembershipState.Active && IsActivated && !IsOneself;
    }
}

/// <summary>One person, in a form.</summary>
public sealed class PersonPage : PersonForm
{
    public string Code { get; init; } = "";

    public string? UserName { get; init; }

    /// <summary>Whether name and phone are this company's to change; else the person does that.</summary>
    public bool IsOursAlone { get; init; }

    /// <summary>Whether the person has set a password: then the address is the person's own.</summary>
    public bool IsActivated { get; init; }

    /// <summary>The own address is changed in the profile.</summary>
    public bool IsOneself { get; init; }

    public static async Task<PersonPage?> Read(PortalDbContext db, CompanyPeople people, Scope scope, string code)
    {
        var person = await db.Memberships.AsNoTracking().Include(m => m.Account).SingleOrDefaultAsync(m => m.Code == code && m.SupplierId == scope.SupplierId);
        if (person is null)
        {
            return null;
        }

        var isOurs = await people.IsOursAlone(person);
        return new PersonPage
        {
            Code = code,
            Revision = person.Revision,
            FullName = person.WasAccepted ? person.Account.FullName : null,
            UserName = person.WasAccepted ? person.Account.UserName : null,
            Phone = person.WasAccepted ? person.Account.Phone : null,
            Email = person.Account.Email,
            Position = person.Position,
            IsContactPerson = person.Rights.IsContactPerson,
            MaySubmit = person.Rights.MaySubmit,
            IsMasterUser = person.Rights.IsMasterUser,
            IsViewer = person.Rights.IsViewer,
            IsOursAlone = isOurs && person.WasAccepted,
            IsActivated = person.Account.State is not AccountState.NotActivated,
            IsOneself = person.AccountId == scope.PersonId,
        };
    }
}
