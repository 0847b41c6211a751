using SrmPortal.Domain.Common;

namespace SrmPortal.Domain.Suppliers;

/// <summary>The group has brought in further people of a supplier: its masters, who answer for who works for it, are told.</summary>
/// <param name="Subject">The supplier's number.</param>
/// <param name="SupplierId">Its key.</param>
/// <param name="Memberships">Of these people.</param>
public sealed record PeopleBroughtIn(string Subject, long SupplierId, IReadOnlyList<long> Memberships) : Announcement(Subject);
