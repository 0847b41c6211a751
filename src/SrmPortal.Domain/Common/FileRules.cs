namespace SrmPortal.Domain.Common;

/// <summary>Why a file is not taken; each message names it.</summary>
public static class FileRules
{
    public const string TooLarge = "file.too-large";
    public const string TooLargeTogether = "file.too-large-together";
    public const string Empty = "file.empty";
    public const string OldOffice = "file.old-office";
    public const string Archive = "file.archive";
    public const string WithMacros = "file.with-macros";
    public const string Unknown = "file.unknown";
    public const string Mislabelled = "file.mislabelled";
}
