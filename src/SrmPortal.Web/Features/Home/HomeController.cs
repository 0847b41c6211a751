using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace SrmPortal.Web.Features.Home;

/// <summary>The first page: for visitors what the portal is, for people of the portal what waits for them.</summary>
[AllowAnonymous]
public sealed class HomeController(IEnumerable<IRoleHome> homes) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Index()
    {
        if (homes.FirstOrDefault(home => User.IsInRole(home.Role)) is { } own)
        {
            return View(own.View, await own.Read(HttpContext));
        }

        return User.Identity?.IsAuthenticated is true ? View("SignedIn") : View("Visitor");
    }
}

/// <summary>
/// The home of one role: the feature that knows what waits for that role implements it and is found by <see cref="Homes.AddHomes"/>.
/// Where a person has several roles the first that is registered is shown.
/// </summary>
public interface IRoleHome
{
    string Role { get; }

    /// <summary>The address of the view: <c>/Features/Home/Buyer.cshtml</c>.</summary>
    string View { get; }

    /// <summary>The page's model.</summary>
    Task<object> Read(HttpContext http);
}

internal static class Homes
{
    public static IServiceCollection AddHomes(this IServiceCollection services)
    {
        foreach (var home in typeof(IRoleHome).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IRoleHome))))
        {
            services.AddScoped(typeof(IRoleHome), home);
        }

        return services;
    }
}
