using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>The list of stop-factors of one check: what has to be looked up, and what was found.</summary>
/// <param name="Case">With its lists.</param>
/// <param name="Check">Which.</param>
/// <param name="Reader">Who looks at it.</param>
/// <param name="Colleagues">Who may have written something down.</param>
public sealed record StopFactorsPage(AccreditationCase Case, AccreditationCheck Check, DeskPerson Reader, IReadOnlyList<DeskPeople.Colleague> Colleagues)
{
    /// <summary>Named like the form's, so that what was typed is preferred.</summary>
    public IReadOnlyList<StopFactorItem> Items { get; } = Case.StopFactorsOf(Check);

    public bool CanFill => Case.CanDecide(Check, Reader);

    public string NameOf(long? person) => Colleagues.FirstOrDefault(one => one.Id == person) is { } colleague ? UserAccount.ShortNameOf(colleague.FullName) : "—";
}
