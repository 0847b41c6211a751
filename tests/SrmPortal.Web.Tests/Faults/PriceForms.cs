using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>Every form in which a price could lie somewhere, as bytes: as people and machines write it, in the usual encodings, and in binary.</summary>
internal static class PriceForms
{
    private static readonly char[] Grouping = [' ', '\u00A0', '\u202F', '\u2009', ',', '.', '\''];

    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    /// <summary>What of these forms is found, by name; empty: nothing.</summary>
    public static IReadOnlyList<string> FoundIn(byte[] dump, decimal price) =>
        [.. Of(price).Where(form => dump.AsSpan().IndexOf(form.Bytes) >= 0).Select(form => $"{price.ToString(CultureInfo.InvariantCulture)} as {form.Name}")];

    /// <summary>Whether a column's value is the price, plain or scaled to an integer; SQLite keeps decimals as text.</summary>
    public static bool IsPrice(object? value, decimal price)
    {
        double? number = value switch
        {
            long or int or short or decimal or double or float => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) => read,
            _ => null,
        };
        return number is not null && new[] { 1, 100, 1_000, 10_000 }.Any(scale => Math.Abs(number.Value - ((double)price * scale)) < 0.001);
    }

    public static IEnumerable<(string Name, byte[] Bytes)> Of(decimal price)
    {
        foreach (var (name, bytes) in Written(price).Concat(Binary(price)))
        {
            yield return (name, bytes);
            yield return ($"{name}, hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
            yield return ($"{name}, HEXADECIMAL", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)));
            for (var offset = 0; offset < 3; offset++)
            {
                yield return ($"{name}, base64 at {offset}", Base64(bytes, offset));
            }
        }
    }

    /// <summary>Without its decimals, so that any are found; ungrouped also as a whole number of the smallest unit.</summary>
    private static IEnumerable<(string Name, byte[] Bytes)> Written(decimal price)
    {
        var whole = decimal.Truncate(price);
        string[] texts =
        [
            whole.ToString(CultureInfo.InvariantCulture), (price * 100).ToString("0", CultureInfo.InvariantCulture),
            .. Grouping.Select(group => whole.ToString("#,##0", CultureInfo.InvariantCulture).Replace(',', group)),
        ];
        return texts.SelectMany(text => Encodings.Select(encoding => ($"'{text}' {encoding.WebName}", encoding.GetBytes(text))));
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Binary(decimal price)
    {
        yield return ("double", BitConverter.GetBytes((double)price));
        yield return ("double, big-endian", [.. BitConverter.GetBytes((double)price).Reverse()]);
        foreach (var (scale, scaled) in new[] { (2, (long)(price * 100)), (4, (long)(price * 10_000)) })
        {
            var big = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(big, scaled);
            yield return ($"integer, {scale} decimals", [.. big.Reverse()]);
            yield return ($"integer, {scale} decimals, big-endian", big);
            yield return ($"decimal, {scale} decimals", [.. decimal.GetBits(new decimal((int)scaled, (int)(scaled >> 32), 0, false, (byte)scale)).SelectMany(BitConverter.GetBytes)]);
        }

        // As SQLite keeps an integer of this size.
        var six = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(six, (long)(price * 10_000));
        yield return ("integer of six bytes", six[2..]);
    }

    /// <summary>The characters that depend on these bytes alone, where they begin so many bytes after a group of three.</summary>
    private static byte[] Base64(byte[] bytes, int offset)
    {
        var text = Convert.ToBase64String([.. new byte[offset], .. bytes]);
        var (first, end) = ((int)Math.Ceiling(offset * 8 / 6.0), (offset + bytes.Length) * 8 / 6);
        return Encoding.ASCII.GetBytes(text[first..end]);
    }
}
