using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace SrmPortal.Data.Links;

public enum LinkState { Valid, Used, Expired, Superseded, Unknown }

/// <summary>What a token turned out to be.</summary>
/// <param name="State">Only a valid one lets in.</param>
/// <param name="SubjectId">The account or registration, also of one that is used or expired, so that a new one can be offered.</param>
/// <param name="LinkId">The row; 0 for an unknown one.</param>
public sealed record FoundLink(LinkState State, long SubjectId, long LinkId)
{
    public static readonly FoundLink Unknown = new(LinkState.Unknown, 0, 0);

    public bool IsValid => State is LinkState.Valid;
}

/// <summary>
/// Makes, finds and uses up mailed links. Token = HMAC-SHA256(key, purpose ‖ subject ‖ seed), 43 characters. Nothing from which
/// it could be made lies in the database alone, none is in an outbox row, and a retried mail repeats the link that it carried.
/// </summary>
public sealed class SecretLinks(PortalDbContext db, LinkKey key)
{
    private const int SeedBytes = 32;

    /// <summary>The link's token for one occasion; asked again, the same. Saved at once, and valid from then on.</summary>
    /// <param name="purpose">What it lets somebody do.</param>
    /// <param name="subjectId">The account or registration.</param>
    /// <param name="occasion">For what it is made: <c>outbox:123</c>.</param>
    /// <param name="askedAt">When it was asked for, in UTC.</param>
    /// <param name="now">In UTC; its validity counts from here.</param>
    public Task<string> TokenFor(LinkPurpose purpose, long subjectId, string occasion, DateTime askedAt, DateTime now) => db.InTransaction(async () =>
    {
        var link = await Links.SingleOrDefaultAsync(l => l.Purpose == purpose.Name && l.SubjectId == subjectId && l.Occasion == occasion);
        if (link is null)
        {
            link = new SecretLink
            {
                Purpose = purpose.Name,
                SubjectId = subjectId,
                Occasion = occasion,
                AskedAt = askedAt,
                Seed = RandomNumberGenerator.GetBytes(SeedBytes),
                TokenHash = [],
            };
            db.Add(link);
        }

        var token = Token(link);
        (link.TokenHash, link.ExpiresAt) = (Hash(token), link.UsedAt is null ? now + purpose.ValidFor : link.ExpiresAt);
        return token;
    });

    public async Task<FoundLink> Find(LinkPurpose purpose, string token, DateTime now)
    {
        var hash = Hash(token);
        var link = await Links.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash);
        if (link is null || link.Purpose != purpose.Name)
        {
            return FoundLink.Unknown;
        }

        var newer = purpose.NewestOnly && await Links.AnyAsync(l => l.Purpose == link.Purpose && l.SubjectId == link.SubjectId
            && (l.AskedAt > link.AskedAt || (l.AskedAt == link.AskedAt && l.Id > link.Id)));
        var state = link.UsedAt is not null ? LinkState.Used
            : link.RevokedAt is not null || newer ? LinkState.Superseded
            : link.ExpiresAt <= now ? LinkState.Expired
            : LinkState.Valid;
        return new FoundLink(state, link.SubjectId, link.Id);
    }

    /// <summary>Uses a valid link up, in the transaction of what it lets do: of two who come at once, the second gets false.</summary>
    public async Task<bool> Use(FoundLink link, DateTime now) => link.IsValid
        && await Links.Where(l => l.Id == link.LinkId && l.UsedAt == null && l.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now)) == 1;

    /// <summary>Makes every link of this purpose invalid: the address has changed, the account is blocked.</summary>
    public Task<int> Revoke(LinkPurpose purpose, long subjectId, DateTime now) =>
        Links.Where(l => l.Purpose == purpose.Name && l.SubjectId == subjectId && l.UsedAt == null && l.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.RevokedAt, now));

    // Whoever brings a token has no scope yet: the token is the right to its row.
    private IQueryable<SecretLink> Links => db.SecretLinks.IgnoreQueryFilters([Walls.House]);

    private string Token(SecretLink link)
    {
        byte[] bound = [.. Encoding.UTF8.GetBytes($"srm/link/v1\n{link.Purpose}\n{link.SubjectId}\n"), .. link.Seed];
        return Base64Url.EncodeToString(HMACSHA256.HashData(key.Bytes, bound));
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
