using SrmPortal.Data;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Domain.Reference;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>Everything once more, before it is sent.</summary>
public sealed class SummaryTests
{
    [Fact]
    public async Task A_BIK_that_the_directory_has_not_is_a_doubt_and_blocks_nothing()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();
        // Without a directory nothing can be said.
        Assert.DoesNotContain("Please have a second look.", (await applicant.FillIn(portal)).Text(), StringComparison.Ordinal);

        await TakeIn(portal, new Bank("046577674", "Уральский банк", "г. Екатеринбург", "30101810500000000674"));
        var doubtful = await applicant.Page("/registration/summary");
        Assert.Contains("The BIK 044525225 is not in the directory of the Bank of Russia.", doubtful.QuerySelector(".note ul")!.TextContent, StringComparison.Ordinal);
        Assert.True(doubtful.HasButton("Send the registration"));
        var inRussian = portal.Applicant("ru");
        await inRussian.FollowMailedLink(portal, button: "Подтвердить адрес и продолжить");
        Assert.Contains("БИК 044525225 нет в справочнике Банка России.", (await inRussian.Page("/registration/summary")).Text(), StringComparison.Ordinal);

        await TakeIn(portal, new Bank("044525225", "ПАО Промкредит", "г. Москва", "30101810400000000225"));
        Assert.DoesNotContain("Please have a second look.", (await applicant.Page("/registration/summary")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checks_that_come_are_those_that_the_administrator_keeps()
    {
        await using var portal = await Applicants.Portal(Databases.Sqlite);
        var applicant = portal.Applicant();

        Assert.Contains("Checks: Completeness, Security, Legal check, Financial check.", (await applicant.FillIn(portal)).Text(), StringComparison.Ordinal);

        await portal.Seen(Scope.System, async db =>
        {
            db.Add(new CheckDefinition { Code = "ecology", Name = "Экология", NameEn = "Ecology", Order = 900 });
            return await db.SaveChangesAsync();
        });
        Assert.Contains("Financial check, Ecology.", (await applicant.Page("/registration/summary")).Text(), StringComparison.Ordinal);
    }

    private static Task<int> TakeIn(Portal portal, Bank bank) => portal.Seen(Scope.System, async db =>
    {
        db.Add(bank);
        return await db.SaveChangesAsync();
    });
}
