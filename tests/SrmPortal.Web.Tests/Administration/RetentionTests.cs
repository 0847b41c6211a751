using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Files;
using SrmPortal.Data.Happenings;
using SrmPortal.Data.Keeping;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Administration;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Commands;
using SrmPortal.Web.Features.Keeping;

namespace SrmPortal.Web.Tests.Administration;

/// <summary>What has been kept long enough is destroyed as a whole, what has not stays as it is, and each day's run is recorded.</summary>
public sealed class RetentionTests
{
    private static readonly RegistrationState[] CameToNothing = [RegistrationState.Rejected, RegistrationState.Withdrawn, RegistrationState.Expired];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Events_applications_notices_and_history_go_when_their_time_is_over_and_what_goes_on_stays(string database)
    {
        await using var portal = new Portal(database) { Settings = { ["Demo:Data"] = "true" } };
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        await Seal(portal, now);
        var before = await Counted(portal);
        Assert.All([before.Over, before.GoingOn, before.Nothing], number => Assert.NotEqual(0, number));

        var both = await Task.WhenAll(Run(portal, now), Run(portal, now));
        Assert.Single(both, one => one is not null);
        // A clock that has run ahead destroys nothing by itself.
        Assert.Null(await Run(portal, now.AddYears(6)));
        Assert.Equal(before, await Counted(portal));
        var early = await Destroy(portal, now.AddDays(80));
        Assert.Equal((0, 0, 0), (early.Registrations, early.Events, early.AuditRecords));
        var afterYear = await Destroy(portal, now.AddDays(366));
        Assert.Equal((before.Nothing, 0), (afterYear.Registrations, afterYear.Events));
        Assert.Equal(before.Nothing - afterYear.Registrations, (await Counted(portal)).Nothing);
        await Seal(portal, now.AddDays(366));

        var end = now.AddYears(5).AddDays(200);
        var last = await Destroy(portal, end);
        var after = await Counted(portal);
        Assert.Equal(before.Over, last.Events);
        Assert.Equal((0, before.GoingOn), (after.Over, after.GoingOn));
        Assert.Equal(before.OffersOfGoingOn, after.OffersOfGoingOn);
        Assert.NotEqual(0, last.AuditRecords);
        Assert.Null(last.Failed);
        Assert.Empty((await portal.As(Scope.System, services => services.GetRequiredService<AuditVerification>().Run([]))).Faults);
        Assert.Equal(await portal.Seen(Scope.System, db => db.Files.CountAsync(f => f.Scan != ScanState.Infected)), Directory.EnumerateFiles(portal.FilesFolder, "*", SearchOption.AllDirectories).Count());

        Assert.Null(await Run(portal, end.AddHours(3)));
        var next = (await Run(portal, end.AddDays(1)))!;
        Assert.Equal((0, 0), (next.Registrations, next.Events));
        Assert.Equal(5, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Action == nameof(OldRecordsDestroyed))));
    }

    [Fact]
    public async Task What_goes_with_an_event_and_with_an_application_is_named_here()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var (round, registration) = await portal.As(Scope.System, services =>
        {
            var rows = services.GetRequiredService<HangingRows>();
            return Task.FromResult((rows.TablesOf<Round>(), rows.TablesOf<SupplierRegistration>()));
        });

        Assert.Equal(
            "RoundKeys SealedTypings DraftTexts RoundDocuments AwardLines Awards OfferResults Protocols SealedChunks SealedContents OfferLines OfferVersions OpenedAnswers OpenedAttachments OpenedOffers Offers "
                + "Amendments Clarifications Invitations OpeningConfirmations OutsideInvitations RoundChanges Rounds",
            string.Join(' ', round));
        Assert.Equal("RegistrationSendings AccreditationChecks CaseComments CheckDecisions CheckNotes SlotSeats CaseStopFactors AccreditationCases Registrations", string.Join(' ', registration));
    }

    [SqliteFact]
    public async Task A_part_that_fails_is_named_and_stops_no_other_and_a_killed_run_is_taken_over()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 5, StaffRoles.Administrator);
            await Portal.AddStaff(db, 6, StaffRoles.Auditor);
            return true;
        });
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        var administrator = portal.SignedIn("staff:5");
        Assert.Contains("There was no run yet", (await administrator.Page("/administration/retention")).Text(), StringComparison.Ordinal);
        await portal.Open();
        await portal.DeliverMail();
        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new Data.Mails.Bounce { DeliveryId = await db.MailDeliveries.MinAsync(d => d.Id), NormalizedEmail = "A@B.EXAMPLE", At = now, Words = "550" });
            return await db.SaveChangesAsync();
        });
        await Seal(portal, now);
        await Happened(portal);
        await Seal(portal, now.AddHours(1));
        await portal.Seen(Scope.System, db => db.Database.ExecuteSqlRawAsync("""CREATE TRIGGER "Forbidden" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'permission denied'); END"""));
        var due = now.AddYears(6);

        var failed = (await Run(portal, due))!;
        Assert.Equal(("history", await portal.Seen(Scope.System, db => db.Notifications.CountAsync())), (failed.Failed, 0));
        Assert.Equal(0, await portal.Seen(Scope.System, async db => await db.MailDeliveries.CountAsync() + await db.Bounces.CountAsync()));
        Assert.NotEqual(0, failed.Notices);
        var page = (await administrator.Page("/administration/retention")).Text();
        Assert.Contains("not done: Records of the history", page, StringComparison.Ordinal);
        using var said = new StringWriter();
        portal.Clock.Advance(due - now);
        Assert.Equal(1, await CommandLine.Run(portal.Services, ["retention"], said));
        await portal.Seen(Scope.System, db => db.Database.ExecuteSqlRawAsync("""DROP TRIGGER "Forbidden" """));
        Assert.Equal(0, await CommandLine.Run(portal.Services, ["retention"], said));
        Assert.Contains("records of the history", said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("not done", (await portal.SignedIn("staff:6").Page("/administration/retention")).Text(), StringComparison.Ordinal);

        var tomorrow = due.AddDays(1);
        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new RetentionRun { Day = DateOnly.FromDateTime(tomorrow), BegunAt = tomorrow });
            return await db.SaveChangesAsync();
        });
        Assert.Null(await Run(portal, tomorrow.AddMinutes(119)));
        Assert.NotNull(await Run(portal, tomorrow.AddMinutes(121)));
        Assert.Equal(HttpStatusCode.Forbidden, (await portal.SignedIn("staff:1").GetAsync("/administration/retention")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Records_that_are_gone_without_a_signed_reason_are_missed(string database)
    {
        var meanwhile = new Meanwhile();
        await using var portal = await Portal.With(database, services => services.Intercept(meanwhile), null);
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        await Seal(portal, now);
        await Happened(portal);
        await Seal(portal, now.AddHours(1));
        Assert.Equal(0, await portal.As(Scope.System, services => services.GetRequiredService<AuditShortening>().Run(now.AddHours(-1), now)));
        // They go while somebody is looking at them.
        var cut = 0;
        meanwhile.Deed = async () => cut = await portal.As(Scope.System, services => services.GetRequiredService<AuditShortening>().Run(now.AddHours(3), now.AddYears(4)));
        Assert.Empty((await portal.As(Scope.System, services => services.GetRequiredService<AuditVerification>().Run([]))).Faults);
        Assert.NotEqual(0, cut);
        Assert.Empty(await Faults(portal));

        foreach (var forgery in new[] { """UPDATE "AuditCuts" SET "LastBatchNo" = 2""", """UPDATE "AuditCuts" SET "Records" = 1""", """UPDATE "AuditCuts" SET "SealedUpTo" = "At" """ })
        {
            Assert.Contains(AuditFaultKind.CutForged, await Faults(portal, forgery));
        }

        Assert.Contains(AuditFaultKind.Reordered, await Faults(portal, """DELETE FROM "AuditCuts" """));
        Assert.Contains(AuditFaultKind.Removed, await Faults(portal, """DELETE FROM "Audit" """));
        // The portal's own key would sign it, and the time that must have passed speaks against it.
        await portal.Seen(Scope.System, db => db.AuditCuts.ExecuteUpdateAsync(set => set.SetProperty(c => c.At, now.AddYears(2))));
        Assert.Contains(AuditFaultKind.CutForged, await Faults(portal));
    }

    private static Task<RetentionRun?> Run(Portal portal, DateTime now) => portal.As(Scope.System, services => services.GetRequiredService<Retention>().Run(now));

    private static Task<RetentionRun> Destroy(Portal portal, DateTime now) => portal.As(Scope.System, services => services.GetRequiredService<Retention>().Destroy(now));

    private static Task<int> Seal(Portal portal, DateTime now) => portal.As(Scope.System, services => services.GetRequiredService<AuditChain>().Seal(now));

    private static Task<bool> Happened(Portal portal) => portal.Seen(Scope.System, async db =>
    {
        db.Record(new AccountActivated("SRM1"));
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>What a verification finds after something was done that is rolled back.</summary>
    private static Task<AuditFaultKind[]> Faults(Portal portal, string? forgery = null) => portal.As(Scope.System, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync(forgery ?? "SELECT 1");
        var faults = (await services.GetRequiredService<AuditVerification>().Run([])).Faults;
        await transaction.RollbackAsync();
        return faults.Select(fault => fault.Kind).ToArray();
    });

    private static Task<(int Over, int GoingOn, int OffersOfGoingOn, int Nothing)> Counted(Portal portal) => portal.Seen(Scope.System, async db =>
    {
        var goingOn = db.Events.Where(e => db.Rounds.Any(r => r.Event == e && !RoundStates.Final.Contains(r.State)));
        var goes = await goingOn.CountAsync();
        return (await db.Events.CountAsync() - goes, goes, await db.Offers.CountAsync(o => goingOn.Contains(o.Round.Event)),
            await db.Registrations.CountAsync(r => CameToNothing.Contains(r.State) && r.RenewsSupplierId == null));
    });

    /// <summary>Does something before the next look at the seals.</summary>
    private sealed class Meanwhile : DbCommandInterceptor
    {
        public Func<Task>? Deed { get; set; }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (Deed is { } deed && command.CommandText.Contains("AuditSeals", StringComparison.Ordinal))
            {
                Deed = null;
                await deed();
            }

            return result;
        }
    }
}
