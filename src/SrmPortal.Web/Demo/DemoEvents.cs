using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Features.Publishing;

namespace SrmPortal.Web.Demo;

/// <summary>An event as it is thought up.</summary>
/// <param name="Title">What is bought.</param>
/// <param name="Items">One by one.</param>
/// <param name="Category">Code.</param>
/// <param name="Buyer">Mailbox of the responsible buyer.</param>
internal sealed record DemoPlan(string Title, DemoItem[] Items, string Category, string Buyer)
{
    public EventKind Kind { get; init; } = EventKind.RequestForProposals;

    /// <summary>Place among the sites.</summary>
    public int Site { get; init; }

    public bool WithQuestions { get; init; } = true;

    public Audience Audience { get; init; } = Audience.Invited;

    /// <summary>Titles, and how many of the items one after the other belong to each.</summary>
    public (string Title, int Items)[] Lots { get; init; } = [];

    public OpeningRule Opening { get; init; } = OpeningRule.OneOpener;

    /// <summary>The customer's documentation.</summary>
    public IReadOnlyList<DemoPaper> Papers { get; init; } = [];
}

/// <param name="Name">Of the file, without its ending.</param>
/// <param name="Title">In the buyer's words.</param>
/// <param name="Paragraphs">What it says.</param>
internal sealed record DemoPaper(string Name, string Title, params string[] Paragraphs);

/// <summary>Plays what buyers, suppliers and approvers do with an event, each at its time.</summary>
internal sealed partial class DemoEvents(DemoStage stage)
{
    public const string Approver = "m.sokolov";

    /// <returns>The round's key.</returns>
    public async Task<long> Draft(DemoPlan plan, DateTime now, DateTime deadline, IEnumerable<DemoCompany> invited)
    {
        var buyer = await stage.Colleague(plan.Buyer);
        var second = await stage.Colleague(plan.Buyer == "v.orehova" ? "a.lebedev" : "v.orehova");
        return await stage.Play(now, buyer, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var site = await db.Sites.OrderBy(s => s.Id).Skip(plan.Site).FirstAsync();
            var category = await db.Categories.SingleAsync(c => c.Code == plan.Category);
            var taxKeys = invited.Select(company => company.Details.TaxNumber).ToArray();
            var suppliers = await db.Suppliers.Where(s => taxKeys.Contains(s.TaxKey)).Select(s => s.Id).ToListAsync();
            return await db.InTransaction(async () =>
            {
                var round = new Round(new SourcingEvent(await db.NextEventNumber(), site.Id, buyer.PersonId!.Value), 0,
                    Terms(plan, site, deadline, category.Id, buyer.PersonId.Value, second.PersonId!.Value), plan.Items.AsAsked(deadline, site.City, category.Id));
                round.ReplaceLots(plan.Lots.Select((lot, i) => new RoundLot(i + 1, lot.Title)),
                    plan.Lots.SelectMany((lot, i) => Enumerable.Repeat(i + 1, lot.Items)).Select((lot, i) => (lot, i)).ToDictionary(one => $"{one.i + 1:0000}", one => one.lot));
                round.ReplaceQuestions(plan.WithQuestions ? Questions : []);
                round.ChooseSuppliers(suppliers);
                db.Add(round);
                await db.SaveChangesAsync();
                return round.Id;
            });
        });
    }

    /// <summary>Published by the buyer, or by the approver where the value asks for one.</summary>
    public async Task<long> Publish(DemoPlan plan, DateTime now, DateTime deadline, params IEnumerable<DemoCompany> invited)
    {
        var round = await Draft(plan, now.AddHours(-3), deadline, invited);
        await Attach(round, plan, now.AddHours(-2));
        var (buyer, approver) = (await stage.Colleague(plan.Buyer), await stage.Colleague(Approver));
        var needsApprover = plan.Items.Sum(item => item.Quantity * item.Target) > PublishingPolicy.Usual.ApprovalThreshold;
        if (needsApprover)
        {
            await AskForApproval(round, plan, now.AddHours(-1));
            await stage.Play(now, approver, services => services.GetRequiredService<PublishRound>().Approve(round, approver.PersonId!.Value, now));
        }
        else
        {
            await stage.Play(now, buyer, services => services.GetRequiredService<PublishRound>().Publish(round, buyer.PersonId!.Value, now));
        }

        return round;
    }

    public async Task<bool> AskForApproval(long round, DemoPlan plan, DateTime now)
    {
        var (buyer, approver) = (await stage.Colleague(plan.Buyer), await stage.Colleague(Approver));
        return await stage.Play(now, buyer, services => services.GetRequiredService<AskForApproval>().Send(round, buyer.PersonId!.Value, approver.PersonId!.Value, now));
    }

    /// <param name="round">Its key.</param>
    /// <param name="plan">What was asked.</param>
    /// <param name="company">Who offers.</param>
    /// <param name="level">1: about the target prices.</param>
    /// <param name="now">When it is saved.</param>
    /// <param name="submitted">When it is submitted; null: it is not.</param>
    /// <param name="without">Lines, from 0, that aren't offered.</param>
    public async Task Offer(long round, DemoPlan plan, DemoCompany company, decimal level, DateTime now, DateTime? submitted, params int[] without)
    {
        var bidder = await stage.Bidder(company);
        await stage.Play(now, bidder, async services => await services.GetRequiredService<SaveOffer>()
            .Save(round, await Content(services.GetRequiredService<PortalDbContext>(), round, plan, level, without), 0, now));
        if (submitted is { } instant)
        {
            await stage.Play(instant, bidder, services => services.GetRequiredService<SubmitOffer>()
                .Submit(round, new SubmitForm { WorkingCopyNo = 1, BlanksAreMeant = true, Signs = true, Key = Guid.NewGuid() }, instant));
        }
    }

    public async Task Open(long round, DemoPlan plan, DateTime now)
    {
        var buyer = await stage.Colleague(plan.Buyer);
        await stage.Play(now, buyer, services => services.GetRequiredService<OpenRound>().Open(round, now));
    }

    /// <summary>The best price of each item.</summary>
    public async Task Choose(long round, DemoPlan plan, DateTime now)
    {
        var buyer = await stage.Colleague(plan.Buyer);
        await stage.Play(now, buyer, async services => await services.GetRequiredService<PrepareAward>().Choose(
            await Head(services, round, buyer.PersonId), 0,
            evaluation => [.. evaluation.Comparison.Items.Where(item => evaluation.Comparison.For(item.Number).Count > 0)
                .Select(item => ItemChoice.From(evaluation.Comparison, item.Number, evaluation.Comparison.For(item.Number)[0].Contender.SupplierId))],
            "Лучшая цена каждой позиции без НДС; отклонений по условиям нет."));
    }

    public async Task Propose(long round, DemoPlan plan, DateTime now)
    {
        var (buyer, approver) = (await stage.Colleague(plan.Buyer), await stage.Colleague(Approver));
        await stage.Play(now, buyer, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var name = await db.Accounts.Where(a => a.Id == approver.PersonId).Select(a => a.UserName).SingleAsync();
            return await services.GetRequiredService<DecideAward>().Propose(await Head(services, round, buyer.PersonId), await Revision(db, round), name, now);
        });
    }

    public async Task Decide(long round, DemoPlan plan, DateTime now)
    {
        var buyer = await stage.Colleague(plan.Buyer);
        await stage.Play(now, buyer, async services => await services.GetRequiredService<DecideAward>()
            .Decide(await Head(services, round, buyer.PersonId), await Revision(services.GetRequiredService<PortalDbContext>(), round), now));
    }

    public async Task Cancel(long round, DemoPlan plan, string reason, DateTime now)
    {
        var buyer = await stage.Colleague(plan.Buyer);
        await stage.Play(now, buyer, services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return db.InTransaction(async () =>
            {
                await db.LockRound(round);
                (await db.Rounds.Include(r => r.Event).SingleAsync(r => r.Id == round)).Cancel(buyer.PersonId!.Value, reason, now);
                return true;
            });
        });
    }

    private static async Task<EvaluationHead> Head(IServiceProvider services, long round, long? reader)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var name = await db.Rounds.Where(r => r.Id == round).Select(r => new { r.Event.Number, r.No }).SingleAsync();
        return (await EvaluationHead.Read(db, name.Number, name.No, reader))!;
    }

    private static Task<int> Revision(PortalDbContext db, long round) => db.Awards.Where(a => a.RoundId == round).Select(a => a.Revision).SingleAsync();

    // Some lines a little dearer, some a little cheaper, always the same.
    private static Task<OfferContent> Content(PortalDbContext db, long round, DemoPlan plan, decimal level, int[] without) => Content(db, round, plan,
        i => without.Contains(i) ? 0 : decimal.Round(plan.Items[i].Target * (level + ((i * 7 + (int)(level * 1000)) % 11 - 5) * 0.006m), 2));

    private static async Task<OfferContent> Content(PortalDbContext db, long round, DemoPlan plan, Func<int, decimal> price)
    {
        var asked = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == round);
        var vat = new Vat(VatCategory.General, 22);
        return new OfferContent("RUB", "", [.. plan.Items.Select((item, i) => new OfferEntry($"{i + 1:0000}", price(i) == 0 ? 0 : item.Quantity, price(i)))])
        {
            Vat = vat,
            ValidUntil = DateOnly.FromDateTime(asked.Deadline.AddDays(asked.OfferValidityDays + 7)),
            Incoterms = new Incoterms("DAP", Incoterms.CurrentEdition, "Нижний Тагил"),
            PaymentTerms = "Согласны с условиями заказчика",
            Answers = plan.WithQuestions ? [new OfferAnswer(1, "Волжский трубный двор, Россия"), new OfferAnswer(2, "yes")] : [],
        };
    }

    private static RoundTerms Terms(DemoPlan plan, Site site, DateTime deadline, long category, long opener, long second) => new()
    {
        Kind = plan.Kind,
        Title = plan.Title,
        Description = "Можно предложить часть позиций и аналоги. Количество поставляется одной партией.",
        Deadline = deadline,
        TimeZone = site.TimeZone,
        ClarificationsUntil = deadline.AddHours(-1),
        DesiredDelivery = $"DAP {site.City}",
        PaymentTerms = "100 % в течение 30 календарных дней после поставки",
        DeliveryTerms = "Доставка силами поставщика, разгрузка силами покупателя",
        AllowsPartialQuantities = true,
        AllowsSubstitutes = true,
        OpeningRule = plan.Opening,
        OpenerId = opener,
        SecondOpenerId = plan.Opening is OpeningRule.TwoOpeners ? second : null,
        Debrief = plan.Kind is EventKind.RequestForPrices ? Debrief.PriceGap : Debrief.Rank,
        Audience = plan.Audience,
        Categories = [category],
        EstimatedValue = decimal.Round(plan.Items.Sum(item => item.Quantity * item.Target), 2),
    };

    private static RoundQuestion[] Questions =>
    [
        new(1, "Кто изготовит товар? Завод и страна.", QuestionType.Text, true),
        new(2, "Подтверждаете сроки поставки всех предлагаемых позиций?", QuestionType.YesNo, true),
        new(3, "Есть ли запас на складе?", QuestionType.Text, false),
    ];
}
