namespace SrmPortal.Web.Features.Administration;

/// <summary>The words of the administrator's pages: English where they are used, Russian in Texts.ru.resx.</summary>
public sealed class Texts;
