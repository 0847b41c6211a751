using SrmPortal.Domain.Awards;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Testing;

namespace SrmPortal.Domain.Tests;

/// <summary>Every deed in every state of a round, by whoever has the right to it: it is done where the table of states says so, and refused, changing nothing, everywhere else.</summary>
public sealed class RoundTransitionsTests
{
    private const long Buyer = 1, Approver = 5, AwardApprover = 6;

    private static readonly DateTime Before = Given.OnPublishing.AddHours(1), After = Given.Deadline + Given.Drain;

    // State × deeds that are done, and the state that each leads to.
    private static readonly (string State, (string Deed, RoundState Then)[] Done)[] Table =
    [
        ("Draft", [("Revise", RoundState.Draft), ("SendForApproval", RoundState.PendingApproval), ("Publish", RoundState.Published), ("Delete", RoundState.Draft)]),
        ("PendingApproval", [("Approve", RoundState.Published), ("ReturnToDraft", RoundState.Draft), ("Cancel", RoundState.Cancelled)]),
        ("Published", [("Extend", RoundState.Published), ("Amend", RoundState.Published), ("Cancel", RoundState.Cancelled)]),
        ("Closed", [("Open", RoundState.Opened), ("FindEmpty", RoundState.Published), ("AskToCancel", RoundState.Published)]),
        ("FoundEmpty", [("EndWithoutAward", RoundState.NotAwarded), ("AskToCancel", RoundState.Published)]),
        ("CancellationAsked", [("Open", RoundState.Opened), ("FindEmpty", RoundState.Published), ("ApproveCancellation", RoundState.Cancelled), ("RefuseCancellation", RoundState.Published)]),
        ("Opened", [("Decide", RoundState.Awarded), ("Propose", RoundState.AwardProposed), ("EndWithoutAward", RoundState.NotAwarded), ("AskToCancel", RoundState.Opened), ("BeginNext", RoundState.Opened), ("BeSuperseded", RoundState.Superseded)]),
        ("AwardProposed", [("ApproveAward", RoundState.Awarded), ("ReturnAward", RoundState.Opened), ("AskToCancel", RoundState.AwardProposed)]),
        ("Awarded", []),
        ("Superseded", []),
        ("NotAwarded", []),
        ("Cancelled", []),
    ];

    private static readonly string[] Deeds = [.. Table.SelectMany(row => row.Done).Select(done => done.Deed).Distinct()];

    public static IEnumerable<object[]> All() => Table.SelectMany(row => Deeds, (row, deed) => new object[] { row.State, deed });

    [Theory, MemberData(nameof(All))]
    public void A_deed_is_done_where_the_table_says_so_and_refused_everywhere_else(string state, string deed)
    {
        var one = new Case(state);
        var was = (one.Round.State, one.Award?.State, one.Round.DecidedAt, one.Round.CancelledAt, one.Round.OpenedAt, one.Round.Deadline);

        if (Table.Single(row => row.State == state).Done.FirstOrDefault(done => done.Deed == deed) is { Deed: not null } expected)
        {
            one.Do(deed);
            Assert.Equal(expected.Then, one.Round.State);
        }
        else
        {
            Assert.Throws<RuleViolation>(() => one.Do(deed));
            Assert.Equal(was, (one.Round.State, one.Award?.State, one.Round.DecidedAt, one.Round.CancelledAt, one.Round.OpenedAt, one.Round.Deadline));
        }
    }

    private sealed class Case
    {
        private static readonly Comparison Offers = new("RUB", [], [new RoundItem("0001", "Pipe", 12, "t")],
            [new Contender(70, 7, "RUB", Given.InTime, 1)], [new Quote(70, "0001", 12, 100)]);

        private readonly DateTime _now;

        public Case(string state)
        {
            Round = new Round(new SourcingEvent("20067776", 1, Buyer), 0, Given.Terms with { OpeningRule = OpeningRule.Automatic }, new RoundItem("0001", "Pipe", 12, "t"));
            _now = state is "Draft" or "PendingApproval" or "Published" ? Before : After;
            string[] way = state switch
            {
                "Draft" => [],
                "PendingApproval" => ["SendForApproval"],
                "Published" or "Closed" => ["Publish"],
                "FoundEmpty" => ["Publish", "FindEmpty"],
                "CancellationAsked" => ["Publish", "AskToCancel"],
                "Opened" => ["Publish", "Open"],
                "AwardProposed" => ["Publish", "Open", "Propose"],
                "Awarded" => ["Publish", "Open", "Decide"],
                "Superseded" => ["Publish", "Open", "BeSuperseded"],
                "NotAwarded" => ["Publish", "Open", "EndWithoutAward"],
                _ => ["Publish", "AskToCancel", "ApproveCancellation"],
            };
            foreach (var deed in way)
            {
                Do(deed);
            }
        }

        public Round Round { get; }

        public Award? Award { get; private set; }

        public void Do(string deed)
        {
            var facts = Given.Facts(Given.OnPublishing);
            Action act = deed switch
            {
                "Revise" => () => Round.Revise(Given.Terms with { Title = "Other pipes" }),
                "Delete" => () => Round.BeDeleted(Buyer),
                "SendForApproval" => () => Round.SendForApproval(Buyer, Approver, facts),
                "Publish" => () => Round.Publish(Buyer, facts),
                "Approve" => () => Round.Approve(Approver, facts),
                "ReturnToDraft" => () => Round.ReturnToDraft(Approver, "Name a second opener"),
                "Extend" => () => Round.Extend(Buyer, Given.Deadline.AddDays(1), null, "Asked for", _now),
                "Amend" => () => _ = new Amendment(Round, Buyer, [], _now),
                "Cancel" => () => Round.Cancel(Buyer, "Not needed", _now),
                "AskToCancel" => () => Round.AskToCancel(Buyer, "Not needed", Approver, _now),
                "ApproveCancellation" => () => Round.ApproveCancellation(Approver, _now),
                "RefuseCancellation" => () => Round.RefuseCancellation(Approver, "It is needed", _now),
                "Open" => () => Round.Open(Given.Drain, _now),
                "FindEmpty" => () => Round.FindEmpty(Given.Drain, _now),
                "EndWithoutAward" => () => Round.EndWithoutAward("Too dear", Buyer, _now),
                "BeginNext" => () => Round.BeginNext(new NextRound(Buyer, EventKind.Rebidding, [7], ["0001"]) { TookPart = [7] }),
                "BeSuperseded" => () => Round.BeSuperseded(_now),
                "Decide" => () => Chosen().Decide(Offers, false, Buyer, _now),
                "Propose" => () => Chosen().Propose(Offers, AwardApprover, Buyer, _now),
                "ApproveAward" => () => (Award ?? new Award(Round)).Approve(AwardApprover, "", _now),
                _ => () => (Award ?? new Award(Round)).Return(AwardApprover, "Split it", _now),
            };
            act();
        }

        private Award Chosen()
        {
            Award ??= new Award(Round);
            Award.Choose([ItemChoice.From(Offers, "0001", 7)], "The best price.", Offers, Buyer);
            return Award;
        }
    }
}
