namespace SrmPortal.Web.Infrastructure;

/// <summary>On an action whose form is kept where its feature keeps such things, when it is sent by a session that has ended.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeptAfterSessionAttribute : Attribute;

/// <summary>Keeps what was sent to an action with <see cref="KeptAfterSessionAttribute"/> when its session had ended.</summary>
public interface IKeepsAfterSession
{
    /// <returns>The page on which it comes back after signing in; null where it can't be kept.</returns>
    Task<string?> Keep(HttpContext http);
}
