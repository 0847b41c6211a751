namespace SrmPortal.Web.Features.Outbox;

/// <summary>The words of these pages: English where they are used, Russian in Texts.ru.resx.</summary>
public sealed class Texts;
