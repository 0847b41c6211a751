using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Accounts;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Suppliers.Identifiers;
using SrmPortal.Web.Features.Accreditation;
using static SrmPortal.Web.Tests.Accreditation.DeskPortal;

namespace SrmPortal.Web.Tests.Accreditation;

/// <summary>The qualification commission: the desk offers meetings, applicants choose one.</summary>
public sealed class CommissionTests
{
    private const string Applicant = "kovaleva@uraltrubsnab.example";

    [Fact]
    public async Task The_applicant_chooses_a_meeting_by_the_mailed_link_and_is_told()
    {
        await using var portal = await DeskPortal.With();
        var commission = portal.SignedIn($"staff:{Commission}");
        await Offer(commission, "15 Dec 2026", "Выкса, заводоуправление, каб. 214");
        await Offer(commission, "22 Dec 2026", "Видеоконференция");
        var number = await portal.Sent(category: "41.02");
        await portal.Pass(number, Usual);
        await portal.DeliverMail();
        Assert.Contains("выберите заседание комиссии", portal.MailsTo(Applicant)[^1].Subject, StringComparison.Ordinal);

        var applicant = portal.Browser();
        var status = await applicant.Page(portal.LinkMailedTo(Applicant));
        Assert.Contains("Choose the day on which the qualification commission meets", status.QuerySelector(".next")!.TextContent, StringComparison.Ordinal);
        var choosing = await applicant.Page(status.QuerySelector("a[href$='/meeting']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await applicant.Press(choosing, "Choose the meeting")).StatusCode);
        var second = choosing.QuerySelectorAll("input[name=Slot]")[1].GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await applicant.Press(choosing, "Choose the meeting", ("Slot", second))).StatusCode);

        await portal.DeliverMail();
        Assert.Contains("22.12.2026 11:00", portal.MailsTo(Applicant)[^1].TextBody, StringComparison.Ordinal);
        Assert.Contains("Видеоконференция", (await applicant.Page(portal.LinkMailedTo(Applicant))).Text(), StringComparison.Ordinal);
        var list = await commission.Page("/accreditation/commission");
        Assert.Contains("1 of 3", list.Text(), StringComparison.Ordinal);
        Assert.Contains("УралТрубСнаб", list.Text(), StringComparison.Ordinal);

        // Before the day nothing is decided; after it the outcome stands on the case.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await portal.Decide(Commission, number, CheckOutcome.Passed)).StatusCode);
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 22, 12, 0, 0, TimeSpan.Zero));
        await portal.Pass(number, "commission");
        Assert.Equal(CaseState.Approved, (await portal.CaseOf(number)).State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_who_want_the_last_seat_at_once_one_gets_it(string provider)
    {
        await using var portal = await DeskPortal.With(provider);
        var head = portal.SignedIn($"staff:{Head}");
        await Offer(head, "15 Dec 2026", "каб. 214", capacity: "1");
        var numbers = new List<string>();
        foreach (var serial in new[] { "772816897", "770207013", "771234567" })
        {
            var inn = Inn.WithCheckDigits(serial);
            var person = GivenRegistration.Everything with { Email = $"director@{inn}.example" };
            numbers.Add(await portal.Sent(GivenRegistration.Applicant with { Email = person.Email }, GivenRegistration.Company with { TaxNumber = inn }, "41.02", person));
        }

        var slot = await portal.Seen(Scope.System, db => db.CommissionSlots.Select(s => s.Code).SingleAsync());
        var refused = await Task.WhenAll(numbers.Select(number => Task.Run(() => Choose(portal, number, slot))));

        Assert.Equal(2, refused.Count(code => code == AccreditationRules.SlotFull));
        Assert.Single(refused, code => code is null);
        Assert.Equal((1, 1), await portal.Seen(Scope.System, db => db.CommissionSlots.Select(s => new ValueTuple<int, int>(s.Taken, s.Seats.Count)).SingleAsync()));
        Assert.Single(await portal.Seen(Scope.System, db => db.AccreditationChecks.Where(c => c.SlotId != null).ToListAsync()));
    }

    [Fact]
    public async Task Where_no_meeting_is_ahead_the_applicant_is_told_whom_to_write_to()
    {
        await using var portal = await DeskPortal.With();
        await portal.Sent(category: "41.02");
        await portal.DeliverMail();

        var page = await portal.Browser().Page(portal.LinkMailedTo(Applicant) + "/meeting");

        Assert.Contains($"staff{Head}@group.example", page.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_is_moved_or_called_off_is_mailed_and_its_seat_is_lost()
    {
        await using var portal = await DeskPortal.With();
        var head = portal.SignedIn($"staff:{Head}");
        await Offer(head, "15 Dec 2026", "каб. 214");
        var number = await portal.Sent(category: "41.02");
        var slot = await portal.Seen(Scope.System, db => db.CommissionSlots.Select(s => s.Code).SingleAsync());
        Assert.Null(await Choose(portal, number, slot));

        await head.Press(await head.Page($"/accreditation/commission/{slot}"), "Save the meeting", ("Time", "15:30"), ("Place", "каб. 300"));
        await portal.DeliverMail();
        Assert.Contains("каб. 300", portal.MailsTo(Applicant)[^1].TextBody, StringComparison.Ordinal);
        await head.Press(await head.Page($"/accreditation/commission/{slot}"), "Call the meeting off");
        await portal.DeliverMail();

        Assert.Contains("выберите заседание комиссии", portal.MailsTo(Applicant)[^1].Subject, StringComparison.Ordinal);
        Assert.Null((await portal.CaseOf(number)).Check("commission")!.MeetingOn);
        Assert.Equal(AccreditationRules.NoSlot, await Choose(portal, number, "nothing123"));
        Assert.Equal(AccreditationRules.SlotGone, await Choose(portal, number, slot));
    }

    [Fact]
    public async Task A_seat_is_kept_whatever_another_check_meets_on_and_freed_by_who_withdraws_and_other_reviewers_keep_no_meetings()
    {
        await using var portal = await DeskPortal.With();
        await portal.Seen(Scope.System, db =>
        {
            db.Add(new CheckDefinition { Code = "plant", Name = "Осмотр", NameEn = "Visit", Department = "служба качества", DepartmentEn = "quality", Order = 900, HasMeeting = true });
            return db.SaveChangesAsync();
        });
        await Offer(portal.SignedIn($"staff:{Head}"), "15 Dec 2026", "каб. 214", capacity: "1");
        var number = await portal.Sent(category: "41.02");
        Assert.Null(await Choose(portal, number, await portal.Seen(Scope.System, db => db.CommissionSlots.Select(s => s.Code).SingleAsync())));

        Assert.True(await portal.As(Scope.StaffOf(Head, StaffRoles.HeadOfDesk), services => services.GetRequiredService<ArrangeCheck>().SetMeeting(number, "plant", new DateOnly(2026, 12, 18), Head, portal.Now())));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.CommissionSlots.Select(s => s.Taken).SingleAsync()));

        await portal.Correct((await portal.RegistrationOf(number)).Id, _ => { }, withdraw: true);

        Assert.Equal(0, await portal.Seen(Scope.System, db => db.CommissionSlots.Select(s => s.Taken).SingleAsync()));
        Assert.DoesNotContain("Offer the meeting", (await portal.SignedIn($"staff:{Finance}").Page("/accreditation/commission")).Text(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleViolation>(() => portal.As(Scope.StaffOf(Finance, StaffRoles.Reviewer), services => services.GetRequiredService<KeepSlots>()
            .Offer(new SlotForm { CheckCode = "commission", Day = new DateOnly(2026, 12, 15), Time = new TimeOnly(11, 0), Place = "x", Capacity = 1 }, Finance, portal.Now())));
    }

    private static async Task Offer(HttpClient keeper, string day, string place, string capacity = "3")
    {
        var page = await keeper.Page("/accreditation/commission");
        var answer = await keeper.Press(page, "Offer the meeting", ("Day", day), ("Time", "11:00"), ("Place", place), ("Capacity", capacity));
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, (await answer.Parsed()).Text());
    }

    /// <returns>The code of the refusal; null: the seat is the company's.</returns>
    private static async Task<string?> Choose(Portal portal, string number, string slot)
    {
        var registration = await portal.RegistrationOf(number);
        try
        {
            Assert.True(await portal.As(Scope.Applicant(registration.Id), services => services.GetRequiredService<CommissionSeats>().Choose(number, slot, portal.Now())));
            return null;
        }
        catch (RuleViolation refusal)
        {
            return Assert.Single(refusal.Broken).Code;
        }
    }
}
