using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace SrmPortal.Data.Sealing;

/// <summary>
/// The keys of receipts, outside the database: one signs (ES256), the former ones still confirm what they signed. Each has an
/// identifier, the beginning of its RFC 7638 thumbprint, which the signed text names.
/// </summary>
public sealed class ReceiptKeys
{
    private readonly Lock _oneAtATime = new();
    private readonly ECDsa _signing;
    private readonly Dictionary<string, ECDsa> _all;

    public ReceiptKeys(ECDsa signing, params IEnumerable<ECDsa> former)
    {
        (_signing, KeyId) = (signing, IdOf(signing));
        _all = former.Prepend(signing).DistinctBy(IdOf).ToDictionary(IdOf);
    }

    /// <summary>The key that signs now.</summary>
    public string KeyId { get; }

    /// <summary>
    /// From <c>Sealing:ReceiptKey</c> (.pem, private) and the folder <c>Sealing:FormerReceiptKeys</c>, if there is one (.pem files; the
    /// public parts will do).
    /// </summary>
    public static ReceiptKeys Load(IConfiguration configuration)
    {
        var former = configuration["Sealing:FormerReceiptKeys"] is { Length: > 0 } folder ? Directory.GetFiles(folder, "*.pem") : [];
        return new ReceiptKeys(FromFile(configuration.Needed("ReceiptKey")), former.Select(FromFile));
    }

    public byte[] Sign(string text)
    {
        lock (_oneAtATime)
        {
            return _signing.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    public bool IsSigned(string text, byte[] signature, string keyId)
    {
        lock (_oneAtATime)
        {
            return _all.TryGetValue(keyId, out var key)
                && key.VerifyData(Encoding.UTF8.GetBytes(text), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    public bool Knows(string keyId) => _all.ContainsKey(keyId);

    /// <summary>The public parts as a JSON Web Key Set, the signing one first.</summary>
    public object PublicKeys() => new { keys = _all.Select(key => PublicKey(key.Key, key.Value)).ToArray() };

    private static object PublicKey(string id, ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new { kty = "EC", crv = "P-256", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y), use = "sig", alg = "ES256", kid = id };
    }

    private static string IdOf(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var json = $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}""";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
    }

    private static ECDsa FromFile(string path)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }
}
