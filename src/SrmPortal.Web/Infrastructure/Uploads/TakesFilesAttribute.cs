namespace SrmPortal.Web.Infrastructure.Uploads;

/// <summary>
/// On an action whose form carries files. They are read after it is known that the sender may use the action, straight into the file
/// store; each that is too large or no document is refused by itself, with the rest of the form kept. Bind them as
/// <see cref="IFormFile"/> and take each by <see cref="UploadedFile.Of"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesFilesAttribute : Attribute
{
    /// <summary>Not to be written anywhere in clear: the files stay in memory until the request ends.</summary>
    public bool InMemory { get; init; }

    /// <summary>Its page says by itself (<c>?tooLarge=true</c>) that a form was larger than any may be.</summary>
    public bool SaysTooLarge { get; init; }

    /// <summary>Of a field that is typed or pasted, in characters; what is longer is cut.</summary>
    public int LongestValue { get; init; } = 64 * 1024;
}
