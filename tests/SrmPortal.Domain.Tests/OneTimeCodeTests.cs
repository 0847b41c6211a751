using System.Text;
using SrmPortal.Domain.Accounts;

namespace SrmPortal.Domain.Tests;

public sealed class OneTimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>Appendix B of RFC 6238, its last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_the_one_of_the_standard(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;

        Assert.Equal(code, OneTimeCode.At(Key, OneTimeCode.StepAt(now)));
        Assert.NotNull(OneTimeCode.StepOf(Key, code, 0, now));
    }

    [Fact]
    public void A_code_counts_a_step_before_and_after_once_and_none_that_is_older_than_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890).UtcDateTime;
        var step = OneTimeCode.StepAt(now);
        string Of(long at) => OneTimeCode.At(Key, at);

        Assert.Equal(step - 1, OneTimeCode.StepOf(Key, Of(step - 1), 0, now));
        Assert.Equal(step + 1, OneTimeCode.StepOf(Key, Of(step + 1), 0, now));
        Assert.Null(OneTimeCode.StepOf(Key, Of(step - 2), 0, now));
        Assert.Null(OneTimeCode.StepOf(Key, Of(step + 2), 0, now));
        Assert.Null(OneTimeCode.StepOf(Key, Of(step), step, now));
        Assert.Null(OneTimeCode.StepOf(Key, Of(step - 1), step, now));
        Assert.Equal(step, OneTimeCode.StepOf(Key, $" {Of(step)[..3]} {Of(step)[3..]} ", step - 1, now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void What_is_no_code_is_none(string typed) => Assert.Null(OneTimeCode.StepOf(Key, typed, 0, DateTime.UnixEpoch));

    [Fact]
    public void The_key_is_written_as_apps_read_it() => Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", OneTimeCode.Written(Key));

    [Fact]
    public void A_recovery_code_is_known_however_it_is_typed()
    {
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", RecoveryCode.New());
        Assert.Equal("7K3QM9ZT40", RecoveryCode.Folded(" 7k3qm 9zt4o"));
        Assert.Equal(RecoveryCode.Folded("10000-00001"), RecoveryCode.Folded("loooo-ooool"));
    }
}
