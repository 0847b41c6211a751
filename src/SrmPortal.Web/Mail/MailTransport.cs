using MimeKit;

namespace SrmPortal.Web.Mail;

/// <summary>What became of handing a mail over.</summary>
internal enum Verdict
{
    Taken,

    /// <summary>Try this one again later: 4xx, a connection that broke, a time-out.</summary>
    PutOff,

    /// <summary>5xx for this addressee or this text: final.</summary>
    Refused,

    /// <summary>There is no server, or it lets nobody in: no other mail need be tried now.</summary>
    ServerAway,
}

/// <param name="Verdict">What to do next.</param>
/// <param name="Words">The server's own, with its code.</param>
internal sealed record MailAnswer(Verdict Verdict, string Words);

/// <summary>Takes mails away: to a mail server, or in Development into a folder.</summary>
internal interface IMailTransport
{
    IMailSession Begin();
}

/// <summary>One conversation, of as many mails as there are.</summary>
internal interface IMailSession : IAsyncDisposable
{
    Task<MailAnswer> HandOver(MimeMessage message, CancellationToken cancellationToken);
}
