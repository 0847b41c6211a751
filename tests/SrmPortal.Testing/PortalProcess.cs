using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SrmPortal.Testing;

/// <summary>The built application as a process of its own, started as an administrator would start it; none of this machine's settings reach it.</summary>
public sealed partial class PortalProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new(), _errors = new();
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan? _worked;

    private PortalProcess(string application, string folder, IReadOnlyDictionary<string, string> settings, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [application, .. args]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)
            || name.StartsWith("DOTNET_ENVIRONMENT", StringComparison.Ordinal) || name.Contains("__", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _output);

    public string Errors => string.Join('\n', _errors);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>How long processors worked for it, at last until it was killed.</summary>
    public TimeSpan Worked => _worked ?? Now.TotalProcessorTime;

    /// <summary>The most memory that it has had at once, in MB; known on Linux.</summary>
    public long MostMegabytes => Now.PeakWorkingSet64 / 1024 / 1024;

    private Process Now
    {
        get
        {
            _process.Refresh();
            return _process;
        }
    }

    /// <summary>The application beside these tests, as they were built.</summary>
    public static string Built([CallerFilePath] string here = "") => Path.Combine(
        Sources(here), "bin", AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "SrmPortal.Web.dll");

    public static string Sources([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src/SrmPortal.Web"));

    /// <summary>Starts it on a free port of this machine and waits until it answers there.</summary>
    public static async Task<PortalProcess> Start(string folder, IReadOnlyDictionary<string, string> settings, string? application = null)
    {
        var portal = new PortalProcess(application ?? Built(), folder, settings, ["--urls", "http://127.0.0.1:0"]);
        if (await portal._address.Task.WaitAsync(Patience) is { } address)
        {
            portal.Address = address;
            return portal;
        }

        await portal._process.WaitForExitAsync();
        throw new InvalidOperationException($"The portal ended instead of starting:\n{portal.Output}\n{portal.Errors}");
    }

    /// <summary>Runs it to its end: a command, or a start that is refused.</summary>
    public static async Task<(int Exit, string Output, string Errors)> Run(
        string folder, IReadOnlyDictionary<string, string> settings, string[] args, string? application = null)
    {
        using var portal = new PortalProcess(application ?? Built(), folder, settings, args);
        using var patience = new CancellationTokenSource(Patience);
        await portal._process.WaitForExitAsync(patience.Token);
        return (portal._process.ExitCode, portal.Output, portal.Errors);
    }

    /// <summary>SIGKILL: nothing is finished, flushed or told.</summary>
    public void Kill()
    {
        _worked = _process.TotalProcessorTime;
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>A browser with a cookie jar of its own. It finds the portal again wherever the next process stands.</summary>
    public static HttpClient Browser(Func<PortalProcess> portal, string language = "en")
    {
        var browser = new HttpClient(new Finding(portal)) { BaseAddress = new Uri("http://portal") };
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return browser;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private void Take(ConcurrentQueue<string> into, string? line)
    {
        if (line is null)
        {
            _address.TrySetResult(null);
            return;
        }

        into.Enqueue(line);
        if (Listening().Match(line) is { Success: true } found)
        {
            _address.TrySetResult(new Uri(found.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();

    private sealed class Finding(Func<PortalProcess> portal) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(portal().Address, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
