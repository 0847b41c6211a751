using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SrmPortal.Data;
using SrmPortal.Data.Links;
using SrmPortal.Domain.Sourcing;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Tests.Mail;

/// <summary>A mail of these tests' own, the only one in their portals: everybody of the invited suppliers is told that a round was published.</summary>
public sealed class ToldMail(PortalDbContext db, People people) : MailOf<RoundPublished>
{
    public static readonly LinkPurpose Purpose = new("test", TimeSpan.FromDays(7));

    /// <summary>What a supplier's people are told instead of the usual letter.</summary>
    public static AsyncLocal<Func<Recipient, Letter?>?> Instead { get; } = new();

    public static Portal PortalOn(string provider, SmtpServer? server = null, Dictionary<string, string>? settings = null) => new(
        provider, services => services.AddScoped<ToldMail>().AddSingleton(new MailCatalogue([typeof(ToldMail)])))
    {
        Settings = new(settings ?? [])
        {
            ["Mail:From"] = "srm-noreply@seversplav.example",
            ["Mail:Host"] = server is null ? "" : "127.0.0.1",
            ["Mail:Port"] = (server?.Port ?? 25).ToString(CultureInfo.InvariantCulture),
            ["Mail:Security"] = server?.Certificate is null ? "None" : "StartTls",
            ["Mail:TimeoutSeconds"] = "2",
        },
    };

    protected override async Task<IReadOnlyList<Addressee>> Addressees(RoundPublished told, Occasion occasion) =>
        await people.Of(await db.Invitations.Where(i => i.Round.Id == occasion.AggregateId).OrderBy(i => i.Id).Select(i => i.SupplierId).ToListAsync());

    protected override async Task<Letter?> Write(RoundPublished told, Recipient recipient, MailLinks links)
    {
        var russian = CultureInfo.CurrentUICulture.Name == "ru";
        var seen = await db.Rounds.AnyAsync();
        return !seen ? null : Instead.Value is { } instead ? instead(recipient)
            : new Letter(russian ? $"Приглашение: {told.Subject}" : $"Invitation: {told.Subject}", russian ? "Приглашение" : "Invitation")
            {
                Paragraphs = [russian ? "Подайте предложение." : "Make an offer."],
                Thread = "20067776",
                Path = "/events/20067776/0",
                Button = new LetterButton("Open", await links.Secret(Purpose, recipient.PersonId!.Value, "/activate/{0}")),
                ReplyTo = new ReplyTo("Лебедев Андрей", "a.lebedev@seversplav.example"),
            };
    }
}
