using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace SrmPortal.Domain.Accounts;

/// <summary>
/// The six digits that an authenticator app shows: RFC 6238 with SHA-1 and 30 seconds, which every such app knows. A code counts once.
/// </summary>
public static class OneTimeCode
{
    public const int Digits = 6, KeyLength = 20, StepSeconds = 30;

    /// <summary>The clock of a telephone may be so many steps off.</summary>
    private const int Off = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <param name="now">In UTC.</param>
    public static long StepAt(DateTime now) => new DateTimeOffset(now).ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The authenticator apps know no other; HMAC does not rest on what SHA-1 lacks.")]
    public static string At(byte[] key, long step)
    {
        var hash = HMACSHA1.HashData(key, BigEndian(step));
        var from = hash[^1] & 0xF;
        var number = ((hash[from] & 0x7F) << 24) | (hash[from + 1] << 16) | (hash[from + 2] << 8) | hash[from + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a typed code belongs to; null: it is wrong, too old, or was used.</summary>
    /// <param name="key">The secret that app and portal share.</param>
    /// <param name="typed">Spaces do not matter.</param>
    /// <param name="lastUsed">The step of the last code that was taken: neither it nor an earlier one counts again.</param>
    /// <param name="now">In UTC.</param>
    public static long? StepOf(byte[] key, string typed, long lastUsed, DateTime now)
    {
        var code = string.Concat(typed.Where(char.IsAsciiDigit));
        long? found = null;
        for (var step = StepAt(now) - Off; step <= StepAt(now) + Off; step++)
        {
            if (step > lastUsed && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(At(key, step)), System.Text.Encoding.ASCII.GetBytes(code)))
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>The key as people type it into the app: base 32 in groups of four.</summary>
    public static string Written(byte[] key)
    {
        var text = string.Concat(Enumerable.Range(0, key.Length * 8 / 5).Select(no => Base32[FiveBits(key, no * 5)]));
        return string.Join(' ', text.Chunk(4).Select(group => new string(group)));
    }

    private static byte[] BigEndian(long step)
    {
        var bytes = new byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, step);
        return bytes;
    }

    private static int FiveBits(byte[] key, int at) =>
        Enumerable.Range(at, 5).Aggregate(0, (bits, bit) => (bits << 1) | ((key[bit / 8] >> (7 - (bit % 8))) & 1));
}

/// <summary>Ten codes for the day when the telephone is lost; each opens once.</summary>
public static class RecoveryCode
{
    public const int Count = 10;

    /// <summary><c>7K3QM-9ZT4V</c>.</summary>
    public static string New() => Common.RandomNumbers.Code().Insert(5, "-");

    /// <summary>As it is compared: without hyphens and spaces, and what looks alike is the same.</summary>
    public static string Folded(string typed) => string.Concat(typed.ToUpperInvariant().Where(char.IsLetterOrDigit).Select(sign => sign switch
    {
        'O' or 'О' => '0',
        'I' or 'L' => '1',
        _ => sign,
    }));
}
