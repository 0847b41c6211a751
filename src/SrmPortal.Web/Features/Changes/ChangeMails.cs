using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Changes;

/// <summary>Every master user learns what one of them asks for: somebody who has stolen one's access can't do it in silence.</summary>
public sealed class ChangeAskedMail(AboutChange about, People people, IStringLocalizer<Texts> texts) : MailOf<ChangeAsked>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(ChangeAsked told, Occasion occasion) => people.Of(told.SupplierId, CompanyRights.MasterUser);

    protected override async Task<Letter?> Write(ChangeAsked told, Recipient recipient, MailLinks links)
    {
        if (await about.Read(told.Code) is not { } change)
        {
            return null;
        }

        return about.Of(Words(new(("company", change.Company))), change, $"/company/changes/{told.Code}", links) with { IsImportant = told.Kind is DataKind.Bank };
    }

    protected override Letter OnSample(Letter original) => about.OnSample(original);

    private Letter Words(LetterValues values) => new(texts["{0} asks to change its data", values["company"]], texts["A change was asked for"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs =
        [
            texts["A master user of {0} has asked to change data that the accreditation rests on. The reviewers look at it; until then what stands now counts.", values["company"]],
            texts["If nobody of you has done that, withdraw the request and change your passwords at once."],
        ],
        Button = new LetterButton(texts["Look at the request"], ""),
    };
}

/// <summary>The desk learns that something waits.</summary>
public sealed class ChangeWaitsMail(AboutChange about, IStringLocalizer<Texts> texts) : MailOf<ChangeAsked>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(ChangeAsked told, Occasion occasion) => about.Desk(null);

    protected override async Task<Letter?> Write(ChangeAsked told, Recipient recipient, MailLinks links) =>
        await about.Read(told.Code) is { Request.State: ChangeState.Pending } change ? about.Of(Words(new(("company", change.Company))), change, $"/accreditation/changes/{told.Code}", links) : null;

    protected override Letter OnSample(Letter original) => about.OnSample(original);

    private Letter Words(LetterValues values) => new(texts["Change of data: {0}", values["company"]], texts["A change waits for a reviewer"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["{0} asks to change data that its accreditation rests on. Until a reviewer approves, what stands now counts.", values["company"]]],
        Button = new LetterButton(texts["Look at the change"], ""),
    };
}

/// <summary>The head of the desk learns that nobody has decided in time.</summary>
public sealed class ChangeOverdueMail(AboutChange about, People people, IStringLocalizer<Texts> texts) : MailOf<ChangeOverdue>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company", "due"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(ChangeOverdue told, Occasion occasion) => people.Staff(StaffRoles.HeadOfDesk);

    protected override async Task<Letter?> Write(ChangeOverdue told, Recipient recipient, MailLinks links) => await about.Read(told.Code) is { Request.IsOpen: true } change
        ? about.Of(Words(new(("company", change.Company), ("due", Shown.Deadline(told.Due)))), change, $"/accreditation/changes/{told.Code}", links) with { IsImportant = true } : null;

    protected override Letter OnSample(Letter original) => about.OnSample(original);

    private Letter Words(LetterValues values) => new(texts["Overdue change of data: {0}", values["company"]], texts["A change of data is overdue"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["{0} has asked to change its data. It was to be decided before {1}.", values["company"], values["due"]]],
        Button = new LetterButton(texts["Look at the change"], ""),
    };
}

/// <summary>A change of the bank needs a second person: the others of the desk are told.</summary>
public sealed class SecondReviewMail(AboutChange about, IStringLocalizer<Texts> texts) : MailOf<ChangeSeconded>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(ChangeSeconded told, Occasion occasion) => about.Desk(occasion.PersonId);

    protected override async Task<Letter?> Write(ChangeSeconded told, Recipient recipient, MailLinks links) =>
        await about.Read(told.Code) is { Request.State: ChangeState.SecondReview } change ? about.Of(Words(new(("company", change.Company))), change, $"/accreditation/changes/{told.Code}", links) : null;

    protected override Letter OnSample(Letter original) => about.OnSample(original);

    private Letter Words(LetterValues values) => new(texts["Second reviewer needed: {0}", values["company"]], texts["A change of the bank waits for a second reviewer"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["A colleague has agreed to a change of the bank accounts of {0}. It counts when somebody else has agreed as well.", values["company"]]],
        Button = new LetterButton(texts["Look at the change"], ""),
    };
}

/// <summary>The company's master users learn what came of it.</summary>
public sealed class ChangeDecidedMail(AboutChange about, People people, IStringLocalizer<Texts> texts) : MailOf<ChangeDecided>
{
    protected override IEnumerable<Letter> Originals() => [Approved(LetterValues.Places("company")), Refused(LetterValues.Places("company"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(ChangeDecided told, Occasion occasion) => people.Of(told.SupplierId, CompanyRights.MasterUser);

    protected override async Task<Letter?> Write(ChangeDecided told, Recipient recipient, MailLinks links)
    {
        if (await about.Read(told.Code) is not { } change)
        {
            return null;
        }

        var values = new LetterValues(("company", change.Company));
        return about.Of(told.To is ChangeState.Approved ? Approved(values) : Refused(values), change, $"/company/changes/{told.Code}", links) with { IsImportant = true };
    }

    protected override Letter OnSample(Letter original) => about.OnSample(original);

    private Letter Approved(LetterValues values) => new(texts["The change of data of {0} is approved", values["company"]], texts["The change is approved"])
    {
        Template = new LetterTemplate("approved", values),
        Paragraphs = [texts["What was asked for counts from now on."]],
        Button = new LetterButton(texts["Look at the request"], ""),
    };

    private Letter Refused(LetterValues values) => new(texts["The change of data of {0} is refused", values["company"]], texts["The change is refused"])
    {
        Template = new LetterTemplate("refused", values),
        Paragraphs = [texts["What stood before goes on to stand. The reason stands below; you can ask anew."]],
        Button = new LetterButton(texts["Look at the request"], ""),
    };
}

/// <summary>What the mails about changes have in common.</summary>
public sealed class AboutChange(PortalDbContext db, People people, IStringLocalizer<Texts> texts) : IDeed
{
    public async Task<Told?> Read(string code) => await db.ChangeRequests.AsNoTracking().Where(c => c.Code == code)
        .Join(db.Suppliers.AsNoTracking(), c => c.SupplierId, s => s.Id, (c, s) => new Told(c, s.Name, s.Number)).SingleOrDefaultAsync();

    /// <summary>Reviewers and the head of the desk.</summary>
    /// <param name="but">Who knows already.</param>
    public async Task<IReadOnlyList<Addressee>> Desk(long? but) =>
        [.. (await people.Staff(StaffRoles.Reviewer)).Concat(await people.Staff(StaffRoles.HeadOfDesk)).Distinct().Where(one => one.Id != but)];

    public Letter Of(Letter words, Told change, string path, MailLinks links) => Around(words, change.Number, texts.Kind(change.Request.Kind), change.Request.Reason) with
    {
        Button = words.Button! with { Url = links.To(path) },
        Path = path,
    };

    public Letter OnSample(Letter original) => Around(original, SampleData.Supplier, texts.Kind(DataKind.Bank), "");

    private Letter Around(Letter words, string supplier, string kind, string reason) => words with
    {
        About = (texts["Supplier"], supplier),
        Facts = [new Fact(texts["What changes"], kind), .. reason.Length > 0 ? [new Fact(texts["Reason"], reason.Split('\n'))] : Array.Empty<Fact>()],
    };

    public sealed record Told(ChangeRequest Request, string Company, string Number);
}
