using System.Globalization;

namespace SrmPortal.Web.Demo;

/// <summary>Numbers with right check digits for companies that don't exist.</summary>
internal static class DemoNumbers
{
    /// <summary>An INN of an organisation.</summary>
    /// <param name="nine">All of it but the check digit.</param>
    public static string Inn(string nine) => nine + Check(nine, [2, 4, 10, 3, 5, 9, 4, 6, 8]);

    /// <summary>An INN of a person.</summary>
    /// <param name="ten">All of it but the two check digits.</param>
    public static string PersonalInn(string ten)
    {
        var eleven = ten + Check(ten, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
        return eleven + Check(eleven, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
    }

    /// <param name="twelve">An OGRN but for its check digit.</param>
    public static string Ogrn(string twelve) => twelve + Number(twelve) % 11 % 10;

    /// <param name="fourteen">An OGRNIP but for its check digit.</param>
    public static string Ogrnip(string fourteen) => fourteen + Number(fourteen) % 13 % 10;

    /// <summary>An account in a bank of this BIK, with its key in place 9.</summary>
    /// <param name="bik">Nine digits.</param>
    /// <param name="account">Twenty digits, any key.</param>
    public static string Account(string bik, string account)
    {
        var withoutKey = account[..8] + '0' + account[9..];
        var sum = $"{bik[6..]}{withoutKey}".Select((digit, place) => (digit - '0') * (place % 3 == 0 ? 7 : place % 3 == 1 ? 1 : 3) % 10).Sum();
        return $"{account[..8]}{sum % 10 * 3 % 10}{account[9..]}";
    }

    private static int Check(string digits, int[] weights) => digits.Zip(weights, (digit, weight) => (digit - '0') * weight).Sum() % 11 % 10;

    private static long Number(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
