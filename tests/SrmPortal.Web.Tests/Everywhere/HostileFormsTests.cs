using Xunit.Abstractions;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>No form of the portal, found by walking through it, breaks by what is put into it, nor stores half of it.</summary>
[Collection(EveryPage.Name)]
public sealed class HostileFormsTests(Crawl crawl)
{
    [SqliteFact]
    public void No_form_fails_by_what_is_typed_into_it_or_stores_what_it_refuses()
    {
        Assert.True(crawl.Hostile.Forms > 100, $"{crawl.Hostile.Forms} forms");
        Assert.True(crawl.Hostile.Faults is [], string.Join('\n', crawl.Hostile.Faults));
    }
}

/// <summary>The same with every value, every field by itself, and what no page sends.</summary>
public sealed class HostileFormsProofTests(ITestOutputHelper output)
{
    [ProofFact]
    public async Task No_form_fails_by_anything_or_stores_what_it_refuses_or_what_it_has_no_field_for()
    {
        using var crawl = new Crawl { IsDeep = true };
        await crawl.InitializeAsync();

        output.WriteLine($"{crawl.Hostile.Forms} forms, sent {crawl.Hostile.Sent} times: {string.Join(", ", crawl.Hostile.Answers.Select(one => $"{one.Value} × {one.Key}"))}");
        Assert.True(crawl.Hostile.Faults is [], string.Join('\n', crawl.Hostile.Faults));
    }
}
