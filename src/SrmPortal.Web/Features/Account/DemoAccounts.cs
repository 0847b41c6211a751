namespace SrmPortal.Web.Features.Account;

/// <summary>The accounts of the demonstration, listed on the sign-in page. Registered in Development alone.</summary>
public interface IDemoAccounts
{
    /// <summary>One for all of them.</summary>
    string Password { get; }

    Task<IReadOnlyList<DemoAccount>> All();
}

/// <param name="Role">In the reader's language: <c>Закупщик</c>.</param>
/// <param name="Who"><c>Лебедев А. П., трубы и прокат</c>.</param>
/// <param name="UserName"><c>SRM350716482</c>.</param>
public sealed record DemoAccount(string Role, string Who, string UserName);
