using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SrmPortal.Data.Sourcing;

/// <summary>
/// One works for which a buyer buys. It is derived from the appointments and holds the rule in one place: a buyer buys for a works, for
/// all works of a company, or everywhere.
/// </summary>
public sealed class SiteOfBuyer
{
    public long AccountId { get; private set; }

    public long SiteId { get; private set; }
}

/// <summary>One event and somebody who runs it: the responsible buyer, a colleague in the team, a deputy.</summary>
public sealed class RunnerOfEvent
{
    public long EventId { get; private set; }

    public long AccountId { get; private set; }
}

/// <summary>Both are queries, stored nowhere; the standard's quotes are understood by all three databases.</summary>
internal sealed class BuyerSightConfiguration : IEntityTypeConfiguration<SiteOfBuyer>, IEntityTypeConfiguration<RunnerOfEvent>
{
    public void Configure(EntityTypeBuilder<SiteOfBuyer> query) => query.HasNoKey().ToTable((string?)null).ToSqlQuery("""
        SELECT a."AccountId", s."Id" AS "SiteId" FROM "StaffAppointments" AS a
        INNER JOIN "Sites" AS s ON (a."CompanyId" IS NULL AND a."SiteId" IS NULL) OR a."SiteId" = s."Id" OR a."CompanyId" = s."CompanyId"
        WHERE a."Role" = 'Buyer'
        """);

    public void Configure(EntityTypeBuilder<RunnerOfEvent> query) => query.HasNoKey().ToTable((string?)null).ToSqlQuery("""
        SELECT e."Id" AS "EventId", e."BuyerId" AS "AccountId" FROM "Events" AS e WHERE e."BuyerId" IS NOT NULL
        UNION ALL SELECT m."EventId", m."AccountId" FROM "EventMembers" AS m
        """);
}
