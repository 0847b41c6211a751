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

    /// <summary>The branch that is to be opened.</summary>
    public long? Opened => Do?.Split(':') is ["open", var key] && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>A category covers all below it: chosen with one above, it says nothing more.</summary>
    public IReadOnlyList<long> Chosen(IReadOnlyCollection<Category> all)
    {
        var removed = Do == "clear" ? Categories
            : Do?.Split(':') is ["remove", var key] && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? [id] : [];
        Category[] chosen = [.. all.Where(category => Categories.Contains(category.Id) && !removed.Contains(category.Id))];
        return [.. chosen.Where(category => !chosen.Any(other => other != category && other.Covers(category))).Select(category => category.Id)];
    }
}

/// <summary>
/// The tree, whole or with what was found, and beside it what is chosen. A large one is shown a branch at a time: its roots, and below them
/// what was opened.
/// </summary>
public sealed record ProductsPage : StepPage
{
    /// <summary>So many are shown as a whole, and so many hits of a search.</summary>
    public const int MostAtOnce = 400, MostHits = 200;

    public override RegistrationStep Current => RegistrationStep.Products;

    public override RegistrationParts Part => RegistrationParts.Categories;

    public override string? ByEnter => "search";

    public string? Q { get; init; }

    public required IReadOnlyList<Node> Roots { get; init; }

    public required IReadOnlyList<Category> Chosen { get; init; }

    /// <summary>Of all, and how many the search has found.</summary>
    public int Count { get; init; }

    public int Found { get; init; }

    /// <summary>What is chosen and not on the page just now: it goes along, so that a search loses nothing.</summary>
    public IEnumerable<Category> ChosenElsewhere => Chosen.Where(category => !Roots.SelectMany(root => root.Shown).Any(node => node.Category.Id == category.Id));

    public bool NeedsCommission => Chosen.Any(category => category.NeedsCommission);

    /// <param name="registration">As saved.</param>
    /// <param name="all">By path.</param>
    /// <param name="q">What is looked for.</param>
    /// <param name="open">The branch that was opened.</param>
    /// <param name="typed">What was ticked in a form that is shown again; null: it is shown the first time.</param>
    public static ProductsPage Of(SupplierRegistration registration, IReadOnlyList<Category> all, string? q, long? open, IReadOnlyCollection<long>? typed)
    {
        IReadOnlyCollection<long> chosen = typed ?? registration.Content.Categories;
        var (roots, found) = Tree(all, q, open, chosen);
        return new ProductsPage
        {
            Registration = registration,
            Revision = registration.CategoriesRevision,
            Q = Search.Folded(q ?? "").Length == 0 ? null : q,
            Roots = roots,
            Chosen = [.. all.Where(category => chosen.Contains(category.Id))],
            Count = all.Count,
            Found = found,
        };
    }

    /// <summary>The tree as it is shown, and how many a search has found.</summary>
    /// <param name="all">By path.</param>
    /// <param name="q">What is looked for.</param>
    /// <param name="open">The branch that was opened.</param>
    /// <param name="ticked">By key.</param>
    public static (IReadOnlyList<Node> Roots, int Found) Tree(IReadOnlyList<Category> all, string? q, long? open, IReadOnlyCollection<long> ticked)
    {
        var looked = Search.Folded(q ?? "");
        var chosen = ticked.ToHashSet();
        var hits = looked.Length == 0 ? [] : Hits(all, looked);
        var isSmall = all.Count <= MostAtOnce;
        // With a category that was found, or opened, come those above it, which say where it stands.
        var opened = all.FirstOrDefault(category => category.Id == open)?.CodesThatCover.ToHashSet() ?? [];
        var onTheWay = hits.Take(MostHits).SelectMany(category => category.CodesThatCover).ToHashSet();
        var aboveHits = hits.SelectMany(category => category.CodesThatCover.SkipLast(1)).ToHashSet();
        bool IsShown(Category category) => looked.Length == 0 || onTheWay.Contains(category.Code)
            || (category.Parent is { } above && opened.Contains(above.Code)) || (isSmall && hits.Any(hit => hit.Covers(category)));
        bool IsOpen(Category category) => opened.Contains(category.Code) || isSmall || aboveHits.Contains(category.Code);
        var nodes = Nodes(all.ToLookup(category => category.ParentId), null, new Shape(chosen, looked.Length > 0 ? q!.Trim() : null, IsShown, IsOpen, isSmall && looked.Length == 0, opened));
        return ([.. nodes.Where(root => root.IsShown)], hits.Count);
    }

    public static string NameOf(Category category) => Language.IsRussian ? category.Name : category.NameEn;

    /// <summary>Those whose code begins so, or whose name holds it in either language.</summary>
    public static IReadOnlyList<Category> Hits(IReadOnlyList<Category> all, string looked) =>
    [
        .. all.Where(category => category.Code.StartsWith(looked.TrimEnd('.'), StringComparison.Ordinal)
            || Search.Folded(category.Name).Contains(looked, StringComparison.Ordinal) || Search.Folded(category.NameEn).Contains(looked, StringComparison.Ordinal)),
    ];

    private static IReadOnlyList<Node> Nodes(ILookup<long?, Category> children, long? parent, Shape shape) =>
    [
        .. children[parent].Select(category => new Node(category, shape.Chosen.Contains(category.Id), shape.Looked, Nodes(children, category.Id, shape))
        {
            IsShown = shape.IsShown(category),
            ShowsChildren = shape.IsOpen(category),
            IsOpen = !shape.StartsClosed || shape.Opened.Contains(category.Code),
        }),
    ];

    private sealed record Shape(HashSet<long> Chosen, string? Looked, Func<Category, bool> IsShown, Func<Category, bool> IsOpen, bool StartsClosed, HashSet<string> Opened);

    /// <param name="Category">What it is.</param>
    /// <param name="IsChosen">Itself.</param>
    /// <param name="Looked">What was looked for, or null.</param>
    /// <param name="All">Below it.</param>
    public sealed record Node(Category Category, bool IsChosen, string? Looked, IReadOnlyList<Node> All)
    {
        public bool IsShown { get; init; }

        /// <summary>Whether those below are on the page; else they come when it is opened.</summary>
        public bool ShowsChildren { get; init; }

        /// <summary>Unfolded from the beginning.</summary>
        public bool IsOpen { get; init; }

        public string Name => NameOf(Category);

        public IReadOnlyList<Node> Children => ShowsChildren ? [.. All.Where(child => child.IsShown)] : [];

        public bool CanBeOpened => All.Count > 0 && Children.Count == 0;

        /// <summary>Itself, and all below it that are on the page.</summary>
        public IEnumerable<Node> Shown => Children.SelectMany(child => child.Shown).Prepend(this);

        public int Leaves => All.Count == 0 ? 1 : All.Sum(child => child.Leaves);

        /// <summary>How many leaves below are covered by a choice.</summary>
        public int LeavesChosen => IsChosen ? Leaves : All.Sum(child => child.LeavesChosen);

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

/// <summary>What the page's script is told of a category that was found.</summary>
/// <param name="Path">The codes from the root down: who supplies it supplies all whose path begins so.</param>
/// <param name="Above">The names above it.</param>
public sealed record FoundCategory(long Id, string Code, string Name, string Path, string Above, bool NeedsCommission);

/// <param name="Count">How many there are.</param>
/// <param name="All">Of so many.</param>
/// <param name="Items">The first of them.</param>
public sealed record FoundCategories(int Count, int All, IReadOnlyList<FoundCategory> Items)
{
    private const int Most = 60;

    public static FoundCategories Of(IReadOnlyList<Category> all, string q)
    {
        var (looked, byCode) = (Search.Folded(q), all.ToDictionary(category => category.Code));
        var hits = looked.Length == 0 ? [] : ProductsPage.Hits(all, looked);
        return new FoundCategories(hits.Count, all.Count,
        [
            .. hits.Take(Most).Select(hit => new FoundCategory(hit.Id, hit.Code, ProductsPage.NameOf(hit), hit.Path,
                string.Join(" › ", hit.CodesThatCover.SkipLast(1).Where(byCode.ContainsKey).Select(code => ProductsPage.NameOf(byCode[code]))), hit.NeedsCommission)),
        ]);
    }
}
