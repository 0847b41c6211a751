using Microsoft.Extensions.Options;
using SrmPortal.Data.Files;

namespace SrmPortal.Web.Infrastructure.Health;

/// <summary>Whether files can be written, and whether there is room for more; looked at twice a minute at most, as everybody may ask.</summary>
public sealed class FilesWatch(IOptions<FileSettings> settings, TimeProvider clock)
{
    /// <summary>Less than a few forms of the largest size.</summary>
    public const long LeastRoom = 1024 * FileSettings.MegaByte;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(30);

    private readonly Lock _one = new();
    private (DateTimeOffset At, string? Fault)? _last;

    /// <summary>In bytes; null: not known.</summary>
    public long? Room { get; private set; }

    /// <summary>What is wrong; null: nothing.</summary>
    public string? Look()
    {
        lock (_one)
        {
            if (_last is not { } last || clock.GetUtcNow() - last.At > Between)
            {
                _last = last = (clock.GetUtcNow(), Try());
            }

            return last.Fault;
        }
    }

    private string? Try()
    {
        try
        {
            Directory.CreateDirectory(settings.Value.Root);
            var path = Path.Combine(settings.Value.Root, $"health-{Guid.NewGuid():N}");
            using (new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }

            Room = new DriveInfo(Path.GetFullPath(settings.Value.Root)).AvailableFreeSpace;
            return Room < LeastRoom ? "There is little room left." : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Room = null;
            return "Files cannot be written.";
        }
    }
}
