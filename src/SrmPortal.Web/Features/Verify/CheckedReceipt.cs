using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SrmPortal.Data.Sealing;
using SrmPortal.Domain.Offers;
using SrmPortal.Web.Features.Offers;

namespace SrmPortal.Web.Features.Verify;

/// <summary>What a receipt file says, and whether it holds: by the file and the portal's keys alone, nothing is stored or looked up.</summary>
public sealed record CheckedReceipt
{
    private const int Fields = 10;

    private CheckedReceipt(string receiptNumber, string supplier, string round, int version, DateTime at, string hash, string keyId) =>
        (ReceiptNumber, SupplierNumber, Round, Version, At, Hash, KeyId) = (receiptNumber, supplier, round, version, at, hash, keyId);

    public string ReceiptNumber { get; }

    public string SupplierNumber { get; }

    /// <summary><c>20067776/0</c>.</summary>
    public string Round { get; }

    public int Version { get; }

    /// <summary>When the server had received it, in UTC.</summary>
    public DateTime At { get; }

    /// <summary>The hash that was signed, hexadecimal.</summary>
    public string Hash { get; }

    public string KeyId { get; }

    public required string SignedText { get; init; }

    public required bool IsKeyKnown { get; init; }

    public required bool IsSigned { get; init; }

    /// <summary>Whether nonce and content make the hash; null where the file has none.</summary>
    public required bool? HashAgrees { get; init; }

    /// <summary>Of the content, where it agrees.</summary>
    public (int Offered, int All)? Lines { get; init; }

    public bool Holds => IsSigned && HashAgrees is true;

    /// <summary>Null where the text is no receipt file.</summary>
    public static CheckedReceipt? Of(string text, ReceiptKeys keys)
    {
        try
        {
            return JsonSerializer.Deserialize<ReceiptFile>(text, JsonSerializerOptions.Web) is { SignedText: { } signed, Signature: { } signature } file
                ? Of(file, signed, Convert.FromBase64String(signature), keys) : null;
        }
        catch (Exception notOne) when (notOne is JsonException or FormatException)
        {
            return null;
        }
    }

    private static CheckedReceipt? Of(ReceiptFile file, string signed, byte[] signature, ReceiptKeys keys)
    {
        if (signed.Split('\n') is not { Length: Fields } lines || lines[0] != OfferVersion.Format
            || !int.TryParse(lines[4], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || !DateTime.TryParseExact(lines[5], "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at))
        {
            return null;
        }

        var (nonce, content) = (file.Nonce is null ? null : Convert.FromHexString(file.Nonce), file.Content is null ? null : Encoding.UTF8.GetBytes(file.Content));
        bool? agrees = nonce is null || content is null ? null : Convert.ToHexStringLower(SHA256.HashData([.. nonce, .. content])) == lines[6];
        var isSigned = keys.IsSigned(signed, signature, lines[8]);
        return new CheckedReceipt(lines[1], lines[2], lines[3], version, at, lines[6], lines[8])
        {
            SignedText = signed,
            IsKeyKnown = keys.Knows(lines[8]),
            IsSigned = isSigned,
            HashAgrees = agrees,
            // What nobody signed can be any text; only a content of ours has lines to count.
            Lines = isSigned && agrees is true && CanonicalLines(content!) is { } counted ? counted : null,
        };
    }

    private static (int Offered, int All)? CanonicalLines(byte[] content)
    {
        using var json = JsonDocument.Parse(content);
        return json.RootElement.TryGetProperty("lines", out var lines)
            ? (lines.EnumerateArray().Count(line => IsOverZero(line, "price") && IsOverZero(line, "quantity")), lines.GetArrayLength()) : null;
    }

    private static bool IsOverZero(JsonElement line, string name) => line.TryGetProperty(name, out var number)
        && decimal.TryParse(number.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0;
}
