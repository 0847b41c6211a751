namespace SrmPortal.Domain.Reference;

/// <summary>Lists that come with the program: a line a row, tabs between its values.</summary>
internal static class Tables
{
    public static string[][] Read(string file)
    {
        using var resource = typeof(Tables).Assembly.GetManifestResourceStream($"SrmPortal.Domain.Reference.{file}")!;
        using var reader = new StreamReader(resource);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }
}
