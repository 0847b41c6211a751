using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using SrmPortal.Web.Features.Account;

namespace SrmPortal.Web.Infrastructure.Security;

/// <summary>How often somebody who is not signed in may send a form: <c>[EnableRateLimiting(RateLimits.AnonymousForms)]</c> on the action.</summary>
public static class RateLimits
{
    /// <summary>Forms of visitors, counted by network.</summary>
    public const string AnonymousForms = "anonymous-forms";

    internal static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(AnonymousForms, Visitor);
    });

    // Where another number is settled, a network is counted anew.
    private static RateLimitPartition<string> Visitor(HttpContext http)
    {
        var most = http.RequestServices.GetRequiredService<IOptionsMonitor<AccountSettings>>().CurrentValue.AnonymousFormsPerMinute;
        return HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            ? RateLimitPartition.GetNoLimiter("reading")
            : RateLimitPartition.GetSlidingWindowLimiter(string.Create(CultureInfo.InvariantCulture, $"{Network(http.Connection.RemoteIpAddress)} {most}"), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = most,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            });
    }

    /// <summary>Where a request comes from: one address of the old kind; of the new kind the network of 64 bits, as every customer has at least one.</summary>
    internal static string Network(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]])}/64",
        _ => address.ToString(),
    };
}
