using System.Diagnostics;

namespace SrmPortal.Web.Mail;

/// <summary>What failed, without what it failed on: the kind of fault and where in the portal. The log has the rest.</summary>
internal static class Cause
{
    private const int Longest = 200;

    /// <summary><c>InvalidOperationException, AmendedMail</c>.</summary>
    public static string Of(Exception fault)
    {
        var place = new StackTrace(fault).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType).OfType<Type>().Select(Outermost)
            .FirstOrDefault(type => type.Namespace?.StartsWith("SrmPortal.", StringComparison.Ordinal) is true);
        var said = place is null ? fault.GetType().Name : $"{fault.GetType().Name}, {place.Name}";
        return said.Length <= Longest ? said : said[..Longest];
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
