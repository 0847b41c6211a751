using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SrmPortal.Testing;

/// <summary>Everything that Production needs, by the names of the environment: certificates and keys made in one folder, and addresses that nobody has.</summary>
public static class ProductionSettings
{
    public static Dictionary<string, string> In(string folder) => new()
    {
        ["Database__Provider"] = Databases.Sqlite,
        ["ConnectionStrings__Portal"] = $"Data Source={folder}/complete.db",
        ["Files__Root"] = Path.Combine(folder, "files"),
        ["Links__Key"] = Convert.ToBase64String(new byte[32]),
        ["Mail__Host"] = "127.0.0.1",
        ["Mail__From"] = "srm@seversplav.example",
        ["Portal__PublicUrl"] = "https://srm.seversplav.example",
        ["Portal__Proxies__0"] = "127.0.0.1",
        ["Portal__Support__Phone"] = "+7 800 555-01-42",
        ["Portal__Support__Email"] = "help@seversplav.example",
        ["Sealing__Certificate"] = Made(folder, "sealing", X509ContentType.Pfx),
        ["Sealing__RecoveryCertificate"] = Made(folder, "recovery-public", X509ContentType.Cert),
        ["Sealing__ReceiptKey"] = ReceiptKey(folder),
        ["DataProtection__Certificate"] = Made(folder, "cookies", X509ContentType.Pfx, "secret"),
        ["DataProtection__Password"] = "secret",
    };

    private static string Made(string folder, string name, X509ContentType type, string? password = null)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            using var rsa = RSA.Create(2048);
            using var certificate = new CertificateRequest($"CN={name}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
            File.WriteAllBytes(file, certificate.Export(type, password));
        }

        return file;
    }

    private static string ReceiptKey(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = Path.Combine(folder, "receipts.key");
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        return file;
    }
}
