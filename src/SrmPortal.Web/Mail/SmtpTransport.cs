using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace SrmPortal.Web.Mail;

/// <summary>Hands mails to the server of <c>Mail:Host</c>.</summary>
internal sealed partial class SmtpTransport(IOptions<MailSettings> settings, ILogger<SmtpTransport> logger) : IMailTransport
{
    private readonly X509Certificate2? _expected = settings.Value.ServerCertificate is { Length: > 0 } file
        ? X509CertificateLoader.LoadCertificateFromFile(file) : null;

    public IMailSession Begin() => new Session(settings.Value, _expected, logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "The mail server refuses the portal itself: {Words}")]
    private static partial void LogRefusesUs(ILogger logger, string words);

    private sealed class Session(MailSettings settings, X509Certificate2? expected, ILogger logger) : IMailSession
    {
        private SmtpClient? _client;

        public async Task<MailAnswer> HandOver(MimeMessage message, CancellationToken cancellationToken)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
            try
            {
                if (_client is not { IsConnected: true } && await Connect(patience.Token) is { } away)
                {
                    return away;
                }

                patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
                return new MailAnswer(Verdict.Taken, $"250 {await _client!.SendAsync(message, patience.Token)}");
            }
            catch (SmtpCommandException refused)
            {
                return Understand(refused);
            }
            catch (Exception broken) when (!cancellationToken.IsCancellationRequested && IsOfTheConnection(broken))
            {
                HangUp();
                return new MailAnswer(Verdict.PutOff, IsSilence(broken) ? "No answer in time." : $"The connection broke: {broken.Message}");
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (_client is { IsConnected: true })
            {
                try
                {
                    using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                    await _client.DisconnectAsync(quit: true, patience.Token);
                }
                catch (Exception broken) when (IsOfTheConnection(broken))
                {
                    // What was said before counts.
                }
            }

            HangUp();
        }

        private async Task<MailAnswer?> Connect(CancellationToken cancellationToken)
        {
            HangUp();
            _client = new SmtpClient { Timeout = settings.TimeoutSeconds * 1000 };
            if (expected is not null)
            {
                _client.CheckCertificateRevocation = false;
                _client.ServerCertificateValidationCallback = (_, shown, _, errors) =>
                    errors is SslPolicyErrors.None || (shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(expected.RawData));
            }

            try
            {
                await _client.ConnectAsync(settings.Host!, settings.Port, settings.Security switch
                {
                    MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                    MailSecurity.StartTls => SecureSocketOptions.StartTls,
                    _ => SecureSocketOptions.None,
                }, cancellationToken);
                if (!string.IsNullOrEmpty(settings.User))
                {
                    await _client.AuthenticateAsync(settings.User, settings.Password ?? "", cancellationToken);
                }

                return null;
            }
            catch (Exception away) when (away is SmtpCommandException or AuthenticationException or SslHandshakeException or NotSupportedException || IsOfTheConnection(away))
            {
                HangUp();
                if (away is AuthenticationException or SslHandshakeException or NotSupportedException)
                {
                    LogRefusesUs(logger, away.Message);
                }

                return new MailAnswer(Verdict.ServerAway, IsSilence(away) ? "No answer in time." : away.Message);
            }
        }

        // Final is only what the server says of this addressee or this text. What it says of the portal (sender, rights, order of
        // commands) is put right by an administrator, and then every mail goes.
        private MailAnswer Understand(SmtpCommandException refused)
        {
            var code = (int)refused.StatusCode;
            var words = $"{code} {refused.Message}";
            if (code == 421)
            {
                HangUp();
            }

            if (code >= 500 && refused.ErrorCode is (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted))
            {
                return new MailAnswer(Verdict.Refused, words);
            }

            if (code >= 500)
            {
                LogRefusesUs(logger, words);
            }

            return new MailAnswer(Verdict.PutOff, words);
        }

        private void HangUp()
        {
            _client?.Dispose();
            _client = null;
        }

        // Whichever notices first: our own patience, or the socket's, which MailKit tells by the message alone.
        private static bool IsSilence(Exception thrown) => thrown is OperationCanceledException or TimeoutException
            || (thrown is IOException && thrown.Message.Contains("timed out", StringComparison.OrdinalIgnoreCase));

        private static bool IsOfTheConnection(Exception broken) => broken is IOException or ProtocolException or System.Net.Sockets.SocketException
            or OperationCanceledException or TimeoutException or ServiceNotConnectedException or ServiceNotAuthenticatedException;
    }
}
