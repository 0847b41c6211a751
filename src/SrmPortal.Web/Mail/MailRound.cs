using Microsoft.Extensions.Options;
using SrmPortal.Data.Happenings;
using SrmPortal.Domain.Reference;
using SrmPortal.Web.Features.Reference;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Wordings;

namespace SrmPortal.Web.Mail;

/// <summary>One round of the dispatcher: everything that is due is fanned out, put on the lists, and sent.</summary>
internal sealed class MailRound(
    FanOut fanOut, Postman postman, IMailTransport transport, PlacesInForce places, TextsInForce texts, SettingsInForce settings, IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(15), LongestPause = TimeSpan.FromMinutes(2);

    private TimeSpan _pause = ShortestPause;
    private DateTimeOffset _awayUntil = DateTimeOffset.MinValue;

    public async Task Run(CancellationToken cancellationToken)
    {
        Places.Use(await places.Read());
        await texts.Refresh();
        await settings.Refresh(scopes, clock.GetUtcNow());
        while (await fanOut.Next(cancellationToken))
        {
        }

        while (await postman.ListNext(cancellationToken))
        {
        }

        if (clock.GetUtcNow() >= _awayUntil)
        {
            await Send(cancellationToken);
        }
    }

    private async Task Send(CancellationToken cancellationToken)
    {
        await using var session = transport.Begin();
        while (!await postman.IsPaused(cancellationToken) && await postman.SendNext(session, cancellationToken) is { } verdict)
        {
            if (verdict is Verdict.ServerAway)
            {
                _awayUntil = clock.GetUtcNow() + _pause;
                _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
                return;
            }

            _pause = ShortestPause;
        }
    }
}

/// <summary>Runs a round whenever the bell rings, and every few seconds: for what other instances left, and what is to be tried again.</summary>
internal sealed partial class MailService(MailRound round, OutboxBell bell, IOptions<MailSettings> settings, ILogger<MailService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Value.InBackground && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await round.Run(stoppingToken);
                await bell.Wait(TimeSpan.FromSeconds(settings.Value.PollSeconds), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The database is away, perhaps. Nothing is lost; the next round begins where this one ended.
                LogFault(logger, fault);
                await Task.Delay(TimeSpan.FromSeconds(settings.Value.PollSeconds), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the mail dispatcher failed.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
