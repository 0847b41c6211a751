using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Features.Publishing;

namespace SrmPortal.Benchmarks;

/// <summary>Events with their offers: the mass of them, and those made for the measures by the deeds that people do.</summary>
internal sealed partial class Generator
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(30);

    private int _lastNumber = 20_060_000;

    // Of a hundred the latest four are drafts, ten open, three closed, eight opened; the others came to their end long ago.
    private enum Fate { Draft, Open, Closed, Opened, Ended }

    private async Task Rounds(int first, int count)
    {
        var plans = Enumerable.Range(first, count).Select(i => (Fate: FateOf(i), Round: Planned(FateOf(i), i))).ToArray();
        await In(async (db, services) =>
        {
            var (keys, receipts) = (services.GetRequiredService<SealingKeys>(), services.GetRequiredService<ReceiptKeys>());
            var categories = await db.VatCategories.AsNoTracking().ToListAsync();
            db.AddRange(plans.Select(plan => plan.Round));
            foreach (var (fate, round) in plans.Where(plan => plan.Fate is not Fate.Draft))
            {
                round.Publish(round.Event.BuyerId!.Value, Facts(round));
                db.Add(keys.MakeFor(round));
            }

            await StoreAndKeep(db);
            foreach (var (fate, round) in plans.Where(plan => plan.Fate is not Fate.Draft))
            {
                await Offers(db, services, receipts, categories, fate, round);
            }

            await Store(db);
        });
    }

    private Fate FateOf(int i) => ((options.Events - i) * 100L / options.Events) switch { <= 4 => Fate.Draft, <= 14 => Fate.Open, <= 17 => Fate.Closed, <= 25 => Fate.Opened, _ => Fate.Ended };

    private Round Planned(Fate fate, int i)
    {
        DateTime? deadline = fate switch
        {
            Fate.Draft => null,
            Fate.Open => _now.AddMinutes(_random.Next(2 * 1440, 20 * 1440)),
            Fate.Closed => _now.AddMinutes(-_random.Next(60, 2 * 1440)),
            Fate.Opened => _now.AddMinutes(-_random.Next(3 * 1440, 30 * 1440)),
            _ => _now.AddDays(-40 - (options.Events - i) * 1000.0 / options.Events),
        };
        var round = New(deadline, _random.Next(1, 16), $"{Word(_random.Next())} и {Word(_random.Next()).ToLowerInvariant()} для ремонта цеха № {_random.Next(1, 60)}", _buyers[_random.Next(_buyers.Length)]);
        // Who is measured takes part more often than others.
        round.ChooseSuppliers([.. Some(_suppliers, _random.Next(6, 14)), .. _suppliers.Take(options.SignedIn).Where(_ => _random.Next(20) == 0)]);
        return round;
    }

    private Round New(DateTime? deadline, int items, string title, long buyer)
    {
        var number = (++_lastNumber).ToString("00000000", CultureInfo.InvariantCulture);
        return new Round(new SourcingEvent(number, _sites[_random.Next(_sites.Length)], buyer), 0, new RoundTerms
        {
            Title = title,
            Description = "Можно предложить часть позиций. Количество поставляется одной партией.",
            Deadline = deadline is { } at ? Minute(at) : null,
            Rates = [new CurrencyRate("RUB")],
            RequiresIncoterms = false,
            AllowsPartialQuantities = true,
            OpenerId = buyer,
            EstimatedValue = 1_000_000,
            Categories = Some(_categories, 2),
        }, Enumerable.Range(1, items).Select(i => new RoundItem($"{i:0000}", $"{Word(_random.Next())} {_random.Next(10, 900)}×{_random.Next(2, 40)}", _random.Next(1, 200), "t")
        {
            FullName = $"{Word(i)} по ГОСТ {_random.Next(1000, 33000)}-2018, сталь 09Г2С",
            MaterialNumber = $"{_random.Next(1_000_000, 9_999_999)}",
        }));
    }

    private PublishingFacts Facts(Round round) => new()
    {
        Now = round.Deadline.AddDays(-12) < _now ? round.Deadline.AddDays(-12) : _now.AddDays(-1),
        NoticeEdition = 1,
        BuyerCanBeReached = true,
        PossibleOpeners = _buyers,
        Suppliers = [.. round.ChosenSuppliers],
    };

    private async Task Offers(PortalDbContext db, IServiceProvider services, ReceiptKeys receipts, List<VatCategory> categories, Fate fate, Round round)
    {
        var some = (int)Math.Round(options.Offers / (options.Events * 0.96) * (0.5 + _random.NextDouble()));
        var made = round.Invitations.Select(invitation => invitation.SupplierId).Take(some).Select(supplier => Offered(db, receipts, categories, round, supplier)).ToArray();
        if (fate is Fate.Open or Fate.Closed)
        {
            foreach (var (offer, content, _) in made)
            {
                services.GetRequiredService<CurrentScope>().Is = Scope.Supplier(_people[Array.IndexOf(_suppliers, offer.SupplierId)], offer.SupplierId, CompanyRights.ContactPerson);
                await services.GetRequiredService<OfferVault>().Seal(offer, ContentKind.WorkingCopy, content, InTime(round));
                var commitment = await services.GetRequiredService<OfferVault>().Seal(offer, ContentKind.Version, content, InTime(round));
                Receipt(db, receipts, offer, commitment.Hash);
            }

            services.GetRequiredService<CurrentScope>().Is = Scope.System;
            return;
        }

        round.ConfirmOpening(round.OpenerId!.Value, Drain, round.Deadline.AddHours(1));
        round.Open(Drain, round.Deadline.AddHours(1));
        foreach (var (offer, content, hash) in made)
        {
            Receipt(db, receipts, offer, hash);
            offer.BeOpened(intact: true);
            db.Add(new OpenedOffer(offer, content));
            db.AddRange(fate is Fate.Opened ? content.Lines.Select(line => new OfferLine(offer, line, content.Vat)) : []);
        }

        if (fate is Fate.Ended)
        {
            round.EndWithoutAward("Потребность отпала.", round.Event.BuyerId!.Value, round.Deadline.AddDays(10));
            Array.ForEach(made, one => one.Offer.BeDecided(OfferState.Declined));
        }
    }

    private (Offer Offer, OfferContent Content, byte[] Hash) Offered(PortalDbContext db, ReceiptKeys receipts, List<VatCategory> categories, Round round, long supplier)
    {
        var (offer, content) = (new Offer(round, supplier), Content(round));
        offer.Save(content, InTime(round));
        offer.Submit(new Submission(content, _companies[Array.IndexOf(_suppliers, supplier)], MaySubmit: true, InTime(round)) { AmendmentSeen = 0, VatCategories = categories });
        db.Add(offer);
        var nonce = new byte[32];
        _random.NextBytes(nonce);
        return (offer, content, SHA256.HashData([.. nonce, .. CanonicalContent.Write(content)]));
    }

    private void Receipt(PortalDbContext db, ReceiptKeys receipts, Offer offer, byte[] hash)
    {
        var version = new OfferVersion(offer, _companies[Array.IndexOf(_suppliers, offer.SupplierId)], null, hash, [], Guid.NewGuid(), InTime(offer.Round));
        // The lock of a round counts its submissions; here nobody takes it.
        db.Add(version);
        db.Entry(version).Property(v => v.Sequence).CurrentValue = 1 + (int)(offer.SupplierId - _suppliers[0]);
        version.Sign(receipts.KeyId, receipts.Sign);
    }

    private OfferContent Content(Round round) => new("RUB", "", [.. round.Items.Select(item => new OfferEntry(item.Number, item.Quantity, decimal.Round((decimal)(100 + _random.NextDouble() * 100_000), 2)))])
    {
        Vat = new Vat("NOT_SUBJECT", null),
        ValidUntil = DateOnly.FromDateTime(round.Deadline.AddDays(round.OfferValidityDays + 30)),
    };

    private DateTime InTime(Round round) => round.Deadline.AddDays(-1) < _now ? round.Deadline.AddDays(-1) : _now;

    private static async Task StoreAndKeep(PortalDbContext db)
    {
        foreach (var root in db.ChangeTracker.Entries<Domain.Common.AggregateRoot>())
        {
            root.Entity.TakeEvents();
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Published by its buyer, open for ten days, for those who are measured.</summary>
    private Task<string> Open(int items) => OpenUntil(_now.AddDays(10), items);

    /// <summary>The same with a deadline, of a whole minute.</summary>
    public Task<string> OpenUntil(DateTime deadline, int items) => Published(items, options.SignedIn, _now.AddDays(-1), deadline);

    /// <summary>Offered, submitted and opened as people do it.</summary>
    private async Task<string> Opened(int offers, int items)
    {
        var deadline = _now.AddHours(-2);
        var number = await Published(items, offers, deadline.AddDays(-5), deadline);
        var round = await portal.As(Scope.System, services => services.GetRequiredService<PortalDbContext>().Rounds.AsNoTracking().Include(r => r.Event).SingleAsync(r => r.Event.Number == number));
        for (var i = 0; i < offers; i++)
        {
            var bidder = Scope.Supplier(_people[i], _suppliers[i], CompanyRights.ContactPerson | CompanyRights.Submit);
            await portal.As(bidder, services => services.GetRequiredService<SaveOffer>().Save(round.Id, Content(round), 0, deadline.AddHours(-3)));
            await portal.As(bidder, services => services.GetRequiredService<SubmitOffer>().Submit(round.Id,
                new SubmitForm { WorkingCopyNo = 1, BlanksAreMeant = true, Signs = true, Key = Guid.NewGuid() }, deadline.AddHours(-2)));
        }

        await portal.As(Scope.StaffOf(_buyers[0], Domain.Accounts.StaffRoles.Buyer), services => services.GetRequiredService<OpenRound>().Open(round.Id, _now));
        return number;
    }

    private async Task<string> Published(int items, int invited, DateTime now, DateTime deadline)
    {
        var round = New(deadline, items, $"Для замеров: {items} позиций", _buyers[0]);
        round.ChooseSuppliers(_suppliers.Take(invited));
        await In(async (db, _) =>
        {
            db.Add(round);
            await Store(db);
        });
        await portal.As(Scope.System, services => services.GetRequiredService<PublishRound>().Publish(round.Id, _buyers[0], now));
        return round.Event.Number;
    }
}
