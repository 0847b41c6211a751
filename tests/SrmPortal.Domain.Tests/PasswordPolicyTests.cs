using SrmPortal.Domain.Accounts;

namespace SrmPortal.Domain.Tests;

public sealed class PasswordPolicyTests
{
    private static readonly string[] Names = ["Ковалёва Марина Сергеевна", "SRM483920175", "kovaleva@uraltrubsnab.example", "ООО «УралТрубСнаб»", "Северсплав", "Seversplav"];

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("журавль летит на юг")]
    [InlineData("🐘🦊🐝🌲🌊🔥⛰️🚲🎻🍏🧭🪁")]
    [InlineData("kolibri-nad-ozerom-7")]
    [InlineData("Demo-zhuravl-2026")]
    [InlineData("x7$Qm2!vLp0z")]
    [InlineData("ночь улица фонарь аптека")]
    public void Any_characters_will_do(string password) => Assert.Empty(Broken(password));

    [Theory]
    [InlineData("short-one", PasswordRules.TooShort)]
    [InlineData("🐘🦊🐝🌲🌊🔥🚲🎻🍏🧭🪁", PasswordRules.TooShort)]
    [InlineData("йцукенгшщзхъ", PasswordRules.Common)]
    [InlineData("qwertyuiop12", PasswordRules.Common)]
    [InlineData("фывапролджэ1", PasswordRules.Common)]
    [InlineData("123456789012", PasswordRules.Common)]
    [InlineData("aaaaaaaaaaaaaaa", PasswordRules.Common)]
    [InlineData("qwe7qwe7qwe7", PasswordRules.Common)]
    [InlineData("Password2026!", PasswordRules.Common)]
    [InlineData("P@ssw0rd2026", PasswordRules.Common)]
    [InlineData("пароль123456", PasswordRules.Common)]
    [InlineData("gfhjkm123456", PasswordRules.Common)]
    [InlineData("1qaz2wsx3edc", PasswordRules.Common)]
    [InlineData("ковалёва-и-партнёры", PasswordRules.ContainsName)]
    [InlineData("all about uraltrubsnab", PasswordRules.ContainsName)]
    [InlineData("my seversplav portal", PasswordRules.ContainsName)]
    [InlineData("xx SRM483920175 xx", PasswordRules.ContainsName)]
    public void What_is_tried_first_is_refused(string password, string code) => Assert.Equal([code], Broken(password));

    [Fact]
    public void A_very_long_one_is_refused_and_128_are_taken()
    {
        var sentence = string.Concat(Enumerable.Range(0, 40).Select(i => $"{(char)('a' + (i * 7 % 26))}{i}-"));

        Assert.Empty(Broken(sentence[..128]));
        Assert.Equal([PasswordRules.TooLong], Broken(sentence[..129]));
    }

    private static IEnumerable<string> Broken(string password) => PasswordPolicy.WhatIsWrong(password, Names, "NewPassword").Select(rule => rule.Code);
}
