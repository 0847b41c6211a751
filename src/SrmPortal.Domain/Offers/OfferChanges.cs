namespace SrmPortal.Domain.Offers;

/// <summary>What became of an offer from one copy or version to a later one.</summary>
public static class OfferChanges
{
    /// <summary>Field by field: <see cref="FieldChange.Was"/> in the older, <see cref="FieldChange.Mine"/> in the newer.</summary>
    public static IReadOnlyList<FieldChange> Between(OfferContent older, OfferContent newer) =>
        [.. OfferMerge.Of(older, newer, older).Joined.OrderBy(change => change.Field.StartsWith("Lines", StringComparison.Ordinal)).ThenBy(change => change.Field, StringComparer.Ordinal)];
}
