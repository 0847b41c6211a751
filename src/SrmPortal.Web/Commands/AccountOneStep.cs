using SrmPortal.Data;
using SrmPortal.Domain.Common;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Web.Commands;

/// <summary>The phone is lost and the recovery codes with it: whoever runs the portal lets the password alone suffice, once it is sure who asks.</summary>
[Command("account one-step", "Switches the second step of signing in off for an account (user name or e-mail); its holder is told.")]
internal sealed class AccountOneStep(PortalDbContext db, SecondSteps steps) : ICommand
{
    public async Task<int> Run(IReadOnlyList<string> words, TextWriter output, CancellationToken cancellationToken)
    {
        if (words is not [var login])
        {
            await output.WriteLineAsync("account one-step USER-NAME-OR-E-MAIL");
            return CommandLine.NotUnderstood;
        }

        if (await db.AccountNamed(login) is not { } account)
        {
            await output.WriteLineAsync($"{login}: there is no such account.");
            return 1;
        }

        try
        {
            await steps.SwitchOffFor(account.Id);
        }
        catch (RuleViolation)
        {
            await output.WriteLineAsync($"{account.UserName}: the second step is off already.");
            return 1;
        }

        await output.WriteLineAsync($"{account.UserName}: the second step is off; the holder gets a mail.");
        return 0;
    }
}
