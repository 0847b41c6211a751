using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SrmPortal.Data.Files;
using SrmPortal.Web.Infrastructure.Uploads.Antivirus;

namespace SrmPortal.Web.Tests.Files;

/// <summary>The conversation with clamd, and what is understood of its answers.</summary>
public sealed class ClamdTests
{
    [Fact]
    public async Task A_large_content_arrives_whole_over_a_socket_of_the_file_system_too()
    {
        var socket = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sock");
        await using var server = new ClamdServer(socket);
        var clamd = Client(new AntivirusSettings { Socket = socket });
        byte[] large = [.. new byte[3_000_000], .. ClamdServer.Eicar];

        Assert.True(await clamd.Answers(default));
        Assert.Equal(new ScanAnswer(ScanState.Infected, ClamdServer.Threat), await clamd.Scan(new MemoryStream(large), default));
        Assert.Equal(new ScanAnswer(ScanState.Clean), await clamd.Scan(new MemoryStream(large[..3_000_000]), default));
        File.Delete(socket);
    }

    [Fact]
    public async Task Nobody_there_is_no_verdict()
    {
        int port;
        await using (var gone = new ClamdServer())
        {
            port = gone.Port;
        }

        var clamd = Client(new AntivirusSettings { Host = "127.0.0.1", Port = port });

        Assert.False(await clamd.Answers(default));
        Assert.Equal(ScanState.Waiting, (await clamd.Scan(new MemoryStream([1]), default)).State);
        Assert.Equal(ScanState.Waiting, (await Client(new AntivirusSettings { Socket = "/nowhere/clamd.ctl" }).Scan(new MemoryStream([1]), default)).State);
    }

    [ClamdFact]
    public async Task The_real_daemon_finds_what_it_must_find()
    {
        var folder = Directory.CreateTempSubdirectory("srm-clamd-");
        var socket = Path.Combine(folder.FullName, "clamd.ctl");
        // Its own signature of the test file alone: no database of hundreds of megabytes is needed.
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "eicar.ndb"), $"Eicar-Test-Signature:0:*:{Convert.ToHexStringLower(ClamdServer.Eicar)}\n");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "clamd.conf"),
            $"DatabaseDirectory {folder.FullName}\nLocalSocket {socket}\nForeground yes\nStreamMaxLength 26M\nLogFile {folder.FullName}/log\n");
        using var daemon = Process.Start(new ProcessStartInfo(ClamdFactAttribute.Program!, ["-c", Path.Combine(folder.FullName, "clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var clamd = Client(new AntivirusSettings { Socket = socket });
            Assert.True(await Waiting.Until(async () => await clamd.Answers(default)), daemon.HasExited ? await daemon.StandardError.ReadToEndAsync() : "clamd does not answer");
            Assert.Equal(ScanState.Clean, (await clamd.Scan(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7 clean")), default)).State);
            var found = await clamd.Scan(new MemoryStream(ClamdServer.Eicar), default);
            Assert.Equal((ScanState.Infected, true), (found.State, found.Threat?.StartsWith("Eicar", StringComparison.Ordinal)));
            Assert.Equal(ScanState.Waiting, (await clamd.Scan(new MemoryStream(new byte[27 * 1024 * 1024]), default)).State);
        }
        finally
        {
            daemon.Kill();
            await daemon.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static Clamd Client(AntivirusSettings settings) => new(Options.Create(settings), TimeProvider.System, NullLogger<Clamd>.Instance);

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ClamdFactAttribute : FactAttribute
    {
        public ClamdFactAttribute() => Skip = Program is null ? "No clamd is installed on this machine." : null;

        public static string? Program { get; } = new[] { Environment.GetEnvironmentVariable("SRM_CLAMD") ?? "", "/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd" }.FirstOrDefault(File.Exists);
    }
}
