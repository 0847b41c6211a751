using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Administration;
using SrmPortal.Web.Infrastructure.Errors;

namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// What the administrator has settled, laid over the configuration of the deployment: whoever takes an <c>IOptionsMonitor</c> reads it.
/// A change is there at once on its own instance, within half a minute on the others.
/// </summary>
public sealed class SettingsInForce : ConfigurationProvider, IConfigurationSource
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30);

    private long _until;

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>What holds where nothing is chosen, as the deployment or the portal itself says, by the name of the setting.</summary>
    public IReadOnlyDictionary<string, string> Usual(IConfiguration configuration) => AllSettings.InOrder.ToDictionary(
        setting => setting.Name,
        setting => ((IConfigurationRoot)configuration).Providers.Reverse().Where(one => !ReferenceEquals(one, this))
            .Select(one => one.TryGet(setting.Key, out var written) ? setting.Normal(written ?? "") : null).FirstOrDefault(written => written is not null) ?? setting.Default);

    /// <summary>Asks the database, if that is due.</summary>
    public async Task Refresh(IServiceScopeFactory scopes, DateTimeOffset now)
    {
        if (now.UtcTicks < Volatile.Read(ref _until))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var chosen = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().ChosenSettings.AsNoTracking().SelectMany(s => s.Chosen).ToListAsync();
        Use(chosen);
        Volatile.Write(ref _until, (now + Lasts).UtcTicks);
    }

    public void Forget() => Volatile.Write(ref _until, 0);

    private void Use(IReadOnlyList<ChosenSetting> chosen)
    {
        // A setting that this version does not know is left alone.
        var young = AllSettings.InOrder.Join(chosen, setting => setting.Name, one => one.Name, (setting, one) => (setting.Key, one.Value))
            .ToDictionary(one => one.Key, one => (string?)one.Value, StringComparer.OrdinalIgnoreCase);
        if (young.Count != Data.Count || young.Any(one => !Data.TryGetValue(one.Key, out var old) || old != one.Value))
        {
            Data = young;
            OnReload();
        }
    }
}

/// <summary>Lets the request read the settings that are in force.</summary>
internal sealed class UseSettingsInForce(RequestDelegate next, SettingsInForce inForce, IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.IsBroken() && http.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
        {
            await inForce.Refresh(scopes, clock.GetUtcNow());
        }

        await next(http);
    }
}

internal static class Settling
{
    public static void AddSettingsInForce(this WebApplicationBuilder builder)
    {
        var inForce = new SettingsInForce();
        ((IConfigurationBuilder)builder.Configuration).Add(inForce);
        builder.Services.AddSingleton(inForce);
    }
}
