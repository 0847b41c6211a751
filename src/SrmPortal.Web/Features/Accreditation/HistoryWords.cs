using System.Text.Json;
using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Registration;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Accreditation;

/// <summary>What has happened, as the desk reads it.</summary>
public sealed class HistoryWords(IStringLocalizer<Texts> texts, AccreditationCase accreditation)
{
    private readonly CheckWords _words = new(texts);

    public string Who(HistoryPage.Happened one) => one.Person ?? (one.Actor == "System" ? texts["The portal"] : texts["Applicant"]);

    public string What(HistoryPage.Happened one) => one.Action switch
    {
        nameof(RegistrationSubmitted) => texts["The application was sent"],
        nameof(RegistrationSentAgain) => Parts(one, "ChangedParts", "Parts") is { Length: > 0 } parts ? texts["Sent again; changed: {0}", parts] : texts["Sent again, nothing changed"],
        nameof(RegistrationReturned) => texts["Returned for correction: {0}", Parts(one, "Parts", "Open")],
        nameof(RegistrationWithdrawn) or nameof(AccreditationCancelled) => texts["The application was withdrawn"],
        nameof(RegistrationReviewBegun) => texts["The review began"],
        nameof(ChecksPending) => Flag(one, "Again") ? texts["To be checked again: {0}", Checks(one)] : texts["To be checked: {0}", Checks(one)],
        nameof(CheckDecided) => $"{Check(one)}: {(Enum.TryParse<CheckOutcome>(Value(one, "Outcome"), out var outcome) ? _words.Of(outcome).Text : Value(one, "Outcome"))}",
        nameof(CheckGiven) => Value(one, "ToId").Length > 0 ? texts["{0}: given to one reviewer", Check(one)] : texts["{0}: its reviewer decides it no longer", Check(one)],
        nameof(CheckProlonged) => texts["{0}: to be decided by {1}", Check(one), Instant(one, "To")],
        nameof(AnswerProlonged) => texts["{0}: the applicant may answer until {1}", Check(one), Instant(one, "To")],
        nameof(MeetingSet) => texts["{0}: the commission meets on {1}", Check(one), Day(one, "To")],
        nameof(MeetingCalledOff) => texts["{0}: the meeting was called off", Check(one)],
        nameof(AnswerDueSoon) => texts["{0}: the applicant was reminded", Check(one)],
        nameof(AnswerOverdue) => texts["{0}: no answer came, the head of the desk was told", Check(one)],
        nameof(CheckDueSoon) => texts["{0}: the reviewers were reminded", Check(one)],
        nameof(CheckOverdue) => texts["{0}: not decided in time, the head of the desk was told", Check(one)],
        nameof(StopFactorsLookedUp) => texts["{0}: stop-factors looked up {1} of {2}, found {3}", Check(one), Value(one, "Answered"), Value(one, "All"), Value(one, "Found")],
        nameof(EvidenceAttached) => Value(one, "After") is { Length: > 0 } file ? texts["{0}: evidence attached, {1}", Check(one), file] : texts["{0}: evidence taken away, {1}", Check(one), Value(one, "Before")],
        _ => Enum.TryParse<CaseState>(Value(one, "To"), out var state) ? _words.Of(state).Text : one.Action,
    };

    private string Check(HistoryPage.Happened one) => Title(Value(one, "Check"));

    private string Checks(HistoryPage.Happened one) => one.Details.TryGetProperty("Checks", out var codes)
        ? string.Join(", ", codes.EnumerateArray().Select(code => Title(code.GetString() ?? ""))) : "";

    private string Title(string code) => accreditation.Check(code)?.Title ?? code;

    private string Parts(HistoryPage.Happened one, params string[] names) =>
        names.Select(name => Enum.TryParse<RegistrationParts>(Value(one, name), out var parts) ? _words.List(parts) : null).FirstOrDefault(parts => parts is not null) ?? "";

    private static bool Flag(HistoryPage.Happened one, string name) => one.Details.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    private static string Value(HistoryPage.Happened one, string name) => one.Details.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static string Instant(HistoryPage.Happened one, string name) =>
        one.Details.TryGetProperty(name, out var value) && value.TryGetDateTime(out var instant) ? Shown.Deadline(DateTime.SpecifyKind(instant, DateTimeKind.Utc)) : Shown.None;

    private static string Day(HistoryPage.Happened one, string name) =>
        DateOnly.TryParse(Value(one, name), System.Globalization.CultureInfo.InvariantCulture, out var day) ? Shown.Date(day) : Shown.None;
}
