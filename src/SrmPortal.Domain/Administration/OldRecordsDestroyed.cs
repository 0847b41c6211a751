using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Administration;

/// <summary>The day's run of destroying what has been kept long enough is over.</summary>
/// <param name="Subject">The day, <c>2026-12-01</c>.</param>
/// <param name="Registrations">Applications that came to nothing.</param>
/// <param name="Events">Events with all that belongs to them.</param>
/// <param name="Rounds">Rounds of which something was never opened.</param>
/// <param name="Notices">Entries of people's lists.</param>
/// <param name="AuditRecords">Records of the history.</param>
public sealed record OldRecordsDestroyed(string Subject, int Registrations, int Events, int Rounds, int Notices, int AuditRecords) : DomainEvent(Subject);
