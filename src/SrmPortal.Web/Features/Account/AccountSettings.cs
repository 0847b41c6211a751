using SrmPortal.Domain.Administration;

namespace SrmPortal.Web.Features.Account;

/// <summary>Of the section <c>Portal</c>: how one gets in, and for how long. The administrator may settle each of them.</summary>
public sealed class AccountSettings
{
    /// <summary>Before the nine digits of a new user name: <c>SRM483920175</c>.</summary>
    public string UserNamePrefix { get; init; } = "SRM";

    /// <summary>How many forms a network may send in a minute without having signed in.</summary>
    public int AnonymousFormsPerMinute { get; init; } = 60;

    public LockOutSettings LockOut { get; init; } = new();

    public SessionSettings Session { get; init; } = new();

    public TwoStepSettings TwoStep { get; init; } = new();

    public sealed class LockOutSettings
    {
        /// <summary>So many wrong passwords close signing in, for the browser or the network that they came from.</summary>
        public int WrongPasswords { get; init; } = 3;

        public int Minutes { get; init; } = 15;

        /// <summary>So many from all browsers together that the account does not know close it for those; known browsers go on.</summary>
        public int OfAllStrangers { get; init; } = 60;

        public TimeSpan Length => TimeSpan.FromMinutes(Minutes);
    }

    public sealed class SessionSettings
    {
        /// <summary>So long without a request end a session.</summary>
        public int IdleMinutes { get; init; } = 60;

        /// <summary>So long lasts a session at most.</summary>
        public int Hours { get; init; } = 12;

        public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);

        public TimeSpan AtMost => TimeSpan.FromHours(Hours);
    }

    /// <summary>Who can't sign in by a password alone.</summary>
    public sealed class TwoStepSettings
    {
        /// <summary>Of these roles, parted by commas; empty: nobody must. <c>Supplier</c> stands for everybody of a supplier.</summary>
        public string Roles { get; init; } = "Buyer, Approver, Reviewer, HeadOfDesk, Support, Auditor, Administrator";

        public bool IsRequiredOf(IEnumerable<string> roles) => roles.Intersect(Parted(Roles), StringComparer.OrdinalIgnoreCase).Any();

        public static IEnumerable<string> Unknown(string? roles) => Parted(roles).Except(AllSettings.Roles, StringComparer.OrdinalIgnoreCase);

        private static string[] Parted(string? roles) => (roles ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
