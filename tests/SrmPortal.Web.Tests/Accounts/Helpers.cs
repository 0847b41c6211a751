using System.Data.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;

namespace SrmPortal.Web.Tests.Accounts;

internal static class Helpers
{
    public static string PathAndQuery(this Uri address) => address.IsAbsoluteUri ? address.PathAndQuery : address.ToString();

    /// <summary>Presses the button in the row that has this text.</summary>
    public static async Task<HttpResponseMessage> PressIn(this HttpClient browser, IDocument page, string row, string button)
    {
        var form = page.QuerySelectorAll("tr").Single(one => one.TextContent.Contains(row, StringComparison.Ordinal))
            .QuerySelectorAll<IHtmlButtonElement>("button").Single(one => one.TextContent == button).Form!;
        return await browser.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(
            form.QuerySelectorAll<IHtmlInputElement>("input").Select(input => new KeyValuePair<string, string>(input.Name!, input.Value))));
    }

    /// <summary>The link in the row that has this text.</summary>
    public static string LinkIn(this IDocument page, string row, string text) => page.QuerySelectorAll("tr")
        .Single(one => one.TextContent.Contains(row, StringComparison.Ordinal)).QuerySelectorAll("a").Single(one => one.TextContent == text).GetAttribute("href")!;
}

/// <summary>How many commands went to the database.</summary>
internal sealed class Commands : DbCommandInterceptor
{
    private int _count;

    public int Count => _count;

    public void Reset() => _count = 0;

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Interlocked.Increment(ref _count);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return ValueTask.FromResult(result);
    }
}
