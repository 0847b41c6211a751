using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Support;

/// <summary>The holder learns what the support has done: who called in the holder's name is found out.</summary>
public sealed class HelpGivenMail(IStringLocalizer<Texts> texts, IStringLocalizer<Account.Texts> ofAccount) : MailOf<HelpGiven>
{
    private const string Unlocked = "unlocked", SessionsEnded = "sessions-ended";

    protected override IEnumerable<Letter> Originals() => [Words(Unlocked, LetterValues.Places("user")), Words(SessionsEnded, LetterValues.Places("user"))];

    /// <summary>That the second step is off has a mail of its own.</summary>
    protected override Task<IReadOnlyList<Addressee>> Addressees(HelpGiven told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>(told.Kind is Help.SecondStepOff ? [] : [Addressee.Person(told.AccountId)]);

    protected override Task<Letter?> Write(HelpGiven told, Recipient recipient, MailLinks links) => Task.FromResult<Letter?>(AccountFacts.Around(
        Words(told.Kind is Help.Unlocked ? Unlocked : SessionsEnded, new(("user", told.Subject))), ofAccount, told.Subject, links.To("/profile/security"), isImportant: true));

    protected override Letter OnSample(Letter original) => AccountFacts.Around(original, ofAccount, SampleData.UserName, "", isImportant: true);

    private Letter Words(string variant, LetterValues values) => new(
        variant is Unlocked ? texts["The support opened signing in: {0}", values["user"]] : texts["The support ended your sessions: {0}", values["user"]],
        variant is Unlocked ? texts["Signing in is open again"] : texts["All your sessions have ended"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs =
        [
            variant is Unlocked ? texts["After your call the support has opened signing in again. Your password is what it was."]
                : texts["After your call the support has signed you out everywhere. Sign in again with your password."],
        ],
        Button = new LetterButton(texts["What guards my account"], ""),
        Notes = [texts["You did not call? Set a new password at once by “Forgotten the password?” on the sign-in page, and tell the support."]],
    };
}

/// <summary>The others of the support learn that a case waits for a second person.</summary>
public sealed class LostMasterCheckedMail(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : MailOf<LostMasterChecked>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company"))];

    protected override async Task<IReadOnlyList<Addressee>> Addressees(LostMasterChecked told, Occasion occasion)
    {
        var opener = await db.LostMasterCases.Where(c => c.Number == told.Number).Select(c => c.OpenedById).SingleAsync();
        return [.. (await people.Staff(StaffRoles.Support)).Where(one => one.Id != occasion.PersonId && one.Id != opener)];
    }

    protected override async Task<Letter?> Write(LostMasterChecked told, Recipient recipient, MailLinks links)
    {
        var company = await db.LostMasterCases.Where(c => c.Number == told.Number && c.State == LostMasterState.Checked)
            .Join(db.Suppliers, c => c.SupplierId, s => s.Id, (c, s) => s.Name).SingleOrDefaultAsync();
        var words = company is null ? null : Words(new(("company", company)));
        return words is null ? null : words with { About = (texts["Case"], told.Subject), Button = words.Button! with { Url = links.To($"/support/cases/{told.Number}") }, Path = $"/support/cases/{told.Number}" };
    }

    private Letter Words(LetterValues values) => new(texts["Second person needed: {0}", values["company"]], texts["A case waits for a second person"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["A colleague has checked the letter by which {0} asks for a new master user. It counts when somebody else of the support approves.", values["company"]]],
        Button = new LetterButton(texts["Look at the case"], ""),
    };
}

/// <summary>All earlier people of the company learn that somebody else administers it now; who has lost access too.</summary>
public sealed class MasterRestoredMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<MasterRestored>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company", "person", "due"))];

    protected override async Task<IReadOnlyList<Addressee>> Addressees(MasterRestored told, Occasion occasion) =>
        [.. (await db.Memberships.Where(m => m.SupplierId == told.SupplierId && m.AccountId != told.MasterId && m.WasAccepted).OrderBy(m => m.Id).Select(m => m.AccountId).ToListAsync()).Select(Addressee.Person)];

    protected override async Task<Letter?> Write(MasterRestored told, Recipient recipient, MailLinks links)
    {
        var company = await db.Suppliers.Where(s => s.Id == told.SupplierId).Select(s => s.Name).SingleOrDefaultAsync();
        var master = await NewName(told);
        return company is null ? null : Words(new(("company", company), ("person", master), ("due", Shown.Deadline(told.HeldUntil)))) with { ListText = company, IsImportant = true };
    }

    // Whoever has just lost the access to the company sees none of its people any more.
    private Task<string> NewName(MasterRestored told) => db.Accounts.IgnoreQueryFilters([Walls.Person]).Where(a => a.Id == told.MasterId).Select(a => a.FullName).SingleAsync();

    private Letter Words(LetterValues values) => new(texts["{0} has a new master user on the portal", values["company"]], texts["A new master user"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs =
        [
            texts["By an official letter of {0} the support has given {1} the rights of its master user. Two people of the support have checked the letter.", values["company"], values["person"]],
            texts["Until {0} the new master user neither submits nor withdraws offers. What was submitted stays in force.", values["due"]],
        ],
        Notes = [texts["The company has sent no such letter? Call the support at once: the number stands below."]],
    };
}

/// <summary>The new master learns what holds for the first day; the way in comes by a mail of its own.</summary>
public sealed class NewMasterMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<MasterRestored>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company", "due"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(MasterRestored told, Occasion occasion) => Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.MasterId)]);

    protected override async Task<Letter?> Write(MasterRestored told, Recipient recipient, MailLinks links)
    {
        var company = await db.Suppliers.Where(s => s.Id == told.SupplierId).Select(s => s.Name).SingleOrDefaultAsync();
        return company is null ? null : Words(new(("company", company), ("due", Shown.Deadline(told.HeldUntil)))) with { ListText = company, IsImportant = true };
    }

    private Letter Words(LetterValues values) => new(texts["You are the master user of {0}", values["company"]], texts["You are the master user"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs =
        [
            texts["By the letter of {0} you administer its people and data on the portal. If you had no access before, a mail with your user name and a link is on its way.", values["company"]],
            texts["Until {0} you can neither submit nor withdraw offers; after that you can, if you give yourself that right.", values["due"]],
        ],
    };
}

/// <summary>Whom the letter names learns why nothing came of it.</summary>
public sealed class LostMasterRefusedMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<LostMasterRefused>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("number"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(LostMasterRefused told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>([new Addressee(NamedMasterFinder.NamedMasterKind, occasion.AggregateId!.Value)]);

    protected override async Task<Letter?> Write(LostMasterRefused told, Recipient recipient, MailLinks links) =>
        Around(Words(new(("number", told.Subject))), await NamedMasterFinder.ReasonOf(db, told.Number));

    protected override Letter OnSample(Letter original) => Around(original, texts["The letter bears no date."]);

    private Letter Around(Letter words, string reason) => words with { Facts = [new Fact(texts["Reason"], reason.Split('\n'))] };

    private Letter Words(LetterValues values) => new(texts["Access was not restored: case {0}", values["number"]], texts["Access was not restored"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["A letter of a company named you as its master user on the portal. The support could not follow it; the reason stands below."], texts["Send a new letter when that is mended."]],
    };
}

/// <summary>Whom a letter names, who may have no account.</summary>
internal sealed class NamedMasterFinder(PortalDbContext db) : IFindRecipient
{
    public const string NamedMasterKind = "named-master";

    public string Kind => NamedMasterKind;

    public async Task<Recipient?> Find(long id, long? supplierId) =>
        await db.LostMasterCases.AsNoTracking().Where(c => c.Id == id).Join(db.Suppliers, c => c.SupplierId, s => s.Id, (c, s) => new { c.Master.FullName, c.Master.Email, s.Country }).SingleOrDefaultAsync() is { } named
            ? new Recipient(named.FullName, named.Email, named.Country == Countries.Russia ? Language.Russian : Language.English, Scope.None) : null;

    // Whoever is named sees no case; the mail carries the reason of this one alone.
    public static Task<string> ReasonOf(PortalDbContext db, string number) => db.LostMasterCases.IgnoreQueryFilters([Walls.House]).Where(c => c.Number == number).Select(c => c.Reason).SingleAsync();
}
