using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Features.Opening;

namespace SrmPortal.Testing;

/// <summary>Rounds with several offers, opened and evaluated.</summary>
public sealed partial class Portal
{
    public const string RoundPath = "/events/20067776/0";
    public const string OpeningPath = RoundPath + "/opening";
    public const string ComparisonPath = RoundPath + "/comparison";
    public const string AwardPath = RoundPath + "/award";

    /// <summary>When an opening is possible.</summary>
    public static readonly DateTime Openable = Given.Deadline + Given.Drain;

    /// <summary>Saves and submits; lines of a price of null stay blank.</summary>
    public async Task Offer(long supplier, OfferContent content, DateTime? instant = null)
    {
        await As(Supplier(supplier), services => services.GetRequiredService<SaveOffer>().Save(RoundId, content, 0, Given.InTime));
        await As(Supplier(supplier), services => services.GetRequiredService<SubmitOffer>()
            .Submit(RoundId, new SubmitForm { WorkingCopyNo = 1, Key = Guid.NewGuid(), BlanksAreMeant = true, Signs = true }, instant ?? Given.InTime));
    }

    /// <summary>One price an item, for the whole quantity unless said otherwise.</summary>
    public Task Offer(long supplier, params (string Item, decimal Price)[] lines) => Offer(supplier, Lines("RUB", lines));

    public static OfferContent Lines(string currency, params (string Item, decimal Price)[] lines) =>
        Given.Prices(1, currency: currency) with { Lines = [.. lines.Select(line => new OfferEntry(line.Item, 12, line.Price))] };

    public Task<bool> AddStaffMember(long key, StaffRoles role, long? site = null) => Seen(Scope.System, async db =>
    {
        await AddStaff(db, key, role, site);
        return true;
    });

    /// <summary>An earlier event in which ten tons of a material were bought from supplier 7.</summary>
    public Task<bool> BoughtBefore(string number, string material, decimal price, int daysBefore = 30, string unit = "t") => Seen(Scope.System, async db =>
    {
        var round = Given.Published(new Round(new SourcingEvent(number, 1, BuyerId, 2), 0, Given.Terms with { OpeningRule = OpeningRule.Automatic }, new RoundItem("0001", "Pipe", 10, unit) { MaterialNumber = material }), 7);
        round.Open(Given.Drain, Openable);
        db.Add(round);
        await db.SaveChangesAsync();
        var offers = new Comparison("RUB", [new CurrencyRate("RUB")], round.Items, [new Contender(1, 7, "RUB", Given.InTime, 1)], [new Quote(1, "0001", 10, price)]);
        var award = new Award(round);
        award.Choose([ItemChoice.From(offers, "0001", 7)], "The only one.", offers, BuyerId);
        award.Decide(offers, needsApproval: false, BuyerId, Openable.AddDays(-daysBefore));
        db.Add(award);
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>What the opening looks for every few seconds, once.</summary>
    public Task<int> OpenDue() => Services.GetRequiredService<OpenDueRounds>().Run(CancellationToken.None);

    public Task<EvaluationHead?> Head(Scope scope) => Seen(scope, db => EvaluationHead.Read(db, "20067776", 0, scope.PersonId));

    public Task<Round> StoredRound() => Seen(Scope.System, db => db.Rounds.AsNoTracking().Include(r => r.Event).SingleAsync(r => r.Id == RoundId));
}
