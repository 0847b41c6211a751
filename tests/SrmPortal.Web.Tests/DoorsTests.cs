using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SrmPortal.Web.Tests;

/// <summary>
/// The doors in the walls: every query that passes a query filter stands here with the walls that it passes and why it may. A new door is
/// a decision, and is made here as well; one that has gone is taken out.
/// </summary>
public sealed partial class DoorsTests
{
    private const string House = "[Walls.House]", Person = "[Walls.Person]", Company = "[Walls.Company]";

    private static readonly Door[] Known =
    [
        new("Data/Accounts/SignInCounters.cs", House, "Whoever signs in has no scope yet; the counter is found by a keyed hash."),
        new("Data/Happenings/AuditChain.cs", House, "The state of the history, for receipts; the head alone gets through."),
        new("Data/Files/UnownedFiles.cs", Company, "Cleaning up must know the files of all companies; it reads names in the store alone."),
        new("Data/Links/SecretLinks.cs", House, "Whoever brings a token has no scope yet: the token is the right to its row."),
        new("Data/Sealing/OfferVault.Attachments.cs", "walls", "At the opening, and for the house after it; a supplier passes none."),
        new("Data/Sealing/OfferVault.Opening.cs", "Walls.PassedByOpening", "The opening reads every submitted offer of its round, under the round's lock."),
        new("Data/Sealing/OfferVault.Opening.cs", "Walls.PassedByOpening", "Their versions with the receipts."),
        new("Data/Sealing/OfferVault.Opening.cs", "Walls.PassedByOpening", "Their sealed contents."),
        new("Web/Features/Account/AccessController.cs", Person, "The person that a valid link belongs to."),
        new("Web/Features/Account/AccessController.cs", Person, "The same, to send a new link to the stored address."),
        new("Web/Features/Account/AccessController.cs", Person, "The address that a valid link is to confirm."),
        new("Web/Features/Account/AccountFinder.cs", Person, "Whoever signs in has no scope yet."),
        new("Web/Features/Account/ChangeEmail.cs", Person, "Whether an address is taken; only yes or no gets through."),
        new("Web/Features/Account/EnterByGroup.cs", Person, "Whose verified address the group's sign-in has told; the key of an account of the group's people alone."),
        new("Web/Features/Account/OpenAccount.cs", Person, "Whether a user name is taken."),
        new("Web/Features/Account/OpenAccount.cs", Person, "One person is one account, for whichever company they are known already."),
        new("Web/Features/Account/OpenAccount.cs", Company, "Whether the person belongs to the company already."),
        new("Web/Features/Account/SignInPerson.cs", House, "The password of whoever signs in."),
        new("Web/Features/Account/SignInPlaces.cs", House, "Whether the browser is known; only yes or no gets through."),
        new("Web/Features/Accreditation/CaseMails.cs", Person, "Answers of applicants go to the head of the desk, whose address stands in the mail."),
        new("Web/Features/Accreditation/DeskPeople.cs", House, "Whether a colleague is appointed at the desk; only yes or no gets through."),
        new("Web/Features/Accreditation/HistoryPage.cs", House, "What happened to one case and its questionnaire, for the desk that reads them."),
        new("Web/Features/Accreditation/JoinPeople.cs", Person, "Whether a named person can't be taken in; by the names that the reader knows."),
        new("Web/Features/Administration/AppointToDesk.cs", Company, "Which checks running applications have still to pass, and who alone was given one; their codes alone get through."),
        new("Web/Features/Administration/VirusCheckController.cs", Company, "How many files wait in quarantine; numbers alone get through."),
        new("Web/Features/Amending/AmendRound.cs", "[Walls.Sealed]", "A material amendment puts every submitted offer out of force, under the round's lock; nobody is told whose or how many."),
        new("Web/Features/Audit/HistoryPage.cs", House, "With which head each record that is shown was sealed; the head alone gets through."),
        new("Web/Features/Audit/HistoryPage.cs", House, "The same, its batch."),
        new("Web/Features/Changes/AskChange.cs", Company, "Whether another supplier has this number already; only yes or no gets through."),
        new("Web/Features/Company/ActivityPage.cs", "[Walls.House, Walls.Sealed]", "What an own person has done for the own company, its offers too; the company reads its own."),
        new("Web/Features/Company/BeginRenewal.cs", Person, "What was agreed to for the own company when it was registered; the consents alone are taken over."),
        new("Web/Features/Company/CompanyHistory.cs", House, "What has happened to the own company, its requests and its people; nothing of offers."),
        new("Web/Features/Company/CompanyPeople.cs", Company, "Whether the person works for another company too; only yes or no gets through."),
        new("Web/Features/Company/PeoplePage.cs", House, "Until when signing in is closed to an own person."),
        new("Web/Features/Events/InvitedPage.cs", "[Walls.Sealed]", "The number of submitted offers, where the event's setting shows it."),
        new("Web/Features/Opening/OpenRound.cs", "Walls.PassedByOpening", "Whether there is anything to open; under the round's lock."),
        new("Web/Features/Opening/StandingOffers.cs", "Walls.PassedByOpening", "Who has submitted anew to the round that is being opened; under its lock."),
        new("Web/Features/Opening/StandingOffers.cs", "Walls.PassedByOpening", "Offers that were saved and never submitted, in whose place the earlier ones stand; none of them is unsealed."),
        new("Web/Features/Outbox/Deliveries.cs", "OfEvents", "The administrator sees what became of mails about events too; what is sealed is not there."),
        new("Web/Features/Outbox/Deliveries.cs", "OfEvents", "The same, of what could not be made into mails."),
        new("Web/Features/Outbox/OutboxPage.cs", Person, "The address of an applicant to whom a mail went; the address alone gets through."),
        new("Web/Features/Outbox/SendMailAgain.cs", "[Walls.House, Walls.Sealed]", "All mails that failed go out again; nobody is told which or how many."),
        new("Web/Features/Publishing/DraftSuppliersController.cs", "OfApplicants", "Whether a company that a buyer looks for by name or number applies just now; its name alone gets through."),
        new("Web/Features/Publishing/OutsiderMail.cs", "OfRound", "A company that isn't registered is told kind, title and deadline of the event that it is asked to."),
        new("Web/Features/Publishing/OutsiderMail.cs", "OfBuyer", "And who buys: name, phone and address, as every supplier is told them."),
        new("Web/Features/Publishing/ReviseDraft.cs", House, "Whether the same person's work on a draft stands in the history already; only yes or no gets through."),
        new("Web/Features/Registration/BeginRegistration.cs", Person, "A second sending of the same page; its key is known to that page alone."),
        new("Web/Features/Registration/OwnRegistration.cs", Company, "Whether the company is a supplier already; only yes or no gets through."),
        new("Web/Features/Registration/ResumeDraft.cs", Person, "The draft that a valid link belongs to."),
        new("Web/Features/Settling/SettingsPage.cs", House, "What was done to the settings of the portal, for the administrator who keeps them."),
        new("Web/Features/Staff/OpenWork.cs", "OfHouse", "What waits for somebody of the group whom an administrator blocks: names of events, put to that person for approval."),
        new("Web/Features/Staff/OpenWork.cs", "OfHouse", "The same, amendments."),
        new("Web/Features/Staff/OpenWork.cs", Company, "The same, checks: the case's number and the check's code alone get through."),
        new("Web/Features/Staff/OpenWork.cs", Person, "For whom that person stands in."),
        new("Web/Features/Staff/StaffListPage.cs", House, "Whether a second step is set up; only yes or no gets through."),
        new("Web/Features/Staff/StaffPage.cs", House, "The same of one person."),
        new("Web/Features/Staff/StaffPeople.cs", House, "Ends the sessions of whoever is blocked."),
        new("Web/Features/State/StatePage.cs", House, "When the history was verified, and whether it was whole; nothing of it."),
        new("Web/Features/Suppliers/FinishImports.cs", Person, "Whether a company of a sheet is under review; only yes or no gets through."),
        new("Web/Features/Support/SupportMails.cs", Person, "The name of the new master user, for those whom the company has lost it to; the name alone gets through."),
        new("Web/Features/Support/SupportMails.cs", House, "Why a case was refused, for the person whom it names; the reason alone gets through."),
        new("Web/Features/Team/HandOverEvents.cs", "OfAll", "The administrator hands over the events of whoever has left; their numbers, titles and states alone are shown."),
        new("Web/Features/Verify/VerifyPage.cs", "walls", "Whoever holds a receipt that the portal signed knows more than this answer says."),
        new("Web/Infrastructure/KnownPerson.cs", "Passed", "Finds out what the scope is; the person alone is asked for."),
    ];

    // Before SQL that is written by hand no wall stands.
    private static readonly Door[] ByHand =
    [
        new("Data/Keeping/HangingRows.cs", "ExecuteSql", "What hangs on a row that is destroyed goes with it."),
        new("Data/Providers.cs", "SqlQuery", "The keys of rounds by pieces of their numbers and titles; they narrow what the reader sees, and never widen it."),
        new("Data/Providers.cs", "SqlQuery", "The next number, on SQLite."),
        new("Data/Providers.cs", "SqlQuery", "The next number, on PostgreSQL."),
        new("Data/Providers.cs", "SqlQuery", "The next number, on SQL Server."),
        new("Data/Sourcing/BuyerSight.cs", "SqlQuery", "Which companies and works a buyer sees."),
        new("Data/Sourcing/BuyerSight.cs", "SqlQuery", "Who runs which events."),
        new("Web/Features/Events/EventList.cs", ".RoundsWith(", "The list of a reader, narrowed by these keys."),
    ];

    [Fact]
    public void Every_query_that_passes_a_wall_is_known_with_the_walls_it_passes() => AreKnown(Known, Doors());

    [Fact]
    public void Every_SQL_that_is_written_by_hand_is_known() => AreKnown(ByHand, Hands());

    private static void AreKnown(Door[] known, Regex doors)
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../src"));
        var found = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(source, file).Replace('\\', '/'), file))
            .Where(one => !one.Name.Contains("/obj/", StringComparison.Ordinal) && !one.Name.Contains("/Migrations/", StringComparison.Ordinal) && !one.Name.EndsWith("/PortalDbContext.cs", StringComparison.Ordinal))
            .SelectMany(one => doors.Matches(File.ReadAllText(one.file)).Select(match => $"{one.Name["SrmPortal.".Length..]} {match.Groups[1].Value}"));

        Assert.Equal(known.Select(door => $"{door.File} {door.Walls}").Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.All(known, door => Assert.EndsWith(".", door.Why, StringComparison.Ordinal));
    }

    [GeneratedRegex("""IgnoreQueryFilters\(([^)]*)\)""")]
    private static partial Regex Doors();

    [GeneratedRegex("""(SqlQuery|FromSql|ExecuteSql|\.RoundsWith\()""")]
    private static partial Regex Hands();

    private static string Here([CallerFilePath] string path = "") => path;

    private sealed record Door(string File, string Walls, string Why);
}
