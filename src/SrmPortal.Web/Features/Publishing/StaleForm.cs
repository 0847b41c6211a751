using System.Collections;
using System.Security.Cryptography;
using System.Text;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Sourcing;

namespace SrmPortal.Web.Features.Publishing;

/// <summary>One field of a form, as it is told to a reader: two forms are compared by it.</summary>
public readonly record struct FormField(string Name, string Shown)
{
    /// <summary>It holds keys of people or categories: they tell two contents apart, and a reader nothing.</summary>
    public bool IsKey { get; init; }
}

/// <summary>A form of a draft, or of an amendment, that several people may have open at once.</summary>
public interface IDraftForm
{
    /// <summary>A mark of what it was filled from.</summary>
    string? BasedOn { get; }

    IEnumerable<FormField> Fields();
}

/// <summary>What two people's changes come to.</summary>
/// <param name="Form">The form with what only somebody else has changed put into it.</param>
/// <param name="Taken">The parts that were put into it.</param>
public sealed record MergedForm<TForm>(TForm Form, IReadOnlyList<string> Taken);

/// <summary>
/// Two tabs. A form of the draft carries a mark of what it was filled from, part by part, and of its own page only: who works on the items
/// is not disturbed by who works on the suppliers. What only one of two has changed stays; what both have changed is shown to the second.
/// </summary>
internal static class StaleForm
{
    /// <summary>The name of the hidden field.</summary>
    public const string BasedOn = "BasedOn";

    // Nine bytes are twelve characters: four bytes say which part it is, five what stood there.
    private const int OfName = 4, OfValue = 5, Characters = 12;

    /// <summary>A mark of the whole: another one is another content.</summary>
    public static string Hash(IEnumerable<FormField> fields) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\u001F', fields.Select(field => $"{field.Name}\u001E{field.Shown}")))))[..16];

    /// <summary>What the form was filled from.</summary>
    public static string Mark(IDraftForm form) => Marked(Parts(form));

    /// <summary>Puts in what only somebody else has changed since the form was filled. Refuses, with both, where two have changed the same.</summary>
    /// <param name="typed">As it was sent; it stays as it is.</param>
    /// <param name="now">The same form as it is saved.</param>
    public static MergedForm<TForm> Merge<TForm>(TForm typed, TForm now)
        where TForm : class, IDraftForm, new()
    {
        var (mine, theirs, based) = (Parts(typed), Parts(now), new Base(typed.BasedOn));
        var changed = mine.Keys.Union(theirs.Keys).Where(part => Of(mine, part) != Of(theirs, part) && !based.Is(part, Of(theirs, part)))
            .ToLookup(part => based.Is(part, Of(mine, part)));
        string[] taken = [.. changed[true]];
        if (changed[false].Any())
        {
            // From here on the form builds on what the other one has saved; what only the other one has changed it still doesn't show.
            var mark = Marked(mine.Keys.Union(theirs.Keys).ToDictionary(part => part, part => Of(taken.Contains(part) ? mine : theirs, part)));
            throw new RuleViolation([new BrokenRule(SharedRules.ChangedMeanwhile, BasedOn, mark), .. Differences([.. changed[false]], typed, now)]);
        }

        var both = Copy(typed);
        PutBack(both, now, taken);
        return new MergedForm<TForm>(both, taken);
    }

    /// <summary>The mark that a form which has saved itself goes on with: it shows what was typed, not what was put into it.</summary>
    /// <param name="typed">As it was sent.</param>
    /// <param name="before">As it was saved before.</param>
    /// <param name="after">As it is saved now.</param>
    /// <param name="taken">Parts that only somebody else had changed.</param>
    /// <param name="leftOut">Parts that could not be understood.</param>
    public static string MarkAfter(IDraftForm typed, IDraftForm before, IDraftForm after, IReadOnlyCollection<string> taken, IReadOnlyCollection<string> leftOut)
    {
        var (mine, was, saved, based) = (Parts(typed), Parts(before), Parts(after), new Base(typed.BasedOn));
        return Marked(mine.Keys.Union(saved.Keys).Where(part => !leftOut.Contains(part) || based.Is(part, Of(was, part)))
            .ToDictionary(part => part, part => Of(taken.Contains(part) ? mine : leftOut.Contains(part) ? was : saved, part)));
    }

    public static bool AreSame(IDraftForm one, IDraftForm other) => one.Fields().SequenceEqual(other.Fields());

    /// <summary>Another one with the same values, whose rows can be changed.</summary>
    public static TForm Copy<TForm>(TForm form)
        where TForm : class, new()
    {
        var copy = new TForm();
        foreach (var property in typeof(TForm).GetProperties().Where(property => property.CanWrite))
        {
            var value = property.GetValue(form);
            if (value is IDictionary rows)
            {
                var copied = (IDictionary)Activator.CreateInstance(value.GetType())!;
                foreach (DictionaryEntry row in rows)
                {
                    copied[row.Key] = row.Value;
                }

                value = copied;
            }

            property.SetValue(copy, value);
        }

        return copy;
    }

    /// <summary>The part of a form to which a field belongs: a field, a list as a whole, one row of a dictionary; null: it has no such part.</summary>
    public static string? PartOf(Type form, string field)
    {
        var end = field.IndexOfAny(['.', '[']);
        var name = end < 0 ? field : field[..end];
        return form.GetProperty(name) is not { } property ? null
            : end > 0 && field[end] == '[' && property.PropertyType.IsAssignableTo(typeof(IDictionary)) ? field[..(field.IndexOf(']', end) + 1)] : name;
    }

    /// <summary>Makes parts of a form what they are in another one.</summary>
    public static void PutBack<TForm>(TForm form, TForm from, IEnumerable<string> parts)
        where TForm : class
    {
        foreach (var part in parts)
        {
            var open = part.IndexOf('[', StringComparison.Ordinal);
            var property = typeof(TForm).GetProperty(open < 0 ? part : part[..open])!;
            if (open < 0)
            {
                property.SetValue(form, property.GetValue(from));
                continue;
            }

            var (key, rows) = (part[(open + 1)..^1], (IDictionary)property.GetValue(form)!);
            rows.Remove(key);
            if (((IDictionary)property.GetValue(from)!)[key] is { } row)
            {
                rows[key] = row;
            }
        }
    }

    private static IEnumerable<BrokenRule> Differences(HashSet<string> parts, IDraftForm typed, IDraftForm now)
    {
        var form = now.GetType();
        var fields = now.Fields().Where(field => parts.Contains(PartOf(form, field.Name)!)).ToList();
        var (there, keys) = (fields.ToDictionary(field => field.Name, field => field.Shown), fields.Where(field => field.IsKey).Select(field => field.Name).ToHashSet());
        var mine = typed.Fields().DistinctBy(field => field.Name).Where(field => parts.Contains(PartOf(form, field.Name)!)).ToDictionary(field => field.Name, field => field.Shown);
        return there.Keys.Union(mine.Keys).Where(field => Of(there, field) != Of(mine, field))
            .Select(field => keys.Contains(field) ? new BrokenRule(RoundRules.ColleagueChose, field) : new BrokenRule(RoundRules.ColleagueHas, field, Of(there, field) is { Length: > 0 } shown ? shown : Infrastructure.Shown.None));
    }

    private static Dictionary<string, string> Parts(IDraftForm form) => form.Fields().GroupBy(field => PartOf(form.GetType(), field.Name) ?? field.Name)
        .ToDictionary(part => part.Key, part => string.Join('\u001F', part.Select(field => $"{field.Name}\u001E{field.Shown}")));

    private static string Of(Dictionary<string, string> values, string name) => values.GetValueOrDefault(name, "");

    // A form without any part has a mark all the same: it begins with one of no name.
    private static string Marked(Dictionary<string, string> parts) => string.Concat(parts.Prepend(new("", "")).Select(part => Convert.ToBase64String([.. NameHash(part.Key), .. ValueHash(part.Value)])));

    private static byte[] NameHash(string part) => SHA256.HashData(Encoding.UTF8.GetBytes(part))[..OfName];

    private static byte[] ValueHash(string value) => SHA256.HashData(Encoding.UTF8.GetBytes(value))[..OfValue];

    /// <summary>What a mark says. A part that it doesn't name was empty; one that says nothing at all knows nothing.</summary>
    private sealed class Base
    {
        private readonly Dictionary<uint, ulong> _parts = [];

        public Base(string? mark)
        {
            var bytes = new byte[(mark ?? "").Length / Characters * (OfName + OfValue)];
            if (!Convert.TryFromBase64String(mark ?? "", bytes, out var written) || written != bytes.Length)
            {
                return;
            }

            for (var place = 0; place < bytes.Length; place += OfName + OfValue)
            {
                _parts[Number(bytes.AsSpan(place, OfName))] = NumberOf(bytes.AsSpan(place + OfName, OfValue));
            }
        }

        public bool Is(string part, string value) => _parts.Count > 0
            && (_parts.TryGetValue(Number(NameHash(part)), out var was) ? was == NumberOf(ValueHash(value)) : value.Length == 0);

        private static uint Number(ReadOnlySpan<byte> bytes) => BitConverter.ToUInt32(bytes);

        private static ulong NumberOf(ReadOnlySpan<byte> bytes)
        {
            Span<byte> eight = stackalloc byte[8];
            bytes.CopyTo(eight);
            return BitConverter.ToUInt64(eight);
        }
    }
}
