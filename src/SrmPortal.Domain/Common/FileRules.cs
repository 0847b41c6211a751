namespace SrmPortal.Domain.Common;

/// <summary>Why a file is not taken; each message names it.</summary>
public static class FileRules
{
    public const string TooLarge = "file.too-large";
    public const string TooLargeTogether = "file.too-large-together";
    public const string TooMany = "file.too-many";
    public const string Empty = "file.empty";
    public const string OldOffice = "file.old-office";
    public const string Archive = "file.archive";
    public const string WithMacros = "file.with-macros";
    public const string Unknown = "file.unknown";
    public const string Mislabelled = "file.mislabelled";
    public const string NotScanned = "file.not-scanned";
    public const string Infected = "file.infected";
    public const string NoRoom = "file.no-room";
    public const string WasInfected = "file.was-infected";
}

/// <summary>A file that somebody sent held malware and was not taken.</summary>
/// <param name="Subject">Its name; of an offer's attachment nothing, as its name is sealed like itself.</param>
/// <param name="Threat">As the antivirus calls it.</param>
public sealed record InfectedFileRefused(string Subject, string Threat) : DomainEvent(Subject);

/// <summary>A file that had waited in quarantine held malware: its bytes were removed.</summary>
/// <param name="Subject">Its name.</param>
/// <param name="Threat">As the antivirus calls it.</param>
/// <param name="RegistrationId">Of the registration that it was given with.</param>
public sealed record InfectedFileRemoved(string Subject, string Threat, long? RegistrationId) : Announcement(Subject);
