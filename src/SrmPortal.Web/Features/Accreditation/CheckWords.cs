using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>A status as pages show it: kind and icon of the <c>st</c> element, and its word.</summary>
public sealed record StatusShown(string Kind, string Icon, string Text);

/// <summary>The desk's words, the same on every page and in every mail.</summary>
public sealed class CheckWords(IStringLocalizer<Texts> texts)
{
    /// <summary>A registration's number with the prefix that is only shown: <c>Р-4718-2093</c>.</summary>
    public static string Number(string number) => (Language.IsRussian ? "Р-" : "R-") + AccreditationCase.Shown(number);

    public StatusShown Of(CheckState state) => state switch
    {
        CheckState.Passed => new("ok", "check-circle-fill", texts["Passed"]),
        CheckState.Failed => new("danger", "x-octagon-fill", texts["Not passed"]),
        CheckState.InformationRequested => new("warn", "hourglass-split", texts["Information requested"]),
        CheckState.Pending => new("warn", "hourglass-split", texts["Under way"]),
        _ => new("mute", "circle", texts["Waits its turn"]),
    };

    public StatusShown Of(CheckOutcome outcome) => Of(outcome switch
    {
        CheckOutcome.Passed => CheckState.Passed,
        CheckOutcome.Failed => CheckState.Failed,
        _ => CheckState.InformationRequested,
    });

    public StatusShown Of(CaseState state) => state switch
    {
        CaseState.Approved => new("ok", "patch-check", texts["Accredited"]),
        CaseState.Rejected => new("danger", "x-octagon-fill", texts["Rejected"]),
        CaseState.Cancelled => new("mute", "x-circle", texts["Withdrawn by the applicant"]),
        CaseState.WaitingForSupplier => new("warn", "hourglass-split", texts["Waits for the applicant"]),
        _ => new("info", "hourglass-split", texts["Under review"]),
    };

    public StatusShown Of(StopFactorResult? result) => result switch
    {
        StopFactorResult.Clear => new("ok", "check-circle-fill", texts["Nothing found"]),
        StopFactorResult.Found => new("danger", "exclamation-triangle-fill", texts["Found"]),
        StopFactorResult.NotApplicable => new("mute", "circle", texts["Doesn’t apply"]),
        _ => new("mute", "circle", texts["Not looked up"]),
    };

    public string Of(RegistrationParts part) => part switch
    {
        RegistrationParts.Details => texts["Company details"],
        RegistrationParts.People => texts["Regions and people"],
        RegistrationParts.Categories => texts["Products"],
        _ => texts["Documents"],
    };

    /// <summary><c>«Документы», «Регионы и люди»</c>.</summary>
    public string List(RegistrationParts parts) => string.Join(", ", Enum.GetValues<RegistrationParts>()
        .Where(part => part is not (RegistrationParts.None or RegistrationParts.All) && parts.HasFlag(part))
        .Select(part => Language.IsRussian ? $"«{Of(part)}»" : $"“{Of(part)}”"));

    /// <summary><c>6 дней, просрочено на 3</c>; today: <c>сегодня</c>.</summary>
    public string Waited(DeskRow row, WorkingDays calendar, DateTime now)
    {
        var (days, over) = (row.DaysWaited(calendar, now), row.DaysOverdue(calendar, now));
        var waited = days == 0 ? texts["today"].Value : Plural.Of(days, texts["{0} day|{0} days"]);
        return over == 0 ? waited : texts["{0}, overdue by {1}", waited, over];
    }
}
