using Microsoft.Extensions.Options;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>What the group has settled about publishing (<c>Portal:ApprovalThreshold</c> and its neighbours).</summary>
public sealed class PublishingSettings
{
    /// <summary>A value above it needs an approver.</summary>
    public decimal ApprovalThreshold { get; init; } = PublishingPolicy.Usual.ApprovalThreshold;

    /// <summary>ISO 4217, of this threshold and of the award’s.</summary>
    public string ThresholdCurrency { get; init; } = PublishingPolicy.Usual.ThresholdCurrency;

    /// <summary>The least time between publishing and deadline.</summary>
    public int HoursBeforeDeadline { get; init; } = (int)PublishingPolicy.Usual.Notice.TotalHours;

    /// <summary>So many working days must remain after a material amendment.</summary>
    public int AmendmentWorkingDays { get; init; } = PublishingPolicy.Usual.AmendmentDays;

    public PublishingPolicy Policy => new(TimeSpan.FromHours(HoursBeforeDeadline), ApprovalThreshold, ThresholdCurrency) { AmendmentDays = AmendmentWorkingDays };
}

internal static class Publishing
{
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddOptions<PublishingSettings>().BindConfiguration("Portal");
        services.AddScoped<FactsForPublishing>().AddScoped<InvitationLetter>().AddScoped<OutsiderLetter>().AddScoped<OutsidersAsked>();
        return services.AddScoped(all => all.GetRequiredService<IOptionsMonitor<PublishingSettings>>().CurrentValue.Policy);
    }
}
