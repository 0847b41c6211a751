using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using static SrmPortal.Web.Tests.OfferFormFields;

namespace SrmPortal.Web.Tests;

/// <summary>Everybody comes in the last second: who was read in time is in, and nobody else.</summary>
public sealed class LastSecondTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public Task Of_twenty_suppliers_around_the_last_second_nothing_in_time_is_lost_and_nothing_late_accepted(string database) => AllSubmit(database, 20);

    [ProofFact]
    public Task The_same_holds_for_fifty() => AllSubmit(Databases.Sqlite, 50);

    [ServerProofFact]
    public Task The_same_holds_for_fifty_where_the_database_is_a_server() => AllSubmit(Databases.PostgreSql, 50);

    private static async Task AllSubmit(string database, int count)
    {
        long[] suppliers = [.. Enumerable.Range(1, count)];
        await using var portal = await Portal.With(database, null, suppliers);
        foreach (var supplier in suppliers)
        {
            await portal.Save(supplier, 100 + supplier);
        }

        portal.Clock.SetUtcNow(Given.LastMillisecond);
        var reviews = await Task.WhenAll(suppliers.Select(async supplier =>
        {
            var browser = portal.SignedIn($"supplier:{supplier}");
            return (Supplier: supplier, Browser: browser, Page: await browser.Page($"{Portal.OfferPath}/review"));
        }));

        var answered = 0;
        var someAreIn = new TaskCompletionSource();
        async Task<(long Supplier, HttpResponseMessage Answer)> Send((long Supplier, HttpClient Browser, IDocument Page) one)
        {
            var answer = await one.Browser.Press(one.Page, Submit, Signed);
            if (Interlocked.Increment(ref answered) == 5)
            {
                someAreIn.SetResult();
            }

            return (one.Supplier, answer);
        }

        var first = reviews.Take(count / 2).Select(one => Task.Run(() => Send(one))).ToArray();
        await someAreIn.Task;
        portal.Clock.SetUtcNow(Given.Deadline);
        var answers = (await Task.WhenAll([.. first, .. reviews.Skip(count / 2).Select(one => Task.Run(() => Send(one)))])).ToLookup(one => one.Answer.StatusCode, one => one);

        long[] accepted = [.. answers[HttpStatusCode.Redirect].Select(one => one.Supplier).Order()];
        Assert.InRange(accepted.Length, 5, count / 2);
        Assert.Equal(count - accepted.Length, answers[HttpStatusCode.UnprocessableEntity].Count());
        foreach (var (_, answer) in answers[HttpStatusCode.UnprocessableEntity])
        {
            Assert.Contains("The deadline passed on", (await answer.Parsed()).Text(), StringComparison.Ordinal);
        }

        var versions = await portal.Seen(Scope.System, db => db.OfferVersions.OrderBy(v => v.SupplierId).Select(v => new { v.SupplierId, v.At, v.Sequence }).ToListAsync());
        Assert.Equal(accepted, versions.Select(version => version.SupplierId));
        Assert.All(versions, version => Assert.Equal(Given.LastMillisecond, version.At));
        Assert.Equal(Enumerable.Range(1, accepted.Length), versions.Select(version => version.Sequence).Order());
    }

    [Theory]
    [InlineData(0, HttpStatusCode.UnprocessableEntity)]
    [InlineData(-1, HttpStatusCode.Redirect)]
    public async Task Who_begins_to_send_in_time_is_late_if_the_last_byte_is(int millisecondsFromDeadline, HttpStatusCode expected)
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        await portal.Save(7, 100);
        var supplier = portal.SignedIn("supplier:7");
        var (address, fields) = (await supplier.Page($"{Portal.OfferPath}/review")).Form(Submit, Signed);

        var answer = await supplier.PostAsync(address, new InTwoParts(fields, between: () => portal.Clock.SetUtcNow(Given.Deadline.AddMilliseconds(millisecondsFromDeadline))));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected is HttpStatusCode.Redirect ? 1 : 0, await portal.Seen(Scope.System, db => db.OfferVersions.CountAsync()));
    }

    /// <summary>A form whose second half is sent when something has happened meanwhile.</summary>
    private sealed class InTwoParts : HttpContent
    {
        private readonly byte[] _all;
        private readonly Action _between;

        public InTwoParts(IEnumerable<KeyValuePair<string, string>> fields, Action between)
        {
            using var form = new FormUrlEncodedContent(fields);
            (_all, _between) = (form.ReadAsByteArrayAsync().GetAwaiter().GetResult(), between);
            Headers.ContentType = form.Headers.ContentType;
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_all.AsMemory(0, _all.Length / 2));
            await stream.FlushAsync();
            // Meanwhile the portal has begun to read: whatever it does before the last byte is done.
            await Task.Delay(200);
            _between();
            await stream.WriteAsync(_all.AsMemory(_all.Length / 2));
        }

        protected override bool TryComputeLength(out long length) => (length = _all.Length) >= 0;
    }
}
