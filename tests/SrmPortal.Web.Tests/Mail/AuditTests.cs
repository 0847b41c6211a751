using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>Who did what, for whom, when, from where.</summary>
public sealed class AuditTests
{
    private static readonly Scope Auditor = Scope.StaffOf(2, StaffRoles.Auditor);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_record_says_who_for_whom_to_what_and_of_which_round(string provider)
    {
        await using var portal = await Portal.With(provider);
        await portal.Save(7, 100);

        var record = await portal.Seen(Scope.System, db => db.Audit.SingleAsync(a => a.Action == "OfferSaved"));
        var offer = await portal.Seen(Scope.System, db => db.Offers.Select(o => o.Id).SingleAsync());

        Assert.Equal((Actor.Person, 70L, 7L), (record.Actor, record.PersonId!.Value, record.ActingFor!.Value));
        Assert.Equal(("Offer", offer, portal.RoundId), (record.AggregateType, record.AggregateId!.Value, record.RoundId!.Value));
        Assert.True(record.SecretUntilOpening);
    }

    [Fact]
    public async Task Something_new_is_recorded_with_its_key()
    {
        await using var portal = await Portal.With(Databases.Sqlite);

        var drafted = await portal.Seen(Scope.System, db => db.Audit.SingleAsync(a => a.Action == "RoundDrafted"));

        Assert.Equal((portal.RoundId, portal.RoundId), (drafted.AggregateId, drafted.RoundId));
    }

    [Fact]
    public async Task Before_the_opening_the_auditor_does_not_see_who_saved_or_submitted_and_afterwards_does()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);

        Assert.True(await portal.Seen(Auditor, db => db.Audit.AnyAsync(a => a.Action == "RoundPublished")));
        Assert.Equal(0, await portal.Seen(Auditor, db => db.Audit.CountAsync(a => a.AggregateType == "Offer")));
        Assert.Equal(0, await portal.Seen(Auditor, db => db.AuditPersonal.CountAsync(p => p.Record.AggregateType == "Offer")));
        await portal.Open();
        Assert.Equal(["OfferSaved", "OfferSubmitted"],
            await portal.Seen(Auditor, db => db.Audit.Where(a => a.AggregateType == "Offer").OrderBy(a => a.Id).Select(a => a.Action).Take(2).ToListAsync()));
    }

    [Fact]
    public async Task Before_the_opening_no_role_learns_of_an_offer_from_audit_outbox_or_mails()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.Seen(Scope.System, async db =>
        {
            var receipt = await db.Outbox.SingleAsync(m => m.Kind == "OfferSubmitted");
            Assert.True(receipt.SecretUntilOpening);
            db.Add(new MailDelivery
            {
                OutboxId = receipt.Id,
                Kind = "Receipt",
                AddresseeKind = "person",
                AddresseeId = 70,
                SupplierId = 7,
                AddresseeKey = "person:70@7",
                MessageId = "receipt@seversplav.example",
                RoundId = receipt.RoundId,
                SecretUntilOpening = receipt.SecretUntilOpening,
                QueuedAt = Given.InTime,
                NextTryAt = Given.InTime,
            });
            return await db.SaveChangesAsync();
        });

        StaffRoles[] roles =
            [StaffRoles.Buyer, StaffRoles.Approver, StaffRoles.Reviewer, StaffRoles.HeadOfDesk, StaffRoles.Support, StaffRoles.Auditor, StaffRoles.Administrator];
        foreach (var (at, role) in roles.Index())
        {
            var key = 2 + at;
            await portal.AddStaffMember(key, role);
            Assert.Equal((role, 0), (role, await portal.Seen(Scope.StaffOf(key, role), async db => await db.Outbox.CountAsync() + await db.MailDeliveries.CountAsync(d => d.Kind == "Receipt")
                + await db.Audit.CountAsync(a => a.AggregateType == "Offer") + await db.Notifications.CountAsync())));
        }
    }

    [Fact]
    public async Task After_the_opening_the_buyer_sees_the_fate_of_the_receipts_mail()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await portal.DeliverMail();
        await portal.Open();

        var mails = await portal.Seen(Portal.Buyer, db => db.MailDeliveries.ToListAsync());
        Assert.Contains(mails, mail => mail.Kind == "Receipt" && mail.SupplierId == 7);
        Assert.Equal(await portal.Seen(Scope.System, db => db.MailDeliveries.CountAsync(d => d.RoundId == portal.RoundId)), mails.Count);
    }

    [Fact]
    public async Task From_where_stands_apart_and_erasing_it_leaves_the_record_whole()
    {
        await using var portal = await Portal.With(Databases.Sqlite, services => services.AddSingleton<IStartupFilter, FromAfar>(), null);
        var person = portal.SignedIn("supplier:7");
        person.DefaultRequestHeaders.UserAgent.ParseAdd("Test/1.0");
        await person.PressAndFollow(await person.Page(Portal.OfferPath), "Save", ("Lines[0001].UnitPrice", "90"));

        var record = await portal.Seen(Scope.System, db => db.Audit.AsNoTracking().SingleAsync(a => a.Action == "OfferSaved"));
        var apart = await portal.Seen(Scope.System, db => db.AuditPersonal.AsNoTracking().SingleAsync(p => p.Record.Id == record.Id));
        Assert.Equal("""{"address":"192.0.2.7","browser":"Test/1.0","values":[]}""", apart.Content);
        Assert.DoesNotContain("192.0.2.7", record.Details, StringComparison.Ordinal);
        Assert.Equal(record.PersonalDigests, Convert.ToBase64String(SHA256.HashData([.. apart.Salt, .. Encoding.UTF8.GetBytes(apart.Content)])));

        await portal.Seen(Scope.System, db => db.AuditPersonal.Where(p => p.PersonId == 70).ExecuteDeleteAsync());
        Assert.Equal(record.Details, await portal.Seen(Scope.System, db => db.Audit.Where(a => a.Id == record.Id).Select(a => a.Details).SingleAsync()));
    }

    [Fact]
    public async Task Old_and_new_personal_values_stand_apart_each_by_its_person()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Seen(Scope.Person(70), async db =>
        {
            db.Record(new RoundOpened("20067776/0", Given.InTime)
            {
                Personal = [new(70, "phone", "+7 1", "+7 2"), new(80, "email", "a@b.example", "c@d.example")],
            });
            return await db.SaveChangesAsync();
        });

        var apart = await portal.Seen(Scope.System, db => db.AuditPersonal.AsNoTracking().Include(p => p.Record).Where(p => p.Record.Action == "RoundOpened").OrderBy(p => p.PersonId).ToListAsync());
        Assert.Equal([70L, 80], apart.Select(p => p.PersonId!.Value));
        Assert.Equal("+7 2", JsonDocument.Parse(apart[0].Content).RootElement.GetProperty("values")[0].GetProperty("New").GetString());
        Assert.DoesNotContain("+7 2", apart[0].Record.Details, StringComparison.Ordinal);
        Assert.Equal(2, apart[0].Record.PersonalDigests!.Split(' ').Length);
    }

    [Fact]
    public async Task What_is_recorded_in_a_deed_that_fails_is_not_there_and_in_one_that_is_repeated_is_there_once()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var tries = 0;

        await portal.Seen(Scope.System, db => db.InTransaction(async () =>
        {
            db.Record(new RoundOpened("repeated", Given.InTime));
            await db.SaveChangesAsync();
            return ++tries < 3 ? throw new DbUpdateConcurrencyException() : true;
        }));

        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Audit.CountAsync(a => a.Subject == "repeated")));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Content.Contains("repeated"))));
    }

    /// <summary>The test's server knows no network; here requests come from somewhere.</summary>
    private sealed class FromAfar : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
                return rest(http);
            });
            next(app);
        };
    }
}
