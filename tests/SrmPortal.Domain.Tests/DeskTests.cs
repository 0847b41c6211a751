using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using static SrmPortal.Testing.GivenCase;

namespace SrmPortal.Domain.Tests;

/// <summary>What surrounds the checks: stop-factors, days, meetings, the administrator's list.</summary>
public sealed class DeskTests
{
    private static readonly StopFactor[] Registers =
    [
        new() { Id = 1, CheckCode = "security", Order = 2, Name = "РНП", NameEn = "RNP" },
        new() { Id = 2, CheckCode = "security", Order = 1, Name = "ЕГРЮЛ", NameEn = "EGRUL" },
    ];

    private static readonly DateOnly Today = WorkingDays.DayOf(Now);

    private static AccreditationCase WithRegisters() => new(CaseKind.Initial, "47182093", CaseOf.Registration(1), "ООО «УралТрубСнаб»",
        [new CheckNeeded(Security, null) { StopFactors = Registers }], Calendar, Now);

    private static StopFactorEntry Entry(int id, StopFactorResult? result = StopFactorResult.Clear, string evidence = "Extract 1") => new(id, result, result is null ? null : Today, evidence);

    [Fact]
    public void A_check_passes_only_when_every_stop_factor_is_looked_up()
    {
        var one = WithRegisters();
        one.LookUp("security", [Entry(1)], Reviewer("security"), Now);

        Assert.Equal([AccreditationRules.StopFactorsOpen], Codes(() => one.Decide("security", Passed(), Reviewer("security"), Calendar, Now)));
        one.LookUp("security", [Entry(2)], Reviewer("security"), Now);
        one.Decide("security", Passed(), Reviewer("security"), Calendar, Now);

        Assert.Equal(CaseState.Approved, one.State);
        Assert.Equal([2, 1], one.StopFactors.Single().Items.Select(item => item.FactorId));
    }

    [Fact]
    public void What_was_found_is_passed_only_with_a_word_to_the_desk_and_fails_without_the_list()
    {
        var (passed, failed) = (WithRegisters(), WithRegisters());
        passed.LookUp("security", [Entry(1, StopFactorResult.Found), Entry(2)], Reviewer("security"), Now);

        Assert.Equal([AccreditationRules.StopFactorFound], Codes(() => passed.Decide("security", Passed(), Reviewer("security"), Calendar, Now)));
        passed.Decide("security", Passed() with { Note = "The entry is of 2019 and lapsed" }, Reviewer("security"), Calendar, Now);
        failed.Decide("security", Failed(), Reviewer("security"), Calendar, Now);

        Assert.Equal((CaseState.Approved, CaseState.Rejected), (passed.State, failed.State));
    }

    [Fact]
    public void A_line_needs_result_date_and_evidence_and_no_day_ahead()
    {
        StopFactorEntry[] wrong =
        [
            new(1, StopFactorResult.Clear, null, ""), new(1, null, null, "Extract"), new(1, StopFactorResult.Clear, Today.AddDays(1), "Extract"),
            new(1, StopFactorResult.Clear, Today, new string('x', AccreditationCase.LongestEvidence + 1)),
        ];

        Assert.Equal(
            [AccreditationRules.NoCheckedOn, AccreditationRules.NoEvidence, AccreditationRules.NoResult, AccreditationRules.CheckedAhead, AccreditationRules.TooLong],
            Codes(() => WithRegisters().LookUp("security", wrong, Reviewer("security"), Now)));
    }

    [Fact]
    public void Only_who_decides_the_check_fills_its_list() =>
        Assert.Equal([AccreditationRules.NotYourCheck], Codes(() => WithRegisters().LookUp("security", [Entry(1)], Reviewer("finance"), Now)));

    [Fact]
    public void Reviewers_are_reminded_the_day_before_and_the_head_told_once_it_is_over()
    {
        var one = Started();
        one.TakeEvents();

        // Three working days from Tuesday 24 November: due on Friday at 18:00 in Moscow.
        Assert.False(one.Remind(Calendar, Now));
        Assert.False(one.Remind(Calendar, Now.AddDays(1)));
        Assert.True(one.Remind(Calendar, Now.AddDays(2)));
        Assert.False(one.Remind(Calendar, Now.AddDays(2.5)));
        Assert.IsType<CheckDueSoon>(Assert.Single(one.TakeEvents()));
        Assert.True(one.Remind(Calendar, Now.AddDays(4)));
        Assert.False(one.Remind(Calendar, Now.AddDays(5)));
        Assert.IsType<CheckOverdue>(Assert.Single(one.TakeEvents()));

        one.Prolong("completeness", Calendar.DueAfter(Now, 10), Head, Now.AddDays(5));
        one.TakeEvents();
        Assert.True(one.Remind(Calendar, Calendar.DueAfter(Now, 10)));
        Assert.IsType<CheckOverdue>(Assert.Single(one.TakeEvents()));
        Assert.Equal(CaseState.InProgress, one.State);
    }

    [Fact]
    public void The_administrators_time_limits_decide_when_it_is_due_and_when_somebody_is_reminded()
    {
        var calendar = new WorkingDays([], new DeskLimits { EndOfDay = new TimeOnly(17, 30), Reminders = [5, 2], ReviewerReminder = 2 });
        var asked = new AccreditationCase(CaseKind.Initial, "47182093", CaseOf.Registration(1), "ООО «УралТрубСнаб»", [new CheckNeeded(Security, null)], calendar, Now);
        var (due, day) = (asked.Checks.Single().Due!.Value, WorkingDays.DayOf(asked.Checks.Single().Due!.Value));
        Assert.Equal(new TimeOnly(14, 30), TimeOnly.FromDateTime(due));

        // Security takes three working days: two before is the next day.
        Assert.False(asked.Remind(calendar, Now.AddHours(1)));
        Assert.True(asked.Remind(calendar, Now.AddDays(1)));
        var answer = calendar.EndOf(calendar.After(Today, 10));
        asked.Decide("security", new Verdict(CheckOutcome.InformationRequested, "?", "", RegistrationParts.Documents, answer, Guid.NewGuid()), Reviewer("security"), calendar, Now.AddDays(1));
        var said = Enumerable.Range(2, 13).Where(days => asked.Remind(calendar, Now.AddDays(days))).Select(days => calendar.Between(WorkingDays.DayOf(Now.AddDays(days)), WorkingDays.DayOf(answer))).ToArray();
        Assert.Equal([5, 2], said);
        Assert.True(asked.Remind(calendar, answer));

        var never = new WorkingDays([], new DeskLimits { ReviewerReminder = 0 });
        var other = new AccreditationCase(CaseKind.Initial, "47182094", CaseOf.Registration(2), "ООО «Трубы»", [new CheckNeeded(Security, null)], never, Now);
        Assert.DoesNotContain(Enumerable.Range(1, 2), days => other.Remind(never, Now.AddDays(days)));
        Assert.NotEqual(new DateOnly(2026, 1, 1), day);
    }

    [Theory]
    [InlineData(0, "3 1", 1, 3, CalendarRules.AnswerDays)]
    [InlineData(61, "3 1", 1, 3, CalendarRules.AnswerDays)]
    [InlineData(10, "", 1, 3, CalendarRules.Reminders)]
    [InlineData(10, "0", 1, 3, CalendarRules.Reminders)]
    [InlineData(10, "6 5 4 3 2 1", 1, 3, CalendarRules.Reminders)]
    [InlineData(10, "3 1", -1, 3, CalendarRules.ReviewerReminder)]
    [InlineData(10, "3 1", 1, 11, CalendarRules.ValidYears)]
    public void A_time_limit_that_makes_no_sense_is_refused(int answer, string reminders, int reviewer, int years, string code) =>
        Assert.Equal([code], DeskTime.LimitsOf(answer, new TimeOnly(18, 0), reminders, reviewer, years).WhatIsWrong().Select(rule => rule.Code));

    [Fact]
    public void What_is_needed_is_never_left_without_anybody_who_decides_it()
    {
        var finance = new DeskDuty("finance");
        Assert.Equal(DeskRules.LastReviewer, finance.WhyNotLeave(0, isNeeded: true)!.Code);
        Assert.True(finance.CanBeLeft(1, isNeeded: true));
        Assert.True(finance.CanBeLeft(0, isNeeded: false));
        Assert.Equal(DeskRules.LastHead, DeskDuty.Head.WhyNotLeave(0, isNeeded: false)!.Code);
    }

    [Fact]
    public void A_check_of_somebody_who_decides_it_no_longer_is_open_to_all_its_reviewers()
    {
        var one = Started();
        one.Give("completeness", Reviewer("completeness") with { Id = 8 }, Head);
        one.TakeEvents();

        one.TakeFrom(7, "completeness");
        Assert.Empty(one.TakeEvents());
        one.TakeFrom(8, "completeness");

        Assert.Equal([typeof(CheckGiven), typeof(ChecksPending)], one.TakeEvents().Select(happened => happened.GetType()));
        Assert.True(one.CanDecide(one.Check("completeness")!, Reviewer("completeness")));
    }

    [Fact]
    public void A_full_meeting_takes_nobody_and_a_freed_seat_is_anothers()
    {
        var slot = new CommissionSlot("commission", Now.AddDays(10), "Room 4", 2, Now);
        slot.Seat(1, Now);
        slot.Seat(1, Now);
        slot.Seat(2, Now);

        Assert.Equal([AccreditationRules.SlotFull], Codes(() => slot.Seat(3, Now)));
        Assert.Equal([AccreditationRules.SlotTooSmall], Codes(() => slot.Change(slot.At, slot.Place, 1, Now)));
        slot.Free(1);
        slot.Seat(3, Now);
        Assert.Equal([2L, 3L], slot.Cancel(Now));
        Assert.Equal([AccreditationRules.SlotGone], Codes(() => slot.Seat(4, Now)));
        Assert.Equal([AccreditationRules.SlotPast, AccreditationRules.NoPlace, AccreditationRules.SlotCapacity], Codes(() => _ = new CommissionSlot("commission", Now, " ", 0, Now)));
    }

    [Fact]
    public void The_commission_decides_not_before_the_chosen_meeting_and_another_can_be_chosen_until_it()
    {
        var one = Started(Check(1, "commission", 10, hasMeeting: true));
        var (early, late) = (Slot(5), Slot(9));
        Assert.IsType<MeetingAwaited>(one.TakeEvents()[^1]);
        one.ChooseSlot("commission", early, Calendar, Now);
        one.ChooseSlot("commission", late, Calendar, Now.AddDays(2));
        var check = one.Checks.Single();

        Assert.Equal((late.At, late.Place, Calendar.EndOf(WorkingDays.DayOf(late.At))), (check.MeetingAt, check.MeetingPlace, check.Due));
        Assert.Equal([AccreditationRules.MeetingAhead], Codes(() => one.Decide("commission", Passed(), Reviewer("commission"), Calendar, Now.AddDays(6))));
        Assert.False(one.CanChooseSlot(check, late.At));
        one.Decide("commission", Passed(), Reviewer("commission"), Calendar, late.At.AddHours(2));
        Assert.Equal(CaseState.Approved, one.State);
    }

    [Fact]
    public void A_meeting_called_off_is_to_be_chosen_anew()
    {
        var one = Started(Check(1, "commission", 10, hasMeeting: true));
        var slot = Slot(5);
        one.ChooseSlot("commission", slot, Calendar, Now);
        one.TakeEvents();

        one.MeetingFellThrough(slot.Id);

        Assert.Equal((null, null, null), (one.Checks.Single().MeetingOn, one.Checks.Single().MeetingAt, one.Checks.Single().SlotId));
        Assert.IsType<MeetingCalledOff>(Assert.Single(one.TakeEvents()));
    }

    [Fact]
    public void The_list_of_checks_refuses_what_would_break_it()
    {
        var wrong = new CheckDefinition { Code = "History!", Order = 0, NormDays = 91, Parts = 0, Countries = "RU XX", Categories = "99.99", IsActive = false };

        Assert.Equal(
            [CheckRules.BadCode, CheckRules.NoName, CheckRules.NoName, CheckRules.NoName, CheckRules.NoName, CheckRules.Order, CheckRules.Norm, CheckRules.NoParts, CheckRules.UnknownCountry,
                CheckRules.UnknownCategory, CheckRules.NoneForAll],
            wrong.WhatIsWrong([], []).Select(rule => rule.Code));
        Assert.Equal([CheckRules.CodeTaken], Named("security").WhatIsWrong([Named("security")], []).Select(rule => rule.Code));
        Assert.Equal([CheckRules.BadCode], Named("history").WhatIsWrong([], []).Select(rule => rule.Code));
        Assert.Empty(Named("safety").WhatIsWrong([Named("security")], []));
    }

    [Fact]
    public void A_stop_factor_needs_a_check_two_names_and_a_safe_address()
    {
        var wrong = new StopFactor { CheckCode = "nowhere", Name = "РНП", Order = 1, Link = "http://rnp.example" };

        Assert.Equal([CheckRules.UnknownCheck, CheckRules.NoName, CheckRules.BadLink], wrong.WhatIsWrong(["security"]).Select(rule => rule.Code));
        Assert.False(new StopFactor { Countries = "RU" }.IsFor("KZ"));
    }

    private static CheckDefinition Named(string code) => new() { Code = code, Name = "Имя", NameEn = "Name", Department = "Отдел", DepartmentEn = "Desk", Order = 1 };

    // A slot that was stored has its own key; two unsaved ones would be the same.
    private static CommissionSlot Slot(int days)
    {
        var slot = new CommissionSlot("commission", Now.AddDays(days), $"Room {days}", 3, Now);
        typeof(AggregateRoot).GetProperty(nameof(AggregateRoot.Id))!.SetValue(slot, (long)days);
        return slot;
    }

    private static string[] Codes(Action deed) => [.. Assert.Throws<RuleViolation>(deed).Broken.Select(rule => rule.Code)];
}
