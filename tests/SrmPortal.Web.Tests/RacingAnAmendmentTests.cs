using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Amending;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Features.Publishing;

namespace SrmPortal.Web.Tests;

/// <summary>An amendment, an extension, a cancellation and a refusal to take part meet submissions at the round's lock.</summary>
public sealed class RacingAnAmendmentTests
{
    private static readonly long[] Suppliers = [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_accepted_submission_was_before_the_amendment_and_needs_confirmation_or_knows_it(string database)
    {
        await using var portal = await Portal.With(database, null, Suppliers);
        await Save(portal);
        await Prepare(portal);
        var revision = await portal.Seen(Scope.System, db => db.Amendments.Select(a => a.Revision).SingleAsync());

        var accepted = await Race(portal, () => portal.As(Portal.Buyer, services => services.GetRequiredService<AmendRound>().Publish(portal.RoundId, revision, Given.LastMillisecond)));
        // Whoever was refused reads what changed, and submits knowing it.
        var late = Suppliers.Except(accepted).ToArray();
        foreach (var supplier in late)
        {
            await Submit(portal, supplier, amendmentSeen: 1);
        }

        var offers = await portal.Seen(Scope.System, db => db.Offers.ToDictionaryAsync(o => o.SupplierId, o => o.State));
        var known = await portal.Seen(Scope.System, db => db.OfferVersions.ToDictionaryAsync(v => v.SupplierId, v => v.AmendmentNo));
        Assert.All(accepted, supplier => Assert.Equal((OfferState.NeedsConfirmation, 0), (offers[supplier], known[supplier])));
        Assert.All(late, supplier => Assert.Equal((OfferState.Submitted, 1), (offers[supplier], known[supplier])));
        Assert.Equal(accepted.Length, await portal.Seen(Scope.System, db => db.Outbox.CountAsync(m => m.Kind == nameof(OfferNeedsConfirmation))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Confirmations_against_the_next_amendment_know_it_or_are_out_of_force_again(string database)
    {
        await using var portal = await Portal.With(database, null, [.. Suppliers.Take(8)]);
        await Save(portal, 8);
        foreach (var supplier in Suppliers.Take(8))
        {
            await Submit(portal, supplier, amendmentSeen: 0);
        }

        await Amend(portal, "First");
        await Prepare(portal, "Second");
        var revision = await portal.Seen(Scope.System, db => db.Amendments.Where(a => a.State == AmendmentState.Draft).Select(a => a.Revision).SingleAsync());
        Task<bool> Confirm(long supplier) => portal.As(Portal.Supplier(supplier), services => services.GetRequiredService<SubmitOffer>()
            .Confirm(portal.RoundId, new SubmitForm { WorkingCopyNo = 1, AmendmentNo = 1, Key = Guid.NewGuid() }, Given.InTime)).IsDone();
        var confirming = Suppliers.Take(8).Select(supplier => Task.Run(() => Confirm(supplier))).ToArray();
        await portal.As(Portal.Buyer, services => services.GetRequiredService<AmendRound>().Publish(portal.RoundId, revision, Given.InTime));
        await Task.WhenAll(confirming);

        Assert.All(await portal.Seen(Scope.System, db => db.Offers.Select(o => o.State).ToListAsync()), state => Assert.Equal(OfferState.NeedsConfirmation, state));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_extension_takes_nothing_from_submissions_that_come_meanwhile(string database)
    {
        await using var portal = await Portal.With(database, null, Suppliers);
        await Save(portal);

        var accepted = await Race(portal, () => portal.As(Portal.Buyer, services => services.GetRequiredService<Clarify>()
            .Extend(portal.RoundId, Given.Deadline.AddDays(1), null, "Why", Given.LastMillisecond)));

        Assert.Equal(Suppliers, accepted);
        Assert.All(await portal.Seen(Scope.System, db => db.Offers.Select(o => o.State).ToListAsync()), state => Assert.Equal(OfferState.Submitted, state));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_cancellation_nothing_is_accepted_and_what_was_before_it_stays_as_it_was(string database)
    {
        await using var portal = await Portal.With(database, null, Suppliers);
        await Save(portal);

        var accepted = await Race(portal, () => portal.As(Portal.Buyer, services => services.GetRequiredService<CancelRound>()
            .Cancel(portal.RoundId, Portal.BuyerId, "No need", Given.LastMillisecond)));

        Assert.InRange(accepted.Length, 4, 20);
        Assert.Equal(accepted, await portal.Seen(Scope.System, db => db.OfferVersions.Select(v => v.SupplierId).Order().ToArrayAsync()));
        Assert.Equal(accepted, await portal.Seen(Scope.System, db => db.Offers.Where(o => o.State == OfferState.Submitted).Select(o => o.SupplierId).Order().ToArrayAsync()));
        Assert.Equal(RoundState.Cancelled, await portal.Seen(Scope.System, db => db.Rounds.Select(r => r.State).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_an_amendment_and_an_opening_at_the_same_time_one_wins(string database)
    {
        await using var portal = await Portal.With(database);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await Prepare(portal);
        var revision = await portal.Seen(Scope.System, db => db.Amendments.Select(a => a.Revision).SingleAsync());

        var amending = portal.As(Portal.Buyer, services => services.GetRequiredService<AmendRound>().Publish(portal.RoundId, revision, Given.LastMillisecond)).IsDone();
        var opening = portal.Open().IsDone();
        var (amended, opened) = (await amending, await opening);

        Assert.True(amended ^ opened, $"amended {amended}, opened {opened}");
        Assert.Equal(amended ? OfferState.NeedsConfirmation : OfferState.UnderEvaluation, await portal.Seen(Scope.System, db => db.Offers.Select(o => o.State).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_whose_offer_is_in_force_has_declined(string database)
    {
        await using var portal = await Portal.With(database, null, [.. Suppliers.Take(8)]);
        await Save(portal, 8);
        Task<bool> Decline(long supplier) => portal.As(Portal.Supplier(supplier), services => services.GetRequiredService<AnswerInvitation>().Decline(portal.RoundId, "No capacity", Given.InTime)).IsDone();

        var declining = Suppliers.Take(8).Select(supplier => Task.Run(() => Decline(supplier))).ToArray();
        var submissions = await Task.WhenAll(Suppliers.Take(8).Select(supplier => Task.Run(() => Submit(portal, supplier, amendmentSeen: 0).IsDone())));
        await Task.WhenAll(declining);

        Assert.All(submissions, isAccepted => Assert.True(isAccepted));
        Assert.All(await portal.Seen(Scope.System, db => db.Invitations.Select(i => i.State).ToListAsync()), state => Assert.Equal(InvitationState.WillTakePart, state));
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_the_round_its_offers_and_the_outbox_alone()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        await portal.Submit(7, Given.InTime);
        await Prepare(portal, deadline: Given.Deadline);
        var (revision, told) = await portal.Seen(Scope.System, async db => (await db.Amendments.Select(a => a.Revision).SingleAsync(), await db.Outbox.CountAsync()));

        await Assert.ThrowsAsync<RuleViolation>(() => portal.As(Portal.Buyer, services => services.GetRequiredService<AmendRound>().Publish(portal.RoundId, revision, Given.InTime)));

        Assert.Equal((0, OfferState.Submitted, told), await portal.Seen(Scope.System, async db =>
            (await db.Rounds.Select(r => r.AmendmentNo).SingleAsync(), await db.Offers.Select(o => o.State).SingleAsync(), await db.Outbox.CountAsync())));
    }

    private static async Task<long[]> Race(Portal portal, Func<Task> deed)
    {
        var written = 0;
        var someAreWritten = new TaskCompletionSource();
        async Task<long?> Try(long supplier)
        {
            if (!await Submit(portal, supplier, amendmentSeen: 0).IsDone())
            {
                return null;
            }

            if (Interlocked.Increment(ref written) == 4)
            {
                someAreWritten.SetResult();
            }

            return supplier;
        }

        var submissions = Suppliers.Select(supplier => Task.Run(() => Try(supplier))).ToArray();
        await someAreWritten.Task;
        await deed();
        return [.. (await Task.WhenAll(submissions)).OfType<long>().Order()];
    }

    private static async Task Save(Portal portal, int count = 20)
    {
        foreach (var supplier in Suppliers.Take(count))
        {
            await portal.Save(supplier, 100 + supplier);
        }
    }

    private static Task<int> Submit(Portal portal, long supplier, int amendmentSeen) => portal.As(Portal.Supplier(supplier), services => services.GetRequiredService<SubmitOffer>()
        .Submit(portal.RoundId, new SubmitForm { WorkingCopyNo = 1, AmendmentNo = amendmentSeen, Key = Guid.NewGuid() }, Given.InTime));

    /// <summary>Material, since it asks for another payment; whole offers can still be confirmed or submitted.</summary>
    private static Task Prepare(Portal portal, string payment = "In 90 days", DateTime? deadline = null) => portal.As(Portal.Buyer, async services =>
    {
        var amend = services.GetRequiredService<AmendRound>();
        await amend.Begin(portal.RoundId, Given.InTime);
        return await amend.Change(portal.RoundId, Given.InTime, (amendment, facts) =>
        {
            amendment.Revise(Portal.BuyerId, amendment.Becomes with { PaymentTerms = payment }, facts.Now);
            amendment.Explain(Portal.BuyerId, "Why", false, deadline ?? Given.Deadline.AddDays(9), facts.Now);
        });
    });

    private static async Task Amend(Portal portal, string payment)
    {
        await Prepare(portal, payment);
        var revision = await portal.Seen(Scope.System, db => db.Amendments.Where(a => a.State == AmendmentState.Draft).Select(a => a.Revision).SingleAsync());
        await portal.As(Portal.Buyer, services => services.GetRequiredService<AmendRound>().Publish(portal.RoundId, revision, Given.InTime));
    }
}
