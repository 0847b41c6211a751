using System.Security.Cryptography;

namespace SrmPortal.Domain.Common;

/// <summary>Numbers that people see are random, so that none tells how many there are. Uniqueness is an index and another try.</summary>
public static class RandomNumbers
{
    public static string UserName(string prefix) => prefix + Digits(9);

    public static string SupplierNumber() => "S" + Digits(8);

    /// <summary>Eight digits, shown as <c>4718-2093</c>.</summary>
    public static string RegistrationNumber() => Digits(8);

    /// <summary>Eight digits as people read them; what has not so many stays as it is.</summary>
    public static string Shown(string number) => number.Length == 8 ? $"{number[..4]}-{number[4..]}" : number;

    /// <summary>Ten characters of Crockford's base 32: no I, L, O or U to be taken for something else.</summary>
    public static string Code() => RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 10);

    internal static string Digits(int count) => RandomNumberGenerator.GetString("0123456789", count);
}
