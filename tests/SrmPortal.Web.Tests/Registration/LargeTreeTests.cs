using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Domain.Categories;
using static SrmPortal.Web.Tests.Registration.WrongInput;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>A classifier of more than 3,000 categories: browsed a branch at a time without scripts, searched, and never a page too heavy to load.</summary>
public sealed class LargeTreeTests
{
    private const int Roots = 10, Groups = 12, Leaves = 25;

    [Fact]
    public async Task Is_browsed_branch_by_branch_and_searched_and_what_was_chosen_goes_along()
    {
        await using var portal = await Portal();
        var applicant = portal.Applicant();
        var page = await applicant.PressAndFollow(await AtPeople(applicant), "Save and continue", Applicants.People);
        Assert.Equal(Roots + 2, page.QuerySelectorAll("#tree [name=Categories]").Length);

        page = await applicant.PressAndFollow(page, "Open: Group 03", ("Categories", await portal.CategoryKey("t41")));
        Assert.Equal(Roots + 2 + Groups, page.QuerySelectorAll("#tree [name=Categories]").Length);
        Assert.Contains($"0 of {Groups * Leaves}", page.Text(), StringComparison.Ordinal);
        page = await applicant.PressAndFollow(page, "Open: Group 03.05");
        page = await applicant.PressAndFollow(page, "Find", ("Categories", await portal.CategoryKey("03.05.07")), ("Q", "thing 07.11.2"));
        Assert.Contains($"Found 5 of {(Roots * Groups * (Leaves + 1)) + Roots + 3:#,0}.", page.Text().Replace('\u00A0', ','), StringComparison.Ordinal);
        Assert.Contains("Chosen: 2", page.Text(), StringComparison.Ordinal);
        await applicant.PressAndFollow(page, "Save and continue", ("Categories", await portal.CategoryKey("07.11.21")));

        Assert.Equal(["03.05.07", "07.11.21", "t41"], await portal.Seen(Scope.System, async db =>
        {
            var keys = (await db.Registrations.SingleAsync()).Content.Categories;
            return await db.Categories.Where(c => keys.Contains(c.Id)).Select(c => c.Code).Order().ToListAsync();
        }));
    }

    [Fact]
    public async Task No_page_of_it_is_heavy_and_the_script_gets_the_first_hits_with_what_stands_above_them()
    {
        await using var portal = await Portal();
        var applicant = portal.Applicant();
        await applicant.PressAndFollow(await AtPeople(applicant), "Save and continue", Applicants.People);

        foreach (var address in new[] { "/registration/products", "/registration/products?q=thing", $"/registration/products?open={await portal.CategoryKey("03.05")}" })
        {
            var html = await applicant.GetStringAsync(address);
            Assert.True(html.Length < 250_000, $"{address}: {html.Length}");
        }

        var found = JsonDocument.Parse(await applicant.GetStringAsync("/registration/products/found?q=THING")).RootElement;
        Assert.Equal((Roots * Groups * Leaves, 60), (found.GetProperty("count").GetInt32(), found.GetProperty("items").GetArrayLength()));
        var first = JsonDocument.Parse(await applicant.GetStringAsync("/registration/products/found?q=03.05.07")).RootElement.GetProperty("items")[0];
        Assert.Equal(("Group 03 › Group 03.05", "/03/03.05/03.05.07/"), (first.GetProperty("above").GetString(), first.GetProperty("path").GetString()));
        Assert.Equal(0, JsonDocument.Parse(await applicant.GetStringAsync("/registration/products/found")).RootElement.GetProperty("count").GetInt32());
    }

    private static async Task<Portal> Portal()
    {
        var portal = await Applicants.Portal(Databases.Sqlite);
        await portal.As(Scope.System, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            for (var i = 0; i < Roots; i++)
            {
                var root = db.Add(Of(null, $"{i:00}", "Group")).Entity;
                for (var j = 0; j < Groups; j++)
                {
                    var group = db.Add(Of(root, $"{i:00}.{j:00}", "Group")).Entity;
                    db.AddRange(Enumerable.Range(0, Leaves).Select(k => Of(group, $"{i:00}.{j:00}.{k:00}", "Thing")));
                }
            }

            return await db.SaveChangesAsync();
        });
        return portal;
    }

    private static Category Of(Category? above, string code, string what) => new(above, code, string.Create(CultureInfo.InvariantCulture, $"Узел {code}"), $"{what} {code}");
}
