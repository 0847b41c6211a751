namespace SrmPortal.Domain.Categories;

/// <summary>A node of the purchasing classifier. Who supplies it supplies all below it.</summary>
public sealed class Category
{
    private Category()
    {
    }

    /// <param name="parent">The node above, null for a root.</param>
    /// <param name="code">Unique in the tree: <c>24.20.11</c>.</param>
    /// <param name="name">In Russian.</param>
    /// <param name="nameEn">In English.</param>
    public Category(Category? parent, string code, string name, string nameEn)
    {
        (Parent, Code, Name, NameEn) = (parent, code, name, nameEn);
        Path = $"{parent?.Path ?? "/"}{code}/";
    }

    public long Id { get; private set; }

    public Category? Parent { get; private set; }

    public long? ParentId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>The codes from the root down to this node, each ended by a slash: <c>/24/24.20/24.20.11/</c>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Whether suppliers of it also face the qualification commission (transport and logistics).</summary>
    public bool NeedsCommission { get; init; }

    /// <summary>Codes of this node and of all above it: an approval for any of them covers this node.</summary>
    public IReadOnlyList<string> CodesThatCover => Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public bool Covers(Category other) => other.Path.StartsWith(Path, StringComparison.Ordinal);
}
