using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SrmPortal.Testing;

/// <summary>Stands before the PostgreSQL of this test run, on a port of its own, and is away when the test says so.</summary>
public sealed class CutServer : IDisposable
{
    private readonly ConcurrentBag<Socket> _open = [];
    private readonly int _port;
    private TcpListener? _listener;
    private volatile bool _losesAnswers;

    public CutServer()
    {
        BeBack();
        _port = ((IPEndPoint)_listener!.LocalEndpoint).Port;
    }

    /// <summary>The same database, reached through here.</summary>
    public string Through(string connection) => new NpgsqlConnectionStringBuilder(connection) { Host = "127.0.0.1", Port = _port, Timeout = 3 }.ConnectionString;

    public void BeBack()
    {
        _losesAnswers = false;
        _listener = new TcpListener(IPAddress.Loopback, _port);
        _listener.Start();
        _ = Accept(_listener);
    }

    /// <summary>Nobody gets in, and who was in is cut off.</summary>
    public void BeAway()
    {
        _listener?.Dispose();
        while (_open.TryTake(out var socket))
        {
            socket.Dispose();
        }
    }

    /// <summary>What is sent still arrives; with the first answer everything is cut.</summary>
    public void LoseTheNextAnswer() => _losesAnswers = true;

    public void Dispose() => BeAway();

    private async Task Accept(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync();
                var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                _open.Add(client);
                _open.Add(server);
                await server.ConnectAsync(new UnixDomainSocketEndPoint(PostgreSqlServer.Socket.Value + "/.s.PGSQL.5432"));
                _ = Pass(client, server, isAnswer: false);
                _ = Pass(server, client, isAnswer: true);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Away.
        }
    }

    private async Task Pass(Socket from, Socket to, bool isAnswer)
    {
        var bytes = new byte[16384];
        try
        {
            while (await from.ReceiveAsync(bytes) is > 0 and var read)
            {
                if (isAnswer && _losesAnswers)
                {
                    BeAway();
                    return;
                }

                await to.SendAsync(bytes.AsMemory(0, read));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The other side hung up.
        }
        finally
        {
            from.Dispose();
            to.Dispose();
        }
    }
}
