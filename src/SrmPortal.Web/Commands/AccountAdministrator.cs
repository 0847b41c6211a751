using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Staff;

namespace SrmPortal.Web.Commands;

/// <summary>A fresh portal has nobody who could invite anybody: whoever runs it names the first administrator.</summary>
[Command("account administrator", "Makes somebody an administrator (e-mail, and the full name of who has no account yet); the activation link goes there by mail.")]
internal sealed class AccountAdministrator(StaffPeople people, TimeProvider clock) : ICommand
{
    public async Task<int> Run(IReadOnlyList<string> words, TextWriter output, CancellationToken cancellationToken)
    {
        var fullName = string.Join(' ', words.Skip(1));
        if (words.Count < 2 || !Tidy.IsEmail(words[0]) || fullName.Length > 200)
        {
            await output.WriteLineAsync("account administrator E-MAIL SURNAME NAME PATRONYMIC");
            return CommandLine.NotUnderstood;
        }

        try
        {
            var account = await people.MakeAdministrator(words[0].Trim(), fullName, clock.GetUtcNow().UtcDateTime);
            await output.WriteLineAsync(account.State is AccountState.Active ? $"{account.UserName}: is an administrator, and signs in as before."
                : $"{account.UserName}: is an administrator; the activation link goes to {account.Email} as soon as the portal runs. It works for 7 days, once.");
            return 0;
        }
        catch (RuleViolation refused)
        {
            await output.WriteLineAsync($"{words[0]}: " + (refused.Broken[0].Code is StaffRules.OfSupplier ? "belongs to somebody of a supplier, who can't work for the group."
                : "is blocked; another administrator lifts that."));
            return 1;
        }
    }
}
