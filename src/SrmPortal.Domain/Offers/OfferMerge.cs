namespace SrmPortal.Domain.Offers;

/// <summary>One field in which two colleagues' copies, or a copy and its base, differ.</summary>
/// <param name="Field">In the words of the form: <c>Lines[0004].UnitPrice</c>; a file: <c>Attachments[…]</c>.</param>
/// <param name="Was">In the copy that the form was filled from.</param>
/// <param name="Mine">What was typed now.</param>
/// <param name="Theirs">What a colleague saved meanwhile.</param>
public sealed record FieldChange(string Field, object? Was, object? Mine, object? Theirs)
{
    /// <summary>For changes that only one made: whether it was the one who saves now.</summary>
    public bool IsMine { get; init; }

    public object? Becomes => IsMine ? Mine : Theirs;
}

/// <summary>
/// What comes out when two colleagues have changed one working copy: what only one changed merges; what both changed, to different
/// values, is a clash that the second one decides.
/// </summary>
public sealed class OfferMerge
{
    private readonly bool _hasBase;
    private readonly List<FieldChange> _clashes = [], _joined = [];

    private OfferMerge(bool hasBase) => _hasBase = hasBase;

    /// <summary>Everything merged; where both changed a field, mine.</summary>
    public OfferContent Merged { get; private set; } = null!;

    public IReadOnlyList<FieldChange> Clashes => _clashes;

    public IReadOnlyList<FieldChange> Joined => _joined;

    /// <param name="was">The copy that the form was filled from; null where it is no longer kept: then every difference is a clash.</param>
    /// <param name="mine">What was typed.</param>
    /// <param name="theirs">The latest copy.</param>
    public static OfferMerge Of(OfferContent? was, OfferContent mine, OfferContent theirs)
    {
        var merge = new OfferMerge(was is not null);
        merge.Merged = merge.Merge(was ?? theirs, mine, theirs);
        return merge;
    }

    private OfferContent Merge(OfferContent was, OfferContent mine, OfferContent theirs)
    {
        T Pick<T>(string field, Func<OfferContent, T> of) => Choose(field, of(was), of(mine), of(theirs));
        var incoterms = Pick(nameof(OfferContent.Incoterms), content => Rule(content.Incoterms));
        var place = Pick("IncotermsPlace", content => content.Incoterms?.Place ?? "");
        return new OfferContent(Pick(nameof(OfferContent.Currency), content => content.Currency), Pick(nameof(OfferContent.Comment), content => content.Comment),
            MergeLines(was, mine, theirs))
        {
            Vat = Pick(nameof(OfferContent.Vat), content => content.Vat),
            ValidUntil = Pick(nameof(OfferContent.ValidUntil), content => content.ValidUntil),
            Incoterms = incoterms is null && place.Length == 0 ? null : new Incoterms(incoterms?.Rule ?? "", incoterms?.Edition ?? Incoterms.CurrentEdition, place),
            PaymentTerms = Pick(nameof(OfferContent.PaymentTerms), content => content.PaymentTerms),
            Answers = MergeAnswers(was, mine, theirs),
            Attachments = MergeFiles(was, mine, theirs),
        };
    }

    private List<OfferEntry> MergeLines(OfferContent was, OfferContent mine, OfferContent theirs)
    {
        var (wasLines, mineLines, theirLines) = (ByItem(was), ByItem(mine), ByItem(theirs));
        List<OfferEntry> merged = [];
        foreach (var item in mineLines.Keys.Union(theirLines.Keys))
        {
            var blank = new OfferEntry(item, null, null);
            var (a, b, c) = (wasLines.GetValueOrDefault(item) ?? blank, mineLines.GetValueOrDefault(item) ?? blank, theirLines.GetValueOrDefault(item) ?? blank);
            T Pick<T>(string name, Func<OfferEntry, T> of) => Choose(OfferContent.FieldOf(item, name), of(a), of(b), of(c));
            merged.Add(new OfferEntry(item, Pick(nameof(OfferEntry.Quantity), line => line.Quantity), Pick(nameof(OfferEntry.UnitPrice), line => line.UnitPrice))
            {
                Vat = Pick(nameof(OfferEntry.Vat), line => line.Vat),
                DeliveryDate = Pick(nameof(OfferEntry.DeliveryDate), line => line.DeliveryDate),
                Substitute = Pick(nameof(OfferEntry.Substitute), line => line.Substitute),
                Comment = Pick(nameof(OfferEntry.Comment), line => line.Comment),
            });
        }

        return merged;
    }

    private List<OfferAnswer> MergeAnswers(OfferContent was, OfferContent mine, OfferContent theirs)
    {
        static string Of(OfferContent content, int question) => content.Answers.FirstOrDefault(answer => answer.Question == question)?.Value ?? "";
        var questions = mine.Answers.Concat(theirs.Answers).Select(answer => answer.Question).Distinct().Order();
        return [.. questions.Select(no => new OfferAnswer(no, Choose(OfferContent.FieldOf(no), Of(was, no), Of(mine, no), Of(theirs, no))))
            .Where(answer => answer.Value.Length > 0)];
    }

    private List<OfferAttachment> MergeFiles(OfferContent was, OfferContent mine, OfferContent theirs)
    {
        static OfferAttachment? Of(OfferContent content, string file) => content.Attachments.FirstOrDefault(attachment => attachment.File == file);
        var files = mine.Attachments.Concat(theirs.Attachments).Select(attachment => attachment.File).Distinct();
        return [.. files.Select(file => Choose($"{nameof(OfferContent.Attachments)}[{file}]", Of(was, file), Of(mine, file), Of(theirs, file))).OfType<OfferAttachment>()];
    }

    private T Choose<T>(string field, T was, T mine, T theirs)
    {
        static bool Same(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);
        if (Same(mine, theirs))
        {
            return mine;
        }

        if (_hasBase && (Same(theirs, was) || Same(mine, was)))
        {
            var isMine = Same(theirs, was);
            _joined.Add(new FieldChange(field, was, mine, theirs) { IsMine = isMine });
            return isMine ? mine : theirs;
        }

        _clashes.Add(new FieldChange(field, _hasBase ? was : null, mine, theirs));
        return mine;
    }

    private static (string Rule, int Edition)? Rule(Incoterms? incoterms) => incoterms is null or { Rule: "" } ? null : (incoterms.Rule, incoterms.Edition);

    private static Dictionary<string, OfferEntry> ByItem(OfferContent content) => content.Lines.ToDictionary(line => line.ItemNumber);
}
