namespace SrmPortal.Web.Features.Notifications;

/// <summary>The words of this feature: English where they are used, Russian in Texts.ru.resx.</summary>
public sealed class Texts
{
    /// <summary>A day as people say it, and the time: <c>today 09:20</c>.</summary>
    internal static string When(DateTime utc, DateTime now, string zone, Microsoft.Extensions.Localization.IStringLocalizer<Texts> texts)
    {
        var (day, today) = (DateOnly.FromDateTime(Infrastructure.Zones.Local(utc, zone)), DateOnly.FromDateTime(Infrastructure.Zones.Local(now, zone)));
        var time = Infrastructure.Shown.Time(utc, zone);
        return day == today ? texts["today {0}", time] : day == today.AddDays(-1) ? texts["yesterday {0}", time] : Infrastructure.Shown.DateTime(utc, zone);
    }
}
