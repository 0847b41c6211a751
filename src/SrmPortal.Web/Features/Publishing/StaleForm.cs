using System.Security.Cryptography;
using System.Text;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>One field of a form, as it is told to a reader: two forms are compared by it.</summary>
public readonly record struct FormField(string Name, string Shown);

/// <summary>
/// Two tabs. A form of the draft carries a mark of what it was filled from, of its own part only: who works on the items is not
/// disturbed by who works on the suppliers.
/// </summary>
internal static class StaleForm
{
    /// <summary>The name of the hidden field.</summary>
    public const string BasedOn = "BasedOn";

    public static string Mark(IEnumerable<FormField> fields) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\u001F', fields.Select(field => $"{field.Name}\u001E{field.Shown}")))))[..16];

    /// <summary>Refuses a form that was filled from something else than what is there now, with what differs, field by field.</summary>
    public static void Refuse(string? basedOn, IEnumerable<FormField> now, IEnumerable<FormField> typed)
    {
        FormField[] there = [.. now];
        if (Mark(there) is var mark && mark == basedOn)
        {
            return;
        }

        var mine = typed.DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Shown);
        BrokenRule[] differences = [.. there.Where(field => mine.GetValueOrDefault(field.Name, "") != field.Shown)
            .Select(field => new BrokenRule(RoundRules.ColleagueHas, field.Name, field.Shown.Length > 0 ? field.Shown : Infrastructure.Shown.None))];
        // Where both say the same there is nothing to decide.
        RuleViolation.ThrowIfAny(differences.Length == 0 && mine.Count == there.Length ? [] : [new(SharedRules.ChangedMeanwhile, BasedOn, mark), .. differences]);
    }
}
