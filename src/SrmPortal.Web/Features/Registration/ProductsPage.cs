using System.Globalization;
using SrmPortal.Domain.Categories;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Registration;

public sealed class ProductsForm : StepForm
{
    public List<long> Categories { get; init; } = [];

    /// <summary>What is looked for.</summary>
    public string? Q { get; init; }

    /// <summary>A category covers all below it: chosen with one above, it says nothing more.</summary>
    public IReadOnlyList<long> Chosen(IReadOnlyCollection<Category> all)
    {
        var removed = Do == "clear" ? Categories
            : Do?.Split(':') is ["remove", var key] && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? [id] : [];
        Category[] chosen = [.. all.Where(category => Categories.Contains(category.Id) && !removed.Contains(category.Id))];
        return [.. chosen.Where(category => !chosen.Any(other => other != category && other.Covers(category))).Select(category => category.Id)];
    }
}

/// <summary>The tree, whole or with what was found, and beside it what is chosen.</summary>
public sealed record ProductsPage : StepPage
{
    public override RegistrationStep Current => RegistrationStep.Products;

    public override RegistrationParts Part => RegistrationParts.Categories;

    public string? Q { get; init; }

    public required IReadOnlyList<Node> Roots { get; init; }

    public required IReadOnlyList<Category> Chosen { get; init; }

    /// <summary>Of all, and how many the search has found.</summary>
    public int Count { get; init; }

    public int Found { get; init; }

    /// <summary>What is chosen and not on the page just now: it goes along, so that a search loses nothing.</summary>
    public IEnumerable<Category> ChosenElsewhere => Chosen.Where(category => !Roots.SelectMany(root => root.All).Any(node => node.Category.Id == category.Id));

    public bool NeedsCommission => Chosen.Any(category => category.NeedsCommission);

    public static ProductsPage Of(SupplierRegistration registration, IReadOnlyList<Category> all, string? q, IReadOnlyCollection<long>? typed)
    {
        var looked = Search.Folded(q ?? "");
        var chosen = (typed ?? registration.Content.Categories).ToHashSet();
        var hits = looked.Length == 0 ? all : [.. all.Where(category => Matches(category, looked))];
        // With a category that was found come those above it, which say where it stands.
        var codes = hits.SelectMany(category => category.CodesThatCover).ToHashSet();
        Category[] shown = looked.Length == 0 ? [.. all] : [.. all.Where(category => codes.Contains(category.Code) || hits.Any(hit => hit.Covers(category)))];
        return new ProductsPage
        {
            Registration = registration,
            Revision = registration.CategoriesRevision,
            Q = looked.Length == 0 ? null : q,
            Roots = Nodes(shown.ToLookup(category => category.ParentId), null, chosen, looked.Length > 0 ? q!.Trim() : null),
            Chosen = [.. all.Where(category => chosen.Contains(category.Id))],
            Count = all.Count,
            Found = hits.Count,
        };
    }

    public static string NameOf(Category category) => Language.IsRussian ? category.Name : category.NameEn;

    private static bool Matches(Category category, string looked) => category.Code.StartsWith(looked.TrimEnd('.'), StringComparison.Ordinal)
        || Search.Folded(category.Name).Contains(looked, StringComparison.Ordinal) || Search.Folded(category.NameEn).Contains(looked, StringComparison.Ordinal);

    private static IReadOnlyList<Node> Nodes(ILookup<long?, Category> children, long? parent, HashSet<long> chosen, string? looked) =>
    [
        .. children[parent].Select(category => new Node(category, chosen.Contains(category.Id), looked, Nodes(children, category.Id, chosen, looked))),
    ];

    /// <param name="Category">What it is.</param>
    /// <param name="IsChosen">Itself.</param>
    /// <param name="Looked">What was looked for, or null.</param>
    /// <param name="Children">Below it.</param>
    public sealed record Node(Category Category, bool IsChosen, string? Looked, IReadOnlyList<Node> Children)
    {
        public string Name => NameOf(Category);

        public IEnumerable<Node> All => Children.SelectMany(child => child.All).Prepend(this);

        public int Leaves => Children.Count == 0 ? 1 : Children.Sum(child => child.Leaves);

        /// <summary>How many leaves below are covered by a choice.</summary>
        public int LeavesChosen => IsChosen ? Leaves : Children.Sum(child => child.LeavesChosen);

        /// <summary>Open where something was found or chosen.</summary>
        public bool IsOpen => Looked is not null;

        /// <summary>The name in three: before, what was looked for, after. The middle is empty where the name doesn't hold it.</summary>
        public (string Before, string Hit, string After) Marked
        {
            get
            {
                var at = Looked is null ? -1 : CultureInfo.CurrentCulture.CompareInfo.IndexOf(Name, Looked, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace);
                return at < 0 || at + Looked!.Length > Name.Length ? (Name, "", "") : (Name[..at], Name.Substring(at, Looked.Length), Name[(at + Looked.Length)..]);
            }
        }
    }
}
