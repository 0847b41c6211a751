using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SrmPortal.Data.Links;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Infrastructure.Security;
using SrmPortal.Web.Infrastructure.Telemetry;

namespace SrmPortal.Web.Infrastructure.StartUp;

/// <summary>
/// Whether the portal may start. What is missing, or is good for Development only, is named at once and completely, by the names of
/// the settings; nothing starts half.
/// </summary>
internal static class StartUpCheck
{
    /// <summary>EX_CONFIG of sysexits.h.</summary>
    public const int Refused = 78;

    private static readonly string[] NeededZones = ["Europe/Moscow", "Asia/Yekaterinburg", "Europe/Berlin"];

    private static readonly string[] Providers = ["Sqlite", "SqlServer", "PostgreSql"];

    /// <summary>All that stands in the way; nothing in a portal that may start.</summary>
    /// <param name="settings">As the host has gathered them.</param>
    /// <param name="isDevelopment">There only the runtime itself is looked at.</param>
    /// <param name="forMigration">The command <c>migrate</c> needs the database alone.</param>
    public static IReadOnlyList<string> WhatStandsInTheWay(IConfiguration settings, bool isDevelopment, bool forMigration = false) =>
    [
        .. Runtime(),
        .. isDevelopment ? [] : Database(settings),
        .. isDevelopment || forMigration ? [] : Sections(settings),
        .. forMigration ? [] : TelemetrySettings.WhatIsWrong(settings),
    ];

    public static int Refuse(IReadOnlyList<string> faults, TextWriter output)
    {
        output.WriteLine("The portal does not start. Set these (appsettings.Production.json, or environment variables like ConnectionStrings__Portal):");
        foreach (var fault in faults)
        {
            output.WriteLine($"  - {fault}");
        }

        return Refused;
    }

    private static IEnumerable<string> Sections(IConfiguration settings) =>
    [
        .. Needed(settings, "Files:Root", "the folder for documents, outside the web root and shared by all instances"),
        .. LinksKey(settings),
        .. Needed(settings, "Mail:Host", "the server that takes the portal's mails"),
        .. Needed(settings, "Mail:From", "the address that the portal's mails come from"),
        .. PublicUrl(settings),
        .. Needed(settings, "Portal:Support:Phone", "whom suppliers call, with the country's code"),
        .. Needed(settings, "Portal:Support:Email", "whom suppliers write to"),
        .. AccountSettings.TwoStepSettings.Unknown(settings["Portal:TwoStep:Roles"]).Select(role => $"Portal:TwoStep:Roles has {role}, which is no role."),
        .. Group(settings),
        .. Proxies.Configured(settings).Where(proxy => Proxies.Network(proxy) is null).Select(proxy => $"Portal:Proxies has {proxy}, which is no address or network."),
        .. Certificate(settings, "Sealing:Certificate", "Sealing:Password", "the certificate (.pfx) that seals offers"),
        .. string.IsNullOrWhiteSpace(settings["Sealing:FormerCertificate"]) ? [] : Certificate(settings, "Sealing:FormerCertificate", "Sealing:FormerPassword", "the certificate (.pfx) before it"),
        .. Certificate(settings, "Sealing:RecoveryCertificate", null, "the public part (.cer) of the certificate that recovers offers; its private key lies in a safe"),
        .. KeyFile(settings, "Sealing:ReceiptKey", "the key (.pem) that signs receipts"),
        .. Certificate(settings, "DataProtection:Certificate", "DataProtection:Password", "the certificate (.pfx) that protects cookies and links"),
    ];

    private static IEnumerable<string> Runtime()
    {
        if (!HasRussian())
        {
            yield return "This machine lacks ICU (package libicu, and DOTNET_SYSTEM_GLOBALIZATION_INVARIANT must not be true): the portal cannot speak Russian.";
        }

        foreach (var zone in NeededZones.Where(zone => !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)))
        {
            yield return $"This machine lacks the time zone {zone} (package tzdata): deadlines could not be shown.";
        }
    }

    private static bool HasRussian()
    {
        try
        {
            return CultureInfo.GetCultureInfo("ru", predefinedOnly: true).DateTimeFormat.MonthNames[0].StartsWith("янв", StringComparison.OrdinalIgnoreCase);
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Database(IConfiguration settings) =>
    [
        .. Needed(settings, "Database:Provider", "Sqlite, SqlServer or PostgreSql"),
        .. settings["Database:Provider"] is { Length: > 0 } provider && !Providers.Contains(provider)
            ? new[] { $"Database:Provider is Sqlite, SqlServer or PostgreSql, not {provider}." } : [],
        .. Needed(settings, "ConnectionStrings:Portal", "how the database is reached"),
    ];

    private static IEnumerable<string> Needed(IConfiguration settings, string name, string meaning) =>
        string.IsNullOrWhiteSpace(settings[name]) ? [$"{name} is not set: {meaning}."] : [];

    private static IEnumerable<string> LinksKey(IConfiguration settings)
    {
        string[] missing = [.. Needed(settings, LinkKey.Setting, "32 random bytes in base64, the key of mailed links")];
        return missing.Length > 0 || LinkKey.IsOne(settings[LinkKey.Setting]!) ? missing : [$"{LinkKey.Setting} is no {LinkKey.Length} bytes in base64."];
    }

    private static IEnumerable<string> PublicUrl(IConfiguration settings)
    {
        const string Name = "Portal:PublicUrl";
        if (string.IsNullOrWhiteSpace(settings[Name]))
        {
            return [$"{Name} is not set: the address at which people reach the portal; every link in a mail begins so."];
        }

        return !Uri.TryCreate(settings[Name], UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps
            ? [$"{Name} must be an absolute https address."]
            : address.IsLoopback ? [$"{Name} is an address of this machine only, which is good for Development."] : [];
    }

    /// <summary>Without an authority people sign in with the portal's own accounts alone.</summary>
    private static IEnumerable<string> Group(IConfiguration settings) => string.IsNullOrWhiteSpace(settings["OpenIdConnect:Authority"]) ? [] :
    [
        .. Uri.TryCreate(settings["OpenIdConnect:Authority"], UriKind.Absolute, out var authority) && authority.Scheme == Uri.UriSchemeHttps
            ? Array.Empty<string>() : ["OpenIdConnect:Authority must be an absolute https address."],
        .. Needed(settings, "OpenIdConnect:ClientId", "by which the group's sign-in knows the portal"),
        .. Needed(settings, "OpenIdConnect:ClientSecret", "by which the portal shows that it is itself"),
    ];

    private static IEnumerable<string> KeyFile(IConfiguration settings, string name, string meaning) =>
        string.IsNullOrWhiteSpace(settings[name]) ? [$"{name} is not set: {meaning}."]
        : !File.Exists(settings[name]) ? [$"{name}: there is no such file."]
        : IsDevelopments(settings[name]!) ? [$"{name} is a key made for Development."] : [];

    private static string[] Certificate(IConfiguration settings, string name, string? password, string meaning)
    {
        string[] faults = [.. KeyFile(settings, name, meaning)];
        if (faults.Length > 0)
        {
            return faults;
        }

        try
        {
            using var certificate = password is null
                ? X509CertificateLoader.LoadCertificateFromFile(settings[name]!)
                : X509CertificateLoader.LoadPkcs12FromFile(settings[name]!, settings[password]);
            using var rsa = certificate.GetRSAPublicKey();
            return certificate.Subject.Contains("SrmPortal development", StringComparison.Ordinal) ? [$"{name} is a certificate made for Development."]
                : password is not null && !certificate.HasPrivateKey ? [$"{name} holds no private key."]
                : rsa is null ? [$"{name} has no RSA key, by which alone keys can be wrapped."] : [];
        }
        catch (CryptographicException)
        {
            return [password is null ? $"{name} is no certificate." : $"{name} is no .pfx, or {password} does not open it."];
        }
    }

    /// <summary>Development keeps the private part of its recovery key in the same folder, which nobody else does.</summary>
    private static bool IsDevelopments(string file) => File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "recovery.pfx"));
}
