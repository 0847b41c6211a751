using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>What has happened to a case and to its questionnaire since it was sent, the latest first, and what colleagues remark.</summary>
public sealed class HistoryPage
{
    private const int Most = 300;

    // What the applicant fills in before sending is nobody's business, and mails to reviewers say nothing new.
    private static readonly string[] Told =
    [
        nameof(RegistrationSubmitted), nameof(RegistrationSentAgain), nameof(RegistrationReturned), nameof(RegistrationWithdrawn), nameof(RegistrationReviewBegun),
        nameof(CheckDecided), nameof(CheckGiven), nameof(CheckProlonged), nameof(AnswerProlonged), nameof(MeetingSet), nameof(MeetingCalledOff), nameof(AnswerDueSoon),
        nameof(AnswerOverdue), nameof(CheckDueSoon), nameof(CheckOverdue), nameof(StopFactorsLookedUp), nameof(EvidenceAttached), nameof(AccreditationDecided), nameof(AccreditationCancelled), nameof(ChecksPending),
    ];

    public required AccreditationCase Case { get; init; }

    public required IReadOnlyList<Happened> Events { get; init; }

    /// <summary>The earliest first, with who wrote it.</summary>
    public required IReadOnlyList<(CaseComment Comment, string By)> Comments { get; init; }

    // The fields of the form.
    public string? Text { get; }

    public Guid Key { get; } = Guid.NewGuid();

    public static async Task<HistoryPage> Read(PortalDbContext db, OpenedCase opened)
    {
        var (id, registration) = (opened.Case.Id, opened.Registration?.Id ?? 0);
        // The audit is the house's; the desk reads of it what is about this case, and no more.
        var records = await db.Audit.IgnoreQueryFilters([Walls.House]).AsNoTracking()
            .Where(a => ((a.AggregateType == nameof(AccreditationCase) && a.AggregateId == id) || (a.AggregateType == nameof(SupplierRegistration) && a.AggregateId == registration))
                && Told.Contains(a.Action))
            .OrderByDescending(a => a.Id).Take(Most)
            .Select(a => new { a.At, a.Action, a.Details, a.Actor, Person = db.Accounts.Where(p => p.Id == a.PersonId).Select(p => p.FullName).SingleOrDefault() }).ToListAsync();
        var comments = await db.CaseComments.AsNoTracking().Where(c => c.CaseId == id).OrderBy(c => c.Id)
            .Select(c => new { Comment = c, By = db.Accounts.Where(p => p.Id == c.ById).Select(p => p.FullName).Single() }).ToListAsync();
        return new HistoryPage
        {
            Case = opened.Case,
            Events = [.. records.Select(one => new Happened(one.At, one.Action, JsonElement.Parse(one.Details), one.Actor.ToString(), one.Person is null ? null : UserAccount.ShortNameOf(one.Person)))],
            Comments = [.. comments.Select(one => (one.Comment, UserAccount.ShortNameOf(one.By)))],
        };
    }

    /// <param name="At">In UTC.</param>
    /// <param name="Action">The event's type.</param>
    /// <param name="Details">The event.</param>
    /// <param name="Actor">Person, Applicant or System.</param>
    /// <param name="Person">The name; null for who has no account.</param>
    public sealed record Happened(DateTime At, string Action, JsonElement Details, string Actor, string? Person);
}
