using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Suppliers;

/// <summary>What comes of a renewal.</summary>
public sealed partial class Supplier
{
    /// <summary>
    /// The last check of a renewal was passed: what it has changed takes the place of what was there. A renewal takes weeks; what the company
    /// has changed in its own room meanwhile stays.
    /// </summary>
    /// <param name="known">With what the renewal began.</param>
    /// <param name="passed">As it was passed; the company's key is the same.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="years">For how many years, from the end of the accreditation or, where it has ended, from now.</param>
    public void Renew(RegistrationContent known, RegistrationContent passed, DateTime now, int years)
    {
        if (passed.Details.Key != known.Details.Key)
        {
            throw new InvalidOperationException($"{Number} can't become another company.");
        }

        ContentDifference[] differences = [.. passed.DifferencesFrom(known)];
        TakeDetails(new RegistrationContent { Details = Company }
            .Taking(differences.Where(one => one.Part is RegistrationParts.Details).Select(one => one.Field), passed).Details);
        Exchange(_regions, known.Regions, passed.Regions);
        _categories.RemoveAll(category => known.Categories.Contains(category.CategoryId) && !passed.Categories.Contains(category.CategoryId));
        _categories.AddRange(passed.Categories.Except(known.Categories).Where(id => _categories.All(category => category.CategoryId != id)).Select(id => new SupplierCategory(id, now)).ToArray());
        TakeSignatories([.. Signatory.AllOf(known)], [.. Signatory.AllOf(passed)]);
        var kinds = differences.Where(one => one.Part is RegistrationParts.Documents).Select(one => one.Field[..one.Field.LastIndexOf('.')]).ToHashSet();
        _documents.RemoveAll(document => kinds.Contains(document.Kind));
        _documents.AddRange(SupplierDocument.AllOf(passed, now).Where(document => kinds.Contains(document.Kind)));
        (AccreditedUntil, ValidityTold) = ((AccreditedUntil > now ? AccreditedUntil : now).AddYears(years), 0);
        Changed(new AccreditationRenewed(Number, AccreditedUntil));
    }

    private static void Exchange(List<string> values, IReadOnlyList<string> known, IReadOnlyList<string> passed)
    {
        values.RemoveAll(value => known.Contains(value) && !passed.Contains(value));
        values.AddRange(passed.Except(known).Except(values).ToArray());
    }

    private void TakeSignatories(IReadOnlyCollection<Signatory> known, IReadOnlyCollection<Signatory> passed)
    {
        _signatories.RemoveAll(one => known.Any(one.IsSamePersonAs) && !passed.Any(one.IsSamePersonAs));
        // Whom the renewal leaves as he was stays as he is in the room: changed, or dismissed, so that nobody gets the right to sign back.
        foreach (var signatory in passed.Where(one => !known.Any(one.SaysTheSameAs)))
        {
            if (_signatories.FirstOrDefault(signatory.IsSamePersonAs) is { } there)
            {
                there.Become(signatory);
            }
            else
            {
                _signatories.Add(signatory);
            }
        }
    }
}
