using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Reference;
using SrmPortal.Domain.Registration;
using SrmPortal.Domain.Suppliers;
using SrmPortal.Domain.Suppliers.Changes;
using SrmPortal.Web.Features.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Changes;

/// <summary>Fields, kinds and states of a change in the reader's words.</summary>
public static class ChangeWords
{
    public static string Kind(this IStringLocalizer<Texts> texts, DataKind kind) => kind switch
    {
        DataKind.Identity => texts["Names, numbers, registered address"],
        DataKind.Bank => texts["Bank accounts"],
        _ => texts["Further categories"],
    };

    public static (string Kind, string Icon, string Text) State(this IStringLocalizer<Texts> texts, ChangeState state) => state switch
    {
        ChangeState.Pending => ("warn", "hourglass-split", texts["Is being reviewed"]),
        ChangeState.SecondReview => ("warn", "hourglass-split", texts["A second reviewer is to agree"]),
        ChangeState.Approved => ("ok", "check-circle-fill", texts["Approved"]),
        ChangeState.Refused => ("danger", "x-octagon-fill", texts["Refused"]),
        _ => ("mute", "x-circle", texts["Withdrawn"]),
    };

    public static string Value(this IStringLocalizer<Texts> texts, IStringLocalizer<Registration.Texts> ofRegistration, string field, string value) => field switch
    {
        _ when value.Length == 0 => Shown.None,
        nameof(CompanyDetails.LegalForm) => ofRegistration.LegalForm(value),
        nameof(CompanyDetails.IsBranch) => texts["yes"],
        nameof(RegistrationContent.Regions) => string.Join(", ", value.Split(", ").Select(SupplyRegions.Name)),
        _ => value,
    };
}
