using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SrmPortal.Testing;

/// <summary>What <c>dotnet publish</c> makes of the application as it was built with these tests: once for a class of tests, in a folder of its own.</summary>
public sealed class PublishedPortal : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("srm-published-").FullName;

    /// <summary>Compiled for this machine, as the image is; that takes a minute or two.</summary>
    public bool IsCompiledAhead { get; init; }

    public string Application => Path.Combine(Folder, "SrmPortal.Web.dll");

    public async Task InitializeAsync()
    {
        var configuration = PortalProcess.Built().Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        string[] how = IsCompiledAhead ? ["-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false"] : ["--no-build"];
        string[] publish = ["publish", PortalProcess.Sources(), .. how, "-c", configuration, "-o", Folder, "-v", "q", "-nodeReuse:false"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", publish) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    public Task<PortalProcess> Start(IReadOnlyDictionary<string, string> settings) => PortalProcess.Start(Folder, settings, Application);

    public Task<(int Exit, string Output, string Errors)> Run(IReadOnlyDictionary<string, string> settings, params string[] args) =>
        PortalProcess.Run(Folder, settings, args, Application);
}
