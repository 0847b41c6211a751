namespace SrmPortal.Web.Features.Common;

/// <summary>The words that all pages share: English where they are used, Russian in Texts.ru.resx.</summary>
public sealed class Texts;
