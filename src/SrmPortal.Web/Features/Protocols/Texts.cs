namespace SrmPortal.Web.Features.Protocols;

/// <summary>The words of this feature: English where they are used, Russian in Texts.ru.resx.</summary>
public sealed class Texts;
