using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Categories;

namespace SrmPortal.Domain.Tests;

/// <summary>Who faces which check.</summary>
public sealed class CheckDefinitionTests
{
    private static readonly Category Goods = new(null, "12", "Трубы", "Pipes");
    private static readonly Category Services = new(null, "41", "Услуги", "Services");
    private static readonly Category Transport = new(Services, "41.02", "Перевозки", "Transport") { NeedsCommission = true };
    private static readonly Category Trucks = new(Transport, "41.02.01", "Автоперевозки", "Road transport");
    private static readonly Category[] Demanding = [Transport];

    private static readonly CheckDefinition Commission = new() { Code = "commission", IsCommission = true, HasMeeting = true };

    [Fact]
    public void Transport_faces_the_commission_and_pipes_do_not()
    {
        Assert.Equal("41.02", Commission.NeededFor("RU", [Goods, Trucks], Demanding)?.CategoryCode);
        Assert.Null(Commission.NeededFor("RU", [Goods], Demanding));
    }

    [Fact]
    public void Who_supplies_a_whole_branch_faces_what_its_leaves_demand() =>
        Assert.NotNull(Commission.NeededFor("RU", [Services], Demanding));

    [Fact]
    public void Countries_and_categories_may_require_further_checks()
    {
        var sanctions = new CheckDefinition { Code = "sanctions", Countries = "TR CN" };
        var welding = new CheckDefinition { Code = "welding", Categories = "12" };

        Assert.NotNull(sanctions.NeededFor("CN", [Goods], []));
        Assert.Null(sanctions.NeededFor("RU", [Goods], []));
        Assert.NotNull(welding.NeededFor("RU", [Goods], [Goods]));
        Assert.Null(welding.NeededFor("RU", [Trucks], [Goods]));
    }

    [Fact]
    public void A_check_that_was_switched_off_is_needed_by_nobody() =>
        Assert.Null(new CheckDefinition { Code = "old", IsActive = false }.NeededFor("RU", [Goods], []));

    [Fact]
    public void A_later_change_of_the_definition_leaves_a_running_case_as_it_was()
    {
        // The copy has no way back to its definition: whatever the administrator enters, the case keeps code, order and days.
        var started = GivenCase.Started();

        Assert.DoesNotContain(typeof(AccreditationCheck).GetProperties(), property => property.PropertyType == typeof(CheckDefinition));
        Assert.Equal([3, 3, 3, 3], started.Checks.Select(check => check.NormDays));
    }
}
