using SrmPortal.Domain.Common;

namespace SrmPortal.Web.Tests;

/// <summary>Deeds that meet each other.</summary>
internal static class Racing
{
    /// <summary>Whether it was done, or a rule refused it; anything else that goes wrong is thrown.</summary>
    public static async Task<bool> IsDone(this Task deed)
    {
        try
        {
            await deed;
            return true;
        }
        catch (RuleViolation)
        {
            return false;
        }
    }
}
