using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Administration;

/// <summary>The history was verified from its beginning: auditors and administrators get its state, to hold it elsewhere.</summary>
/// <param name="Subject">The head of the chain.</param>
/// <param name="Faults">How many records or batches are not as they were sealed.</param>
public sealed record AuditChecked(string Subject, int Faults) : Announcement(Subject);
