using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Administration;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Audit;

/// <summary>The state of the history, day by day, in mailboxes that whoever alters the database does not reach.</summary>
public sealed class AuditCheckedMail(People people, IStringLocalizer<Texts> texts) : MailOf<AuditChecked>
{
    protected override async Task<IReadOnlyList<Addressee>> Addressees(AuditChecked told, Occasion occasion) =>
        [.. (await people.Staff(StaffRoles.Auditor)).Concat(await people.Staff(StaffRoles.Administrator)).Distinct()];

    protected override Task<Letter?> Write(AuditChecked told, Recipient recipient, MailLinks links)
    {
        var isWhole = told.Faults == 0;
        return Task.FromResult<Letter?>(new Letter(isWhole ? texts["The history is whole"] : texts["The history was altered"], isWhole ? texts["The history is whole"] : texts["The history was altered"])
        {
            Paragraphs = isWhole
                ? [texts["The portal has verified its history from the beginning. Keep this mail: what stands below is the state of the history today, and shows later whether anything was changed since."]]
                : [texts["What the portal has recorded is not as it was sealed, at {0} places. The log of the server and the command audit verify name each. Tell whoever is responsible for the security of information.", told.Faults]],
            Facts = [new Fact(texts["State of the history"], told.Subject[..32], told.Subject[32..])],
            IsImportant = !isWhole,
        });
    }
}
