using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Administration;

/// <summary>What the administrator keeps: a list that leads to each part.</summary>
[Route("administration"), Authorize(Roles = Roles.Administrator)]
public sealed class AdministrationController(IStringLocalizer<Texts> texts) : Controller
{
    [HttpGet]
    public IActionResult Index() => View(Parts());

    private AdministrationPart[] Parts() =>
    [
        new("/administration/settings", texts["Settings of the portal"], texts["Time before a deadline, limits of approval, sign-in and sessions, keeping: each with what is usual and what it does."]),
        new("/administration/state", texts["State of the portal"], texts["Database, clock, files, mail, history and openings: what works, what is behind, and what to do."]),
        new("/administration/checks", texts["Checks of accreditation"], texts["Their order, who decides, for which countries and categories, and within how many working days."]),
        new("/administration/staff", texts["Staff and roles"], texts["Who of the group works on the portal, in which roles, and for which works."]),
        new("/administration/desk", texts["People of the accreditation desk"], texts["Who decides which check, and who is head of the desk."]),
        new("/administration/stop-factors", texts["Stop-factors"], texts["What the checks look up in registers."]),
        new("/administration/calendar", texts["Time limits and working days"], texts["Time to answer, reminders, end of the day, years of an accreditation; the production calendar."]),
        new("/administration/documents", texts["Documents of the registration"], texts["Which country and legal form is asked for which, and the blank forms to print and sign."]),
        new("/administration/categories", texts["Classifier"], texts["The tree of what is bought: from a sheet or node by node, in both languages."]),
        new("/administration/mails", texts["Texts of mails"], texts["What people read at each step of registration, accreditation and access, in both languages."]),
        new("/administration/texts", texts["Texts of the portal"], texts["Terms, consents, legal notices and help: editions in both languages, with the last look before publishing."]),
        new("/administration/outbox", texts["Outgoing mail"], texts["What became of each mail, send again, pause, test mail."]),
        new("/administration/places", texts["Regions and countries"], texts["Where companies are registered, and where they supply."]),
        new("/administration/banks", texts["Directory of banks"], texts["A BIK fills in the bank’s name, city and account."]),
        new("/administration/files", texts["Virus check"], texts["Whether the antivirus answers, and which files wait for it."]),
        new("/administration/hand-over", texts["Hand over events"], texts["Another buyer becomes responsible for the events of one who has left."]),
        new("/administration/personal-data", texts["Personal data"], texts["What is held about a person, and erasing those who have taken their consent back."]),
        new("/administration/incident", texts["Whose data were in it"], texts["After strangers may have read something: who has to be told."]),
        new("/administration/retention", texts["What was destroyed"], texts["What has been kept long enough goes once a day: applications, events, notices, history."]),
        new("/suppliers/import", texts["Import of suppliers"], texts["Companies that the group works with already, from a spreadsheet."]),
    ];
}

/// <summary>One part of the settings.</summary>
public sealed record AdministrationPart(string Address, string Title, string About);
