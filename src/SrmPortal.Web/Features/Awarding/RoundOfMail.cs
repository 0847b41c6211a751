using Microsoft.EntityFrameworkCore;
using SrmPortal.Data;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Features.Awarding;

/// <summary>The round that a mail is about, as its reader may see it now.</summary>
internal sealed record RoundOfMail(long Id, string Name, string Title, string BuyerName, string BuyerEmail)
{
    public string Path => $"/events/{Name}";

    public string Thread => Name.Split('/')[0];

    public ReplyTo ReplyTo => new(BuyerName, BuyerEmail);

    /// <param name="db">In the reader's scope.</param>
    /// <param name="name"><c>20067776/0</c>.</param>
    public static async Task<RoundOfMail?> Read(PortalDbContext db, string name)
    {
        var (number, no) = EventNumber.Find(name) ?? throw new InvalidOperationException($"{name} is no round.");
        return await db.Rounds.Where(r => r.Event.Number == number && r.No == no).Select(r => new RoundOfMail(
            r.Id, name, r.Title,
            db.Accounts.Where(a => a.Id == r.Event.BuyerId).Select(a => a.FullName).FirstOrDefault() ?? "",
            db.Accounts.Where(a => a.Id == r.Event.BuyerId).Select(a => a.Email).FirstOrDefault() ?? "")).SingleOrDefaultAsync();
    }
}
