using SrmPortal.Data.Happenings;

namespace SrmPortal.Web.Commands;

/// <summary>Whether anything of the history was altered, removed, reordered or inserted since it was sealed.</summary>
[Command("audit verify", "Verifies the whole history, and that it contains the heads that you name; tells what was changed.")]
internal sealed class AuditVerify(AuditVerification verification) : ICommand
{
    public async Task<int> Run(IReadOnlyList<string> words, TextWriter output, CancellationToken cancellationToken)
    {
        var found = await verification.Run([.. words.Select(word => word.ToLowerInvariant())], cancellationToken);
        foreach (var fault in found.Faults)
        {
            await output.WriteLineAsync(Said(fault));
        }

        await output.WriteLineAsync($"{found.Batches} batches, {found.Records} records, {found.Faults.Count} faults. Head: {found.Head}");
        return found.Faults.Count == 0 ? 0 : 1;
    }

    private static string Said(AuditFault fault) => fault.Kind switch
    {
        AuditFaultKind.Altered => $"Record {fault.RecordId} of batch {fault.BatchNo} was ALTERED.",
        AuditFaultKind.Removed => $"Record {fault.RecordId} of batch {fault.BatchNo} was REMOVED.",
        AuditFaultKind.Inserted => $"Record {fault.RecordId} was INSERTED: it is in no batch, and those after it are.",
        AuditFaultKind.Reordered => $"Batch {fault.BatchNo} does not hold what was sealed, or not in that ORDER.",
        AuditFaultKind.ChainBroken => $"Batch {fault.BatchNo} does not FOLLOW the one before it: one is gone or was exchanged.",
        AuditFaultKind.NotSigned => $"Batch {fault.BatchNo} is NOT SIGNED by a key of this portal.",
        AuditFaultKind.PersonalAltered => $"The personal data of record {fault.RecordId} of batch {fault.BatchNo} were ALTERED.",
        AuditFaultKind.CutForged => $"Records up to batch {fault.BatchNo} are gone as if they had been kept long enough: that is NOT SIGNED, or too early.",
        _ => "A receipt, or a head that was named, is of a history that is NOT THIS ONE: its end was cut off, or all of it was made anew.",
    };
}
