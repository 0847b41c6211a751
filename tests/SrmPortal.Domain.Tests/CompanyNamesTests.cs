using SrmPortal.Domain.Suppliers;

namespace SrmPortal.Domain.Tests;

/// <summary>Which names of companies are taken for each other.</summary>
public sealed class CompanyNamesTests
{
    [Theory]
    [InlineData("ООО «УралТрубСнаб»", "уралтрубснаб")]
    [InlineData("Урал-Труб Снаб, ООО", "уралтрубснаб")]
    [InlineData("Общество с ограниченной ответственностью \"УРАЛТРУБСНАБ\"", "уралтрубснаб")]
    [InlineData("АО «Берёзовский ЗСК»", "березовскийзск")]
    [InlineData("ИП Гаврилов С. Н.", "гавриловсн")]
    [InlineData("KazTrans Logistics LLP", "kaztranslogistics")]
    [InlineData("Rossi S.r.l.", "rossi")]
    [InlineData("ТОО KazTrans", "kaztrans")]
    [InlineData("ООО АО", "оооао")]
    [InlineData("«»", "")]
    public void Case_yo_quotes_form_and_spaces_do_not_count(string name, string key) => Assert.Equal(key, CompanyNames.Key(name));

    [Theory]
    [InlineData("ООО «УралТрубСнаб»", "АО «УРАЛТРУБСНАБ»", true)]
    [InlineData("ООО «УралТрубСнаб»", "ООО «УралТрубоСнаб»", true)]
    [InlineData("ООО «УралТрубСнаб»", "ООО «Урал-ТрубСбыт»", false)]
    [InlineData("ООО «УралТрубСнаб»", "ООО «УралГрубСнап»", true)]
    [InlineData("ООО «Ромашка»", "ООО «Рамашко»", true)]
    [InlineData("ООО «Сталь»", "ООО «Стиль»", false)]
    [InlineData("ООО «Сталь»", "ЗАО «СТАЛЬ»", true)]
    [InlineData("ООО «Металл»", "ООО «Метал»", false)]
    [InlineData("«»", "«»", false)]
    public void Near_is_equal_or_two_edits_over_five_letters(string one, string other, bool near)
    {
        var (first, second) = (CompanyNames.Key(one), CompanyNames.Key(other));

        Assert.Equal(near, CompanyNames.AreNear(first, second));
        Assert.Equal(near, CompanyNames.AreNear(second, first));
    }

    [Fact]
    public void Whatever_two_edits_do_a_piece_of_the_name_stays_whole()
    {
        var (random, letters) = (new Random(20261124), "абвгдеж");
        for (var i = 0; i < 3000; i++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(6, 20)).Select(_ => letters[random.Next(letters.Length)])]);
            var edited = Edited(Edited(name, random, letters), random, letters);
            var (first, second, third) = CompanyNames.Pieces(name);

            Assert.InRange(CompanyNames.Edits(name, edited), 0, CompanyNames.MostEdits);
            Assert.Contains(new[] { first, second, third }, piece => edited.Contains(piece, StringComparison.Ordinal));
        }
    }

    private static string Edited(string name, Random random, string letters)
    {
        var at = random.Next(name.Length);
        return random.Next(3) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, letters[random.Next(letters.Length)].ToString()),
            _ => name[..at] + letters[random.Next(letters.Length)] + name[(at + 1)..],
        };
    }
}
