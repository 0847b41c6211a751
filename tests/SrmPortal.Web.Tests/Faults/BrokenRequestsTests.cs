using System.Net;
using System.Text;
using SrmPortal.Data;

namespace SrmPortal.Web.Tests.Faults;

/// <summary>What no browser sends: the sender's fault on every database, told as such, and nothing of it is stored.</summary>
public sealed class BrokenRequestsTests(SharedPortals shared) : IClassFixture<SharedPortals>
{
    private const string Part = "--srm\r\nContent-Disposition: form-data; name=\"receipt\"; filename=\"a.json\"\r\n\r\n{\"broken";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_character_that_a_database_cannot_keep_is_refused_or_left_out(string database)
    {
        await using var portal = await Portal.With(database);
        await portal.GivePassword(70);
        var supplier = portal.SignedIn("supplier:7");

        foreach (var address in new[] { "/events?text=a%00b", "/events?text=a&sort%00=b", "/verify?number=%00" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await supplier.GetAsync(address)).StatusCode);
        }

        var profile = await supplier.Page("/profile");
        Assert.Equal(HttpStatusCode.BadRequest, (await supplier.Press(profile, "Save", ("FullName", "Ко\0валева Марина"))).StatusCode);
        await supplier.PressWithFiles(profile, "Save", [], ("FullName", "Ко\0валева Марина"));
        Assert.Equal("Ковалева Марина", await portal.Seen(Scope.System, async db => (await db.Accounts.FindAsync(70L))!.FullName));
    }

    [Theory]
    [InlineData("/verify", "multipart/form-data; boundary=srm", Part, 400)]
    [InlineData("/verify", "multipart/form-data; boundary=srm", "--srm\r\nno header\r\n\r\nx", 400)]
    [InlineData("/verify", "multipart/form-data", Part, 400)]
    [InlineData("/sign-in", "multipart/form-data; boundary=srm", Part, 400)]
    [InlineData("/sign-in", "multipart/form-data", Part, 400)]
    [InlineData("/sign-in", "application/json", "{\"Login\":\"x\"}", 400)]
    [InlineData("/sign-in", "application/x-www-form-urlencoded", "%%%=%&&&=&Login=%ED%A0%80", 400)]
    public async Task A_form_that_is_broken_off_or_is_none_is_the_senders_fault(string path, string type, string body, int status)
    {
        var portal = await shared.Once(() => Portal.With(Databases.Sqlite));
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var answer = await portal.Browser().PostAsync(path, content);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("X-Reference").Single(), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
