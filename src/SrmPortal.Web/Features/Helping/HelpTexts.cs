using Microsoft.Extensions.Localization;
using SrmPortal.Domain.Wordings;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Features.Helping;

/// <summary>The articles as they come with the portal; the administrator may publish others.</summary>
internal sealed class HelpTexts(IStringLocalizer<Texts> texts, HelpWords words) : IShipsTexts
{
    public int Order => 90;

    public string Group => texts["Help"];

    public IReadOnlyList<ShippedText> Texts { get; } =
    [
        .. HelpTopics.All.Select(topic => new ShippedText(topic.TextKey, ShippedText.Read(typeof(HelpTexts).Assembly, $"SrmPortal.Web.Features.Helping.Articles.{topic.Key}")) { Page = topic.Address }),
    ];

    public IEnumerable<string> NotFilled(TextWording wording) => words.Unknown(wording.Whole);

    public string Filled(string text) => words.Filled(text);
}
