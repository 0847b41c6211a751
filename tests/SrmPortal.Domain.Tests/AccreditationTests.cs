using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using static SrmPortal.Testing.GivenCase;

namespace SrmPortal.Domain.Tests;

public sealed class AccreditationTests
{
    [Fact]
    public void A_case_begins_with_the_first_check_alone()
    {
        var started = Started();

        Assert.Equal("Pending NotStarted NotStarted NotStarted", States(started));
        Assert.Equal(CaseState.InProgress, started.State);
        Assert.Contains(new ChecksPending("4718-2093", ["completeness"], Again: false).Checks[0], started.TakeEvents().OfType<ChecksPending>().Single().Checks);
    }

    [Fact]
    public void Checks_come_one_after_another_and_the_last_one_approves()
    {
        var passing = Started();

        passing.After("completeness");
        Assert.Equal("Passed Pending NotStarted NotStarted", States(passing));
        passing.After("security", "legal");
        Assert.Equal((CaseState.InProgress, "Passed Passed Passed Pending"), (passing.State, States(passing)));
        passing.After("finance");

        Assert.Equal((CaseState.Approved, Now), (passing.State, passing.DecidedAt));
    }

    [Fact]
    public void Checks_of_equal_order_run_side_by_side_and_the_next_waits_for_all_of_them()
    {
        var sideBySide = Started(Completeness, Check(2, "security", 20), Check(3, "legal", 20), Finance);

        sideBySide.After("completeness");
        Assert.Equal("Passed Pending Pending NotStarted", States(sideBySide));
        sideBySide.After("legal");
        Assert.Equal("Passed Pending Passed NotStarted", States(sideBySide));
        sideBySide.After("security");
        Assert.Equal("Passed Passed Passed Pending", States(sideBySide));
    }

    [Fact]
    public void A_failed_check_rejects_the_case_and_nothing_after_it_is_begun()
    {
        var failing = Started().After("completeness");

        failing.Decide("security", Failed(), Reviewer("security"), Calendar, Now);

        Assert.Equal((CaseState.Rejected, "Passed Failed NotStarted NotStarted"), (failing.State, States(failing)));
        Assert.Equal([AccreditationRules.Closed], Refused(() => failing.After("legal")));
    }

    [Fact]
    public void A_check_beside_the_failed_one_counts_as_not_conducted()
    {
        var failing = Started(Check(1, "security", 10), Check(2, "legal", 10));

        failing.Decide("security", Failed(), Reviewer("security"), Calendar, Now);

        Assert.Equal("Failed NotStarted", States(failing));
    }

    [Fact]
    public void A_question_waits_for_the_applicant_and_the_answer_goes_back_to_who_asked()
    {
        var asking = Started().After("completeness", "security", "legal");
        asking.Decide("finance", Asked(), Reviewer("finance"), Calendar, Now);
        Assert.Equal((CaseState.WaitingForSupplier, "Passed Passed Passed InformationRequested"), (asking.State, States(asking)));

        asking.Answer(RegistrationParts.None, "ООО «УралТрубСнаб»", Calendar, Now.AddDays(2));

        Assert.Equal((CaseState.InProgress, "Passed Passed Passed Pending"), (asking.State, States(asking)));
        Assert.Equal(Now.AddDays(2), asking.Check("finance")!.PendingSince);
    }

    [Fact]
    public void A_passed_check_whose_data_the_answer_changed_is_pending_again_and_others_stay_passed()
    {
        var asking = Started().After("completeness", "security", "legal");
        asking.Decide("finance", Asked(), Reviewer("finance"), Calendar, Now);

        asking.Answer(RegistrationParts.Documents, "ООО «УралТрубСнаб»", Calendar, Now.AddDays(2));

        // Security rests on details and people alone.
        Assert.Equal("Pending Passed Pending Pending", States(asking));
        asking.After("completeness", "legal", "finance");
        Assert.Equal(CaseState.Approved, asking.State);
        Assert.Equal(7, asking.Decisions.Count);
    }

    [Fact]
    public void Nothing_later_begins_while_an_earlier_check_has_to_be_passed_again()
    {
        var asking = Started().After("completeness", "security");
        asking.Decide("legal", Asked(), Reviewer("legal"), Calendar, Now);
        asking.Answer(RegistrationParts.All, "ООО «УралТрубСнаб»", Calendar, Now);
        asking.After("legal");

        Assert.Equal("Pending Pending Passed NotStarted", States(asking));
        asking.After("completeness", "security");
        Assert.Equal("Passed Passed Passed Pending", States(asking));
    }

    [Fact]
    public void A_decision_cannot_be_changed()
    {
        var decided = Started().After("completeness");

        Assert.Equal([AccreditationRules.DecidedAlready], Refused(() => decided.After("completeness")));
        Assert.Equal([AccreditationRules.NotPending], Refused(() => decided.After("finance")));
    }

    [Fact]
    public void A_reviewer_decides_only_checks_of_the_own_appointments()
    {
        var pending = Started();

        Assert.Equal([AccreditationRules.NotYourCheck], Refused(() => pending.Decide("completeness", Passed(), Reviewer("security", "legal"), Calendar, Now)));
        Assert.Equal([AccreditationRules.NotYourCheck], Refused(() => pending.Decide("completeness", Passed(), Head, Calendar, Now)));
    }

    [Fact]
    public void Nobody_decides_on_data_that_he_or_she_entered()
    {
        var pending = Started();
        var author = Reviewer("completeness") with { HasEnteredData = true };

        Assert.False(pending.CanDecide(pending.Check("completeness")!, author));
        Assert.Equal([AccreditationRules.OwnEntries], Refused(() => pending.Decide("completeness", Passed(), author, Calendar, Now)));
    }

    [Theory]
    [InlineData(CheckOutcome.Failed, AccreditationRules.NoReason)]
    [InlineData(CheckOutcome.InformationRequested, AccreditationRules.NoQuestion, AccreditationRules.NoParts, AccreditationRules.NoAnswerDue)]
    public void What_the_applicant_must_know_has_to_be_said_all_at_once(CheckOutcome outcome, params string[] codes)
    {
        var pending = Started();

        Assert.Equal(codes, Refused(() => pending.Decide("completeness",
            new Verdict(outcome, "  ", "", RegistrationParts.None, null, Guid.NewGuid()), Reviewer("completeness"), Calendar, Now)));
        Assert.Equal(CheckState.Pending, pending.Check("completeness")!.State);
    }

    [Theory]
    [InlineData(0, AccreditationRules.AnswerDueTooSoon)]
    [InlineData(121, AccreditationRules.AnswerDueTooLate)]
    public void The_answer_is_due_neither_today_nor_in_a_year(int days, string code)
    {
        var question = Asked() with { AnswerDue = Calendar.EndOf(WorkingDays.DayOf(Now).AddDays(days)) };

        Assert.Equal([code], Refused(() => Started().Decide("completeness", question, Reviewer("completeness"), Calendar, Now)));
        Started().Decide("completeness", question with { AnswerDue = Calendar.EndOf(WorkingDays.DayOf(Now).AddDays(120)) }, Reviewer("completeness"), Calendar, Now);
    }

    [Fact]
    public void The_commission_decides_at_its_meeting_and_not_before()
    {
        var pending = Started(Check(5, "commission", 10, hasMeeting: true));
        var commission = Reviewer("commission");
        Assert.Equal([AccreditationRules.NoMeeting], Refused(() => pending.Decide("commission", Passed(), commission, Calendar, Now)));

        Assert.Equal([AccreditationRules.MeetingPast], Refused(() => pending.SetMeeting("commission", new DateOnly(2026, 11, 23), commission, Calendar, Now)));
        pending.SetMeeting("commission", new DateOnly(2026, 12, 15), commission, Calendar, Now);
        Assert.Equal([AccreditationRules.MeetingAhead], Refused(() => pending.Decide("commission", Passed(), commission, Calendar, Now)));
        Assert.Equal(Calendar.EndOf(new DateOnly(2026, 12, 15)), pending.Check("commission")!.Due);

        pending.Decide("commission", Passed(), commission, Calendar, new DateTime(2026, 12, 15, 9, 0, 0, DateTimeKind.Utc));
        Assert.Equal(CaseState.Approved, pending.State);
    }

    [Fact]
    public void The_head_gives_a_check_to_one_reviewer_and_then_only_that_one_decides()
    {
        var pending = Started();
        var other = Reviewer("completeness") with { Id = 8 };
        Assert.Equal([AccreditationRules.HeadOnly], Refused(() => pending.Give("completeness", other, other)));
        Assert.Equal([AccreditationRules.NotAppointed], Refused(() => pending.Give("completeness", Reviewer("legal"), Head)));

        pending.Give("completeness", other, Head);

        Assert.Equal([AccreditationRules.OtherReviewer], Refused(() => pending.After("completeness")));
        pending.Decide("completeness", Passed(), other, Calendar, Now);
        Assert.Equal(8, pending.Decisions[0].ById);
    }

    [Fact]
    public void The_head_prolongs_a_reviewer_and_an_applicant_alike_but_never_shortens()
    {
        var asking = Started();
        var due = asking.Check("completeness")!.Due!.Value;
        Assert.Equal([AccreditationRules.NotLater], Refused(() => asking.Prolong("completeness", due, Head, Now)));
        Assert.Equal([AccreditationRules.AnswerDueTooLate], Refused(() => asking.Prolong("completeness", due.AddYears(10), Head, Now)));
        asking.Prolong("completeness", due.AddDays(1), Head, Now);
        Assert.Equal(due.AddDays(1), asking.Check("completeness")!.Due);

        asking.Decide("completeness", Asked(), Reviewer("completeness"), Calendar, Now);
        var answer = asking.Check("completeness")!.AnswerDue!.Value;
        asking.Prolong("completeness", answer.AddDays(7), Head, Now);

        Assert.Equal(answer.AddDays(7), asking.Check("completeness")!.AnswerDue);
        Assert.Contains(asking.TakeEvents(), one => one is AnswerProlonged);
    }

    [Fact]
    public void No_timer_rejects_anybody_it_reminds_and_then_the_head_decides()
    {
        var asking = Started();
        asking.Decide("completeness", Asked(days: 5), Reviewer("completeness"), Calendar, Now);
        asking.TakeEvents();
        var due = asking.Check("completeness")!.AnswerDue!.Value;

        Assert.False(asking.Remind(Calendar, Now));
        Assert.True(asking.Remind(Calendar, due.AddDays(-3)));
        Assert.False(asking.Remind(Calendar, due.AddDays(-3)));
        Assert.True(asking.Remind(Calendar, due.AddDays(-1)));
        Assert.Equal([AccreditationRules.StillInTime], Refused(() => asking.RejectOverdue("completeness", "No answer", Guid.NewGuid(), Head, Calendar, due.AddMinutes(-1))));
        Assert.True(asking.Remind(Calendar, due));
        Assert.False(asking.Remind(Calendar, due.AddDays(30)));
        Assert.Equal(["AnswerDueSoon", "AnswerDueSoon", "AnswerOverdue"], asking.TakeEvents().Select(one => one.GetType().Name));
        Assert.Equal(CaseState.WaitingForSupplier, asking.State);

        Assert.Equal([AccreditationRules.HeadOnly], Refused(() => asking.RejectOverdue("completeness", "No answer", Guid.NewGuid(), Reviewer("completeness"), Calendar, due)));
        asking.RejectOverdue("completeness", "No answer", Guid.NewGuid(), Head, Calendar, due);
        Assert.Equal((CaseState.Rejected, CheckState.Failed), (asking.State, asking.Check("completeness")!.State));
    }

    [Fact]
    public void An_answer_after_the_due_date_still_counts_while_nobody_has_decided()
    {
        var asking = Started();
        asking.Decide("completeness", Asked(), Reviewer("completeness"), Calendar, Now);

        asking.Answer(RegistrationParts.Documents, "ООО «УралТрубСнаб»", Calendar, Now.AddDays(90));

        Assert.Equal(CaseState.InProgress, asking.State);
    }

    [Fact]
    public void A_withdrawn_application_cancels_its_case()
    {
        var cancelled = Started();

        cancelled.Cancel(Now);

        Assert.Equal((CaseState.Cancelled, "NotStarted NotStarted NotStarted NotStarted"), (cancelled.State, States(cancelled)));
    }

    [Fact]
    public void What_is_announced_carries_neither_comments_nor_names()
    {
        var asking = Started();
        asking.Decide("completeness", Asked() with { Note = "Ask Ivanov" }, Reviewer("completeness"), Calendar, Now);

        var told = System.Text.Json.JsonSerializer.Serialize<IEnumerable<object>>(asking.TakeEvents());

        Assert.DoesNotContain("balance", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Ivanov", told, StringComparison.Ordinal);
        Assert.Equal("Ask Ivanov", Assert.Single(asking.Notes).Text);
    }

    [Theory]
    [InlineData("2026-12-25", 1, "2026-12-28")]
    [InlineData("2026-12-30", 1, "2027-01-01")]
    [InlineData("2026-11-24", 10, "2026-12-08")]
    public void Working_days_follow_the_table(string from, int days, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), Calendar.After(DateOnly.Parse(from, null), days));

    [Fact]
    public void What_is_due_is_due_at_six_in_Moscow() =>
        Assert.Equal(new DateTime(2026, 12, 8, 15, 0, 0, DateTimeKind.Utc), Calendar.DueAfter(Now, 10));

    private static string States(AccreditationCase accreditation) => string.Join(' ', accreditation.Checks.Select(check => check.State));

    private static IEnumerable<string> Refused(Action deed) => Assert.Throws<RuleViolation>(deed).Broken.Select(rule => rule.Code);
}
