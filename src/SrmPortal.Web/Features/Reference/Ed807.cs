using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using SrmPortal.Domain.Common;
using SrmPortal.Domain.Reference;

namespace SrmPortal.Web.Features.Reference;

/// <summary>
/// The directory of the Bank of Russia (ED807, album UFEBS): read entry by entry, in whatever encoding it says it has, windows-1251 too; the
/// archive that the Bank publishes is opened. Document types and anything from outside are refused.
/// </summary>
public static class Ed807
{
    private const int MostCharacters = 200_000_000;

    static Ed807() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="content">The XML, or a ZIP with it; can seek.</param>
    /// <exception cref="RuleViolation">It is no such directory.</exception>
    public static BankDirectory Read(Stream content)
    {
        try
        {
            if (!IsArchive(content))
            {
                return ReadXml(content);
            }

            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var entry = archive.Entries.FirstOrDefault(one => one.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                ?? throw new XmlException("There is no XML in the archive.");
            using var unpacked = entry.Open();
            return ReadXml(unpacked);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or ArgumentException or FormatException)
        {
            throw new RuleViolation(new BrokenRule(BankDirectoryRules.NotADirectory, "File"));
        }
    }

    private static bool IsArchive(Stream content)
    {
        var isArchive = content.ReadByte() == 'P' && content.ReadByte() == 'K';
        content.Position = 0;
        return isArchive;
    }

    private static BankDirectory ReadXml(Stream content)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreWhitespace = true, IgnoreComments = true };
        using var xml = XmlReader.Create(content, settings);
        xml.MoveToContent();
        if (xml.LocalName != "ED807")
        {
            throw new XmlException("The document is no ED807.");
        }

        var day = DateOnly.ParseExact(xml.GetAttribute("BusinessDay") ?? xml.GetAttribute("EDDate") ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Dictionary<string, Bank> banks = [];
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "BICDirectoryEntry" } && Entry(xml) is { } bank)
            {
                banks[bank.Bik] = bank;
            }
        }

        return new BankDirectory(day, banks);
    }

    /// <summary>One participant; null where it takes part no more.</summary>
    private static Bank? Entry(XmlReader xml)
    {
        var bik = xml.GetAttribute("BIC") ?? "";
        var (name, city, account, isActive) = ("", "", "", true);
        using var entry = xml.ReadSubtree();
        while (entry.Read())
        {
            if (entry is { NodeType: XmlNodeType.Element, LocalName: "ParticipantInfo" })
            {
                name = entry.GetAttribute("NameP")?.Trim() ?? "";
                city = Place(entry.GetAttribute("Tnp")?.Trim() ?? "", entry.GetAttribute("Nnp")?.Trim() ?? "");
                isActive = entry.GetAttribute("ParticipantStatus") != "PSDL";
            }
            else if (entry is { NodeType: XmlNodeType.Element, LocalName: "Accounts" }
                && account.Length == 0 && entry.GetAttribute("RegulationAccountType") == "CRSA" && entry.GetAttribute("AccountStatus") is null or "ACAC")
            {
                account = entry.GetAttribute("Account")?.Trim() ?? "";
            }
        }

        return isActive && name.Length > 0 && bik.Length == 9 && bik.All(char.IsAsciiDigit)
            ? new Bank(bik, Cut(name, 200), Cut(city, 100), account.Length == 20 ? account : "") : null;
    }

    private static string Place(string kind, string name) =>
        name.Length == 0 || kind.Length == 0 ? name : $"{kind}{(kind.Length == 1 ? "." : "")} {name}";

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}

/// <param name="Day">The business day that it is of.</param>
/// <param name="Banks">By BIK, those that take part.</param>
public sealed record BankDirectory(DateOnly Day, IReadOnlyDictionary<string, Bank> Banks);
