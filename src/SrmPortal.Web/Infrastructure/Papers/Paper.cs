namespace SrmPortal.Web.Infrastructure.Papers;

/// <summary>A document to be read, printed and kept. The same blocks become a page of the portal and a PDF, so that they can't differ.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Over">Above the heading: number and date.</param>
/// <param name="Under">Below it: what it is about.</param>
/// <param name="Sections">One after the other.</param>
public sealed record Paper(string Title, string Over, string Under, IReadOnlyList<PaperSection> Sections)
{
    /// <summary>At the foot of each printed page: by what the document is known again.</summary>
    public string Footer { get; init; } = "";

    /// <summary><c>page {0} of {1}</c>.</summary>
    public string PageOf { get; init; } = "{0} / {1}";
}

public sealed record PaperSection(string Heading, IReadOnlyList<PaperBlock> Blocks);

public abstract record PaperBlock
{
    /// <summary>Names and what they are.</summary>
    public sealed record Facts(IReadOnlyList<PaperFact> All) : PaperBlock;

    /// <param name="Text">In own words.</param>
    /// <param name="IsQuote">What a person wrote.</param>
    public sealed record Said(string Text, bool IsQuote = false) : PaperBlock;

    public sealed record Heading(string Text) : PaperBlock;

    /// <summary>Rows are never torn between pages, and the head stands on each.</summary>
    public sealed record Table(string Caption, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperBlock
    {
        /// <summary>What the last column comes to, with its name before it; null: no sum.</summary>
        public PaperFact? Sum { get; init; }
    }

    /// <summary>Lines to sign on.</summary>
    public sealed record Signs(IReadOnlyList<string> People) : PaperBlock;
}

public sealed record PaperFact(string Name, string Text);

public enum PaperCell { Text, Main, Number, Code }

/// <param name="Head">Above it.</param>
/// <param name="Share">Of the width, in any unit.</param>
/// <param name="Kind">How its cells look.</param>
public sealed record PaperColumn(string Head, float Share, PaperCell Kind = PaperCell.Text);
