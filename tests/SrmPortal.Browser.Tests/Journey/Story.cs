using System.Globalization;
using Microsoft.Playwright;
using SrmPortal.Domain.Accreditation;
using SrmPortal.Web.Demo;

namespace SrmPortal.Browser.Tests.Journey;

/// <summary>Somebody of the company that registers.</summary>
internal sealed record Hero(string FullName, string Position, string Phone, string Email);

/// <summary>
/// One journey: the company that goes it, its people, and what is bought. Every journey has a company of its own, since one registers
/// only once; its numbers have right check digits and belong to nobody.
/// </summary>
internal sealed record Story(Chromium Chromium, PortalStand Stand, string Language, int Width, int No)
{
    public const string Password = "kolibri-nad-ozerom-7";

    /// <summary>Who runs the event, who approves its award, and the supplier that takes part as well: people of the demonstration.</summary>
    public const string Buyer = "a.lebedev@seversplav.example", Approver = "m.sokolov@seversplav.example", Rival = "mescheryakova@vtd.example";

    public const string Bik = "044525225";

    private static int _count;

    public string Domain => $"kama-pipe-{No}.example";

    public string Company => Say($"ООО «Камский трубный дом № {No}»", $"Kama Pipe House {No} LLC");

    public string CompanyInFull => Say($"Общество с ограниченной ответственностью «Камский трубный дом № {No}»", $"Limited liability company Kama Pipe House {No}");

    public string Inn => DemoNumbers.Inn(string.Create(CultureInfo.InvariantCulture, $"59047{No:0000}"));

    public string WrongInn => Inn[..9] + (char)('0' + ((Inn[9] - '0' + 1) % 10));

    public static string Kpp => "590401001";

    public string Ogrn => DemoNumbers.Ogrn(string.Create(CultureInfo.InvariantCulture, $"12359000{No:0000}"));

    public string Account => DemoNumbers.Account(Bik, string.Create(CultureInfo.InvariantCulture, $"4070281000000000{No:0000}"));

    public string Address => Say("ул. Монастырская, 12", "12 Monastyrskaya street");

    /// <summary>Fills in the questionnaire, and works on events afterwards.</summary>
    public Hero Contact => new(Say("Журавлёва Анна Игоревна", "Zhuravleva Anna Igorevna"), Say("Менеджер по тендерам", "Tender manager"), "+7 342 210-33-41", $"zhuravleva@{Domain}");

    /// <summary>Signs, and administers the company's people.</summary>
    public Hero Director => new(Say("Стрельников Олег Петрович", "Strelnikov Oleg Petrovich"), Say("Генеральный директор", "Managing director"), "+7 342 210-33-40", $"strelnikov@{Domain}");

    /// <summary>Is added by the director, and blocked.</summary>
    public Hero Newcomer => new(Say("Быстрова Ирина Олеговна", "Bystrova Irina Olegovna"), Say("Менеджер", "Manager"), "+7 342 210-33-42", $"bystrova@{Domain}");

    public string Title => Say($"Трубы бесшовные для линии охлаждения, заявка {No}", $"Seamless pipes for the cooling line, request {No}");

    public string Question => Say("Кто изготовит трубы? Завод и страна.", "Who makes the pipes? Works and country.");

    public string Answer => Say("Волжский трубный завод, Россия", "Volzhsky Pipe Plant, Russia");

    /// <summary>The group of the classifier that is supplied and bought.</summary>
    public static string Category => "24.20";

    public string Group => Say("Северсплав", "Seversplav");

    /// <summary>The number of the event, known when the buyer has begun it.</summary>
    public string Event { get; set; } = "";

    public DateTime Deadline { get; set; }

    public ColorScheme Colors { get; init; }

    public string Round => $"/events/{Event}/0";

    /// <summary>The day in Moscow, as it is typed.</summary>
    public string Today
    {
        get
        {
            var day = WorkingDays.DayOf(Stand.Clock.GetUtcNow().UtcDateTime);
            return day.ToString(Say("dd.MM.yyyy", "d MMM yyyy"), CultureInfo.InvariantCulture);
        }
    }

    public static Story Of(Chromium chromium, PortalStand stand, string language, int width) => new(chromium, stand, language, width, Interlocked.Increment(ref _count));

    public string Say(string russian, string english) => Language == "ru" ? russian : english;

    /// <summary>A price as it is typed in this language: with its spaces or commas, and its decimal separator.</summary>
    public string Typed(int whole) => Say(whole.ToString("#,0", CultureInfo.GetCultureInfo("ru")) + ",00", whole.ToString("#,0", CultureInfo.InvariantCulture) + ".00");

    /// <summary>Somebody sits down at a browser of their own.</summary>
    public Task<Visitor> Somebody(bool scripts = true) => Visitor.Comes(Chromium.Browser, Stand.Address, Language, Width, scripts, Colors);

    /// <summary>Somebody of the group, or of a company of the demonstration, signs in.</summary>
    public async Task<Visitor> Colleague(string login)
    {
        var visitor = await Somebody();
        await visitor.SignsIn(login, Stand.Accounts.Password);
        return visitor;
    }
}
