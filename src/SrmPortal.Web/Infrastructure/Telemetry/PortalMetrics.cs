using System.Diagnostics.Metrics;
using SrmPortal.Data;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Infrastructure.Telemetry;

/// <summary>
/// What the portal counts and measures of itself. Never by person, company or round; and nothing from which offers that are still sealed
/// could be counted.
/// </summary>
public sealed class PortalMetrics
{
    private readonly Counter<long> _rejected, _mails;
    private readonly Histogram<double> _opened;

    public PortalMetrics(IMeterFactory meters, Lags lags)
    {
        var meter = meters.Create(Traces.Name);
        void Lag(string name, Func<Lags.Seen, TimeSpan> of, string about) => meter.CreateObservableGauge(name,
            () => lags.Last is { } seen ? [new Measurement<double>(of(seen).TotalSeconds)] : Array.Empty<Measurement<double>>(), "s", about);
        Lag("srm.outbox.lag", seen => seen.Outbox, "How long the mail or announcement that is due for longest has been due.");
        Lag("srm.sealer.lag", seen => seen.Sealer, "How long the oldest record of the history has waited for its seal.");
        Lag("srm.openings.lag", seen => seen.Openings, "How long the opening that is overdue for longest has been due.");
        _opened = meter.CreateHistogram<double>("srm.openings.delay", "s", "From deadline and drain of a round to its opening by itself.");
        _rejected = meter.CreateCounter<long>("srm.signins.rejected", "{attempt}", "Attempts to sign in that were refused, by reason.");
        _mails = meter.CreateCounter<long>("srm.mails", "{mail}", "Mails handed over, by the server's answer.");
    }

    /// <param name="reason">Never who it was.</param>
    public void SignInRejected(string reason) => _rejected.Add(1, new KeyValuePair<string, object?>("srm.reason", reason));

    /// <summary>A deadline was served.</summary>
    /// <param name="late">After deadline and drain.</param>
    /// <param name="wasEmpty">Nobody had offered.</param>
    public void RoundServed(TimeSpan late, bool wasEmpty) =>
        _opened.Record(Math.Max(0, late.TotalSeconds), new KeyValuePair<string, object?>("srm.outcome", wasEmpty ? "empty" : "opened"));

    /// <summary>Not of mails that say that somebody has offered.</summary>
    internal void MailAnswered(Verdict verdict) => _mails.Add(1, new KeyValuePair<string, object?>("srm.mail.verdict", verdict.ToString()));
}
