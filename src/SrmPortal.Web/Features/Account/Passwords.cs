using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SrmPortal.Data.Accounts;

namespace SrmPortal.Web.Features.Account;

/// <summary>Identity's hash over the composed form: an й that a telephone writes as two signs is the same й.</summary>
internal sealed class PasswordHashing(IOptions<PasswordHasherOptions> options) : PasswordHasher<Credential>(options)
{
    public override string HashPassword(Credential user, string password) => base.HashPassword(user, Composed(password));

    public override PasswordVerificationResult VerifyHashedPassword(Credential user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, Composed(providedPassword));

    private static string Composed(string password) => password.Normalize(NormalizationForm.FormKC);
}

/// <summary>Sets and checks passwords.</summary>
public sealed class Passwords(IPasswordHasher<Credential> hasher)
{
    private static string? _nobodys;

    /// <summary>Takes as long for somebody who does not exist, or has no password, as for somebody who has.</summary>
    public bool IsRight(Credential? credential, string password)
    {
        _nobodys ??= hasher.HashPassword(new Credential(), Guid.NewGuid().ToString());
        var result = hasher.VerifyHashedPassword(credential ?? new Credential(), credential?.PasswordHash ?? _nobodys, password);
        return credential?.PasswordHash is not null && result is not PasswordVerificationResult.Failed;
    }

    /// <summary>Strengthens the hash where it is older than the present settings.</summary>
    public void Renew(Credential credential, string password)
    {
        if (hasher.VerifyHashedPassword(credential, credential.PasswordHash!, password) is PasswordVerificationResult.SuccessRehashNeeded)
        {
            credential.PasswordHash = hasher.HashPassword(credential, password);
        }
    }

    /// <summary>All sessions that were begun with the old one end.</summary>
    public void Set(Credential credential, string password, DateTime now)
    {
        credential.PasswordHash = hasher.HashPassword(credential, password);
        credential.SecurityStamp = Guid.NewGuid().ToString("N");
        credential.ConcurrencyStamp = Guid.NewGuid().ToString();
        credential.PasswordSetAt = now;
    }
}
