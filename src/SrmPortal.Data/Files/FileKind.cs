namespace SrmPortal.Data.Files;

/// <summary>The kinds of files that the portal takes; the content decides, never the name.</summary>
public enum FileKind { Pdf, Jpeg, Png, Tiff, Heic, Docx, Xlsx, Signature }

/// <summary>What is refused: something known that must be changed first, or anything else.</summary>
public enum FileRefusal { Empty, OldOffice, Archive, WithMacros, Unknown }

/// <summary>What a file's content is.</summary>
public readonly record struct FileContent(FileKind? Kind, FileRefusal? Refusal)
{
    public static implicit operator FileContent(FileKind kind) => new(kind, null);

    public static implicit operator FileContent(FileRefusal refusal) => new(null, refusal);

    public static FileContent FromFileKind(FileKind kind) => kind;

    public static FileContent FromFileRefusal(FileRefusal refusal) => refusal;
}

public static class FileKinds
{
    /// <summary>For the <c>accept</c> of a file field; only a comfort.</summary>
    public const string Accept = ".pdf,.jpg,.jpeg,.png,.tif,.tiff,.heic,.docx,.xlsx,.sig,.p7s";

    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Tiff => "image/tiff",
        FileKind.Heic => "image/heic",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/pkcs7-signature",
    };

    /// <summary>The endings under which such a file is known, the usual one first.</summary>
    public static IReadOnlyList<string> Endings(this FileKind kind) => kind switch
    {
        FileKind.Pdf => [".pdf"],
        FileKind.Jpeg => [".jpg", ".jpeg", ".jpe", ".jfif"],
        FileKind.Png => [".png"],
        FileKind.Tiff => [".tif", ".tiff"],
        FileKind.Heic => [".heic", ".heif", ".hif"],
        FileKind.Docx => [".docx"],
        FileKind.Xlsx => [".xlsx"],
        _ => [".sig", ".p7s", ".sgn", ".p7m", ".p7b"],
    };

    /// <summary>Which a browser shows by itself; all others are only saved.</summary>
    public static bool CanBeShown(this FileKind kind) => kind is FileKind.Pdf or FileKind.Jpeg or FileKind.Png;
}
