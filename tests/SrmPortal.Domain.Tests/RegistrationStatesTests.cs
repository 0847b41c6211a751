using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;
using static SrmPortal.Domain.Tests.RegistrationRefusals;

namespace SrmPortal.Domain.Tests;

/// <summary>What a registration lets happen, state by state.</summary>
public sealed class RegistrationStatesTests
{
    [Fact]
    public void The_link_is_sent_at_most_five_times_an_hour()
    {
        var registration = GivenRegistration.Started();
        for (var i = 0; i < 4; i++)
        {
            registration.AskForLink(Now.AddMinutes(i));
        }

        Assert.Equal([RegistrationRules.TooManyMails], Refused(() => registration.AskForLink(Now.AddMinutes(59))));
        Assert.Equal([RegistrationRules.TooManyMails], Refused(() => registration.ChangeStart(GivenRegistration.Applicant with { Email = "x@y.example" }, "RU", Now.AddMinutes(59))));
        registration.AskForLink(Now.AddMinutes(61));
    }

    [Fact]
    public void Only_what_is_asked_for_can_be_corrected()
    {
        var registration = GivenRegistration.InReview();
        Assert.Equal([RegistrationRules.NotEditable], Refused(() => registration.FillDetails(GivenRegistration.Company, Now)));

        registration.ReturnForCorrection(RegistrationParts.Documents, Now.AddDays(10), Now);

        Assert.False(registration.CanEdit(RegistrationParts.Details));
        Assert.Equal([RegistrationRules.NotEditable], Refused(() => registration.FillPeople([], [], Now)));
        registration.FillDocuments([("charter", "17", null)], Now);
    }

    [Fact]
    public void Sent_again_it_is_known_which_parts_have_changed()
    {
        var registration = GivenRegistration.InReview();
        var before = registration.Content;
        registration.ReturnForCorrection(RegistrationParts.Details, Now.AddDays(10), Now);
        registration.ReturnForCorrection(RegistrationParts.Documents, Now.AddDays(5), Now);
        Assert.Equal((RegistrationParts.Details | RegistrationParts.Documents, Now.AddDays(10)), (registration.OpenParts, registration.CorrectionDue!.Value));
        registration.FillDetails(GivenRegistration.Company with { Phone = "+7 343 226-41-99" }, Now);

        registration.SendAgain(before, GivenRegistration.Asked, Now);

        Assert.Equal((RegistrationState.InReview, RegistrationParts.Details, 2), (registration.State, registration.ChangedParts, registration.Sendings));
        var difference = Assert.Single(registration.Content.DifferencesFrom(before));
        Assert.Equal(("Phone", "+7 343 226-41-80", "+7 343 226-41-99"), (difference.Field, difference.Before, difference.After));
        Assert.Equal(RegistrationParts.None, registration.OpenParts);
    }

    [Fact]
    public void What_is_returned_needs_a_part_and_a_date_ahead()
    {
        Assert.Equal([RegistrationRules.NothingAsked], Refused(() => GivenRegistration.InReview().ReturnForCorrection(RegistrationParts.None, Now.AddDays(1), Now)));
        Assert.Equal([RegistrationRules.NoDueDate], Refused(() => GivenRegistration.InReview().ReturnForCorrection(RegistrationParts.People, Now, Now)));
    }

    [Fact]
    public void What_lapses_in_a_closed_part_does_not_hold_up_an_answer()
    {
        var signs = GivenRegistration.Everything with { Basis = SigningBasis.PowerOfAttorney, BasisNumber = "17", BasisDate = new DateOnly(2026, 1, 1), BasisUntil = DateOnly.FromDateTime(Now.AddDays(5)) };
        DocumentRequirement[] asked = [GivenRegistration.Asked[0]];
        var registration = GivenRegistration.Filled(null, signs);
        registration.Send("47182093", asked, GivenRegistration.Editions, Now);
        registration.BeginReview();
        registration.ReturnForCorrection(RegistrationParts.Categories, Now.AddDays(10), Now);
        var before = registration.Content;
        registration.FillCategories([], Now.AddDays(7));

        Assert.Equal([RegistrationRules.NoCategory], Assert.Throws<RuleViolation>(() => registration.SendAgain(before, asked, Now.AddDays(7))).Broken.Select(rule => rule.Code));
        registration.FillCategories([2], Now.AddDays(7));
        registration.SendAgain(before, asked, Now.AddDays(7));

        Assert.Equal(RegistrationState.InReview, registration.State);
    }

    [Theory]
    [InlineData(RegistrationState.Draft, "Send Withdraw")]
    [InlineData(RegistrationState.Submitted, "BeginReview Withdraw")]
    [InlineData(RegistrationState.InReview, "Accredit Reject Return Withdraw")]
    [InlineData(RegistrationState.ReturnedForCorrection, "Reject Return SendAgain Withdraw")]
    [InlineData(RegistrationState.Accredited, "")]
    [InlineData(RegistrationState.Rejected, "")]
    [InlineData(RegistrationState.Withdrawn, "")]
    [InlineData(RegistrationState.Expired, "")]
    public void Each_state_allows_its_own_steps_and_refuses_all_others(RegistrationState state, string allowed)
    {
        (string Name, Action<SupplierRegistration> Step)[] steps =
        [
            ("Accredit", r => r.Accredit(Now)),
            ("BeginReview", r => r.BeginReview()),
            ("Reject", r => r.Reject(Now)),
            ("Return", r => r.ReturnForCorrection(RegistrationParts.People, Now.AddDays(1), Now)),
            ("Send", r => r.Send("47182093", GivenRegistration.Asked, GivenRegistration.Editions, Now)),
            ("SendAgain", r => r.SendAgain(r.Content, GivenRegistration.Asked, Now)),
            ("Withdraw", r => r.Withdraw(Now)),
        ];

        var can = steps.Where(step =>
        {
            try
            {
                step.Step(In(state));
                return true;
            }
            catch (RuleViolation refused) when (refused.Broken[0].Code == RegistrationRules.WrongState)
            {
                return false;
            }
        }).Select(step => step.Name);

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), can);
    }

    [Fact]
    public void A_draft_expires_after_thirty_idle_days_and_says_so_before()
    {
        var registration = GivenRegistration.Started();
        registration.TakeEvents();

        registration.Age(Now.AddDays(22));
        Assert.Empty(registration.TakeEvents());
        registration.Age(Now.AddDays(23));
        registration.Age(Now.AddDays(24));
        Assert.Equal(7, Assert.IsType<DraftExpiresSoon>(Assert.Single(registration.TakeEvents())).DaysLeft);
        registration.Age(Now.AddDays(29));
        Assert.Equal(1, Assert.IsType<DraftExpiresSoon>(Assert.Single(registration.TakeEvents())).DaysLeft);
        registration.FillCategories([1], Now.AddDays(29));
        registration.Age(Now.AddDays(30));
        Assert.Equal(RegistrationState.Draft, registration.State);
        registration.Age(Now.AddDays(59));
        Assert.Equal(RegistrationState.Expired, registration.State);
    }

    [Fact]
    public void A_part_keeps_the_revision_at_which_it_was_changed()
    {
        var registration = GivenRegistration.Filled();
        var details = registration.DetailsRevision;

        registration.FillDetails(GivenRegistration.Company, Now);
        Assert.Equal(details, registration.DetailsRevision);
        registration.FillCategories([1, 2], Now);
        Assert.Equal((details, registration.Revision), (registration.DetailsRevision, registration.CategoriesRevision));
    }

    private static SupplierRegistration In(RegistrationState state)
    {
        var registration = state switch
        {
            RegistrationState.Draft => GivenRegistration.Filled(),
            RegistrationState.Submitted or RegistrationState.Withdrawn => GivenRegistration.Sent(),
            RegistrationState.Expired => GivenRegistration.Started(),
            _ => GivenRegistration.InReview(),
        };
        Action<SupplierRegistration> last = state switch
        {
            RegistrationState.ReturnedForCorrection => r => r.ReturnForCorrection(RegistrationParts.Details, Now.AddDays(1), Now),
            RegistrationState.Accredited => r => r.Accredit(Now),
            RegistrationState.Rejected => r => r.Reject(Now),
            RegistrationState.Withdrawn => r => r.Withdraw(Now),
            RegistrationState.Expired => r => r.Age(Now.AddDays(30)),
            _ => _ => { }
            ,
        };
        last(registration);
        Assert.Equal(state, registration.State);
        return registration;
    }
}
