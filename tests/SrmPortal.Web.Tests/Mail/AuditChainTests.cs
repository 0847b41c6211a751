using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Commands;
using SrmPortal.Web.Features.Audit;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>What happened is sealed in a chain, and whatever is changed of it is found and named.</summary>
public sealed class AuditChainTests
{
    private static readonly DateTime Later = Given.InTime.AddHours(1);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_altered_removed_reordered_or_inserted_is_found_and_named(string database)
    {
        await using var portal = await Portal.With(database, null, 7, 8);
        await SignedInFromSomewhere(portal);
        await portal.Save(7, 100);
        await Seal(portal, Later);
        await portal.Save(8, 90);
        await portal.Submit(7, Given.InTime);
        await Seal(portal, Later.AddMinutes(11));
        await portal.Submit(8, Given.InTime);
        await Seal(portal, Later.AddMinutes(22));
        var whole = await Verified(portal);
        Assert.Empty(whole.Faults);
        Assert.Equal((3, await portal.Seen(Scope.System, db => db.Audit.CountAsync())), (whole.Batches, whole.Records));
        var ids = await portal.Seen(Scope.System, db => db.AuditSeals.OrderBy(s => s.BatchNo).ThenBy(s => s.Place).Select(s => s.RecordId).ToListAsync());
        var (first, second) = (ids[0], ids[1]);

        await Forged(portal, $"""UPDATE "Audit" SET "Details" = 'x' WHERE "Id" = {first}""", new AuditFault(AuditFaultKind.Altered, 1, first));
        await Forged(portal, $"""UPDATE "Audit" SET "PersonId" = 99 WHERE "Id" = {second}""", new AuditFault(AuditFaultKind.Altered, 1, second));
        await Forged(portal, $"""UPDATE "AuditSeals" SET "Place" = 9999 WHERE "RecordId" = {first}""", new AuditFault(AuditFaultKind.Reordered, 1, null));
        await Forged(portal, """DELETE FROM "AuditBatches" WHERE "No" = 2""", new AuditFault(AuditFaultKind.ChainBroken, 3, null));
        await Forged(portal, """UPDATE "AuditBatches" SET "Signature" = (SELECT "Signature" FROM "AuditBatches" WHERE "No" = 1) WHERE "No" = 2""", new AuditFault(AuditFaultKind.NotSigned, 2, null));
        await Forged(portal, """UPDATE "AuditPersonal" SET "Content" = 'x' WHERE "Id" = (SELECT MIN("Id") FROM "AuditPersonal")""", null);
        await Forged(portal, $"""DELETE FROM "AuditSeals" WHERE "RecordId" = {first}""", new AuditFault(AuditFaultKind.Inserted, null, first));
        await Forged(portal, $"""DELETE FROM "AuditPersonal" WHERE "RecordId" = {ids[^1]}; DELETE FROM "Audit" WHERE "Id" = {ids[^1]}""", new AuditFault(AuditFaultKind.Removed, 3, ids[^1]));
        // The end is cut off: the receipt of the last offer holds the state before, which is there; of a mail's head only its holder knows.
        var held = whole.Head;
        await portal.Seen(Scope.System, db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "AuditBatches" WHERE "No" = 3; DELETE FROM "AuditSeals" WHERE "BatchNo" = 3"""));
        Assert.Contains(new AuditFault(AuditFaultKind.WitnessContradicts, null, null), (await Verified(portal, held)).Faults);
    }

    [Fact]
    public async Task A_receipt_holds_the_state_of_the_history_and_contradicts_another_one()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await Seal(portal, Later);
        var head = (await Verified(portal)).Head;

        await portal.Submit(7, Given.InTime);

        Assert.Equal(head, await portal.Seen(Scope.System, db => db.OfferVersions.Select(v => v.AuditHead).SingleAsync()));
        Assert.Contains(head, await portal.SignedIn("supplier:7").GetStringAsync($"{Portal.OfferPath}/versions/1/receipt.json"), StringComparison.Ordinal);
        Assert.Empty((await Verified(portal, head)).Faults);
        await portal.Seen(Scope.System, db => db.Database.ExecuteSqlRawAsync("""DELETE FROM "AuditBatches"; DELETE FROM "AuditSeals" """));
        await Seal(portal, Later);
        Assert.Equal(new AuditFault(AuditFaultKind.WitnessContradicts, null, null), Assert.Single((await Verified(portal)).Faults));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_instances_that_seal_at_once_while_others_write_lose_and_double_nothing(string database)
    {
        await using var portal = await Portal.With(database);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async turn =>
        {
            for (var i = 0; i < 4; i++)
            {
                await (turn < 3 ? Seal(portal, Later.AddSeconds(i)) : Happens(portal, $"SRM{turn}{i}", 1));
            }
        }));
        await Seal(portal, Later.AddMinutes(30));

        var found = await Verified(portal);
        Assert.Empty(found.Faults);
        Assert.Equal(await portal.Seen(Scope.System, db => db.Audit.CountAsync()), found.Records);
    }

    [ProofFact]
    public async Task A_hundred_thousand_records_are_sealed_while_others_write_and_are_verified()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        using var done = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 3).Select(turn => Task.Run(async () =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                await Happens(portal, $"SRM{turn}{i}", 1);
            }
        })).ToArray();
        for (var i = 0; i < 100; i++)
        {
            await Happens(portal, $"SRM9{i:000}", 1000);
            await Seal(portal, Later.AddMinutes(i));
        }

        await done.CancelAsync();
        await Task.WhenAll(writers);
        await Seal(portal, Later.AddHours(3));
        var found = await Verified(portal);

        Assert.Empty(found.Faults);
        Assert.True(found.Records > 100_000);
        Assert.Equal(await portal.Seen(Scope.System, db => db.Audit.CountAsync()), found.Records);
    }

    [Fact]
    public async Task Once_a_day_auditors_get_the_state_and_what_is_wrong_is_an_alarm()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Seen(Scope.System, async db =>
        {
            await Portal.AddStaff(db, 5, StaffRoles.Auditor);
            return true;
        });
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        await Seal(portal, now);
        Task<AuditFindings?> Watched(DateTime at) => portal.As(Scope.System, services => services.GetRequiredService<WatchAudit>().Run(at));

        var found = await Watched(now);
        Assert.Null(await Watched(now.AddHours(23)));
        await portal.DeliverMail();
        var mail = Assert.Single(portal.MailsTo("staff5@group.example"));
        Assert.Equal("The history is whole", mail.Subject);
        Assert.Contains(found!.Head[..32], mail.TextBody, StringComparison.Ordinal);
        // What was mailed is itself to be sealed within the minute.
        var auditor = portal.SignedIn("staff:5");
        await Seal(portal, now);
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync("/health/audit")).StatusCode);

        await portal.Seen(Scope.System, db => db.Database.ExecuteSqlRawAsync("""UPDATE "Audit" SET "Subject" = 'another' WHERE "Id" = (SELECT MIN("Id") FROM "Audit")"""));
        Assert.Single((await Watched(now.AddHours(24)))!.Faults);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await auditor.GetAsync("/health/audit")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await portal.CreateClient().GetAsync("/health/ready")).StatusCode);
        await portal.DeliverMail();
        Assert.Contains(portal.MailsTo("staff5@group.example"), one => one.Subject == "The history was altered");
        using var said = new StringWriter();
        Assert.Equal(1, await CommandLine.Run(portal.Services, ["audit", "verify"], said));
        Assert.Contains("was ALTERED", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verification_that_was_killed_is_taken_over_and_a_wrong_clock_seals_nothing()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await Seal(portal, Later);
        await portal.Seen(Scope.System, db => db.AuditWatches.ExecuteUpdateAsync(set => set.SetProperty(w => w.BegunAt, Later)));
        Task<AuditFindings?> Watched(DateTime at) => portal.As(Scope.System, services => services.GetRequiredService<WatchAudit>().Run(at));
        Assert.Null(await Watched(Later.AddMinutes(59)));
        Assert.NotNull(await Watched(Later.AddMinutes(60)));
        Assert.Null(await Watched(Later.AddMinutes(130)));

        await portal.Services.GetRequiredService<ClockWatch>().Compare();
        Assert.NotNull(portal.Services.GetRequiredService<ClockWatch>().Fault);
        await portal.As(Scope.System, async services =>
        {
            await services.GetRequiredService<SealAudit>().DoWhatIsDue(Later.AddHours(2), CancellationToken.None);
            return true;
        });
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.AuditBatches.CountAsync()));
    }

    [Fact]
    public async Task Erasing_what_a_record_says_of_a_person_breaks_nothing()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await SignedInFromSomewhere(portal);
        await Seal(portal, Later);

        Assert.True(await portal.Seen(Scope.System, db => db.AuditPersonal.ExecuteDeleteAsync()) > 0);

        Assert.Empty((await Verified(portal)).Faults);
    }

    private static Task<int> Happens(Portal portal, string subject, int times) => portal.As(Scope.System, services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        return db.InTransaction(() =>
        {
            for (var i = 0; i < times; i++)
            {
                db.Record(new AccountActivated(subject));
            }

            return Task.FromResult(times);
        });
    });

    private static async Task SignedInFromSomewhere(Portal portal)
    {
        await portal.GivePassword(70);
        await portal.SignInAs("SRM000000070");
    }

    private static Task<int> Seal(Portal portal, DateTime now) => portal.As(Scope.System, services => services.GetRequiredService<AuditChain>().Seal(now));

    private static Task<AuditFindings> Verified(Portal portal, params string[] witnesses) =>
        portal.As(Scope.System, services => services.GetRequiredService<AuditVerification>().Run(witnesses));

    /// <summary>Done in a transaction that is rolled back, so that each forgery is looked at by itself.</summary>
    private static Task Forged(Portal portal, string forgery, AuditFault? expected) => portal.As(Scope.System, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync(forgery.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        var faults = (await services.GetRequiredService<AuditVerification>().Run([])).Faults;
        await transaction.RollbackAsync();
        if (expected is not null)
        {
            Assert.Contains(expected, faults);
        }
        else
        {
            Assert.Equal(AuditFaultKind.PersonalAltered, Assert.Single(faults).Kind);
        }

        return true;
    });
}
