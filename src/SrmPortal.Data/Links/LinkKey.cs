using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace SrmPortal.Data.Links;

/// <summary>The key of mailed links, from <c>Links:Key</c> (32 bytes, base64). It lies outside the database. After a change, links that were mailed still work.</summary>
public sealed class LinkKey(byte[] bytes)
{
    public const string Setting = "Links:Key";

    /// <summary>In bytes.</summary>
    public const int Length = 32;

    internal byte[] Bytes { get; } = bytes.Length == Length ? bytes : throw new InvalidOperationException($"{Setting} is {Length} bytes in base64.");

    /// <summary>In Development one is made, once, in the folder of <c>Links:DevelopmentFolder</c>.</summary>
    public static LinkKey Load(IConfiguration configuration, bool isDevelopment)
    {
        if (configuration[Setting] is { Length: > 0 } set)
        {
            return new LinkKey(Convert.FromBase64String(set));
        }

        return isDevelopment ? Made(configuration["Links:DevelopmentFolder"] ?? configuration["Sealing:DevelopmentFolder"] ?? "data/keys")
            : throw new InvalidOperationException($"{Setting} is not set. The portal does not start without it.");
    }

    /// <summary>Whether this is such a key, as settings write it.</summary>
    public static bool IsOne(string set) => Convert.TryFromBase64String(set, new byte[set.Length], out var length) && length == Length;

    private static LinkKey Made(string folder)
    {
        var file = Path.Combine(folder, "links.key");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        }

        return new LinkKey(Convert.FromBase64String(File.ReadAllText(file)));
    }
}
