using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;
using SrmPortal.Data.Files;

namespace SrmPortal.Web.Tests.Registration;

/// <summary>What a file is, what it is called, and where its bytes lie.</summary>
public sealed class FileTests
{
    public static TheoryData<string, FileContent> Contents => new()
    {
        { "25504446 2D312E37", FileKind.Pdf },
        { "FFD8FFE0 00104A464946", FileKind.Jpeg },
        { "89504E47 0D0A1A0A 0000", FileKind.Png },
        { "49492A00 08000000", FileKind.Tiff },
        { "4D4D002A 00000008", FileKind.Tiff },
        { "00000018 66747970 68656963 00000000", FileKind.Heic },
        { "00000018 66747970 6D696631 00000000", FileKind.Heic },
        { "00000018 66747970 6D703432 00000000", FileRefusal.Unknown },
        { "D0CF11E0 A1B11AE1 0000", FileRefusal.OldOffice },
        { "52617221 1A0700", FileRefusal.Archive },
        { "377ABCAF 271C", FileRefusal.Archive },
        { "504B0304 00000000", FileRefusal.Unknown },
        { "4D5A9000 03000000", FileRefusal.Unknown },
        { "3C68746D 6C3E", FileRefusal.Unknown },
        { "", FileRefusal.Empty },
    };

    [Theory, MemberData(nameof(Contents), DisableDiscoveryEnumeration = true)]
    public void The_content_decides_what_a_file_is(string hex, FileContent expected) =>
        Assert.Equal(expected, Sniffed(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))));

    [Theory]
    [InlineData("word/document.xml", "", FileKind.Docx, null)]
    [InlineData("xl/workbook.xml", "", FileKind.Xlsx, null)]
    [InlineData("word/document.xml", "word/vbaProject.bin", null, FileRefusal.WithMacros)]
    [InlineData("readme.txt", "", null, FileRefusal.Archive)]
    public void An_archive_is_a_document_by_its_parts(string part, string other, FileKind? kind, FileRefusal? refusal) =>
        Assert.Equal(new FileContent(kind, refusal), Sniffed(Zip("[Content_Types].xml", part, other)));

    [Fact]
    public void An_archive_without_types_is_an_archive() => Assert.Equal(FileRefusal.Archive, Sniffed(Zip("word/document.xml")).Refusal);

    /// <summary>A list of half a million names takes more memory than the file.</summary>
    [Fact]
    public void An_archive_with_more_parts_than_a_document_has_is_not_listed()
    {
        string[] Parts(int count) => ["[Content_Types].xml", "word/document.xml", .. Enumerable.Range(0, count).Select(part => $"word/media/picture{part:00000}.png")];

        Assert.Equal(FileKind.Docx, Sniffed(Zip(Parts(5000))).Kind);
        Assert.Equal(FileRefusal.Archive, Sniffed(Zip(Parts(20000))).Refusal);

        // One that hides where its list begins: the true place stands in the record of a larger zip before its end.
        var hidden = Zip(Parts(70000));
        BitConverter.TryWriteBytes(hidden.AsSpan(hidden.Length - 22 + 16), (uint)(hidden.Length - 100));
        using (var archive = new ZipArchive(new MemoryStream(hidden)))
        {
            Assert.Equal(70002, archive.Entries.Count);
        }

        Assert.Equal(FileRefusal.Archive, Sniffed(hidden).Refusal);
    }

    [Fact]
    public void A_signature_is_known_in_both_spellings_and_nothing_else_passes_for_one()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Подписант", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var signed = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes("Доверенность")), detached: true);
        signed.ComputeSignature(new CmsSigner(certificate));
        var der = signed.Encode();

        Assert.Equal(FileKind.Signature, Sniffed(der).Kind);
        Assert.Equal(FileKind.Signature, Sniffed(Encoding.ASCII.GetBytes(new string(PemEncoding.Write("CMS", der)))).Kind);
        Assert.Equal(FileRefusal.Unknown, Sniffed(der[..^200][1..]).Refusal);
        Assert.Equal(FileRefusal.Unknown, Sniffed(certificate.RawData).Refusal);
        Assert.Equal(FileRefusal.Unknown, Sniffed("-----BEGIN CMS-----\nAAAA\n-----END CMS-----"u8.ToArray()).Refusal);
    }

    [Theory]
    [InlineData("Устав УралТрубСнаб, ред. 2023.pdf", "Устав УралТрубСнаб, ред. 2023.pdf")]
    [InlineData("й\u0438\u0306.pdf", "йй.pdf")]
    [InlineData("договор 🤝 2026.pdf", "договор 🤝 2026.pdf")]
    [InlineData("C:\\Users\\Марина\\устав.pdf", "устав.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("устав\u202Efdp.exe.pdf", "уставfdp.exe.pdf")]
    [InlineData("a\r\nb\0c.pdf", "abc.pdf")]
    [InlineData("a:b*c?.pdf", "a_b_c_.pdf")]
    [InlineData(".pdf", "pdf.pdf")]
    [InlineData("...", "file.pdf")]
    [InlineData("скан", "скан.pdf")]
    public void A_name_is_kept_and_made_harmless(string given, string kept) => Assert.Equal(kept, FileNames.Clean(given, FileKind.Pdf));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_ending()
    {
        var name = FileNames.Clean(new string('я', 251) + "🤝🤝🤝.pdf", FileKind.Pdf);

        Assert.True(name.Length <= FileNames.Longest && name.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.False(char.IsHighSurrogate(name[^5]));
    }

    [Theory]
    [InlineData("скан.pdf", FileKind.Pdf, false)]
    [InlineData("скан.PDF", FileKind.Pdf, false)]
    [InlineData("скан", FileKind.Pdf, false)]
    [InlineData("скан.pdf", FileKind.Png, true)]
    [InlineData("скан.jpeg", FileKind.Jpeg, false)]
    [InlineData("договор.sig", FileKind.Signature, false)]
    public void A_name_that_says_something_else_is_mislabelled(string name, FileKind kind, bool isMislabelled) =>
        Assert.Equal(isMislabelled, FileNames.IsMislabelled(name, kind));

    [Fact]
    public async Task What_was_written_is_read_again_with_its_hash_and_what_is_too_large_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        var store = new DiskFileStore(Options.Create(new FileSettings { Root = folder.Path }));

        var written = (await store.Write(FileArea.Files, new MemoryStream("Устав"u8.ToArray()), 10, default))!;
        await using (var read = store.Open(written.StoreName))
        {
            Assert.Equal(written.Sha256, await SHA256.HashDataAsync(read));
        }

        Assert.Null(await store.Write(FileArea.Files, new MemoryStream(new byte[11]), 10, default));
        Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        store.Delete(written.StoreName);
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("f0123456789012345678901234567890123456/8")]
    public void Nothing_from_outside_becomes_a_path(string name)
    {
        var store = new DiskFileStore(Options.Create(new FileSettings { Root = "/tmp" }));

        Assert.Throws<ArgumentException>(() => store.Open(name));
    }

    private static FileContent Sniffed(byte[] content) => FileSniffer.Of(new MemoryStream(content));

    private static byte[] Zip(params string[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts.Where(part => part.Length > 0))
            {
                archive.CreateEntry(part);
            }
        }

        return file.ToArray();
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("srm-files-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
