using System.Globalization;

namespace SrmPortal.Web.Infrastructure;

/// <summary>Does something in another language than the reader's.</summary>
internal static class Speaking
{
    public static T In<T>(string language, Func<T> deed)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return deed();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    /// <summary>The culture flows with the task, so that it is set inside one.</summary>
    public static Task<T> In<T>(string language, Func<Task<T>> deed) => Task.Run(() =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return deed();
    });
}
