namespace SrmPortal.Web.Features.Account;

/// <summary>Of the section <c>Portal</c>: what user names begin with, and when signing in is closed.</summary>
public sealed class AccountSettings
{
    /// <summary>Before the nine digits: <c>SRM483920175</c>.</summary>
    public string UserNamePrefix { get; init; } = "SRM";

    public LockOutSettings LockOut { get; init; } = new();

    public sealed class LockOutSettings
    {
        /// <summary>So many wrong passwords close signing in, for the browser or the network that they came from.</summary>
        public int WrongPasswords { get; init; } = 3;

        public int Minutes { get; init; } = 15;

        /// <summary>So many from all browsers together that the account does not know close it for those; known browsers go on.</summary>
        public int OfAllStrangers { get; init; } = 60;

        public TimeSpan Length => TimeSpan.FromMinutes(Minutes);
    }
}
