namespace SrmPortal.Web.Infrastructure;

/// <summary>A use case that spans aggregates or the outside world, named for what it does. <see cref="Deeds.AddDeeds"/> registers each one.</summary>
public interface IDeed;

internal static class Deeds
{
    public static IServiceCollection AddDeeds(this IServiceCollection services)
    {
        foreach (var deed in typeof(IDeed).Assembly.GetTypes().Where(type => type.IsClass && !type.IsAbstract && type.IsAssignableTo(typeof(IDeed))))
        {
            services.AddScoped(deed);
            if (deed.IsAssignableTo(typeof(IRegularDeed)))
            {
                services.AddSingleton(typeof(IHostedService), typeof(Regularly<>).MakeGenericType(deed));
            }
        }

        return services;
    }
}
