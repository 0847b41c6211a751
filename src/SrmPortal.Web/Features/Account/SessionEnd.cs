using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace SrmPortal.Web.Features.Account;

/// <summary>When a session ends, as the browser has to know it to warn in time.</summary>
/// <param name="At">If the person takes no further step.</param>
/// <param name="AtLast">Whatever the person does.</param>
public sealed record SessionEnd(DateTimeOffset At, DateTimeOffset AtLast)
{
    /// <summary>The warning comes so long before.</summary>
    public static readonly TimeSpan Warning = TimeSpan.FromMinutes(5);

    /// <summary>Of the session of this request, with the time that the request itself has won; null without one.</summary>
    public static SessionEnd? Of(HttpContext http, DateTimeOffset now)
    {
        if (http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties is not { IssuedUtc: { } issued, ExpiresUtc: { } expires } session
            || !session.Items.TryGetValue(SessionCookie.Began, out var item) || !long.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var began))
        {
            return null;
        }

        var settled = SessionCookie.Settled(http);
        var last = DateTimeOffset.FromUnixTimeMilliseconds(began) + settled.AtMost;
        var lasts = expires - issued < settled.Idle ? expires - issued : settled.Idle;
        var idle = (now - issued > SessionCookie.RenewedAfter ? now : issued) + lasts;
        return new(idle < last ? idle : last, last);
    }
}
