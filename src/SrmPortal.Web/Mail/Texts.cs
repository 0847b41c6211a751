namespace SrmPortal.Web.Mail;

/// <summary>The words around every letter: English where they are used, Russian in Texts.ru.resx.</summary>
public sealed class Texts;
