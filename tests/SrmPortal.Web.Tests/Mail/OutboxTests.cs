using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>From a committed change to each addressee, once.</summary>
public sealed class OutboxTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_person_of_each_invited_supplier_gets_one_mail_and_one_notification(string provider)
    {
        await using var portal = await ToldMail.PortalOn(provider).Filled(null, 7, 8);

        await portal.DeliverMail();
        await portal.DeliverMail();

        Assert.Equal(["person70@supplier7.example", "person80@supplier8.example"], portal.Mails.SelectMany(mail => mail.To.Mailboxes).Select(to => to.Address).Order());
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.MailDeliveries.CountAsync(d => d.State == DeliveryState.HandedOver)));
        Assert.Equal([7L, 8], await portal.Seen(Scope.System, db => db.Notifications.OrderBy(n => n.PersonId).Select(n => n.SupplierId!.Value).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_change_that_is_rolled_back_sends_nothing(string provider)
    {
        await using var portal = await ToldMail.PortalOn(provider).Filled();
        await portal.DeliverMail();

        await Assert.ThrowsAsync<RuleViolation>(() => portal.Seen(Scope.System, db => db.InTransaction<bool>(async () =>
        {
            db.Record(new RoundPublished("20067776/0", Given.Deadline));
            await db.SaveChangesAsync();
            throw new RuleViolation(new BrokenRule(RoundRules.NotADraft));
        })));
        await portal.DeliverMail();

        Assert.Single(portal.Mails);
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == nameof(RoundPublished))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Dispatchers_of_several_instances_at_once_send_each_mail_once(string provider)
    {
        await using var portal = await ToldMail.PortalOn(provider).Filled(null, [.. Enumerable.Range(7, 12).Select(key => (long)key)]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.DeliverMail())));

        Assert.Equal(12, portal.Mails.Count);
        Assert.Equal(12, portal.Mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.Equal(12, await portal.Seen(Scope.System, db => db.Notifications.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_database_refuses_a_second_delivery_of_the_same_announcement_to_the_same_person(string provider)
    {
        await using var portal = await ToldMail.PortalOn(provider).Filled();
        await portal.DeliverMail();

        await Assert.ThrowsAsync<DbUpdateException>(() => portal.Seen(Scope.System, async db =>
        {
            var first = await db.MailDeliveries.AsNoTracking().SingleAsync();
            db.Add(new MailDelivery
            {
                OutboxId = first.OutboxId,
                Kind = first.Kind,
                AddresseeKind = first.AddresseeKind,
                AddresseeId = first.AddresseeId,
                AddresseeKey = first.AddresseeKey,
                MessageId = "another@seversplav.example",
                QueuedAt = Given.InTime,
                NextTryAt = Given.InTime,
            });
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task An_instance_that_died_with_the_lease_is_taken_over_when_it_ends()
    {
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled();
        await portal.Seen(Scope.System, async db => await db.Outbox.TakeNext(Given.InTime, default));

        await portal.DeliverMail();
        Assert.Empty(portal.Mails);

        portal.Clock.Advance(Leases.Length);
        await portal.DeliverMail();
        Assert.Single(portal.Mails);
    }

    [Fact]
    public async Task Somebody_who_comes_back_after_the_lease_was_taken_over_changes_nothing()
    {
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled();
        var late = (await portal.Seen(Scope.System, db => db.Outbox.TakeNext(Given.InTime, default)))!;
        portal.Clock.Advance(Leases.Length);
        await portal.DeliverMail();

        Assert.Equal(0, await portal.Seen(Scope.System, db => db.Outbox.Held(late).PutOff(Given.InTime, "late")));
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_keeps_nobody_else_up_and_is_tried_again()
    {
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled(null, 7, 8, 9);
        ToldMail.Instead.Value = recipient => recipient.PersonId == 80
            ? throw new InvalidOperationException("broken") : new Letter("Told", "Told");

        await portal.DeliverMail();
        Assert.Equal(2, portal.Mails.Count);
        Assert.Equal("InvalidOperationException, OutboxTests", await portal.Seen(Scope.System, db => db.MailDeliveries.Where(d => d.AddresseeId == 80).Select(d => d.Fault).SingleAsync()));

        ToldMail.Instead.Value = _ => new Letter("Told", "Told");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.DeliverMail();
        Assert.Single(portal.MailsTo("person80@supplier8.example"));
    }

    [Fact]
    public async Task An_announcement_that_this_version_does_not_know_waits_and_keeps_nobody_up()
    {
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled();
        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new OutboxMessage { Kind = "Unheard", Content = "{}", WrittenAt = Given.InTime.AddDays(-9), NextTryAt = Given.InTime.AddDays(-9) });
            return await db.SaveChangesAsync();
        });

        await portal.DeliverMail();

        Assert.Single(portal.Mails);
        Assert.Equal(OutboxState.Pending, await portal.Seen(Scope.System, db => db.Outbox.Where(m => m.Kind == "Unheard").Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task Rights_are_checked_when_it_is_sent_and_not_only_when_it_was_written()
    {
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled(null, 7, 8, 9);
        await portal.Services.GetRequiredService<FanOut>().Next(default);
        while (await portal.Services.GetRequiredService<FanOut>().Next(default))
        {
        }

        await portal.Seen(Scope.System, async db =>
        {
            (await db.Memberships.Include(m => m.Account).SingleAsync(m => m.SupplierId == 7)).Block();
            (await db.Accounts.SingleAsync(a => a.Id == 80)).Deactivate();
            return await db.SaveChangesAsync();
        });
        await portal.DeliverMail();

        Assert.Equal(["person90@supplier9.example"], portal.Mails.SelectMany(mail => mail.To.Mailboxes).Select(to => to.Address));
        Assert.Equal([90L], await portal.Seen(Scope.System, db => db.Notifications.Select(n => n.PersonId).ToListAsync()));
        Assert.Equal(2, await portal.Seen(Scope.System, db => db.MailDeliveries.CountAsync(d => d.State == DeliveryState.Skipped)));
    }

    [Fact]
    public async Task What_the_recipient_may_not_see_is_not_told()
    {
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled(null, 7, 8);
        await portal.Services.GetRequiredService<FanOut>().Next(default);
        while (await portal.Services.GetRequiredService<FanOut>().Next(default))
        {
        }

        await portal.Seen(Scope.System, db => db.Invitations.Where(i => i.SupplierId == 7).ExecuteDeleteAsync());
        await portal.DeliverMail();

        Assert.Equal(["person80@supplier8.example"], portal.Mails.SelectMany(mail => mail.To.Mailboxes).Select(to => to.Address));
    }

    [Fact]
    public async Task The_language_is_the_recipients_when_it_is_sent()
    {
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled(null, 7, 8);
        await portal.Seen(Scope.System, db => db.Accounts.Where(a => a.Id == 70).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.Language, "ru").SetProperty(a => a.FullName, "Ковалёва Марина Сергеевна")));

        await portal.DeliverMail();

        var (russian, english) = (portal.MailsTo("person70@supplier7.example")[0], portal.MailsTo("person80@supplier8.example")[0]);
        Assert.Equal("Приглашение: 20067776/0", russian.Subject);
        Assert.Contains("Здравствуйте, Марина Сергеевна! Подайте предложение.", russian.TextBody, StringComparison.Ordinal);
        Assert.Contains("Официальное извещение — в списке уведомлений", russian.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("Ковалёва Марина Сергеевна", russian.To.Mailboxes.Single().Name);
        Assert.Equal("Invitation: 20067776/0", english.Subject);
        Assert.Equal("Приглашение: 20067776/0", await portal.Seen(Scope.System, db => db.Notifications.Where(n => n.PersonId == 70).Select(n => n.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_commit_rings_the_bell_and_a_rollback_does_not()
    {
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled();
        var bell = portal.Services.GetRequiredService<OutboxBell>();
        while (await bell.Wait(TimeSpan.Zero, default))
        {
        }

        await portal.Seen(Scope.System, async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Record(new RoundPublished("20067776/0", Given.Deadline));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        Assert.False(await bell.Wait(TimeSpan.Zero, default));

        await portal.Seen(Scope.System, async db =>
        {
            db.Record(new RoundPublished("20067776/0", Given.Deadline));
            return await db.SaveChangesAsync();
        });
        Assert.True(await bell.Wait(TimeSpan.Zero, default));
    }
}
