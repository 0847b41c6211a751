using SrmPortal.Domain.Categories;
using SrmPortal.Web.Features.Events;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>A node of the purchasing classifier with all below it.</summary>
public sealed record CategoryNode(long Id, string Code, string Name, IReadOnlyList<CategoryNode> Below)
{
    public static IReadOnlyList<CategoryNode> Tree(IReadOnlyCollection<Category> all)
    {
        var below = all.ToLookup(category => category.ParentId);
        return Under(null);

        IReadOnlyList<CategoryNode> Under(long? parent) =>
            [.. below[parent].Select(category => new CategoryNode(category.Id, category.Code, EventWords.Say(category.NameEn, category.Name), Under(category.Id)))];
    }

    public bool HoldsAny(IReadOnlyCollection<long> ids) => ids.Contains(Id) || Below.Any(node => node.HoldsAny(ids));
}
