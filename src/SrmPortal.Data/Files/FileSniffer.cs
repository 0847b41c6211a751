using System.Buffers.Binary;
using System.Formats.Asn1;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SrmPortal.Data.Files;

/// <summary>Tells what a file is by its content.</summary>
public static class FileSniffer
{
    private const int LongestSignature = 1024 * 1024;

    // Office programs list some hundred parts; half a million names, which fit into a file, would take the memory of a server.
    private const int LongestList = 1024 * 1024;
    private const int LongestEnd = 22 + ushort.MaxValue;

    // Of disks and parts.
    private static readonly int[] ShortNumbersOfEnd = [4, 6, 8, 10];

    private const string SignedData = "1.2.840.113549.1.7.2";

    /// <param name="content">Can be read again from its start.</param>
    public static FileContent Of(Stream content)
    {
        if (content.Length == 0)
        {
            return FileRefusal.Empty;
        }

        var head = new byte[16];
        content.Position = 0;
        ReadOnlySpan<byte> start = head.AsSpan(0, content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        return ByHead(start) is { } known ? known
            : start.StartsWith("PK"u8) ? OfArchive(content)
            : IsSignedCms(content) ? FileKind.Signature
            : FileRefusal.Unknown;
    }

    private static FileContent? ByHead(ReadOnlySpan<byte> start) =>
        start.StartsWith("%PDF-"u8) ? FileKind.Pdf
        : start is [0xFF, 0xD8, 0xFF, ..] ? FileKind.Jpeg
        : start is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] ? FileKind.Png
        : start is [(byte)'I', (byte)'I', 0x2A or 0x2B, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A or 0x2B, ..] ? FileKind.Tiff
        : start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8) && IsHeic(start[8..12]) ? FileKind.Heic
        : start is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] ? FileRefusal.OldOffice
        : start.StartsWith("Rar!"u8) || start is [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..] ? FileRefusal.Archive
        : null;

    /// <summary>
    /// Of a zip, whether what stands between the beginning of its list of contents and its end is short. Where one of the numbers says that the
    /// true one stands elsewhere (zip64, of more than 4 GB or 65,535 parts), the list may begin anywhere: no document is such a zip.
    /// </summary>
    private static bool IsListedShortly(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, LongestEnd)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + 20 > tail.Length)
        {
            return true;
        }

        var list = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        var isZip64 = list == uint.MaxValue || Array.Exists(ShortNumbersOfEnd, field => BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + field)) == ushort.MaxValue);
        return !isZip64 && content.Length - tail.Length + at - list <= LongestList;
    }

    private static bool IsHeic(ReadOnlySpan<byte> brand) => brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8);

    // Only the list of contents is read: nothing is unpacked, so a bomb stays what it is.
    private static FileContent OfArchive(Stream content)
    {
        if (!IsListedShortly(content))
        {
            return FileRefusal.Archive;
        }

        content.Position = 0;
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var parts = archive.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return !parts.Contains("[Content_Types].xml") ? FileRefusal.Archive
                : parts.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? FileRefusal.WithMacros
                : parts.Contains("word/document.xml") ? FileKind.Docx
                : parts.Contains("xl/workbook.xml") ? FileKind.Xlsx
                : FileRefusal.Archive;
        }
        catch (InvalidDataException)
        {
            return FileRefusal.Unknown;
        }
    }

    /// <summary>A signature (.sig, .p7s), DER or PEM: ContentInfo with SignedData, RFC 5652. Whose it is, is not asked here.</summary>
    private static bool IsSignedCms(Stream content)
    {
        if (content.Length > LongestSignature)
        {
            return false;
        }

        var bytes = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(bytes);
        try
        {
            return HoldsSignedData(bytes[0] == '-' || bytes[0] == 0xEF ? FromPem(bytes) : bytes);
        }
        catch (Exception thrown) when (thrown is AsnContentException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static byte[] FromPem(byte[] bytes)
    {
        var text = Encoding.ASCII.GetString(bytes);
        return Convert.FromBase64String(text[PemEncoding.Find(text).Base64Data]);
    }

    private static bool HoldsSignedData(byte[] der)
    {
        var contentInfo = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        if (contentInfo.ReadObjectIdentifier() != SignedData)
        {
            return false;
        }

        var signedData = contentInfo.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        signedData.ReadInteger();
        signedData.ReadSetOf();
        signedData.ReadSequence().ReadObjectIdentifier();
        while (signedData.HasData && signedData.PeekTag().TagClass is TagClass.ContextSpecific)
        {
            signedData.ReadEncodedValue();
        }

        return signedData.ReadSetOf().HasData;
    }
}
