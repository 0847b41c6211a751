using SrmPortal.Domain.Common;
using SrmPortal.Domain.Wordings;

namespace SrmPortal.Domain.Tests;

public sealed class TextTests
{
    private static readonly DateTime Now = new(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc);

    private static readonly TextStanding Shipped = new(1, 1, Words("Terms"));

    [Fact]
    public void Editions_rise_from_the_one_that_comes_with_the_portal_and_say_from_which_one_agreeing_counts()
    {
        var text = new PortalText("terms");
        Assert.Equal(Shipped, text.InForce(Shipped));

        text.Keep(Words("Terms, corected"), 1, Now);
        Assert.Equal(Shipped, text.InForce(Shipped));
        var typo = Publish(text, Words("Terms, corrected"), mustBeAccepted: false);
        Assert.Equal((2, 1, false, null), (typo.Edition, typo.AcceptedFrom, typo.MustBeAccepted, text.Draft));
        var changed = Publish(text, Words("Other terms"), mustBeAccepted: true);
        Assert.Equal((3, 3, true), (changed.Edition, changed.AcceptedFrom, changed.MustBeAccepted));
        Assert.Equal(changed.Standing, text.InForce(Shipped));
        Assert.Equal(5, text.InForce(Shipped with { Edition = 5 }).Edition);

        Assert.Equal([nameof(TextDraftKept), nameof(TextPublished), nameof(TextPublished)], text.TakeEvents().Select(happened => happened.GetType().Name));
    }

    [Fact]
    public void Publishing_is_refused_with_all_that_is_missing_at_once()
    {
        var text = new PortalText("terms");
        var words = new TextWords(new("", "Текст"), new("Title", ""));

        Refused(() => text.Publish(words, Shipped, new Publication(1, "", null), _ => [new("javascript:alert(1)", false), new("/logo.png", true)], Now),
            (TextRules.Empty, "RussianTitle"), (TextRules.Link, "RussianBody"), (TextRules.Picture, "RussianBody"),
            (TextRules.Empty, "EnglishBody"), (TextRules.Link, "EnglishBody"), (TextRules.Picture, "EnglishBody"), (TextRules.NoReason, "Reason"), (TextRules.NotDecided, "MustBeAccepted"));
        Refused(() => Publish(text, Shipped.Words, true), (TextRules.Unchanged, null));
        Refused(text.Discard, (TextRules.NoDraft, null));
        Assert.Empty(text.Editions);
    }

    [Theory]
    [InlineData("https://seversplav.example/rules", true)]
    [InlineData("mailto:srm@seversplav.example", true)]
    [InlineData("/help/offer", true)]
    [InlineData("#contacts", true)]
    [InlineData("http://seversplav.example", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://user@evil.example", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("help", false)]
    [InlineData("", false)]
    public void Links_lead_to_secure_pages_to_mail_and_within_the_portal(string address, bool allowed) =>
        Assert.Equal(allowed, new TextTarget(address, IsPicture: false).IsAllowed);

    [Fact]
    public void Pictures_are_the_portals_own()
    {
        Assert.True(new TextTarget("/help-pictures/offer-ru.png", true).IsAllowed);
        Assert.All(["https://evil.example/pixel.png", "/files/1", "/help-pictures/../sign-out", "data:image/png;base64,x"], address => Assert.False(new TextTarget(address, true).IsAllowed));
    }

    private static TextWords Words(string title) => new(new(title, "Текст"), new(title, "Text"));

    private static TextEdition Publish(PortalText text, TextWords words, bool mustBeAccepted) => text.Publish(words, Shipped, new Publication(1, "Corrected", mustBeAccepted), _ => [], Now);

    private static void Refused(Action deed, params (string, string?)[] broken) =>
        Assert.Equal(broken, Assert.Throws<RuleViolation>(deed).Broken.Select(rule => (rule.Code, rule.Field)));
}
