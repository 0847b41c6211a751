using Microsoft.Extensions.Options;
using SrmPortal.Data;
using SrmPortal.Web.Features.Accreditation;
using SrmPortal.Web.Infrastructure;

namespace SrmPortal.Web.Mail;

/// <summary>Somebody who does not exist, of a company that does not: what previews of mails are written with. In the reader's language.</summary>
internal static class SampleData
{
    public const string Number = "47182093", Supplier = "S10482211", UserName = "SRM483920175", Email = "kovaleva@uraltrubsnab.example";

    /// <summary>A Thursday morning.</summary>
    public static readonly DateTime Now = new(2026, 11, 26, 6, 0, 0, DateTimeKind.Utc);

    public static string Company => In("ООО «УралТрубСнаб»", "UralTrubSnab LLC");

    public static string Person => In("Ковалёва Марина Сергеевна", "Kovaleva Marina Sergeevna");

    public static string File => In("Устав.pdf", "Charter.pdf");

    public static string Check => In("Юридическая проверка", "Legal check");

    public static DateTime Due => new(2026, 12, 10, 15, 0, 0, DateTimeKind.Utc);

    public static DateTime Meeting => new(2026, 12, 3, 8, 0, 0, DateTimeKind.Utc);

    public static DateTime ValidUntil => new(2027, 1, 25, 15, 0, 0, DateTimeKind.Utc);

    public static Recipient Recipient => new(Person, Email, Language.Current, Scope.None) { UserName = UserName };

    public static string In(string russian, string english) => Language.IsRussian ? russian : english;
}

/// <summary>What the places of a mail's words hold on sample data.</summary>
internal sealed class SampleValues(IOptions<PortalSettings> portal, IOptions<MailSettings> mail)
{
    public LetterValues Of(IEnumerable<string> names) => new(names.Select(name => (name, Value(name))));

    private string Value(string name) => name switch
    {
        "group" => portal.Value.GroupName,
        "privacy" => portal.Value.PublicUrl.TrimEnd('/') + "/personal-data",
        "sender" => mail.Value.From,
        "company" => SampleData.Company,
        "number" => CheckWords.Number(SampleData.Number),
        "days" => SampleData.In("7 дней", "7 days"),
        "due" => Shown.Deadline(SampleData.Due),
        "check" => SampleData.Check,
        "checks" => SampleData.In("Комплектность, Безопасность", "Completeness, Security"),
        "when" => Shown.Deadline(SampleData.Meeting),
        "since" => Shown.Date(SampleData.Now),
        "until" => Shown.Date(SampleData.ValidUntil),
        "no" => "3",
        "all" => "4",
        "threat" => "Win.Test.EICAR_HDB-1",
        "file" => SampleData.File,
        "user" => SampleData.UserName,
        "left" => "9",
        "person" => SampleData.Person,
        _ => throw new InvalidOperationException($"No sample is known for {{{name}}}."),
    };
}
