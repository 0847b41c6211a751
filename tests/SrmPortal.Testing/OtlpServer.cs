using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SrmPortal.Testing;

/// <summary>A collector on the loopback that takes OTLP over HTTP and keeps what it got. Texts stand in it as they are, in UTF-8.</summary>
public sealed class OtlpServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Text)> _taken = new();
    private readonly WebApplication _server;

    private OtlpServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _taken.Enqueue((request.Path, Encoding.UTF8.GetString(body.ToArray())));
            return Results.Bytes([], "application/x-protobuf");
        });
    }

    public string Address => _server.Urls.Single();

    public string Traces => All("/v1/traces");

    public string Metrics => All("/v1/metrics");

    public static async Task<OtlpServer> Start()
    {
        var server = new OtlpServer();
        await server._server.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private string All(string path) => string.Join('\n', _taken.Where(one => one.Path == path).Select(one => one.Text));
}
