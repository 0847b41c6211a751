namespace SrmPortal.Web.Infrastructure;

/// <summary>One level of where a page stands; without address it is the page itself.</summary>
public sealed record Crumb(string Text, string? Address = null);

/// <summary>One step of a long form. With an address it can be gone to.</summary>
public sealed record FormStep(string Text, string? Address, bool IsDone, bool IsCurrent)
{
    /// <summary>What the form of the present step sends as <c>Do</c> to save itself and go there; null: there is nothing to save.</summary>
    public string? Saves { get; init; }
}

/// <summary>A filter that is applied; stands in the address under these keys. Pages make a list of them.</summary>
public sealed record Token(string Text, params string[] Keys);
