using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Features.Common;

namespace SrmPortal.Web.Infrastructure;

/// <summary>What one command tells of the person who asks.</summary>
internal sealed class KnownPerson
{
    private static readonly string[] Passed = [Walls.Person, Walls.Company, Walls.House];

    // Asked with every request, and so compiled; each provider has a model of its own.
    private static readonly ConditionalWeakTable<IModel, Func<PortalDbContext, long, long?, byte[], Task<KnownPerson?>>> Compiled = [];

    // The walls are for what a scope may see; here it is found out. The person alone is asked for. An account has one membership of a
    // company, so that it is joined: taking the first of many costs the database more than all the rest.
    public static Task<KnownPerson?> Find(PortalDbContext db, long person, long? company, byte[] session) =>
        Compiled.GetValue(db.Model, _ => EF.CompileAsyncQuery((PortalDbContext db, long person, long? company, byte[] mark) => (
                from a in db.Accounts.IgnoreQueryFilters(Passed).AsNoTracking()
                where a.Id == person && a.State == AccountState.Active
                from credential in db.Credentials.Where(c => c.Id == a.Id).DefaultIfEmpty()
                from session in db.OpenSessions.Where(s => s.Mark == mark && s.AccountId == a.Id).DefaultIfEmpty()
                from m in db.Memberships.Where(m => m.AccountId == a.Id && m.SupplierId == company && m.State == MembershipState.Active).DefaultIfEmpty()
                from supplier in db.Suppliers.Where(s => s.Id == m!.SupplierId).DefaultIfEmpty()
                select new KnownPerson
                {
                    Id = a.Id,
                    FullName = a.FullName,
                    Language = a.Language,
                    TimeZone = a.TimeZone,
                    Stamp = credential!.SecurityStamp,
                    SessionUsedAt = session!.LastUsedAt,
                    Roles = a.Appointments.Select(appointment => appointment.Role).ToList(),
                    Unread = db.Notifications.Where(n => n.PersonId == a.Id && n.ReadAt == null && (n.SupplierId == null || n.SupplierId == m!.SupplierId)).Take(PagerTagHelper.Most).Count(),
                    Companies = db.Memberships.Count(other => other.AccountId == a.Id && (other.State == MembershipState.Active || other.State == MembershipState.PendingAcceptance)),
                    HasSecondStep = db.SecondSteps.Any(step => step.AccountId == a.Id && step.OnSince != null),
                    Company = supplier!.Name,
                    MailPausedAt = db.MailGates.Select(g => g.PausedAt).FirstOrDefault(),
                    Member = m == null ? null : new KnownMember
                    {
                        SupplierId = m.SupplierId,
                        IsViewer = m.Rights.IsViewer,
                        IsContactPerson = m.Rights.IsContactPerson,
                        IsMasterUser = m.Rights.IsMasterUser,
                        MaySubmit = m.Rights.MaySubmit,
                        NoSubmissionUntil = m.NoSubmissionUntil,
                    },
                }).SingleOrDefault()))(db, person, company, session);

    public required long Id { get; init; }

    public required string FullName { get; init; }

    public required string Language { get; init; }

    public string? TimeZone { get; init; }

    public string? Stamp { get; init; }

    /// <summary>Null: the session that the browser shows has been ended.</summary>
    public DateTime? SessionUsedAt { get; init; }

    public required List<StaffRoles> Roles { get; init; }

    public int Unread { get; init; }

    public int Companies { get; init; }

    /// <summary>Whether a code from an app is asked after the password.</summary>
    public bool HasSecondStep { get; init; }

    /// <summary>Since when the portal sends no mail.</summary>
    public DateTime? MailPausedAt { get; init; }

    /// <summary>The name of the chosen company.</summary>
    public string? Company { get; init; }

    public KnownMember? Member { get; init; }

    public Scope Scope(DateTime now) => Member is { } member ? Data.Scope.Supplier(Id, member.SupplierId, member.Rights(now)) with { HeldUntil = member.HeldAt(now) }
        : Roles.Count > 0 ? Data.Scope.StaffOf(Id, AllRoles)
        : Data.Scope.Person(Id);

    public Reader Reader() => new(UserAccount.ShortNameOf(FullName), Company, Language, TimeZone)
    {
        Staff = AllRoles,
        Unread = Unread,
        MailPausedAt = AllRoles.HasFlag(StaffRoles.Administrator) ? MailPausedAt : null,
        MayChooseCompany = Companies > 1 || (Companies == 1 && Member is null),
    };

    private StaffRoles AllRoles => Roles.Aggregate(StaffRoles.None, (one, other) => one | other);
}

/// <summary>What this person is for the chosen company.</summary>
internal sealed class KnownMember
{
    public required long SupplierId { get; init; }

    public bool IsViewer { get; init; }

    public bool IsContactPerson { get; init; }

    public bool IsMasterUser { get; init; }

    public bool MaySubmit { get; init; }

    public DateTime? NoSubmissionUntil { get; init; }

    /// <summary>Null: not held, or without the right anyhow.</summary>
    public DateTime? HeldAt(DateTime now) => IsContactPerson && MaySubmit && NoSubmissionUntil > now ? NoSubmissionUntil : null;

    public CompanyRights Rights(DateTime now) =>
        ChosenMembership.Allowed(new MembershipRights(IsContactPerson, IsMasterUser, IsViewer, MaySubmit && !(NoSubmissionUntil > now)));
}
