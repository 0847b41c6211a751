using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Staff;

/// <summary>An administrator has changed what the person does: it is said as it is now.</summary>
public sealed class StaffDutiesChangedMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<StaffDutiesChanged>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(StaffDutiesChanged told, Occasion occasion) => Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.AccountId)]);

    protected override async Task<Letter?> Write(StaffDutiesChanged told, Recipient recipient, MailLinks links)
    {
        if (await db.Accounts.AsNoTracking().Include(a => a.Appointments).SingleOrDefaultAsync(a => a.Id == told.AccountId && a.State == AccountState.Active) is not { } person)
        {
            return null;
        }

        var checks = person.Checks.ToArray();
        var names = checks.Length == 0 ? [] : await db.CheckDefinitions.AsNoTracking().Where(d => checks.Contains(d.Code)).OrderBy(d => d.Order).ToListAsync();
        return new Letter(texts["Your roles on the portal have changed"], texts["Your roles have changed"])
        {
            Paragraphs = [texts["An administrator has changed what you do on the portal. It counts from your next step on."]],
            Facts =
            [
                new(texts["Roles"], Roles.Named(person.Roles, Language.Current)),
                .. person.IsAppointed(StaffRoles.Buyer) ? [new Fact(texts["Buys for"], StaffWords.Scope(person.Places, await StaffPlaces.Read(db), texts))] : Array.Empty<Fact>(),
                .. names.Count > 0 ? [new Fact(texts["Decides the checks"], string.Join("; ", names.Select(d => d.Title)))] : Array.Empty<Fact>(),
            ],
            Button = new LetterButton(texts["Open the portal"], links.To("/")),
            ListText = Roles.Named(person.Roles, Language.Current),
            Path = "/profile",
            IsImportant = true,
        };
    }
}

/// <summary>The person can work on the portal again.</summary>
public sealed class StaffUnblockedMail(PortalDbContext db, IStringLocalizer<Texts> texts) : MailOf<StaffUnblocked>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(StaffUnblocked told, Occasion occasion) => Task.FromResult<IReadOnlyList<Addressee>>([Addressee.Person(told.AccountId)]);

    protected override async Task<Letter?> Write(StaffUnblocked told, Recipient recipient, MailLinks links) =>
        !await db.Accounts.AnyAsync(a => a.Id == told.AccountId && a.State == AccountState.Active) ? null
        : new Letter(texts["Your access to the portal is open again"], texts["Your access is open again"])
        {
            Paragraphs = [texts["You can work on the portal again, with user name {0} and your password, in the roles that you had.", told.Subject]],
            Button = new LetterButton(texts["Sign in"], links.To("/sign-in")),
            ListText = told.Subject,
            Path = "/",
        };
}
