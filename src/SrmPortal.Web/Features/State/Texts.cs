namespace SrmPortal.Web.Features.State;

/// <summary>The words of how the portal itself is doing: English where they are used, Russian in Texts.ru.resx.</summary>
public sealed class Texts;
