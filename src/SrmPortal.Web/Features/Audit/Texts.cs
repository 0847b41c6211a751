namespace SrmPortal.Web.Features.Audit;

/// <summary>The words of what auditors read: English where they are used, Russian in Texts.ru.resx.</summary>
public sealed class Texts;
