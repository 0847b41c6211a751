using System.Globalization;

namespace SrmPortal.Domain.Common;

/// <summary>The language of who reads just now: of the request, or of the person who is written to.</summary>
internal static class ReadersLanguage
{
    public static bool IsRussian => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru";
}
