using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accounts;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Keeping;

/// <summary>Administrators learn that somebody's data are to be erased, and until when.</summary>
public sealed class ConsentRevokedMail(People people, IStringLocalizer<Texts> texts) : MailOf<ConsentOfPersonRevoked>
{
    protected override Task<IReadOnlyList<Addressee>> Addressees(ConsentOfPersonRevoked told, Occasion occasion) => people.Staff(StaffRoles.Administrator);

    protected override Task<Letter?> Write(ConsentOfPersonRevoked told, Recipient recipient, MailLinks links) =>
        Task.FromResult<Letter?>(new Letter(texts["Personal data are to be erased: {0}", told.Subject], texts["Somebody has taken the consent back"])
        {
            Paragraphs = [texts["The access of {0} has ended. What says who it is has to be erased by {1}.", told.Subject, Shown.Date(told.EraseBy)]],
            Button = new LetterButton(texts["Look at the person"], links.To($"/administration/personal-data/{told.Subject}")),
            IsImportant = true,
        });
}
