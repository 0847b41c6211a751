using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SrmPortal.Testing;

/// <summary>
/// What the controllers' attributes say is the same for each of the thousand portals of a test run, and reading it costs more than all
/// else at a portal's start: it is read once, and each portal gets descriptions of its own to keep its own things with.
/// </summary>
public sealed class ReadOnce(IActionDescriptorProvider reading, IHostEnvironment environment, ApplicationPartManager parts) : IActionDescriptorProvider
{
    private static readonly ConcurrentDictionary<string, Lazy<ControllerActionDescriptor[]>> Read = new(StringComparer.Ordinal);

    public int Order => reading.Order;

    internal static void Instead(IServiceCollection services)
    {
        var real = services.Single(service => service.ServiceType == typeof(IActionDescriptorProvider) && service.ImplementationType?.Name == "ControllerActionDescriptorProvider");
        services.Remove(real);
        services.AddSingleton<IActionDescriptorProvider>(all =>
            ActivatorUtilities.CreateInstance<ReadOnce>(all, ActivatorUtilities.CreateInstance(all, real.ImplementationType!)));
    }

    /// <summary>Adds a test's own pages; <c>AddControllers</c> once more would bring the portal's a second time.</summary>
    public static void AddPagesOf(IServiceCollection services, Assembly assembly)
    {
        var parts = (ApplicationPartManager)services.Last(service => service.ServiceType == typeof(ApplicationPartManager)).ImplementationInstance!;
        parts.ApplicationParts.Add(new AssemblyPart(assembly));
    }

    public void OnProvidersExecuting(ActionDescriptorProviderContext context)
    {
        var actions = Read.GetOrAdd(string.Join(' ', parts.ApplicationParts.Select(part => part.Name).Prepend(environment.EnvironmentName)), _ => new(() =>
        {
            var once = new ActionDescriptorProviderContext();
            reading.OnProvidersExecuting(once);
            reading.OnProvidersExecuted(once);
            return [.. once.Results.Cast<ControllerActionDescriptor>()];
        }));
        foreach (var action in actions.Value)
        {
            context.Results.Add(CopyOf(action));
        }
    }

    public void OnProvidersExecuted(ActionDescriptorProviderContext context)
    {
    }

    private static ControllerActionDescriptor CopyOf(ControllerActionDescriptor action) => new()
    {
        ActionConstraints = action.ActionConstraints,
        ActionName = action.ActionName,
        AttributeRouteInfo = action.AttributeRouteInfo,
        BoundProperties = action.BoundProperties,
        ControllerName = action.ControllerName,
        ControllerTypeInfo = action.ControllerTypeInfo,
        DisplayName = action.DisplayName,
        EndpointMetadata = action.EndpointMetadata,
        FilterDescriptors = action.FilterDescriptors,
        MethodInfo = action.MethodInfo,
        Parameters = action.Parameters,
        Properties = new Dictionary<object, object?>(action.Properties),
        RouteValues = new Dictionary<string, string?>(action.RouteValues, StringComparer.OrdinalIgnoreCase),
    };
}
