using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SrmPortal.Web.Tests.Reference;

/// <summary>Directories ED807 as the Bank of Russia makes them.</summary>
internal static class Directories
{
    public static byte[] Xml(string day, string encoding, params (string Bik, string Name, string City, string Account)[] banks)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var xml = new StringBuilder($"""
            <?xml version="1.0" encoding="{encoding}"?>
            <ED807 xmlns="urn:cbr-ru:ed:v2.0" EDNo="1" EDDate="{day}" EDAuthor="4583001999" CreationReason="RQST" InfoTypeCode="FIRR" BusinessDay="{day}" DirectoryVersion="1">

            """);
        foreach (var (bik, name, city, account) in banks)
        {
            xml.AppendLine(CultureInfo.InvariantCulture, $"""
                <BICDirectoryEntry BIC="{bik}"><ParticipantInfo NameP="{name}" CntrCd="RU" Rgn="45" Ind="117997" Tnp="г" Nnp="{city}" Adr="ул Вавилова, 19" DateIn="2015-01-01" PtType="20" Srvcs="5" XchType="1" UID="1" ParticipantStatus="PSAC"/>
                <Accounts Account="03200000000000000001" RegulationAccountType="TRSA" CK="99" AccountCBRBIC="044501002" DateIn="2015-01-01" AccountStatus="ACAC"/>
                <Accounts Account="{account}" RegulationAccountType="CRSA" CK="99" AccountCBRBIC="044525000" DateIn="2015-01-01" AccountStatus="ACAC"/></BICDirectoryEntry>
                """);
        }

        xml.AppendLine("""
            <BICDirectoryEntry BIC="044525999"><ParticipantInfo NameP="Закрытый банк" Tnp="г" Nnp="Москва" DateIn="2010-01-01" PtType="20" Srvcs="5" XchType="1" UID="2" ParticipantStatus="PSDL"/></BICDirectoryEntry>
            </ED807>
            """);
        return Encoding.GetEncoding(encoding).GetBytes(xml.ToString());
    }

    public static byte[] Zipped(byte[] xml)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("20261124_ED807_full.xml").Open())
        {
            entry.Write(xml);
        }

        return zip.ToArray();
    }
}
