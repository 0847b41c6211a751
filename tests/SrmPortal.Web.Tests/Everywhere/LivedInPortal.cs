using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Links;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Offers;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Amending;
using SrmPortal.Web.Features.Events;
using SrmPortal.Web.Features.Offers;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Features.Practising;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Tests.Accreditation;
using SrmPortal.Web.Tests.Categories;
using SrmPortal.Web.Tests.Reference;
using SrmPortal.Web.Tests.Registration;
using SrmPortal.Web.Tests.Suppliers;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>
/// A portal in which everything that there is has happened: the demonstration, with events in every state, and on it what that leaves out,
/// done by the same deeds: registrations on their way, an accreditation, an import, attachments, links that were mailed.
/// </summary>
internal static partial class LivedInPortal
{
    public const string Contact = "kovaleva@uraltrubsnab.example", Master = "orlov@uraltrubsnab.example", Bidder = "lapina@borovichi-ogneupor.example";
    public const string Buyer = "a.lebedev@seversplav.example", OtherBuyer = "v.orehova@seversplav.example", Approver = "m.sokolov@seversplav.example";
    public const string Head = "e.krylova@seversplav.example", Reviewer = "t.semenova@seversplav.example", Support = "a.nikitin@seversplav.example";
    public const string Formula = "=cmd| /C calc!A0";
    public const string Auditor = "i.frolova@seversplav.example", Administrator = "k.zhukov@seversplav.example";

    private static readonly string[] InOrderOfChecks = ["t.semenova@seversplav.example", "i.markov@seversplav.example", "n.belova@seversplav.example", "o.zimina@seversplav.example"];

    private static readonly string[] PagesOfOffer = ["review", "files", "prices", "confirm", "withdraw"], PagesOfDraft = ["suppliers?q=труб", "suppliers?all=true", "preview", "delete"];

    /// <param name="more">Services that look on.</param>
    /// <param name="settings">Beside those of the tests.</param>
    /// <returns>The portal, a browser with a draft of a registration, and one whose registration was sent.</returns>
    public static async Task<(Portal Portal, HttpClient Drafting, HttpClient Waiting)> Of(Action<IServiceCollection> more, params (string Key, string Value)[] settings)
    {
        var portal = new Portal(Databases.Sqlite, more) { Settings = { ["Demo:Data"] = "true" } };
        foreach (var (key, value) in settings)
        {
            portal.Settings[key] = value;
        }

        await portal.Seen(Scope.System, async db =>
        {
            var pipes = new Category(null, "t12", "Трубы", "Pipes");
            db.AddRange(pipes, new Category(pipes, "t12.04", "Трубы бесшовные", "Seamless pipes") { NeedsCommission = true }, new Category(null, "t13", "Метизы", "Hardware"));
            return await db.SaveChangesAsync();
        });
        await Events(portal);
        var (drafting, waiting) = await Registrations(portal);
        await Accreditations(portal);
        await People(portal);
        await portal.DeliverMail();
        await Hostile(portal);
        await portal.As(Scope.System, services => services.GetRequiredService<Data.Happenings.AuditChain>().Seal(portal.Clock.GetUtcNow().UtcDateTime));
        return (portal, drafting, waiting);
    }

    /// <summary>As the header of the tests' own way in names a person of the demonstration.</summary>
    public static async Task<string> Person(this Portal portal, string email)
    {
        var scope = await portal.ScopeOf(email);
        return scope.SupplierId is { } supplier ? $"supplier:{supplier}:{scope.PersonId}" : $"staff:{scope.PersonId}";
    }

    public static Task<Scope> ScopeOf(this Portal portal, string email) => portal.Seen(Scope.System, async db =>
    {
        var address = UserAccount.Normalized(email);
        var account = await db.Accounts.AsNoTracking().Include(a => a.Appointments).SingleAsync(a => a.NormalizedEmail == address);
        var supplier = await db.Memberships.Where(m => m.AccountId == account.Id).Select(m => (long?)m.SupplierId).FirstOrDefaultAsync();
        return supplier is { } company ? Scope.Supplier(account.Id, company, CompanyRights.ContactPerson | CompanyRights.Submit)
            : Scope.StaffOf(account.Id, account.Appointments.Aggregate(StaffRoles.None, (roles, one) => roles | one.Role));
    });

    private static async Task Events(Portal portal)
    {
        var (buyer, second, approver) = (await portal.ScopeOf(Buyer), await portal.ScopeOf(OtherBuyer), await portal.ScopeOf(Approver));
        var rounds = await portal.Seen(Scope.System, db => db.Rounds.AsNoTracking().Include(r => r.Event).ToListAsync());
        var now = portal.Now();

        // One is opened by two people, with attachments; one stays open, with an offer that is submitted.
        var pipes = rounds.Single(r => r.State is RoundState.Published && r.SecondOpenerId is not null && r.Deadline > now);
        var lasting = rounds.Where(r => r.State is RoundState.Published).MaxBy(r => r.Deadline)!;
        await Submit(portal, await portal.ScopeOf(Contact), pipes, now);
        var bidder = await portal.ScopeOf(Bidder);
        await Submit(portal, bidder, lasting, now);
        await portal.As(bidder, services => services.GetRequiredService<Clarify>().Ask(lasting.Id, ClarificationKind.Explanation, "Нужны ли паспорта на каждую партию?", now));
        await Amendments(portal, rounds, lasting, approver, now);
        var closed = rounds.First(r => r.State is RoundState.Published && r.Deadline <= now);
        await portal.As(second, services => services.GetRequiredService<CancelRound>().Ask(closed.Id, second.PersonId!.Value, "Потребность отпала.", approver.PersonId!.Value, now));

        await Practice(portal, now);
        var draft = rounds.First(r => r.State is RoundState.Draft);
        var team = portal.SignedIn(await portal.Person(OtherBuyer));
        var documents = await team.Page($"/events/{draft.Event.Number}/0/draft/documents");
        await team.PressWithFiles(documents, "Attach the document", [("File", "Техническое задание.pdf", Given.Pdf)], ("Title", "Техническое задание"));

        portal.Clock.SetUtcNow(pipes.Deadline.AddMinutes(1));
        foreach (var opener in new[] { buyer, second })
        {
            await portal.As(opener, services => services.GetRequiredService<OpenRound>().Open(pipes.Id, portal.Now()));
        }
    }

    /// <summary>One company has submitted its practice offer, and it is opened; another has only begun.</summary>
    private static async Task Practice(Portal portal, DateTime now)
    {
        foreach (var person in new[] { Contact, Bidder })
        {
            await portal.As(await portal.ScopeOf(person), services => services.GetRequiredService<StartPractice>().Start(null, now));
        }

        var practising = await portal.ScopeOf(Contact);
        var round = await portal.Seen(practising, db => db.Rounds.AsNoTracking().Include(r => r.Event).SingleAsync(r => r.PracticeOfId != null));
        await Submit(portal, practising, round, now);
        await portal.As(practising, services => services.GetRequiredService<EndPractice>().End(round.Event.Number, now));
        portal.Clock.SetUtcNow(now + TimeSpan.FromMinutes(1));
        await portal.Services.GetRequiredService<OpenDueRounds>().Run(CancellationToken.None);
        portal.Clock.SetUtcNow(now + TimeSpan.FromMinutes(1));
    }

    public static async Task Submit(Portal portal, Scope bidder, Round round, DateTime now)
    {
        var no = await portal.As(bidder, async services => (await services.GetRequiredService<SaveOffer>().Change(round.Id, async (offer, content) => content with
        {
            Lines = [.. round.Items.Select(item => new OfferEntry(item.Number, item.Quantity, 100))],
            Vat = new Vat(VatCategory.General, 22),
            ValidUntil = DateOnly.FromDateTime(round.Deadline.AddDays(round.OfferValidityDays + 7)),
            Incoterms = new Incoterms("DAP", Incoterms.CurrentEdition, "Нижний Тагил"),
            Answers = [.. round.Questions.Select(question => new OfferAnswer(question.No, question.Type is QuestionType.YesNo ? "yes" : "Завод, Россия"))],
            Attachments = [await services.GetRequiredService<OfferVault>().SealAttachment(offer, "Сертификат.pdf", "application/pdf", Given.Pdf)],
        }, now)).WorkingCopyNo);
        await portal.As(bidder, services => services.GetRequiredService<SubmitOffer>()
            .Submit(round.Id, new SubmitForm { WorkingCopyNo = no, AmendmentNo = round.AmendmentNo, BlanksAreMeant = true, Signs = true, Key = Guid.NewGuid() }, now));
    }

    /// <summary>One more is published, which puts the offer out of force; another is being made; a third, of another event, waits for its approver.</summary>
    private static async Task Amendments(Portal portal, List<Round> rounds, Round lasting, Scope approver, DateTime now)
    {
        static Scope BuyerOf(Round round) => Scope.StaffOf(round.Event.BuyerId!.Value, StaffRoles.Buyer);
        async Task<int> Begin(Round round, Func<RoundContent, RoundContent> change) => await portal.As(BuyerOf(round), async services =>
        {
            var amend = services.GetRequiredService<AmendRound>();
            await amend.Begin(round.Id, now);
            await amend.Change(round.Id, now, (amendment, facts) =>
            {
                amendment.Revise(round.Event.BuyerId!.Value, change(amendment.Becomes), now);
                amendment.Explain(round.Event.BuyerId!.Value, "План уточнён.", false, null, now);
            });
            return await services.GetRequiredService<PortalDbContext>().OpenAmendments(round.Id).Select(a => a.Revision).SingleAsync();
        });
        static RoundContent Changed(RoundContent content) => content with
        {
            Title = Formula,
            DeliveryTerms = "Самовывоз",
            Items = [content.Items[0] with { Quantity = decimal.Floor(content.Items[0].Quantity / 2), Comment = Formula }, .. content.Items.Skip(2)],
            Questions = [.. content.Questions.Skip(1)],
        };
        var revision = await Begin(lasting, Changed);
        await portal.As(BuyerOf(lasting), services => services.GetRequiredService<AmendRound>().Publish(lasting.Id, revision, now));
        await Begin(lasting, Changed);
        var dear = rounds.First(r => r.State is RoundState.Published && r.Id != lasting.Id && r.Deadline > now.AddDays(5));
        var waiting = await Begin(dear, content => content with { Items = [.. content.Items.Select(item => item with { Comment = "В заводской упаковке", TargetPrice = item.TargetPrice * 100 })] });
        await portal.As(BuyerOf(dear), services => services.GetRequiredService<AmendRound>().SendForApproval(dear.Id, waiting, approver.PersonId!.Value, now));
    }

    private static async Task<(HttpClient Drafting, HttpClient Waiting)> Registrations(Portal portal)
    {
        var (drafting, waiting) = (portal.Applicant(), portal.Applicant());
        await drafting.FillIn(portal);
        await waiting.FillIn(portal, GivenRegistration.OtherInn, "belov@truby.example");
        var summary = await waiting.FollowMailedLink(portal, "belov@truby.example");
        await waiting.PressAndFollow(summary, "Send the registration");
        return (drafting, waiting);
    }

    /// <summary>One case is decided to its end, so that there is a supplier with documents; another is in the middle.</summary>
    private static async Task Accreditations(Portal portal)
    {
        foreach (var (inn, passed) in new[] { (Inn.WithCheckDigits("772816897"), 4), (Inn.WithCheckDigits("770207013"), 2) })
        {
            var person = GivenRegistration.Everything with { Email = $"director@{inn}.example" };
            var number = await portal.Sent(GivenRegistration.Applicant with { Email = person.Email }, GivenRegistration.Company with { TaxNumber = inn }, "t13", person);
            foreach (var reviewer in InOrderOfChecks.Take(passed))
            {
                await portal.LookUp((await portal.ScopeOf(reviewer)).PersonId!.Value, number);
                var browser = portal.SignedIn(await portal.Person(reviewer));
                await browser.PressAndFollow(await browser.Page($"/accreditation/{number}"), "Record the decision",
                    ("Outcome", nameof(CheckOutcome.Passed)), ("Comment", ""));
            }
        }

        var head = portal.SignedIn(await portal.Person(Head));
        await head.Preview(ImportSheets.File(2));
    }

    /// <summary>Wherever somebody may have written something, a formula that a table program would run stands.</summary>
    private static Task<int> Hostile(Portal portal) => portal.Seen(Scope.System, async db =>
    {
        var hurt = 0;
        foreach (var statement in new[]
        {
            """UPDATE "Rounds" SET "Title" = '=cmd| /C calc!A0', "Description" = '=cmd| /C calc!A0', "PaymentTerms" = '=cmd| /C calc!A0', "DeliveryTerms" = '=cmd| /C calc!A0'""",
            """UPDATE "RoundItems" SET "Name" = '=cmd| /C calc!A0', "FullName" = '=cmd| /C calc!A0', "Comment" = '=cmd| /C calc!A0', "DeliveryPlace" = '=cmd| /C calc!A0'""",
            """UPDATE "Categories" SET "Name" = '=cmd| /C calc!A0', "NameEn" = '=cmd| /C calc!A0' WHERE "Code" = 't13'""",
            """UPDATE "Suppliers" SET "Name" = '=cmd| /C calc!A0' WHERE "Id" % 3 = 0""",
        })
        {
            hurt += await db.Database.ExecuteSqlRawAsync(statement);
        }

        return hurt;
    });

    private static async Task People(Portal portal)
    {
        var master = portal.SignedIn(await portal.Person(Master));
        await master.PressAndFollow(await master.Page("/company/people/add"), "Add and send access",
            ("FullName", "Гусева Анна Викторовна"), ("Email", "guseva@uraltrubsnab.example"), ("Phone", "+7 343 226-41-85"), ("Position", "Специалист"));
        var administrator = portal.SignedIn(await portal.Person(Administrator));
        await administrator.PressAndFollow(await administrator.Page("/administration/texts/terms"), "Save the draft", ("EnglishTitle", "Terms of use"));
        await portal.Seen(Scope.System, db => db.PersonConsents.Where(c => c.Account.Email == Bidder).ExecuteDeleteAsync());
    }
}
