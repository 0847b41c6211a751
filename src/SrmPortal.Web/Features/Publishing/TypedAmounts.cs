using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>A sum of money: two decimals.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AmountAttribute() : TypedNumberAttribute(2, 99_999_999_999_999.99m, "0.00");

/// <summary>A currency's rate: eight decimals.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RateAttribute() : TypedNumberAttribute(8, 9_999_999_999m, "0.0000####");
