using SrmPortal.Domain.Accounts;

namespace SrmPortal.Web.Infrastructure;

/// <summary>Who reads this page, as the frame around every page shows it. Set where the account is looked up.</summary>
/// <param name="Name">Surname and initials, or null for a visitor.</param>
/// <param name="Company">That the person works for just now, or null.</param>
/// <param name="Language">Of the profile, or null.</param>
/// <param name="Zone">IANA id of the profile, or null.</param>
public sealed record Reader(string? Name, string? Company, string? Language, string? Zone)
{
    public static readonly Reader Visitor = new(null, null, null, null);

    /// <summary>The roles in the group.</summary>
    public StaffRoles Staff { get; init; }

    /// <summary>For whom: the company, or the roles in the language of the page; null where there is neither.</summary>
    public string? For => Company ?? (Staff is StaffRoles.None ? null : Roles.Named(Staff, Infrastructure.Language.Current));

    /// <summary>Notifications that the reader has not read: the number at the bell.</summary>
    public int Unread { get; init; }

    /// <summary>For an administrator: since when the portal sends no mail, in UTC; null: it does.</summary>
    public DateTime? MailPausedAt { get; init; }

    /// <summary>Whether one of the reader's roles may not sign in by a password alone.</summary>
    public bool NeedsSecondStep { get; init; }

    /// <summary>And has not set the second step up: that comes first.</summary>
    public bool LacksSecondStep { get; init; }

    /// <summary>Whether there is another company to work for, or one that waits for an answer.</summary>
    public bool MayChooseCompany { get; init; }
}

internal static class ReaderOfRequest
{
    /// <summary>The browser's own zone, which a small script keeps; taken only if it is one.</summary>
    public const string ZoneCookie = "srm-zone";

    public static Reader Reader(this HttpContext http) => http.Features.Get<Reader>() ?? Infrastructure.Reader.Visitor;

    /// <summary>The zone in which the reader lives: of the profile, else of the browser, else unknown.</summary>
    public static string? ReaderZone(this HttpContext http) =>
        new[] { http.Reader().Zone, http.Request.Cookies[ZoneCookie] }.FirstOrDefault(Zones.Exists);
}
