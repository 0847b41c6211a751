namespace SrmPortal.Domain.Offers;

/// <summary>Who carries the goods how far, by the rules of the International Chamber of Commerce.</summary>
/// <param name="Rule">For example <c>DAP</c>.</param>
/// <param name="Edition">2020, or 2010 for what still refers to it.</param>
/// <param name="Place">Named place, port or station; mandatory with a rule.</param>
public sealed record Incoterms(string Rule, int Edition, string Place)
{
    public const int CurrentEdition = 2020;
    public const int PlaceLength = 200;

    private static readonly string[] Of2020 = ["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"];
    private static readonly string[] Of2010 = ["EXW", "FCA", "CPT", "CIP", "DAT", "DAP", "DDP", "FAS", "FOB", "CFR", "CIF"];

    /// <summary>The rules of an edition: first those for any kind of transport, then FAS, FOB, CFR and CIF, for sea and inland water.</summary>
    public static IReadOnlyList<string> Rules(int edition) => edition switch
    {
        2020 => Of2020,
        2010 => Of2010,
        _ => [],
    };

    public bool IsKnown => Rules(Edition).Contains(Rule);
}
