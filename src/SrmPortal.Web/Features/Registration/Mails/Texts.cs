namespace SrmPortal.Web.Features.Registration.Mails;

/// <summary>The words of these mails: English where they are used, Russian in Texts.ru.resx.</summary>
public sealed class Texts;
