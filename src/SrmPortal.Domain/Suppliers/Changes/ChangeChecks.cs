using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Suppliers.Changes;

/// <summary>Whether a change can be asked for, and whether it still fits what is there.</summary>
public static class ChangeChecks
{
    public const int MostAccounts = 10;

    public static IEnumerable<BrokenRule> WhatIsWrong(Supplier supplier, DataKind kind, ChangeContent after) => kind switch
    {
        DataKind.Identity => Identity(supplier.Company, after.Details!),
        DataKind.Bank => Banks(supplier, after.Banks),
        _ => Categories(supplier, after.Categories),
    };

    /// <summary>Whether what it wants to change is still as it was when it was asked for; a renewal may have changed it meanwhile.</summary>
    internal static bool IsCurrent(ChangeRequest request, Supplier supplier) => request.Kind switch
    {
        DataKind.Identity => request.Differences.All(one => IsAsBefore(one, request.Before.Details!, supplier.Company)),
        DataKind.Bank => request.Before.Banks.SequenceEqual(supplier.BankAccounts),
        _ => true,
    };

    private static bool IsAsBefore(ContentDifference asked, CompanyDetails before, CompanyDetails now) =>
        new RegistrationContent { Details = now }.DifferencesFrom(new RegistrationContent { Details = before }).All(one => one.Field != asked.Field);

    private static BrokenRule[] Identity(CompanyDetails before, CompanyDetails after)
    {
        BrokenRule[] wrong = [.. DetailsChecks.WhatIsWrongWithIdentity(after)];
        return wrong is [] && after == before ? [new(ChangeRules.NothingChanged)] : wrong;
    }

    private static IEnumerable<BrokenRule> Banks(Supplier supplier, IReadOnlyList<BankDetails> after)
    {
        var before = supplier.BankAccounts;
        if (after.Count == 0)
        {
            return [new(ChangeRules.NoAccount)];
        }

        BrokenRule[] wrong = [.. after.Except(before).SelectMany(account => DetailsChecks.WhatIsWrongWithBank(account.In(supplier.Company)))];
        return wrong is not [] ? wrong
            : after.SequenceEqual(before) ? [new(ChangeRules.NothingChanged)]
            : after.Count > MostAccounts ? [new(ChangeRules.TooManyAccounts, null, MostAccounts)]
            : after.Select((account, i) => (account, i)).Any(one => after.Take(one.i).Any(one.account.IsSameAccountAs)) ? [new(ChangeRules.SameAccount, nameof(CompanyDetails.BankAccount))]
            : [];
    }

    private static BrokenRule[] Categories(Supplier supplier, IReadOnlyList<long> asked) =>
        asked.Count == 0 ? [new(ChangeRules.NoCategory, nameof(ChangeContent.Categories))]
        : asked.Any(id => supplier.Categories.Any(category => category.CategoryId == id)) ? [new(ChangeRules.CategoryThere, nameof(ChangeContent.Categories))]
        : asked.Count > CategoryChecks.Most ? [new(RegistrationRules.TooManyCategories, nameof(ChangeContent.Categories), CategoryChecks.Most)]
        : [];
}
