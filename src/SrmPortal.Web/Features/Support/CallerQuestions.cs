using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Support;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Support;

/// <param name="Fact">What is asked.</param>
/// <param name="Expected">The right answers, of each company of the person.</param>
public sealed record CallerQuestion(CallerFact Fact, IReadOnlyList<string> Expected);

/// <summary>What one may ask somebody who calls, of what the portal knows. What it doesn't know isn't asked.</summary>
internal static class CallerQuestions
{
    public static async Task<IReadOnlyList<CallerQuestion>> Of(PortalDbContext db, UserAccount account)
    {
        var companies = await db.Memberships.AsNoTracking().Where(m => m.AccountId == account.Id).OrderBy(m => m.Id)
            .Join(db.Suppliers.AsNoTracking(), m => m.SupplierId, s => s.Id, (m, s) => new Known(s.Id, s.Company.TaxNumber, s.Company.Phone, s.AccreditedAt, m.Position,
                db.AccreditationCases.Where(c => c.SupplierId == s.Id).OrderBy(c => c.Id).Select(c => c.Number).FirstOrDefault())).ToListAsync();
        long[] ids = [.. companies.Select(company => company.Id)];
        var colleagues = ids.Length == 0 ? [] : await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.SupplierId) && m.AccountId != account.Id)
            .OrderBy(m => m.Id).Select(m => m.Account.FullName).Distinct().Take(10).ToListAsync();
        IEnumerable<CallerQuestion> all =
        [
            new(CallerFact.TaxNumber, Some(companies.Select(company => End(company.TaxNumber)))),
            new(CallerFact.ApplicationNumber, Some(companies.Select(company => company.Application is { } number ? RandomNumbers.Shown(number) : null))),
            new(CallerFact.AccreditedOn, Some(companies.Select(company => Shown.Date(company.AccreditedAt)))),
            new(CallerFact.Phone, Some([End(account.Phone)])),
            new(CallerFact.Position, Some(account.IsStaff ? [account.Position] : companies.Select(company => company.Position))),
            new(CallerFact.Colleague, Some(colleagues)),
            new(CallerFact.LastSignIn, Some([account.LastSignInAt is { } at ? Shown.Date(at) : null])),
            new(CallerFact.CalledBack, Some(account.IsStaff ? [account.Phone] : companies.Select(company => (string?)company.Phone))),
        ];
        return [.. all.Where(question => question.Expected.Count > 0)];
    }

    private static IReadOnlyList<string> Some(IEnumerable<string?> answers) => [.. answers.Where(answer => !string.IsNullOrWhiteSpace(answer)).OfType<string>().Distinct()];

    private static string? End(string? number) => string.Concat((number ?? "").Where(char.IsLetterOrDigit)) is { Length: > 4 } digits ? digits[^4..] : null;

    private sealed record Known(long Id, string TaxNumber, string Phone, DateTime AccreditedAt, string? Position, string? Application);
}
