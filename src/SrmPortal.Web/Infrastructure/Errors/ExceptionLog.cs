using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using SrmPortal.Data;
using SrmPortal.Web.Infrastructure.StartUp;

namespace SrmPortal.Web.Infrastructure.Errors;

/// <summary>Writes why a request failed, under the number that its page shows. What people typed is not in it: messages that may quote a value are left out.</summary>
internal sealed partial class ExceptionLog(ILogger<ExceptionLog> log) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        Write(httpContext, exception);

        // The page is made by the error controller.
        return ValueTask.FromResult(false);
    }

    /// <summary>Also of what failed and still came to a page of its own.</summary>
    public void Write(HttpContext http, Exception exception)
    {
        var cause = Described(exception);
        if (exception is BadHttpRequestException or OperationCanceledException)
        {
            Refused(log, http.TraceIdentifier, http.Request.Method, Logs.RouteOf(http), cause);
        }
        else
        {
            Failed(log, http.TraceIdentifier, http.Request.Method, Logs.RouteOf(http), cause);
        }
    }

    /// <summary>Types and places of all causes; messages only of kinds that never quote what was typed or stored.</summary>
    internal static string Described(Exception exception)
    {
        var text = new StringBuilder();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            text.Append(cause.GetType().FullName);
            if (cause is not (FormatException or OverflowException or ArgumentException or JsonException or InvalidCastException or System.Data.Common.DbException))
            {
                text.Append(": ").Append(cause.Message);
            }
            else if (cause is System.Data.Common.DbException database)
            {
                text.Append(": ").Append(Outages.CodeOf(database));
            }

            text.AppendLine().AppendLine(cause.StackTrace);
        }

        return text.ToString();
    }

    [LoggerMessage(LogLevel.Error, "{Reference} {Method} {Route} failed: {Cause}")]
    private static partial void Failed(ILogger log, string reference, string method, string route, string cause);

    [LoggerMessage(LogLevel.Information, "{Reference} {Method} {Route} was not read: {Cause}")]
    private static partial void Refused(ILogger log, string reference, string method, string route, string cause);
}
