using System.Globalization;
using System.Text.RegularExpressions;
using SrmPortal.Domain.Accounts;

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

    /// <summary>How many forms a network may send in a minute without having signed in.</summary>
    public int AnonymousFormsPerMinute { get; init; } = 60;

    /// <summary>Whether this instance does what is due by itself: reminders, drafts that expire, invitations to open events.</summary>
    public bool InBackground { get; init; } = true;

    public SupportSettings Support { get; init; } = new();

    public TwoStepSettings TwoStep { get; init; } = new();

    public string GroupName => Language.IsRussian ? Name : NameEn;

    /// <summary><c>Портал поставщика «Северсплав»</c>.</summary>
    public string Title => Language.IsRussian ? $"Портал поставщика «{Name}»" : $"Supplier portal “{NameEn}”";

    /// <summary>Who can't sign in by a password alone.</summary>
    public sealed class TwoStepSettings
    {
        private static readonly string[] Known = [Infrastructure.Roles.MasterUser, Infrastructure.Roles.Supplier, .. Enum.GetNames<StaffRoles>().Where(name => name != nameof(StaffRoles.None))];

        /// <summary>Of these roles, parted by commas; empty: nobody must. <c>Supplier</c> stands for everybody of a supplier.</summary>
        public string Roles { get; init; } = "Buyer, Approver, Reviewer, HeadOfDesk, Support, Auditor, Administrator";

        public bool IsRequiredOf(IEnumerable<string> roles) => roles.Intersect(Parted(Roles), StringComparer.OrdinalIgnoreCase).Any();

        public static IEnumerable<string> Unknown(string? roles) => Parted(roles).Except(Known, StringComparer.OrdinalIgnoreCase);

        private static string[] Parted(string? roles) => (roles ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

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
