using System.Globalization;
using System.Text.RegularExpressions;

namespace SrmPortal.Web.Infrastructure;

/// <summary>The section <c>Portal</c>: what this portal is called, where it stands, whom one can ask.</summary>
public sealed partial class PortalSettings
{
    /// <summary>The group, in Russian and in English: <c>Северсплав</c>, <c>Seversplav</c>.</summary>
    public string Name { get; init; } = "";

    public string NameEn { get; init; } = "";

    /// <summary>Where people reach the portal; every link in a mail begins so.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of the proxies whose forwarded headers are believed.</summary>
    public string[] Proxies { get; init; } = [];

    /// <summary>Whether this instance does what is due by itself: reminders, drafts that expire, invitations to open events.</summary>
    public bool InBackground { get; init; } = true;

    /// <summary>The hour of the daily digest, in each person's own zone.</summary>
    public int DigestHour { get; init; } = 8;

    public SupportSettings Support { get; init; } = new();

    public string GroupName => Language.IsRussian ? Name : NameEn;

    /// <summary><c>Портал поставщика «Северсплав»</c>.</summary>
    public string Title => Language.IsRussian ? $"Портал поставщика «{Name}»" : $"Supplier portal “{NameEn}”";

    public sealed partial class SupportSettings
    {
        /// <summary>International: <c>+7 800 555-01-42</c>.</summary>
        public string Phone { get; init; } = "";

        public string Email { get; init; } = "";

        /// <summary>When somebody answers, in Russian and in English.</summary>
        public string Hours { get; init; } = "";

        public string HoursEn { get; init; } = "";

        public string ShownHours => Language.IsRussian ? Hours : HoursEn;

        /// <summary>As it is dialled in the reader's country: in Russia a free number begins with 8.</summary>
        public string ShownPhone => (Language.IsRussian && Phone.StartsWith("+7 800", StringComparison.Ordinal) ? $"8{Phone[2..]}" : Phone).Replace(' ', '\u00A0');

        public string PhoneLink => string.Create(CultureInfo.InvariantCulture, $"tel:+{NotADigit().Replace(Phone, "")}");

        [GeneratedRegex("[^0-9]")]
        private static partial Regex NotADigit();
    }
}
