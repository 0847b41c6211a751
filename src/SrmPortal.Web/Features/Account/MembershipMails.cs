using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Account;

/// <summary>The person can't work for the company any more.</summary>
public sealed class MembershipBlockedMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<MembershipBlocked>
{
    private const string ByGroup = "by-group", ByMaster = "by-master";

    protected override IEnumerable<Letter> Originals() => new[] { ByGroup, ByMaster }.Select(variant => Words(variant, LetterValues.Places("company")));

    protected override Task<IReadOnlyList<Addressee>> Addressees(MembershipBlocked told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>(told.From is MembershipState.Active ? [Addressee.Person(told.AccountId)] : []);

    protected override async Task<Letter?> Write(MembershipBlocked told, Recipient recipient, MailLinks links)
    {
        var company = await db.CompanyOf(told.AccountId, told.SupplierId, state => state == told.To);
        return company is null ? null : Words(told.To is MembershipState.BlockedByStaff ? ByGroup : ByMaster, new(("company", company))) with { ListText = company, IsImportant = true };
    }

    private Letter Words(string variant, LetterValues values) => new(texts["Your access for {0} is blocked", values["company"]], texts["Your access is blocked"])
    {
        Template = new LetterTemplate(variant, values),
        Paragraphs =
        [
            variant is ByGroup ? texts["The group has blocked your access to the portal for {0}. Ask the support why.", values["company"]]
                : texts["A master user of {0} has blocked your access to the portal for this company. Offers that were submitted stay in force.", values["company"]],
        ],
    };
}

public sealed class MembershipUnblockedMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<MembershipUnblocked>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("company", "user"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(MembershipUnblocked told, Occasion occasion) =>
        Task.FromResult<IReadOnlyList<Addressee>>(told.To is MembershipState.Active ? [Addressee.Person(told.AccountId)] : []);

    protected override async Task<Letter?> Write(MembershipUnblocked told, Recipient recipient, MailLinks links)
    {
        var company = await db.CompanyOf(told.AccountId, told.SupplierId, state => state is MembershipState.Active);
        if (company is null)
        {
            return null;
        }

        var words = Words(new(("company", company), ("user", told.Subject)));
        return words with { Button = words.Button! with { Url = links.To("/sign-in") }, ListText = company, Path = "/" };
    }

    private Letter Words(LetterValues values) => new(texts["Your access for {0} is open again", values["company"]], texts["Your access is open again"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["You can work for {0} on the portal again, with user name {1} and your password.", values["company"], values["user"]]],
        Button = new LetterButton(texts["Sign in"], ""),
    };
}

/// <summary>The masters learn that somebody whom they have named agrees.</summary>
public sealed class MembershipAcceptedMail(PortalDbContext db, IStringLocalizer<Texts> texts, People people) : MailOf<MembershipAccepted>
{
    protected override IEnumerable<Letter> Originals() => [Words(LetterValues.Places("person"))];

    protected override Task<IReadOnlyList<Addressee>> Addressees(MembershipAccepted told, Occasion occasion) => people.Of(told.SupplierId, CompanyRights.MasterUser);

    protected override async Task<Letter?> Write(MembershipAccepted told, Recipient recipient, MailLinks links)
    {
        var who = await db.Accounts.Where(a => a.Id == told.AccountId).Select(a => a.FullName).SingleOrDefaultAsync();
        if (who is null)
        {
            return null;
        }

        var words = Words(new(("person", who)));
        return words with { Button = words.Button! with { Url = links.To("/company/people") }, Path = "/company/people" };
    }

    private Letter Words(LetterValues values) => new(texts["{0} works for your company on the portal now", values["person"]], texts["A colleague has agreed"])
    {
        Template = new LetterTemplate("", values),
        Paragraphs = [texts["{0} has agreed to work for your company on the portal.", values["person"]]],
        Button = new LetterButton(texts["Contact persons"], ""),
    };
}

internal static class CompanyOfMembership
{
    /// <summary>The company's name, if the membership is still in such a state.</summary>
    public static async Task<string?> CompanyOf(this PortalDbContext db, long account, long supplier, Predicate<MembershipState> isStill)
    {
        var found = await db.Memberships.Where(m => m.AccountId == account && m.SupplierId == supplier)
            .Join(db.Suppliers, m => m.SupplierId, s => s.Id, (m, s) => new { m.State, s.Name }).SingleOrDefaultAsync();
        return found is not null && isStill(found.State) ? found.Name : null;
    }
}
