using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Links;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>Links that let somebody in: mailed, never stored.</summary>
public sealed class SecretLinkTests
{
    private static readonly DateTime Now = Given.InTime;

    [Fact]
    public async Task What_is_stored_is_not_the_link_and_makes_none_without_the_key()
    {
        await using var portal = await ToldMail.PortalOn(Databases.Sqlite).Filled();
        await portal.DeliverMail();
        var token = portal.LinkMailedTo("person70@supplier7.example")["/activate/".Length..];

        Assert.Equal(43, token.Length);
        Assert.DoesNotContain(token, portal.EverythingStored, StringComparison.Ordinal);
        var link = await portal.Seen(Scope.System, db => db.SecretLinks.AsNoTracking().SingleAsync());
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(token)), link.TokenHash);
        var other = await portal.As(Scope.System, services => new SecretLinks(services.GetRequiredService<PortalDbContext>(), new LinkKey(new byte[32]))
            .TokenFor(ToldMail.Purpose, 71, link.Occasion, Now, Now));
        Assert.NotEqual(token, other);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_link_works_once_and_of_two_at_once_one_gets_in(string provider)
    {
        await using var portal = await Portal.With(provider);
        var token = await Made(portal, "outbox:1", Now);
        Assert.Equal(70, (await Found(portal, token, Now)).SubjectId);

        var used = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.As(Scope.None, async services =>
        {
            var links = services.GetRequiredService<SecretLinks>();
            return await links.Use(await links.Find(ToldMail.Purpose, token, Now), Now);
        }))));

        Assert.Single(used, won => won);
        Assert.Equal(LinkState.Used, (await Found(portal, token, Now)).State);
    }

    [Fact]
    public async Task It_expires_and_says_whose_it_was()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var token = await Made(portal, "outbox:1", Now);

        Assert.Equal(LinkState.Valid, (await Found(portal, token, Now.AddDays(7).AddMilliseconds(-1))).State);
        Assert.Equal(new FoundLink(LinkState.Expired, 70, 1), await Found(portal, token, Now.AddDays(7)));
    }

    [Fact]
    public async Task The_one_asked_for_last_counts_in_whatever_order_they_were_mailed()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var younger = await Made(portal, "outbox:2", Now);
        var older = await Made(portal, "outbox:1", Now.AddMinutes(-1));

        Assert.Equal(LinkState.Valid, (await Found(portal, younger, Now)).State);
        Assert.Equal(LinkState.Superseded, (await Found(portal, older, Now)).State);
    }

    [Fact]
    public async Task A_retried_mail_repeats_the_link_that_may_have_been_handed_over()
    {
        await using var portal = await Portal.With(Databases.Sqlite);

        Assert.Equal(await Made(portal, "outbox:1", Now), await Made(portal, "outbox:1", Now));
        Assert.Equal(1, await portal.Seen(Scope.System, db => db.SecretLinks.CountAsync()));
    }

    [Fact]
    public async Task A_revoked_a_foreign_and_an_invented_one_let_nobody_in()
    {
        await using var portal = await Portal.With(Databases.Sqlite);
        var token = await Made(portal, "outbox:1", Now);

        Assert.Equal(FoundLink.Unknown, await portal.As(Scope.None, services => services.GetRequiredService<SecretLinks>()
            .Find(new LinkPurpose("other", null), token, Now)));
        Assert.Equal(FoundLink.Unknown, await Found(portal, token[..^1] + "x", Now));
        await portal.As(Scope.None, services => services.GetRequiredService<SecretLinks>().Revoke(ToldMail.Purpose, 70, Now));
        Assert.Equal(LinkState.Superseded, (await Found(portal, token, Now)).State);
    }

    private static Task<string> Made(Portal portal, string occasion, DateTime askedAt) => portal.As(Scope.System, services =>
        services.GetRequiredService<SecretLinks>().TokenFor(ToldMail.Purpose, 70, occasion, askedAt, Now));

    private static Task<FoundLink> Found(Portal portal, string token, DateTime now) => portal.As(Scope.None, services =>
        services.GetRequiredService<SecretLinks>().Find(ToldMail.Purpose, token, now));
}
