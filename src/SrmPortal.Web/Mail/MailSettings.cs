namespace SrmPortal.Web.Mail;

public enum MailSecurity { None, StartTls, Tls }

/// <summary><c>Mail</c>: the server that takes the portal's mails. In Development they become .eml files instead.</summary>
public sealed class MailSettings
{
    public const string Section = "Mail";

    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The portal's address: <c>srm-noreply@seversplav.example</c>.</summary>
    public string From { get; init; } = "portal@localhost";

    /// <summary>The name before it; without one, the portal's own.</summary>
    public string? FromName { get; init; }

    /// <summary>Where each mail becomes an .eml file when no <see cref="Host"/> is set; Development only.</summary>
    public string? Folder { get; set; }

    /// <summary>A certificate (.cer, .pem) that the mail server shows and no public authority has signed: it is accepted beside what one has signed for this host.</summary>
    public string? ServerCertificate { get; init; }

    /// <summary>How long one step of the conversation may take.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>How often the outbox is looked through when no bell rings.</summary>
    public int PollSeconds { get; init; } = 10;

    /// <summary>After so many hours of "try again later" a mail is taken as refused.</summary>
    public int GiveUpAfterHours { get; init; } = 120;

    /// <summary>At most so many mails a minute to one host of addressees.</summary>
    public int PerHostPerMinute { get; init; } = 300;

    public Bounces.BounceSettings Bounces { get; init; } = new();

    /// <summary>False where somebody else starts each round: in tests.</summary>
    public bool InBackground { get; init; } = true;
}
