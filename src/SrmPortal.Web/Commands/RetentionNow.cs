using SrmPortal.Web.Features.Keeping;

namespace SrmPortal.Web.Commands;

/// <summary>Destroys now what has been kept long enough: for the owner of the tables, where the application itself may not delete from the history.</summary>
[Command("retention", "Destroys what has been kept long enough, also from the history where the application may not; says what went.")]
internal sealed class RetentionNow(Retention retention, TimeProvider clock) : ICommand
{
    public async Task<int> Run(IReadOnlyList<string> words, TextWriter output, CancellationToken cancellationToken)
    {
        var run = await retention.Destroy(clock.GetUtcNow().UtcDateTime, cancellationToken);
        await output.WriteLineAsync($"{run.Registrations} applications, {run.Events} events, {run.Rounds} rounds with unopened offers, {run.Notices} notices, {run.AuditRecords} records of the history.");
        if (run.Failed is not null)
        {
            await output.WriteLineAsync($"NOT DONE: {run.Failed}. The log has the causes.");
        }

        return run.Failed is null ? 0 : 1;
    }
}
