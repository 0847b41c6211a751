namespace SrmPortal.Web.Features.Keeping;

/// <summary>The words of how long what is kept, and of what is held about people: English where they are used, Russian in Texts.ru.resx.</summary>
public sealed class Texts;
