using Microsoft.Playwright;
using SrmPortal.Browser.Tests.Journey;

namespace SrmPortal.Browser.Tests;

/// <summary>The whole main job, from a visitor of the first page to the supplier that has won, in a real browser; every page of it is looked at.</summary>
[Collection(InChromium.Name)]
public sealed class JourneyTests(Chromium chromium, PortalStand stand) : IClassFixture<PortalStand>
{
    [Theory, InlineData("ru", 1440), InlineData("en", 390)]
    public Task A_company_registers_is_accredited_is_invited_offers_under_seal_and_wins(string language, int width) => Goes(language, width);

    [ProofTheory, MemberData(nameof(Visitor.EveryWay), MemberType = typeof(Visitor))]
    public Task In_each_language_at_each_width_light_and_dark_too(string language, int width, ColorScheme colors) => Goes(language, width, colors);

    [Fact]
    public Task A_company_registers_on_a_phone_by_the_keyboard_alone() => new KeyboardApplicant(Story.Of(chromium, stand, "ru", 390)).Registers();

    [Fact]
    public Task An_offer_is_changed_and_submitted_by_the_keyboard_alone() => new KeyboardBidder(Story.Of(chromium, stand, "en", 1440)).Offers();

    [Fact]
    public Task A_company_registers_without_scripts() => new Applicant(Story.Of(chromium, stand, "ru", 390), looks: false).RegistersWithoutScripts();

    [Fact]
    public async Task Files_over_the_limits_are_named_at_their_field_before_anything_is_sent()
    {
        using var large = new LargeFiles(Story.Of(chromium, stand, "ru", 390));
        await large.AreNamedBeforeTheyAreSent();
    }

    [Fact]
    public async Task Offering_works_without_scripts()
    {
        var story = Story.Of(chromium, stand, "ru", 390);
        await using var supplier = await story.Somebody(scripts: false);
        await supplier.SignsIn("lapina@borovichi-ogneupor.example", stand.Accounts.Password);
        await supplier.Follow("Открыть процедуру", "Look at the event");
        await supplier.Follow("Заполнить предложение", "Fill in the offer");
        await Bidder.FillsIn(supplier, story, ("Lines[0001].UnitPrice", "98 400,00"));
        await supplier.Tick("Answers[2].Value", "yes");
        await supplier.Press("Сохранить", "Save");
        await supplier.Expect(".hazard").ToContainTextAsync("не подано");
        await supplier.Press("Проверить и подать", "Review and submit");
        await supplier.Tick("Signs");
        await supplier.Press("Подать предложение", "Submit the offer");
        await supplier.Reads("Предложение подано", "Offer submitted");
        supplier.ComplainsOfNothing();
    }

    private async Task Goes(string language, int width, ColorScheme colors = ColorScheme.Light)
    {
        var story = Story.Of(chromium, stand, language, width) with { Colors = colors };

        var number = await new Applicant(story).Registers();
        await new Desk(story).Accredits(number);

        var people = new People(story);
        var contact = await people.Activates(story.Contact, looks: true);
        await people.AddsAndBlocks(await people.Activates(story.Director));

        await new BuyerAtWork(story).Publishes();
        var bidder = new Bidder(story, contact, people);
        await bidder.Offers();
        var rival = new Rival(story);
        await rival.Offers();

        stand.Clock.PutForwardTo(story.Deadline.AddSeconds(31));
        var deciders = new Deciders(story);
        await deciders.Open();
        await deciders.Approve();
        await bidder.LearnsTheOutcome();
        await rival.LearnsTheOutcome();
    }
}
