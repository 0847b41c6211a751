namespace SrmPortal.Testing;

/// <summary>What an authenticator app makes of the key that it is given.</summary>
public static class AuthenticatorKey
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="shown">As the page writes it, in groups.</param>
    public static byte[] Of(string shown)
    {
        var bits = string.Concat(shown.Where(char.IsLetterOrDigit).Select(sign => Convert.ToString(Base32.IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(no => Convert.ToByte(bits.Substring(no * 8, 8), 2))];
    }
}
