using SrmPortal.Domain.Common;
using SrmPortal.Domain.Registration;

namespace SrmPortal.Domain.Tests;

/// <summary>The matrix of country and legal form, and what an administrator may write into it.</summary>
public sealed class DocumentKindTests
{
    private static readonly DocumentKindContent Sound = new() { Name = "Свидетельство", NameEn = "Certificate", HasNumber = true, Order = 10 };

    [Theory]
    [InlineData("*", "", "KZ", "Organisation", true)]
    [InlineData("RU", "", "RU", "LLC", true)]
    [InlineData("RU", "", "KZ", "Organisation", false)]
    [InlineData("!RU", "", "KZ", "Organisation", true)]
    [InlineData("!RU", "", "RU", "LLC", false)]
    [InlineData("RU", "SoleTrader SelfEmployed", "RU", "SelfEmployed", true)]
    [InlineData("RU", "SoleTrader SelfEmployed", "RU", "LLC", false)]
    [InlineData("*", "SoleTrader", "BY", "SoleTrader", true)]
    public void A_line_says_who_is_asked(string country, string forms, string ofCountry, string ofForm, bool isAsked) =>
        Assert.Equal(isAsked, With((country, forms, true)).For(ofCountry, ofForm) is not null);

    [Fact]
    public void Where_several_lines_fit_one_that_requires_counts_and_a_retired_kind_is_asked_of_nobody()
    {
        var kind = With(("*", "", false), ("RU", "LLC", true));

        Assert.False(kind.For("RU", "JSC")!.IsMandatory);
        Assert.True(kind.For("RU", "LLC")!.IsMandatory);
        kind.Change(Sound with { IsRetired = true, Demands = [("*", [], true)] });
        Assert.Null(kind.For("RU", "LLC"));
    }

    [Fact]
    public void What_was_and_what_is_stands_in_the_record_and_a_change_of_nothing_in_none()
    {
        var kind = With(("RU", "LLC", true));
        kind.TakeEvents();

        kind.Change(Sound with { Demands = [("RU", ["LLC"], true)] });
        Assert.Empty(kind.TakeEvents());
        kind.Change(Sound with { Demands = [("RU", ["LLC"], false)] });
        var changed = Assert.IsType<DocumentKindChanged>(Assert.Single(kind.TakeEvents()));
        Assert.Contains("RU:LLC:required", changed.Before, StringComparison.Ordinal);
        Assert.Contains("RU:LLC:offered", changed.After, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_said_at_once_each_at_its_field()
    {
        var refused = Assert.Throws<RuleViolation>(() => new DocumentKind("Код 1", new DocumentKindContent
        {
            NameEn = "Certificate",
            Hint = "Только по-русски",
            Blank = "Компания {company}, {compny}",
            BlankEn = "Company {company",
            Demands = [("XX", [], true), ("KZ", ["LLC"], true), ("RU", ["LLC", "JSC"], true), ("RU", ["JSC", "LLC"], false)],
        }));

        Assert.Equal(
            [
                (DocumentKindRules.BadCode, "Code"), (DocumentKindRules.NoName, "Name"), (DocumentKindRules.OneLanguage, "HintEn"), (PlaceholderRules.Unknown, "Blank"),
                (PlaceholderRules.Stray, "BlankEn"), (DocumentKindRules.UnknownCountry, "Demands[0].Country"), (DocumentKindRules.FormOfOtherCountry, "Demands[1].Forms"),
                (DocumentKindRules.DemandTwice, "Demands[3].Country"),
            ],
            refused.Broken.Select(rule => (rule.Code, rule.Field!)));
    }

    [Fact]
    public void The_power_of_attorney_is_never_left_out()
    {
        var kind = new DocumentKind(DocumentRequirement.PowerOfAttorney, Sound);

        Assert.Equal(DocumentKindRules.NeverRetired, Assert.Throws<RuleViolation>(() => kind.Change(Sound with { IsRetired = true })).Broken.Single().Code);
    }

    [Fact]
    public void A_value_that_looks_like_a_placeholder_stays_what_it_is() =>
        Assert.Equal("A {b} B", Placeholders.Fill("A {a} B", name => name == "a" ? "{b}" : "never"));

    private static DocumentKind With(params (string Country, string Forms, bool IsMandatory)[] lines) => new("certificate",
        Sound with { Demands = [.. lines.Select(line => (line.Country, (IReadOnlyList<string>)line.Forms.Split(' ', StringSplitOptions.RemoveEmptyEntries), line.IsMandatory))] });
}
