using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace SrmPortal.Web.Infrastructure.Security;

/// <summary>
/// Who may say for whom a request was made. Only the proxies of <c>Portal:Proxies</c>; from anybody else the headers are not looked at,
/// so that nobody chooses the address under which he is counted and recorded.
/// </summary>
internal static class Proxies
{
    public static IApplicationBuilder UsePortalProxies(this WebApplication app)
    {
        var proxies = Configured(app.Configuration);
        if (proxies.Length == 0)
        {
            return app;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = proxies.Length };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(Network(proxy) ?? throw new InvalidOperationException($"Portal:Proxies has {proxy}, which is no address or network."));
        }

        return app.UseForwardedHeaders(options);
    }

    public static string[] Configured(IConfiguration configuration) => configuration.GetSection("Portal:Proxies").Get<string[]>() ?? [];

    /// <summary><c>10.0.0.0/8</c>, or a single address as the network of itself.</summary>
    public static System.Net.IPNetwork? Network(string proxy) =>
        System.Net.IPNetwork.TryParse(proxy, out var network) ? network
        : IPAddress.TryParse(proxy, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
